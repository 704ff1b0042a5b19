// One telephone on the page: its header, its bubbles, the field to write in, and everything that slides over them.
import { h, icon, post } from "./dom.js";
import * as telegram from "./telegram.js";
import * as whatsapp from "./whatsapp.js";

const SKINS = { whatsapp, telegram };
const DAY = 24 * 3600;

export class PhoneView {
  constructor(setting, slot, onchange) {
    Object.assign(this, { words: setting.words, shop: setting.shop, language: setting.language, slot, onchange });
    this.node = h("section", { class: "slot", id: `slot-${slot}`, "data-slot": slot });
    this.messages = new Map();
    this.reactions = new Map();
    this.phone = null;
    this.early = null;
    this.asked = 0;
    this.draft = "";
    this.visible = false;
    this.chosen = false;
    this.above = h("div", { class: "above" });
    this.device = h("div", { class: "device" });
    this.node.append(this.above, this.device);
    this.empty();
  }

  empty() {
    this.device.className = "device nobody";
    this.device.replaceChildren(h("p", {}, this.words.nobody));
  }

  /** Show this phone; its chat is loaded afresh. */
  async show(phone) {
    const asked = ++this.asked;
    this.phone = phone;
    this.draft = "";
    this.scanned = this.answering = null;
    this.early = []; // what happens while the chat is on its way
    this.chat = null;
    const answer = await fetch(`/sim/phones/${phone.channel}/${phone.address}`);
    const { chat, messages } = answer.ok ? await answer.json() : {};
    if (this.asked !== asked) return; // another phone, or this one again, was asked for since
    const { early } = this;
    this.early = null;
    if (!messages) return;
    this.skin = SKINS[phone.channel];
    this.chat ??= chat;
    this.messages = new Map();
    this.reactions = new Map();
    this.build();
    for (const message of [...messages, ...early]) this.put(message, false);
    this.refresh();
    this.toEnd();
  }

  build() {
    const { words } = this;
    this.status = h("small", {});
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite" });
    this.field = h("textarea", { rows: 1, placeholder: words.message, "aria-label": words.message, maxlength: 65000 });
    this.field.value = this.draft;
    this.field.addEventListener("input", () => this.grow());
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    this.replying = h("div", { class: "replying", hidden: true });
    this.notice = h("div", { class: "notice", hidden: true });
    this.sheet = h("div", { class: "sheet", hidden: true });
    this.foot = h("div", { class: "foot" });
    this.composer = h("div", { class: "composer" },
      h("div", { class: "field" }, this.field, h("button", { class: "plain attach", title: words.attach, "aria-label": words.attach, onclick: () => this.openAttach() }, icon("attach"))),
      h("button", { class: "send", title: words.send, "aria-label": words.send, onclick: () => this.send() }, icon("send")));
    const header = h("header", { class: "top" }, h("span", { class: "avatar", "aria-hidden": "true" }, [...this.shop][0]),
      h("span", { class: "who" }, h("b", {}, this.shop), this.status),
      h("button", { class: "plain kebab", title: words.menu, "aria-label": words.menu, onclick: () => this.openMenu() }, icon("menu")));
    this.device.className = `device ${this.skin.skin}`;
    this.device.replaceChildren(header, this.log, this.notice, this.replying, this.composer, this.foot, this.sheet);
  }

  byVendorId(id) {
    return [...this.messages.values()].find((message) => message.vendor_id === String(id));
  }

  /** A new or changed message. */
  put(message, refresh = true) {
    if (this.early) return void this.early.push(message);
    // The answer to our own request may come after newer news of the same message: the newest version stays.
    if (this.messages.get(message.id)?.version > message.version) return;
    this.messages.set(message.id, message);
    if (message.kind === "reaction") {
      const { message_id: target, emoji } = message.body.reaction;
      this.reactions.set(target, emoji);
      const touched = this.byVendorId(target);
      if (touched) this.draw(touched);
    }
    this.draw(message);
    if (refresh) this.refresh();
  }

