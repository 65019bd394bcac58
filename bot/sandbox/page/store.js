// What the page knows of the world, who it is at the moment, and questions about it; it draws nothing.

export const state = {
  users: new Map(), bot: null, chats: new Map(),
  /** chat id -> key -> message, each with `born`: its place in the order of arrival. */
  messages: new Map(),
  /** chat id -> revision up to which its messages are known. */
  known: new Map(),
  me: null, chat: null, topic: null,
};
const seen = new Map();
let births = 0;

const events = new EventTarget();
export const on = (name, listener) => events.addEventListener(name, (event) => listener(event.detail));
export const tell = (name, detail = null) => events.dispatchEvent(new CustomEvent(name, { detail }));

const SYSTEM = 777000;
export const keyOf = (message) => (message.ephemeral_message_id ? `e${message.ephemeral_message_id}` : `m${message.message_id}`);
export const personas = () => [...state.users.values()].filter((user) => !user.is_bot && !user.crowd && user.id !== SYSTEM);
export const nameOf = (user) => (user ? [user.first_name, user.last_name].filter(Boolean).join(" ") || user.title || String(user.id) : "");
export const isPrivate = (chatId) => chatId > 0;

/** The chat as the server describes it; a private chat that nobody has opened yet is there all the same. */
export function chatById(id) {
  const known = state.chats.get(id);
  if (known || !state.users.has(id)) return known ?? null;
  return { id, type: "private", members: [], topics: [], pinned: [], started: false };
}

const INSIDE = new Set(["creator", "administrator", "member"]);
export const memberOf = (chat, userId) => chat.members.find((member) => member.user.id === userId);
export const isInside = (member) => Boolean(member) && (INSIDE.has(member.status) || (member.status === "restricted" && member.is_member));
export const isAdmin = (member) => member?.status === "creator" || member?.status === "administrator";
export const groupsOf = (userId) =>
  [...state.chats.values()].filter((chat) => chat.type !== "private" && !chat.migrated_to && isInside(memberOf(chat, userId)));
/** The private chat with the bot first, then the groups by what was last said. */
export const chatsOf = (userId) => [chatById(userId), ...groupsOf(userId).sort((a, b) => lastBirth(b.id) - lastBirth(a.id))];
const lastBirth = (chatId) => Math.max(0, ...[...messagesIn(chatId)].map((message) => message.born));
const messagesIn = (chatId) => state.messages.get(chatId)?.values() ?? [];

export const isEphemeral = (message) => message.receiver_user_id !== undefined;
const maySee = (message, userId) =>
  !message.deleted && (!isEphemeral(message) || message.receiver_user_id === userId || message.from?.id === userId);

/** What this person sees in the chat, oldest first; an ephemeral message stands where it replaces another. */
export function visible(chatId, userId) {
  const shown = [...messagesIn(chatId)].filter((message) => maySee(message, userId)).sort((a, b) => a.born - b.born);
  const replaced = new Map(shown.filter((m) => m.replaces_message_id).map((m) => [`m${m.replaces_message_id}`, m]));
  if (!replaced.size) return shown;
  const stays = shown.filter((m) => !m.replaces_message_id || !state.messages.get(chatId).has(`m${m.replaces_message_id}`));
  return stays.map((m) => replaced.get(keyOf(m)) ?? m);
}

/** Takes the server's answer to "what is new after this revision?"; an older one now means another world. */
export function takeMessages(chatId, answer, after) {
  if (answer.revision < after) {
    tell("reset");
    return;
  }
  const fresh = [];
  const shelf = state.messages.get(chatId) ?? new Map();
  for (const message of answer.messages) {
    const old = shelf.get(keyOf(message));
    const kept = { ...message, born: old?.born ?? (births += 1) };
    shelf.set(keyOf(message), kept);
    if (!old && !kept.deleted) fresh.push(kept);
  }
  const first = !state.messages.has(chatId);
  state.messages.set(chatId, shelf);
  state.known.set(chatId, Math.max(answer.revision, state.known.get(chatId) ?? 0));
  if (answer.messages.length || first) tell("messages", { chatId, fresh: first ? [] : fresh });
}

export function forgetAll() {
  for (const shelf of [state.messages, state.known, state.chats, state.users, seen]) shelf.clear();
}

const seat = (userId, chatId) => `${userId}:${chatId}`;
export const markSeen = (userId, chatId) => seen.set(seat(userId, chatId), births);
/** At the first look everything counts as read. */
export const markAllSeen = () => { baseline = births; };
let baseline = 0;

export function isUnread(userId, chatId) {
  const since = Math.max(baseline, seen.get(seat(userId, chatId)) ?? 0);
  for (const message of messagesIn(chatId)) {
    if (message.born > since && message.from?.id !== userId && maySee(message, userId)) return true;
  }
  return false;
}
export const hasUnread = (userId) => isUnread(userId, userId) || groupsOf(userId).some((chat) => isUnread(userId, chat.id));
