// Keeping the page live: a long poll on the open chat, a slower round through the others and the people.
import * as api from "./api.js";
import { trouble, troubleOver } from "./notice.js";
import { chatsOf, forgetAll, markAllSeen, on, state, takeMessages, tell } from "./store.js";
import { t } from "./texts.js";

const WAIT_SECONDS = 25;
const ROUND_MS = 2500;
const RETRY_MS = 2000;
const OTHERS_PER_ROUND = 8;

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
let abort = new AbortController();
let turn = 0;
let away = false;

/** Loads the whole world once, then follows it for as long as the page lives. */
export async function follow() {
  while (!(await round(Infinity))) await pause(RETRY_MS);
  markAllSeen();
  tell("ready");
  listen();
  rounds();
}

/** The open chat has changed: whoever waits on the old one stops. */
export const attend = () => abort.abort();

async function listen() {
  for (;;) {
    abort = new AbortController();
    await hear(state.chat, abort.signal);
  }
}

async function hear(chatId, signal) {
  if (chatId === null) return void (await Promise.race([pause(ROUND_MS), aborted(signal)]));
  try {
    const after = state.known.get(chatId) ?? 0;
    takeMessages(chatId, await api.messages(chatId, after, after ? WAIT_SECONDS : 0, signal), after);
    if (!state.known.get(chatId)) await pause(500);
    online();
  } catch (error) {
    if (error.name === "AbortError") return;
    if (error.offline) offline(t("reconnect"));
    await Promise.race([pause(RETRY_MS), aborted(signal)]);
  }
}

const aborted = (signal) => new Promise((resolve) => { signal.addEventListener("abort", resolve, { once: true }); });

async function rounds() {
  for (;;) {
    await pause(ROUND_MS);
    if (!document.hidden) await round(OTHERS_PER_ROUND);
  }
}

/** One look at people, chats and as many of the other chats' messages; false when the server is away. */
async function round(others) {
  try {
    const [users, chats, violations] = await Promise.all([api.users(), api.chats(), api.violations()]);
    state.bot ??= await api.bot();
    if (takePeople(users, chats)) tell("people");
    tell("violations", violations);
    for (const chatId of rota(others)) {
      const after = state.known.get(chatId) ?? 0;
      takeMessages(chatId, await api.messages(chatId, after), after);
    }
    online();
    return true;
  } catch (error) {
    offline(error.offline ? t("reconnect") : t("refused", { why: error.message }));
    return false;
  }
}

let lastPeople = "";
function takePeople(users, chats) {
  const now = JSON.stringify([users, chats]);
  if (now === lastPeople) return false;
  lastPeople = now;
  state.users = new Map(users.map((user) => [user.id, user]));
  state.chats = new Map(chats.map((chat) => [chat.id, chat]));
  return true;
}

/** The chats of this person each time, the rest in turn: many people cost no more than a few. */
function rota(others) {
  const mine = state.me === null || !state.users.has(state.me) ? [] : chatsOf(state.me).map((chat) => chat.id);
  const rest = [...state.chats.keys()].filter((id) => !mine.includes(id));
  const picked = rest.length <= others ? rest : Array.from({ length: others }, (_, i) => rest[(turn + i) % rest.length]);
  turn += picked.length;
  return [...mine, ...picked].filter((id) => id !== state.chat || !state.known.has(id));
}

/** Back after an absence: the server may have begun another world, so nothing that was known is kept. */
function online() {
  troubleOver("offline");
  if (!away) return;
  away = false;
  tell("reset");
}

function offline(text) {
  away = true;
  trouble(text, "offline");
}

on("reset", () => {
  forgetAll();
  lastPeople = "";
  attend();
  round(Infinity).then(() => {
    markAllSeen();
    tell("people");
  });
});
