// How Telegram shows a message: the Bot API's Message object, whoever wrote it.
import { h, icon, size, time } from "./dom.js";
import * as writing from "./writing.js";

export const skin = "telegram";

export function gist({ body, kind }, words) {
  return body.text ?? body.caption ?? { photo: words.photo, document: words.document, voice: words["voice-note"], location: words.location, contact: words.contact }[kind] ?? words.other;
}

export function bubble(message, phone) {
  const { words } = phone;
  if (message.kind === "deleted") return null;
  const { body } = message;
  const parts = content(message, words);
  const meta = h("span", { class: "meta" }, body.edit_date ? `${words.edited} ` : "", time(message.at), message.mine && icon(message.status === "sent" ? "tick" : "ticks", 15));
  const inner = h("div", { class: `bubble ${parts.wide ? "wide" : ""}` }, quote(body, phone), parts.top,
    parts.text && h("div", { class: "words" }, parts.text, h("span", { class: "room" })), meta);
  return h("div", { class: "stack" }, inner, keyboard(message, phone));
}

function quote(body, phone) {
  const target = body.reply_to_message;
  if (!target) return null;
  const who = target.from?.is_bot ? phone.shop : phone.words.you;
  return h("div", { class: "quote" }, h("b", {}, who), h("span", {}, (target.text ?? target.caption ?? phone.words.other).slice(0, 120)));
}

function content({ body, kind }, words) {
  const caption = body.caption && writing.telegram(body.caption, body.caption_entities);
  const file = (id) => `/sim/media/${encodeURIComponent(id)}`;
  if (kind === "text") return { text: writing.telegram(body.text, body.entities) };
  if (kind === "photo") return { top: h("img", { class: "picture", src: file(body.photo[0].file_id), alt: "" }), text: caption, wide: true };
  if (kind === "document") {
    const { file_id: id, file_name: name, file_size: bytes } = body.document;
    return { top: h("a", { class: "paper", href: file(id), download: name ?? "" }, h("i", {}, icon("paper", 24)), h("span", {}, name ?? words.document, h("small", {}, size(bytes)))), text: caption, wide: true };
  }
  if (kind === "voice") return { top: h("audio", { controls: true, src: file(body.voice.file_id) }) };
  if (kind === "location") return { top: h("div", { class: "map" }, icon("place", 34)), text: [`${body.location.latitude}, ${body.location.longitude}`] };
  if (kind === "contact") return { top: h("div", { class: "card" }, icon("person", 34), h("span", {}, body.contact.first_name, h("small", {}, body.contact.phone_number))) };
  return { text: [words.other] };
}

function keyboard(message, phone) {
  const rows = message.body.reply_markup?.inline_keyboard;
  if (!rows || message.mine) return null;
  return h("div", { class: "keys" }, rows.map((row) => h("div", { class: "keyrow" }, row.map((key) => {
    if (key.url) return h("a", { class: "button", href: /^https?:\/\//i.test(key.url) ? key.url : "#", target: "_blank", rel: "noopener noreferrer" }, key.text, icon("link", 12));
    const press = async (event) => {
      event.currentTarget.classList.add("pressed");
      await phone.act({ act: "tap", message: message.vendor_id, id: key.callback_data });
    };
    return h("button", { onclick: press, "data-id": key.callback_data }, key.text);
  }))));
}

/** The custom keyboard now under the message field, or null: the last message that set or removed one decides. */
export function customKeyboard(messages, phone) {
  const last = messages.filter((m) => !m.mine && (m.body.reply_markup?.keyboard || m.body.reply_markup?.remove_keyboard)).at(-1);
  const rows = last?.body.reply_markup.keyboard;
  if (!rows) return null;
  return h("div", { class: "custom" }, rows.map((row) => h("div", { class: "keyrow" }, row.map((key) => {
    const label = typeof key === "string" ? key : key.text;
    const send = key.request_location ? () => phone.sendLocation() : key.request_contact ? () => phone.sendContact(true) : () => phone.act({ act: "text", text: label });
    return h("button", { onclick: send }, label);
  }))));
}
