// How WhatsApp shows a message: the Graph payload the shop sent, or the message object of the phone's own event.
import { h, icon, size, time } from "./dom.js";
import * as writing from "./writing.js";

export const skin = "whatsapp";

/** The words of a message, short, for quotes and search. */
export function gist(message, words) {
  const { body, kind } = message;
  if (body.shown) return body.shown.body;
  if (kind === "interactive") return body.interactive.body?.text ?? reply(body)?.title ?? "";
  if (kind === "text") return body.text.body;
  if (kind === "button") return body.button.text;
  return body[kind]?.caption || { image: words.photo, document: words.document, audio: words["voice-note"], location: words.location, contacts: words.contact }[kind] || words.other;
}

const reply = (body) => body.interactive?.button_reply ?? body.interactive?.list_reply;

export function bubble(message, phone) {
  const { words } = phone;
  if (message.kind === "reaction") return null;
  if (message.status === "failed") return h("div", { class: "chip failed" }, `⚠ ${words["not-delivered"]}: ${gist(message, words).slice(0, 60)}`);
  const parts = content(message, words);
  const meta = h("span", { class: "meta" }, time(message.at), message.mine && ticks(message.status));
  const inner = h("div", { class: `bubble ${parts.wide ? "wide" : ""}` },
    message.body.shown && h("span", { class: "template" }, words.template),
    quote(message, phone), parts.top, parts.text && h("div", { class: "words" }, parts.text, h("span", { class: "room" })),
    parts.footer && h("div", { class: "footer" }, parts.footer), meta, badge(message, phone));
  return h("div", { class: "stack" }, inner, actions(message, phone));
}

function ticks(status) {
  const mark = icon(status === "sent" ? "tick" : "ticks", 16);
  mark.classList.add(status);
  return mark;
}

function quote(message, phone) {
  const id = message.body.context?.id ?? message.body.context?.message_id;
  const target = id && phone.byVendorId(id);
  if (!target) return null;
  const who = target.mine ? phone.words.you : phone.shop;
  return h("div", { class: "quote" }, h("b", {}, who), h("span", {}, gist(target, phone.words).slice(0, 120)));
}

function badge(message, phone) {
  const emoji = phone.reactions.get(message.vendor_id);
  return emoji ? h("span", { class: "reaction" }, emoji) : null;
}

const picture = (id) => h("img", { class: "picture", src: `/sim/media/${encodeURIComponent(id)}`, alt: "" });

function content({ body, kind, mine }, words) {
  const media = body.media_id ?? body[kind]?.id;
  if (body.shown) return { text: writing.whatsapp(body.shown.body), footer: body.shown.footer };
  if (kind === "text") return { text: writing.whatsapp(body.text.body) };
  if (kind === "button") return { text: [body.button.text] };
  if (kind === "interactive" && mine) {
    const { title, description } = reply(body);
    return { text: [title, description && h("span", { class: "described" }, description)] };
  }
  if (kind === "interactive") {
    const { header, body: said, footer } = body.interactive;
    const top = header?.type === "image" ? picture(body.media_id) : header?.text && h("div", { class: "header" }, header.text);
    return { top, text: writing.whatsapp(said.text), footer: footer?.text, wide: true };
  }
  if (kind === "image") return { top: picture(media), text: body.image.caption && writing.whatsapp(body.image.caption), wide: true };
  if (kind === "document") {
    const { filename, caption } = body.document;
    const details = h("span", {}, filename ?? words.document, body.media_bytes && h("small", {}, size(body.media_bytes)));
    return { top: h("a", { class: "paper", href: `/sim/media/${encodeURIComponent(media)}`, download: filename ?? "" }, icon("paper", 30), details), text: caption && writing.whatsapp(caption), wide: true };
  }
  if (kind === "audio") return { top: h("audio", { controls: true, src: `/sim/media/${encodeURIComponent(media)}` }) };
  if (kind === "location") return { top: h("div", { class: "map" }, icon("place", 34)), text: [body.location.name ?? `${body.location.latitude}, ${body.location.longitude}`] };
  if (kind === "contacts") {
    const [person] = body.contacts;
    return { top: h("div", { class: "card" }, icon("person", 34), h("span", {}, person.name.formatted_name, h("small", {}, person.phones?.[0]?.phone ?? ""))) };
  }
  return { text: [words.other] };
}

function actions(message, phone) {
  if (message.mine) return null;
  const { body, vendor_id: id } = message;
  const tap = (key) => () => phone.act({ act: "tap", message: id, id: key });
  const buttons = [];
  for (const button of body.shown?.buttons ?? []) {
    buttons.push(button.url ? urlButton(button.text, button.url) : h("button", { onclick: tap(button.payload) }, icon("reply", 17), button.text));
  }
  const action = body.interactive?.action ?? {};
  for (const { reply: { id: key, title } } of action.buttons ?? []) {
    buttons.push(h("button", { onclick: tap(key), "data-id": key }, icon("reply", 17), title));
  }
  if (action.sections) buttons.push(h("button", { class: "opens", onclick: () => phone.openSheet(list(action, tap, phone), action.button) }, icon("list", 18), action.button));
  if (action.name === "cta_url") buttons.push(urlButton(action.parameters.display_text, action.parameters.url));
  if (action.name === "send_location") buttons.push(h("button", { onclick: () => phone.sendLocation(id) }, icon("place", 18), phone.words["send-location"]));
  return buttons.length ? h("div", { class: "actions" }, buttons) : null;
}

const urlButton = (title, url) =>
  /^https?:\/\//i.test(url) ? h("a", { class: "button", href: url, target: "_blank", rel: "noopener noreferrer" }, icon("link", 17), title) : h("button", { disabled: true }, title);

function list(action, tap, phone) {
  return action.sections.map((section) =>
    h("div", { class: "section" }, section.title && h("h3", {}, section.title),
      section.rows.map((row) =>
        h("button", { class: "choice", "data-id": row.id, onclick: () => { phone.closeSheet(); tap(row.id)(); } },
          h("span", {}, row.title, row.description && h("small", {}, row.description)), h("i", { class: "radio" })))));
}
