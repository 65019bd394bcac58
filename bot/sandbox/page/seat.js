// The head of one of two panes: who sits here, and that person's chats as tabs.
import { avatar, button, byId, make } from "./dom.js";
import { isPane } from "./pair.js";
import { chatName, choose } from "./people.js";
import { chatsOf, isUnread, nameOf, on, personas, state } from "./store.js";
import { isEnglish, t } from "./texts.js";

let drawn = "";

export function drawSeat() {
  if (!isPane || !state.bot || !state.users.has(state.me)) return;
  const chats = chatsOf(state.me).toSorted((a, b) => b.id - a.id);
  const tabs = chats.map((chat) => [chat.id, chatName(chat), chat.id === state.chat, chat.id !== state.chat && isUnread(state.me, chat.id)]);
  const people = personas();
  const now = JSON.stringify([isEnglish(), state.me, tabs, people.map(nameOf)]);
  if (now === drawn) return;
  drawn = now;
  byId("seat-who").replaceChildren(...people.map((user) =>
    make("option", { value: user.id, text: nameOf(user), selected: user.id === state.me })));
  const me = state.users.get(state.me);
  byId("seat-face").replaceChildren(avatar(me.first_name, me.id));
  const focus = document.activeElement?.dataset?.tab;
  byId("seat-chats").replaceChildren(...tabs.map(([id, text, open, unread]) => button(
    { "aria-pressed": String(open), data: { tab: id }, click: () => choose.chat(id) }, text,
    unread && make("span", { class: "dot", role: "img", "aria-label": t("unread") }))));
  if (focus) byId("seat-chats").querySelector(`[data-tab="${focus}"]`)?.focus();
}

byId("seat-who").addEventListener("change", (event) => {
  const id = Number(event.target.value);
  choose.persona(id);
});
on("people", drawSeat);
on("messages", () => requestAnimationFrame(drawSeat));
