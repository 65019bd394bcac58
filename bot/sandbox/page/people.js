// The two lists on the left: who you may be, and that person's chats.
import * as api from "./api.js";
import { avatar, button, byId, make } from "./dom.js";
import { brief } from "./media.js";
import { openMenu } from "./menu.js";
import { ask, attempt } from "./notice.js";
import { serviceText } from "./service.js";
import {
  chatsOf, groupsOf, hasUnread, isAdmin, isInside, isPrivate, isUnread, memberOf, nameOf, on, personas, state, visible,
} from "./store.js";
import { stamp, t } from "./texts.js";

/** Where a choice leads; set by the page. */
export const choose = { persona: () => {}, chat: () => {} };

export function drawPeople() {
  const people = personas().map((user) => make("li", {}, personaButton(user)));
  byId("personas").replaceChildren(...(people.length ? people : [make("li", { class: "empty", text: t("nobody") })]));
}

function personaButton(user) {
  const unread = hasUnread(user.id);
  return button({
    class: "row", "aria-current": user.id === state.me ? "true" : null, data: { user: user.id }, click: () => choose.persona(user.id),
  }, avatar(user.first_name, user.id),
  make("span", { class: "row-words" }, make("b", { text: nameOf(user) }), make("small", { text: hint(user) })),
  unread && dot());
}

const dot = () => make("span", { class: "dot", role: "img", "aria-label": t("unread") });

/** What this person may do, as far as the platform knows. */
function hint(user) {
  const groups = groupsOf(user.id);
  const standing = groups.map((chat) => memberOf(chat, user.id));
  const titles = [...new Set(standing.map((member) => member.custom_title).filter(Boolean))];
  if (!titles.length && standing.some((member) => member.status === "creator")) titles.push(t("is-creator"));
  if (!titles.length && standing.some(isAdmin)) titles.push(t("is-admin"));
  const where = groups.length ? t("in-groups", { count: groups.length }) : t("no-groups");
  return [...titles, where, user.language_code && user.language_code.slice(0, 2) !== "zh" ? user.language_code : null].filter(Boolean).join(" · ");
}

export function drawChats() {
  const me = state.users.get(state.me);
  byId("chats-title").textContent = me ? t("chats-of", { name: nameOf(me) }) : t("chats");
  byId("chats-empty").hidden = Boolean(me);
  byId("chats-empty").textContent = t("choose-persona");
  const rows = me ? chatsOf(state.me).map((chat) => make("li", {}, chatButton(chat))) : [];
  byId("chats").replaceChildren(...rows);
  byId("join").hidden = !me || !elsewhere().length;
}

function chatButton(chat) {
  const last = visible(chat.id, state.me).at(-1);
  return button({
    class: "row", "aria-current": chat.id === state.chat ? "true" : null, data: { chat: chat.id }, click: () => choose.chat(chat.id),
  }, chatAvatar(chat),
  make("span", { class: "row-words two" }, make("b", { text: chatName(chat) }), last ? stamp(last.date) : make("span"),
    make("small", { text: preview(chat, last) }), isUnread(state.me, chat.id) && dot()));
}

export const chatName = (chat) => (isPrivate(chat.id) ? nameOf(state.bot) : chat.title);
export const chatAvatar = (chat) =>
  isPrivate(chat.id) ? avatar(nameOf(state.bot), state.bot.id) : avatar(chat.title, chat.id);

function preview(chat, last) {
  if (!last) return isPrivate(chat.id) ? t("private-with") : t("nothing-yet");
  const said = brief(last) ?? serviceText(last) ?? t("unknown");
  const whose = isPrivate(chat.id) || !brief(last) ? "" : `${last.sender_chat?.title ?? last.from?.first_name ?? ""}: `;
  return (whose + said).replaceAll("\n", " ").slice(0, 120);
}

async function addPerson() {
  const name = await ask(t("person-ask"));
  if (!name) return;
  const user = await attempt(() => api.addUser(name));
  if (!user) return;
  state.users.set(user.id, user);
  choose.persona(user.id);
}

let waiting = false;
/** Draws both lists once, however many changes came together; keeps the focus where it was. */
export function redraw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const { user, chat } = document.activeElement?.dataset ?? {};
    drawPeople();
    drawChats();
    const again = user ? `#personas [data-user="${user}"]` : chat ? `#chats [data-chat="${chat}"]` : null;
    if (again) document.querySelector(again)?.focus();
  });
}

/** Groups that this person could join. */
const elsewhere = () => [...state.chats.values()]
  .filter((chat) => !isPrivate(chat.id) && !chat.migrated_to && !isInside(memberOf(chat, state.me)));

const join = async (chat) => {
  const member = await attempt(() => api.join(chat.id, state.me));
  if (!member) return;
  chat.members = [...chat.members.filter((known) => known.user.id !== state.me), member];
  choose.chat(chat.id);
};

byId("join").addEventListener("click", (event) => {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  openMenu(left, top, elsewhere().map((chat) => ({ text: chat.title, act: () => join(chat) })));
});
byId("person-add").addEventListener("click", addPerson);
on("people", redraw);
on("messages", redraw);