  draw(message) {
    const old = this.log.querySelector(`[data-id="${message.id}"].line`);
    const shown = this.skin.bubble(message, this);
    if (!shown) return old?.remove();
    const line = h("div", { class: `line ${message.mine ? "mine" : "theirs"}`, "data-id": message.id }, shown);
    shown.querySelector(".bubble")?.addEventListener("click", (event) => {
      if (!event.target.closest("a, button, audio") && !String(getSelection())) this.replyTo(message);
    });
    for (const image of shown.querySelectorAll("img")) image.addEventListener("load", () => this.atEnd && this.toEnd());
    if (old) old.replaceWith(line);
    else this.log.append(line);
    if (!old) this.toEnd();
    return line;
  }

  setChat(chat) {
    this.chat = chat;
    this.refresh();
  }

  /** What depends on the whole chat: typing, notices, keyboards. */
  refresh() {
    if (!this.phone || this.early) return;
    const { words, chat } = this;
    const now = Date.now() / 1000;
    const typing = chat.typing_until > now;
    clearTimeout(this.typingEnd);
    if (typing) this.typingEnd = setTimeout(() => this.refresh(), (chat.typing_until - now) * 1000 + 50);
    this.status.textContent = typing ? words.typing : this.phone.channel === "telegram" ? words.bot : words.online;
    this.log.querySelector(".dots")?.remove();
    if (typing) this.log.append(h("div", { class: "line theirs dots" }, h("div", { class: "bubble" }, h("i"), h("i"), h("i"))));
    this.hello();
    const closed = this.phone.channel === "whatsapp" && chat.wrote_at && now - chat.wrote_at > DAY;
    this.tell(chat.blocked ? words.blocked : closed ? words["window-closed"] : this.scanned ? words[`scanned-${this.phone.channel}`] : "");
    if (this.phone.channel === "telegram") this.telegramFoot();
    if (typing) this.toEnd();
  }

  hello() {
    this.log.querySelector(".hello")?.remove();
    if (this.messages.size) return;
    const { words } = this;
    this.log.append(this.phone.channel === "telegram"
      ? h("div", { class: "hello about" }, h("b", {}, words["can-do"]), words["bot-about"])
      : h("div", { class: "hello" }, h("span", {}, words.today), h("p", {}, words["say-hello"])));
  }

  telegramFoot() {
    const mustStart = !this.messages.size && this.phone.role !== "producer";
    const keyboard = telegram.customKeyboard([...this.messages.values()], this);
    const press = () => {
      this.act({ act: "text", text: this.scanned ? `/start ${this.scanned}` : "/start" });
      this.scanned = null;
    };
    this.composer.hidden = mustStart || this.chat.blocked;
    this.foot.replaceChildren(...(mustStart ? [h("button", { class: "start", onclick: press }, this.words.start)] : keyboard ? [keyboard] : []));
  }

  tell(text) {
    this.notice.textContent = text;
    this.notice.hidden = !text;
  }

  get atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 400;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Put words into the field without sending them, as a wa.me link does; Telegram keeps them for Start. */
  scan(text) {
    this.scanned = text;
    if (this.phone.channel === "whatsapp") {
      this.field.value = this.draft = text;
      this.grow();
    }
    this.refresh();
  }

