// How the two apps show formatted text, as DOM nodes.
import { h } from "./dom.js";

const WEB = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;
const MARKS = [
  [/```([\s\S]+?)```/, "code"],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/u, "strong"],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\p{N}_])/u, "em"],
  [/(?<![\p{L}\p{N}~])~(?=\S)([^~\n]*?\S)~(?![\p{L}\p{N}~])/u, "s"],
];

function links(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(WEB)) {
    nodes.push(text.slice(end, found.index), link(found[0], found[0]));
    end = found.index + found[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

const link = (address, ...shown) =>
  /^https?:\/\//i.test(address) ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...shown) : shown;

/** WhatsApp's *bold*, _italic_, ~struck~ and ```fixed```. */
export function whatsapp(text) {
  for (const [mark, tag] of MARKS) {
    const found = mark.exec(text);
    if (found) {
      const inner = tag === "code" ? [found[1]] : whatsapp(found[1]);
      return [...whatsapp(text.slice(0, found.index)), h(tag, {}, inner), ...whatsapp(text.slice(found.index + found[0].length))];
    }
  }
  return links(text);
}

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", spoiler: "span", blockquote: "blockquote" };

/** Telegram's entities: offsets count UTF-16 units, as JavaScript does. */
export function telegram(text, entities = [], start = 0, end = text.length) {
  const nodes = [];
  let at = start;
  const inside = entities.filter((e) => e.offset >= start && e.offset + e.length <= end);
  const sorted = [...inside].sort((a, b) => a.offset - b.offset || b.length - a.length);
  while (sorted.length) {
    const entity = sorted.shift();
    if (entity.offset < at) continue;
    nodes.push(...links(text.slice(at, entity.offset)));
    at = entity.offset + entity.length;
    const inner = telegram(text, sorted.filter((e) => e.offset + e.length <= at), entity.offset, at);
    if (entity.type === "text_link") nodes.push(link(entity.url, ...inner));
    else if (entity.type === "bot_command") nodes.push(h("span", { class: "command" }, inner));
    else nodes.push(TAGS[entity.type] ? h(TAGS[entity.type], {}, inner) : h("span", {}, inner));
  }
  nodes.push(...links(text.slice(at, end)));
  return nodes;
}
