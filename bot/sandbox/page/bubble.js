// One message, or one album, as an element.
import { avatar, button, make } from "./dom.js";
import { foldable, isLong, rich } from "./entities.js";
import { follow, inlineKeyboard } from "./keyboard.js";
import { brief, media } from "./media.js";
import { reactionRow } from "./menu.js";
import { serviceText } from "./service.js";
import { chatById, isAdmin, isEphemeral, isPrivate, keyOf, memberOf, nameOf, state } from "./store.js";
import { dayName, stamp, t } from "./texts.js";

const taps = { command: (text) => follow.text(text), link: (url) => follow.link(url) };

export const dayLine = (seconds) => make("p", { class: "day" }, make("span", { text: dayName(seconds) }));

/** `item` is `{messages, head}`: one message or the parts of an album; `head`: the sender is named. */
export function bubble(item) {
  const [first] = item.messages;
  const service = item.messages.length === 1 ? serviceText(first) : null;
  if (service !== null) return make("p", { class: "service", data: { key: keyOf(first) } }, make("span", { text: service }));
  const mine = isMine(first);
  const kind = ["message", mine ? "mine" : "theirs", item.head && "head", isEphemeral(first) && "ephemeral"].filter(Boolean).join(" ");
  const side = mine || isPrivate(state.chat) ? null : make("span", { class: "side" }, item.head && avatar(senderName(first), senderId(first)));
  const element = make("article", { class: kind, data: { key: keyOf(first) }, "aria-label": `${senderName(first)} ${brief(first) ?? ""}`.slice(0, 80) },
    side, make("div", { class: "column" }, body(item), item.messages.map(inlineKeyboard), reactionRow(first)));
  return element;
}

const isMine = (message) => message.from?.id === state.me && !message.sender_chat;
export const senderName = (message) => message.sender_chat?.title ?? nameOf(message.from);
const senderId = (message) => message.sender_chat?.id ?? message.from?.id ?? 0;

function body(item) {
  const [first] = item.messages;
  const pictures = item.messages.map(media).flat();
  const album = item.messages.length > 1;
  return make("div", { class: "bubble" },
    isEphemeral(first) && make("p", { class: "only-you", text: t("only-you") }),
    heading(item), origin(first), quoted(first),
    pictures.length > 0 && make("div", { class: album ? `album of-${Math.min(pictures.length, 4)}` : "media", "aria-label": album ? t("album", { count: pictures.length }) : null }, pictures),
    ...item.messages.map(words), missing(item), foot(item));
}

function missing(item) {
  const [first] = item.messages;
  return brief(first) === null && !media(first).length && make("p", { class: "words dim", text: t("unknown") });
}

function heading(item) {
  const [first] = item.messages;
  const topic = topicOf(first);
  const named = item.head && !isPrivate(state.chat) && !isMine(first);
  if (!named && !topic) return null;
  const member = memberOf(chatById(state.chat), first.from?.id);
  const badge = member?.custom_title ?? (member?.status === "creator" ? t("is-creator") : isAdmin(member) ? t("is-admin") : null);
  return make("p", { class: "heading" }, named && make("b", { text: senderName(first) }),
    named && badge && make("span", { class: "badge", text: badge }), topic && make("span", { class: "topic", text: topic }));
}

function topicOf(message) {
  if (!message.is_topic_message || state.topic !== null) return null;
  return chatById(state.chat).topics.find((topic) => topic.message_thread_id === message.message_thread_id)?.name ?? null;
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.sender_user_name ?? from.sender_chat?.title ?? from.chat?.title ?? nameOf(from.sender_user) ?? "";
  return make("p", { class: "origin", text: t("forwarded", { name: name || t("somebody") }) });
}

/** The message replied to as it stands now, if the page knows it. */
export const repliedTo = (message) =>
  (message.reply_to_message ? state.messages.get(state.chat)?.get(keyOf(message.reply_to_message)) : null);

function quoted(message) {
  const given = message.reply_to_message;
  if (!given || given.forum_topic_created) return null;
  const reply = repliedTo(message) ?? given;
  const said = reply.deleted ? t("deleted") : message.quote?.text ?? brief(reply) ?? serviceText(reply) ?? t("unknown");
  return button({ class: "quote", "aria-label": t("reply-to", { name: senderName(reply) }), click: () => jumpTo(keyOf(reply)) },
    make("b", { text: senderName(reply) }), make("span", { text: said.replaceAll("\n", " ").slice(0, 140) }));
}

/** Brings a message into sight and lets it glow for a moment. */
export function jumpTo(key) {
  const target = document.querySelector(`#thread [data-key="${key}"]`);
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: "smooth" });
  target.classList.add("glow");
  setTimeout(() => target.classList.remove("glow"), 1600);
}

function words(message) {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  return foldable(rich(text, message.entities ?? message.caption_entities, taps), isLong(text));
}

function foot(item) {
  const last = item.messages.at(-1);
  return make("p", { class: "foot" }, last.via_bot && make("span", { text: t("via", { name: last.via_bot.username }) }),
    last.edit_date && make("span", { text: t("edited") }), stamp(last.date),
    button({ class: "more", "aria-label": t("more"), "aria-haspopup": "menu", data: { more: keyOf(item.messages[0]) } }, "⋯"));
}
