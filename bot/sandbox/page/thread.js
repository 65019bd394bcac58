// The open chat's messages: drawn anew only where something changed, so that focus, scroll and folds stay.
import { bubble, dayLine, jumpTo, repliedTo, senderName } from "./bubble.js";
import { byId, make } from "./dom.js";
import { brief } from "./media.js";
import { listenForMenus } from "./menu.js";
import { say } from "./notice.js";
import { serviceText } from "./service.js";
import { chatById, keyOf, markSeen, state, visible } from "./store.js";
import { dayName, isEnglish, t } from "./texts.js";

const NEAR_END = 80;
const GROUPED_SECONDS = 300;
const thread = byId("thread");
/** item key -> {signature, element} of what is drawn. */
let drawn = new Map();
/** Whether the reader is at the end and wants to stay there, whatever grows or shrinks. */
let stuck = true;

/** Draws the chat; `fromScratch` when another chat or person was chosen. */
export function drawThread(fromScratch = false) {
  if (fromScratch) stuck = true;
  if (fromScratch) drawn = new Map();
  const focus = focused();
  const next = new Map();
  for (const item of items()) {
    const old = drawn.get(item.key);
    next.set(item.key, old?.signature === item.signature ? old : { signature: item.signature, element: item.make() });
  }
  place([...next.values()].map((entry) => entry.element));
  drawn = next;
  refocus(focus);
  if (stuck) toEnd();
  endButton();
  drawPinned();
  if (!document.hidden) markSeen(state.me, state.chat);
}

const inTopic = (message) => state.topic === null
  || (state.topic === 0 ? !message.is_topic_message : message.message_thread_id === state.topic || message.message_id === state.topic);

/** Days, messages and albums in order, each with a key and a signature of all that it shows. */
function items() {
  const list = [];
  let day = null;
  let previous = null;
  for (const message of visible(state.chat, state.me).filter(inTopic)) {
    const name = dayName(message.date);
    if (name !== day) list.push({ key: `d${name}`, signature: name, make: () => dayLine(message.date) });
    const album = message.media_group_id && previous?.messages && previous.album === albumOf(message) ? previous : null;
    if (album) album.messages.push(message);
    else list.push(previous = { key: keyOf(message), album: albumOf(message), messages: [message], head: name !== day || !follows(previous, message) });
    day = name;
  }
  for (const item of list.filter((entry) => entry.messages)) {
    item.signature = [isEnglish(), item.head, state.me, state.topic, ...item.messages.map((m) => `${keyOf(m)}.${m.revision}.${repliedTo(m)?.revision}`)].join();
    item.make = () => bubble(item);
  }
  return list.length ? list : [{ key: "empty", signature: String(isEnglish()), make: () => make("p", { class: "empty", text: t("no-messages") }) }];
}

const albumOf = (message) => (message.media_group_id ? `${message.media_group_id}:${message.from?.id}` : null);

function follows(previous, message) {
  const last = previous?.messages.at(-1);
  return Boolean(last) && last.from?.id === message.from?.id && last.sender_chat?.id === message.sender_chat?.id
    && message.date - last.date < GROUPED_SECONDS && serviceText(last) === null && !last.receiver_user_id === !message.receiver_user_id;
}

function place(elements) {
  const wanted = new Set(elements);
  for (const child of [...thread.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, i) => { if (thread.children[i] !== element) thread.insertBefore(element, thread.children[i] ?? null); });
}

/** Where the keyboard focus is, so that an edited card does not lose it. */
function focused() {
  const element = document.activeElement;
  const key = element?.closest?.("#thread [data-key]")?.dataset.key;
  return key ? { element, key, label: element.dataset.label } : null;
}

function refocus(focus) {
  if (!focus || focus.element.isConnected) return;
  const again = thread.querySelector(`[data-key="${focus.key}"]`);
  const keys = [...(again?.querySelectorAll("[data-label]") ?? [])];
  (keys.find((key) => key.dataset.label === focus.label) ?? keys[0] ?? thread).focus({ preventScroll: true });
}

const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_END;
export function toEnd() {
  stuck = true;
  thread.scrollTop = thread.scrollHeight;
}
function endButton() {
  byId("to-end").hidden = atEnd();
  if (atEnd()) byId("to-end-news").hidden = true;
}

function drawPinned() {
  const id = chatById(state.chat).pinned.at(-1);
  const message = id === undefined ? null : visible(state.chat, state.me).find((m) => m.message_id === id);
  const bar = byId("pinned");
  bar.hidden = !message;
  if (!message) return;
  bar.textContent = t("pinned", { text: (brief(message) ?? "").replaceAll("\n", " ").slice(0, 100) });
  bar.onclick = () => jumpTo(keyOf(message));
}

/** Tells of new messages of others: to a screen reader, and on the button that leads to them. */
export function announce(fresh) {
  const others = fresh.filter((message) => message.from?.id !== state.me);
  const shown = new Set(visible(state.chat, state.me).map((message) => keyOf(message)));
  const said = others.filter((message) => shown.has(keyOf(message)))
    .map((message) => serviceText(message) ?? t("new-message", { name: senderName(message), text: brief(message) ?? t("unknown") }));
  if (!said.length) return;
  say(said.join("\n"));
  byId("to-end-news").hidden = atEnd();
}

// A thread that was made smaller has not been scrolled by anybody.
let height = thread.clientHeight;
thread.addEventListener("scroll", () => {
  if (thread.clientHeight === height) stuck = atEnd();
  endButton();
}, { passive: true });
const stay = () => {
  height = thread.clientHeight;
  if (stuck) toEnd();
};
thread.addEventListener("load", stay, true); // a picture has found its size
new ResizeObserver(stay).observe(thread);
byId("to-end").addEventListener("click", toEnd);
listenForMenus(thread, (key) => state.messages.get(state.chat)?.get(key) ?? null);
