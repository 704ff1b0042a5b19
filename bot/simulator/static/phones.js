// The page: four phones side by side, or one at a time on a telephone; changes arrive as server-sent events.
import { h, post } from "./dom.js";
import { PhoneView } from "./phone.js";

const setting = JSON.parse(document.getElementById("setting").textContent);
const { words } = setting;
const SLOTS = {
  whatsapp: { title: words["buyer-whatsapp"], tab: words["tab-whatsapp"], holds: (p) => p.role === "buyer" && p.channel === "whatsapp" },
  telegram: { title: words["buyer-telegram"], tab: words["tab-telegram"], holds: (p) => p.role === "buyer" && p.channel === "telegram" },
  producer: { title: words.producer, tab: words.producer, holds: (p) => p.role === "producer" || p.role === "spare", spare: true },
  office: { title: words.office, tab: words.office, holds: (p) => p.role === "office" },
};
const row = document.getElementById("row");
const tabs = document.getElementById("tabs");
const views = new Map();
const tabButtons = new Map();
let phones = [];

const key = (thing) => `${thing.channel}:${thing.address}`;
const titled = (phone) => phone.title?.[setting.language] ?? phone.title?.en ?? (phone.role === "spare" ? words.spare : phone.name);
const number = (phone) => (phone.channel === "whatsapp" ? phone.address.replace(/^91(\d{5})(\d{5})$/, "+91 $1 $2") : `@${phone.name.toLowerCase().replace(/\W+/g, "")} · ${phone.address}`);

async function loadPhones() {
  const answer = await fetch("/sim/phones");
  const { phones: found, version } = await answer.json();
  phones = found;
  for (const [slot, view] of views) {
    const mine = phones.filter(SLOTS[slot].holds);
    const shown = mine.find((p) => view.phone && key(p) === key(view.phone));
    const idle = !view.chosen && !view.messages.size && !view.draft; // nobody is busy here: show the phone that rings
    const now = (idle && mine.find((p) => p.unread)) || shown || mine[0];
    if (now && (!view.phone || key(view.phone) !== key(now))) await view.show(now);
    head(slot, mine);
  }
  return version;
}

/** What stands above a phone: whose it is, and for the producers the choice of phones. */
function head(slot, mine) {
  const view = views.get(slot);
  const { title, spare } = SLOTS[slot];
  const lines = [h("h2", {}, title)];
  if (spare || mine.length > 1) {
    const label = (p) => `${titled(p)} · ${p.channel === "whatsapp" ? "WhatsApp" : "Telegram"}${p.unread ? ` (${p.unread})` : ""}`;
    const select = h("select", { "aria-label": title },
      mine.map((p) => h("option", { value: key(p), selected: view.phone && key(p) === key(view.phone) }, label(p))),
      spare && h("option", { value: "+whatsapp" }, words["add-whatsapp"]), spare && h("option", { value: "+telegram" }, words["add-telegram"]));
    if (!mine.length) select.prepend(h("option", { selected: true, disabled: true }, "—"));
    select.addEventListener("change", () => choose(slot, select.value));
    lines.push(select);
  }
  const ringing = mine.filter((p) => p.unread && view.phone && key(p) !== key(view.phone)).slice(0, 2);
  if (ringing.length) lines.push(h("p", {}, ringing.map((p) => h("button", { class: "rings", onclick: () => choose(slot, key(p)) }, `${titled(p)} · ${p.unread}`))));
  else if (view.phone) lines.push(h("p", {}, spare || mine.length > 1 ? number(view.phone) : `${view.phone.name} · ${number(view.phone)}`));
  view.above.replaceChildren(...lines);
  badge(slot, mine);
}

function badge(slot, mine) {
  const unread = mine.reduce((sum, p) => sum + (p.unread ?? 0), 0);
  tabButtons.get(slot).dataset.unread = unread || "";
}

async function choose(slot, value) {
  const view = views.get(slot);
  view.chosen = true; // what a hand has chosen stays, whoever rings
  const chosen = value.startsWith("+") ? await post("/sim/phones/new", { channel: value.slice(1) }) : phones.find((p) => key(p) === value);
  await view.show(chosen);
  await loadPhones();
  view.read();
}

async function startedOver(view, phone) {
  await view.show(phone);
  await loadPhones();
}

function changed({ messages, chats }) {
  let elsewhere = false;
  for (const view of views.values()) {
    if (!view.phone) continue;
    for (const message of messages) if (key(message) === key(view.phone)) view.put(message);
    for (const chat of chats) if (key(chat) === key(view.phone)) view.setChat(chat);
    view.read();
  }
  const shown = new Set([...views.values()].filter((v) => v.phone).map((v) => key(v.phone)));
  for (const thing of [...messages, ...chats]) if (!shown.has(key(thing))) elsewhere = true;
  if (elsewhere || messages.some((m) => !m.mine)) refreshSoon();
}

let waiting;
function refreshSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(loadPhones, 300);
}

function listen(version) {
  const stream = new EventSource(`/sim/events?since=${version}`);
  const away = document.getElementById("away");
  stream.addEventListener("message", (event) => changed(JSON.parse(event.data)));
  stream.addEventListener("open", () => { away.hidden = true; });
  stream.addEventListener("error", () => {
    away.hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(version), 2000);
  });
  addEventListener("pagehide", () => stream.close());
}

function current(slot) {
  for (const [name, button] of tabButtons) button.setAttribute("aria-selected", String(name === slot));
}

const seen = new IntersectionObserver((entries) => {
  for (const { target, intersectionRatio } of entries) {
    const view = views.get(target.dataset.slot);
    view.visible = intersectionRatio > 0.5;
    if (view.visible) {
      current(target.dataset.slot);
      view.read();
    }
  }
}, { threshold: [0, 0.51, 1] });

for (const [slot, { tab }] of Object.entries(SLOTS)) {
  const view = new PhoneView(setting, slot, startedOver);
  views.set(slot, view);
  row.append(view.node);
  const button = h("button", { role: "tab", "aria-controls": `slot-${slot}`, onclick: () => view.node.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" }) }, tab);
  tabButtons.set(slot, button);
  tabs.append(button);
  seen.observe(view.node);
}
current("whatsapp");
const version = await loadPhones();
for (const channel of ["whatsapp", "telegram"]) {
  const { phone } = views.get(channel);
  if (phone && setting.scanned[channel]) views.get(channel).scan(setting.scanned[channel]);
}
listen(version);
document.addEventListener("visibilitychange", () => views.forEach((view) => view.read()));
document.body.dataset.ready = "yes";