  grow() {
    this.draft = this.field.value;
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${Math.min(this.field.scrollHeight, 110)}px`);
  }

  replyTo(message) {
    this.answering = message.vendor_id;
    const who = message.mine ? this.words.you : this.shop;
    this.replying.replaceChildren(h("div", { class: "quote" }, h("b", {}, who), h("span", {}, this.skin.gist(message, this.words).slice(0, 120))),
      h("button", { class: "plain", "aria-label": this.words.close, onclick: () => this.stopReply() }, icon("close", 18)));
    this.replying.hidden = false;
    this.field.focus();
  }

  stopReply() {
    this.answering = null;
    this.replying.hidden = true;
  }

  async act(what) {
    if (this.answering && what.act !== "tap" && what.act !== "reaction") what.reply_to = this.answering;
    this.stopReply();
    const { channel, address } = this.phone;
    const message = await post("/sim/phones/act", { channel, address, ...what });
    if (message.id) this.put(message);
    this.toEnd();
  }

  async send() {
    const text = this.field.value;
    if (!text.trim()) return;
    this.field.value = this.draft = "";
    this.scanned = null;
    this.grow();
    await this.act({ act: "text", text });
  }

  sendLocation(message) {
    return this.act({ act: "location", latitude: 31.7845, longitude: 76.3436, name: this.words.place, message });
  }

  sendContact(own) {
    const { name, address } = this.phone;
    return this.act({ act: "contact", name: own ? name : this.words.neighbour, number: own ? address : "919816055555" });
  }

  async sendFile(act, file) {
    const form = new FormData();
    form.append("file", file);
    const { media } = await post("/sim/phones/upload", form);
    await this.act({ act, media });
  }

  async sendVoice() {
    const sample = await (await fetch("/sim/static/voice.ogg")).blob();
    await this.sendFile("voice", new File([sample], "voice.ogg", { type: "audio/ogg" }));
  }

  // sheets

  openSheet(content, title) {
    const close = h("button", { class: "plain", "aria-label": this.words.close, onclick: () => this.closeSheet() }, icon("close"));
    this.sheet.replaceChildren(h("div", { class: "shade", onclick: () => this.closeSheet() }),
      h("div", { class: "paper-sheet", role: "dialog", "aria-label": title }, h("header", {}, close, h("b", {}, title)), h("div", { class: "scroll" }, content)));
    this.sheet.hidden = false;
    close.focus();
  }

  closeSheet() {
    this.sheet.hidden = true;
  }

  choice(label, act) {
    return h("button", { class: "choice", onclick: () => { this.closeSheet(); act(); } }, h("span", {}, label));
  }

  openAttach() {
    const { words } = this;
    const file = (act, accept) => {
      const input = h("input", { type: "file", accept });
      input.addEventListener("change", () => input.files[0] && this.sendFile(act, input.files[0]));
      input.click();
    };
    const tile = (name, label, act) => h("button", { class: `tile tile-${name}`, onclick: () => { this.closeSheet(); act(); } }, h("i", {}, icon(name, 26)), label);
    this.openSheet(h("div", { class: "tiles" }, tile("photo", words.photo, () => file("photo", "image/*")),
      tile("paper", words.document, () => file("document", "application/pdf,image/*")), tile("place", words.location, () => this.sendLocation()),
      tile("person", words.contact, () => this.sendContact()), tile("mic", words.voice, () => this.sendVoice())), words.attach);
  }

  openMenu() {
    const { words, phone, chat } = this;
    const fresh = phone.role === "buyer" || phone.role === "spare";
    const over = async () => this.onchange(this, await post("/sim/phones/new", { channel: phone.channel, address: phone.address }));
    const choices = [this.choice(fresh ? words["start-over"] : words.clear, over)];
    if (phone.channel === "whatsapp") choices.push(this.choice(words.later, () => post("/sim/phones/later", { channel: phone.channel, address: phone.address })));
    else choices.push(this.choice(chat.blocked ? words.unblock : words.block, () => this.act({ act: chat.blocked ? "unblock" : "block" })));
    this.openSheet(choices, words.menu);
  }

  /** Tell the platform that the owner has seen what came. */
  async read() {
    if (!this.visible || document.hidden || !this.phone) return;
    if (![...this.messages.values()].some((m) => !m.mine && m.status === "delivered")) return;
    const { channel, address } = this.phone;
    await post("/sim/phones/read", { channel, address });
  }
}
