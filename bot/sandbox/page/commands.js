// The bot's commands, offered while a message begins with a slash.
import * as api from "./api.js";
import { button, byId, make } from "./dom.js";
import { follow } from "./keyboard.js";
import { chatById, isAdmin, isPrivate, memberOf, state } from "./store.js";

const box = byId("compose-text");
const list = byId("commands");

/** The narrowest scope that holds here wins, as on Telegram. */
function scopes() {
  const admin = !isPrivate(state.chat) && isAdmin(memberOf(chatById(state.chat), state.me));
  return isPrivate(state.chat)
    ? ["chat", "all_private_chats", "default"]
    : ["chat_member", ...(admin ? ["chat_administrators"] : []), "chat", ...(admin ? ["all_chat_administrators"] : []), "all_group_chats", "default"];
}

const holds = (scope) => (scope.chat_id === undefined || Number(scope.chat_id) === state.chat)
  && (scope.user_id === undefined || Number(scope.user_id) === state.me);

function choose(shelves) {
  const known = Object.entries(shelves).map(([key, commands]) => ({ scope: JSON.parse(key)[0], language: JSON.parse(key)[1] ?? "", commands }));
  const own = state.users.get(state.me)?.language_code?.slice(0, 2) ?? "";
  for (const type of scopes()) {
    for (const language of [own, ""]) {
      const found = known.find((shelf) => shelf.scope.type === type && shelf.language === language && holds(shelf.scope));
      if (found?.commands.length) return found.commands;
    }
  }
  return [];
}

async function offer() {
  const typed = /^\/(\w*)$/.exec(box.value)?.[1];
  const { commands } = typed === undefined ? { commands: {} } : await api.bot().catch(() => ({ commands: {} }));
  const found = choose(commands).filter(({ command }) => command.startsWith(typed));
  list.hidden = !found.length || !box.value.startsWith("/");
  list.replaceChildren(...found.map(({ command, description }) =>
    button({ click: () => take(command) }, make("b", { text: `/${command}` }), ` ${description}`)));
}

function take(command) {
  list.hidden = true;
  box.value = "";
  follow.text(isPrivate(state.chat) ? `/${command}` : `/${command}@${state.bot.username}`);
  box.focus();
}

box.addEventListener("input", offer);
box.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === "Escape") list.hidden = true; });
