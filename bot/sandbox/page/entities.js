// Text with entities as nodes; offsets are UTF-16 units, which is what JavaScript counts in too.
import { button, make } from "./dom.js";
import { t } from "./texts.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", hashtag: "b", cashtag: "b", mention: "b",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LONG = { units: 700, lines: 14 };

/** Nodes for a text; `on.command(text)` and `on.link(url)` are what taps do. */
export function rich(text, entities, on) {
  const sorted = [...(entities ?? [])]
    .map((e) => ({ ...e, start: e.offset, end: e.offset + e.length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return build({ text, on }, 0, text.length, sorted);
}

function build(whole, start, end, entities) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    if (entity.start < at) continue;
    const stop = Math.min(entity.end, end);
    if (entity.start > at) nodes.push(whole.text.slice(at, entity.start));
    const inner = entities.slice(i + 1).filter((e) => e.start < stop);
    nodes.push(wrap(whole, entity, stop, build(whole, entity.start, stop, inner)));
    at = BLOCKS.has(entity.type) && whole.text[stop] === "\n" ? stop + 1 : stop; // a block ends its line by itself
  }
  if (at < end) nodes.push(whole.text.slice(at, end));
  return nodes;
}

function wrap(whole, entity, stop, children) {
  const said = whole.text.slice(entity.start, stop);
  const kind = WRAPPERS[entity.type];
  if (kind) return kind(entity, said, children, whole.on);
  return TAGS[entity.type] ? make(TAGS[entity.type], {}, children) : make("span", {}, children);
}

const WRAPPERS = {
  pre: (entity, _said, children) => make("pre", {}, make("code", { "data-language": entity.language }, children)),
  blockquote: (_entity, _said, children) => make("blockquote", {}, children),
  expandable_blockquote: (_entity, said, children) => make("blockquote", {}, foldable(children, said.length > 120 || said.split("\n").length > 3, "three")),
  text_link: (entity, _said, children, on) => link(entity.url, children, on),
  url: (_entity, said, children, on) => link(/^[a-z]+:/i.test(said) ? said : `http://${said}`, children, on),
  email: (_entity, said, children, on) => link(`mailto:${said}`, children, on),
  phone_number: (_entity, said, children, on) => link(`tel:${said}`, children, on),
  text_mention: (_entity, _said, children) => make("b", { class: "mention" }, children),
  bot_command: (_entity, said, children, on) => button({ class: "command", click: () => on.command(said) }, children),
  spoiler: (_entity, _said, children) => spoiler(children),
};

/** A link that goes only where a link in a chat may go. */
export function link(url, children, on) {
  if (!/^(https?|tg|mailto|tel):/i.test(url ?? "")) return make("span", {}, children);
  const follow = (event) => { if (on.link(url)) event.preventDefault(); };
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url, click: follow }, children);
}

function spoiler(children) {
  const hidden = button({ class: "spoiler", "aria-label": t("spoiler"), click: () => hidden.replaceWith(...children) }, "　".repeat(4));
  return hidden;
}

/** Long content, folded with a button of its own. */
export function foldable(children, folded, size = "tall") {
  if (!folded) return make("div", { class: "words" }, children);
  const words = make("div", { class: `words folded ${size}` }, children);
  const toggle = button({ class: "unfold", "aria-expanded": "false", text: t("unfold"), click: () => {
    const open = !words.classList.toggle("folded");
    toggle.textContent = t(open ? "fold" : "unfold");
    toggle.setAttribute("aria-expanded", String(open));
  } });
  return make("div", {}, words, toggle);
}

export const isLong = (text) => text.length > LONG.units || text.split("\n").length > LONG.lines;
