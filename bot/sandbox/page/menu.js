// What one may do with a message (reply, edit, copy, react), and menus as such.
import * as api from "./api.js";
import { button, byId, make } from "./dom.js";
import { attempt, toast } from "./notice.js";
import { chatById, isEphemeral, isInside, isPrivate, memberOf, state } from "./store.js";
import { t } from "./texts.js";

const EMOJI = ["👍", "❤", "🙏", "👏", "🎉", "👌", "😢", "🤔"];
const HOLD_MS = 500;

/** What the message menu leads to; set by the compose box. */
export const start = { reply: () => {}, edit: () => {} };

/** Opens a menu of `{text, act}` at a point, or of any element given as `head`. */
export function openMenu(x, y, entries, head = null) {
  const menu = byId("menu");
  const items = entries.map(({ text, act }) => button({ role: "menuitem", text, click: () => { menu.hidePopover(); act(); } }));
  menu.replaceChildren(...(head ? [head] : []), ...items);
  menu.showPopover();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  menu.querySelector("button")?.focus();
}

byId("menu").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...byId("menu").querySelectorAll("button")];
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
});

function messageMenu(message, x, y) {
  const text = message.text ?? message.caption;
  const mine = message.from?.id === state.me && !isEphemeral(message) && text !== undefined;
  openMenu(x, y, [
    { text: t("reply"), act: () => start.reply(message) },
    ...(mine ? [{ text: t("edit"), act: () => start.edit(message) }] : []),
    ...(text ? [{ text: t("copy"), act: () => copy(text) }] : []),
  ], isEphemeral(message) ? null : emojiRow(message));
}

async function copy(text) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  toast(t("copied"));
}

const emojiRow = (message) => make("div", { class: "emoji" }, EMOJI.map((emoji) =>
  button({ role: "menuitem", "aria-label": t("react", { emoji }), text: emoji, click: () => { byId("menu").hidePopover(); toggle(message, emoji); } })));

const mineOf = (message) => message.reactions?.find((given) => given.user_id === state.me)?.reaction ?? [];

function toggle(message, emoji) {
  const had = mineOf(message).some((given) => given.emoji === emoji);
  return attempt(() => api.react(state.chat, state.me, message.message_id, had ? [] : [emoji]));
}

/** The reactions under a message, each a button that joins or leaves. */
export function reactionRow(message) {
  const counts = new Map();
  for (const { reaction } of message.reactions ?? []) {
    for (const { emoji } of reaction) if (emoji) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  }
  if (!counts.size) return null;
  const mine = new Set(mineOf(message).map((given) => given.emoji));
  return make("div", { class: "reactions" }, [...counts].map(([emoji, count]) => button({
    class: "reaction", "aria-pressed": String(mine.has(emoji)), "aria-label": t("reacted", { emoji, count }), click: () => toggle(message, emoji),
  }, make("span", { class: "sign", text: emoji }), ` ${count}`)));
}

/** Right click, a long touch and the ⋯ button open the message's menu. */
export function listenForMenus(thread, find) {
  const mayAct = () => isPrivate(state.chat) || isInside(memberOf(chatById(state.chat), state.me));
  const openFor = (target, x, y) => {
    const key = target.closest("[data-key]")?.dataset.key;
    const message = key && mayAct() && target.closest("article") ? find(key) : null;
    if (message) messageMenu(message, x, y);
    return Boolean(message);
  };
  thread.addEventListener("contextmenu", (event) => {
    if (!event.target.closest("a, audio, video") && openFor(event.target, event.clientX, event.clientY)) event.preventDefault();
  });
  thread.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    if (!more) return;
    const box = more.getBoundingClientRect();
    openFor(more, box.left, box.bottom);
  });
  let hold = 0;
  thread.addEventListener("touchstart", ({ target, touches: [touch] }) => {
    hold = setTimeout(() => openFor(target, touch.clientX, touch.clientY), HOLD_MS);
  }, { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) thread.addEventListener(end, () => clearTimeout(hold), { passive: true });
}
