// The compose box: words, files, a reply or an edit, sent as the person that one is.
import * as api from "./api.js";
import { contentOf, place } from "./attachments.js";
import { senderName } from "./bubble.js";
import { button, byId, make } from "./dom.js";
import { drawKeys, follow } from "./keyboard.js";
import { brief } from "./media.js";
import { openMenu, start } from "./menu.js";
import { attempt, trouble } from "./notice.js";
import { chatById, isEphemeral, isInside, isPrivate, memberOf, state } from "./store.js";
import { drawThread, toEnd } from "./thread.js";
import { t } from "./texts.js";

const TEXT_UNITS = 4096;
const FILE_BYTES = 20 * 1024 * 1024;
const box = byId("compose-text");
const drafts = new Map();
const seat = () => `${state.me}:${state.chat}`;
const fresh = () => ({ text: "", reply: null, editing: null, files: [], answered: 0 });
let draft = fresh();
/** What a deep link wants said to the bot at the start. */
let payload = null;

/** Another chat or person: what was begun here waits for the return. */
export function changeSeat(leave) {
  draft.text = box.value;
  drafts.set(leave, draft);
  draft = drafts.get(seat()) ?? fresh();
  payload = null;
  box.value = draft.text;
  drawCompose();
  grow();
}

export const seatNow = seat;

/** Draws all that depends on the chat: who may write, the start button, keys, reply line. */
export function drawCompose() {
  const chat = chatById(state.chat);
  const opened = !isPrivate(chat.id) || (chat.started && !payload);
  const allowed = isPrivate(chat.id) || isInside(memberOf(chat, state.me));
  byId("compose").hidden = !opened || !allowed;
  byId("start").hidden = opened;
  byId("outside").hidden = allowed;
  const { forced, placeholder } = drawKeys();
  if (forced && forced.born > draft.answered && !draft.editing) Object.assign(draft, { reply: forced, answered: forced.born });
  box.placeholder = placeholder ?? t("write");
  drawReply();
  drawFiles();
}

function drawReply() {
  const about = draft.editing ?? draft.reply;
  byId("reply").hidden = !about;
  if (!about) return;
  const lead = draft.editing ? t("editing") : t("reply-to", { name: senderName(about) });
  byId("reply").querySelector("span").replaceChildren(make("b", { text: lead }), make("span", { text: (brief(about) ?? "").replaceAll("\n", " ").slice(0, 90) }));
}

function drawFiles() {
  byId("attached").hidden = !draft.files.length;
  byId("attached").replaceChildren(...draft.files.map((file, i) => make("li", {}, looks(file), file.name,
    button({ "aria-label": t("remove", { name: file.name }), text: "✕", click: () => { draft.files.splice(i, 1); drawFiles(); } }))));
}

/** A small look at a picture; its address lives as long as the image needs it. */
function looks(file) {
  if (!file.type.startsWith("image/")) return null;
  const src = URL.createObjectURL(file);
  return make("img", { src, alt: "", load: () => URL.revokeObjectURL(src) });
}

function addFiles(files) {
  for (const file of files) {
    if (file.size > FILE_BYTES) trouble(t("too-big"));
    else draft.files.push(file);
  }
  drawFiles();
  box.focus();
}

start.reply = (message) => begin({ reply: message, editing: null });
start.edit = (message) => {
  box.value = message.text ?? message.caption;
  begin({ reply: null, editing: message });
};
function begin(change) {
  Object.assign(draft, change);
  drawReply();
  grow();
  box.focus();
}

/** A client cuts what is too long for one message, at a line's end where there is one. */
export function pieces(text) {
  const parts = [];
  let rest = text;
  while (rest.length > TEXT_UNITS) {
    const line = rest.lastIndexOf("\n", TEXT_UNITS);
    let at = line > TEXT_UNITS / 2 ? line : TEXT_UNITS;
    if (/[\uD800-\uDBFF]/.test(rest[at - 1])) at -= 1;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest].filter((part) => part.trim());
}

function replyFields() {
  const topic = state.topic ? { message_thread_id: state.topic } : {};
  if (!draft.reply) return topic;
  const thread = draft.reply.is_topic_message ? { message_thread_id: draft.reply.message_thread_id } : topic;
  return isEphemeral(draft.reply)
    ? { ...thread, reply_to_ephemeral: draft.reply.ephemeral_message_id }
    : { ...thread, reply_to: draft.reply.message_id };
}

async function send() {
  const text = box.value.trim();
  if (draft.editing) return text && settle(() => api.edit(state.chat, draft.editing.message_id, state.me, text));
  if (!text && !draft.files.length) return undefined;
  const [chat, me, about] = [state.chat, state.me, replyFields()];
  const parts = draft.files.length ? await contentOf(draft.files, text) : pieces(text).map((part) => ({ text: part }));
  return settle(async () => { for (const part of parts) await api.say(chat, me, { ...part, ...about }); });
}

let sending = false;
/** Empties the box only when the server has taken what was in it. */
async function settle(work) {
  if (sending) return;
  sending = true;
  const done = await attempt(work);
  sending = false;
  if (done === null) return;
  draft = { ...fresh(), answered: draft.answered };
  box.value = "";
  drawCompose();
  grow();
  toEnd();
}

follow.text = (text) => attempt(() => api.say(state.chat, state.me, { text, ...replyFields() })).then((done) => {
  if (done) Object.assign(draft, { reply: null });
  drawCompose();
  toEnd();
});

/** Words, and perhaps a picture, that are ready to be sent. */
export function prefill(text, file = null) {
  draft.files = file ? [file] : [];
  box.value = text ?? "";
  drawCompose();
  grow();
  box.focus();
}

/** A deep link into the private chat: the start button will carry its payload. */
export function offerStart(given) {
  payload = given;
  drawCompose();
  byId("start").querySelector("button").focus();
}

async function pressStart() {
  const text = payload ? `/start ${payload}` : "/start";
  if (!(await attempt(() => api.say(state.chat, state.me, { text })))) return;
  payload = null;
  const chat = { ...chatById(state.chat), started: true };
  state.chats.set(chat.id, chat);
  drawCompose();
  drawThread();
  box.focus();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight * 0.35)}px`;
}

byId("start").querySelector("button").addEventListener("click", pressStart);
byId("compose").addEventListener("submit", (event) => { event.preventDefault(); send(); });
byId("reply").querySelector("button").addEventListener("click", () => {
  if (draft.editing) box.value = "";
  begin({ reply: null, editing: null });
});
box.addEventListener("input", grow);
box.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  }
  if (event.key === "Escape" && (draft.reply || draft.editing)) byId("reply").querySelector("button").click();
});
box.addEventListener("paste", (event) => {
  if (event.clipboardData.files.length) addFiles(event.clipboardData.files);
});
byId("files").addEventListener("change", (event) => { addFiles(event.target.files); event.target.value = ""; });
byId("attach").addEventListener("click", (event) => {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  openMenu(left, top - 110, [
    { text: t("attach-files"), act: () => byId("files").click() },
    { text: t("attach-place"), act: () => settle(() => api.say(state.chat, state.me, { ...place(), ...replyFields() })) },
  ]);
});
