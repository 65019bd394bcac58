// The page put together: the address says who one is and where; everything else follows from it.
import "./commands.js";
import { changeSeat, drawCompose, offerStart, prefill, seatNow } from "./compose.js";
import { button, byId } from "./dom.js";
import { attend, follow as followWorld } from "./feed.js";
import { follow } from "./keyboard.js";
import { drawPair, invite, isPane, offered, pairUp } from "./pair.js";
import { chatAvatar, chatName, choose, redraw } from "./people.js";
import { drawSeat } from "./seat.js";
import { drawSize } from "./size.js";
import { chatById, groupsOf, isAdmin, isInside, isPrivate, nameOf, on, personas, state } from "./store.js";
import { fillTexts, followLanguage, switchLanguage, t } from "./texts.js";
import { announce, drawThread } from "./thread.js";
import { drawTools, runClock } from "./tools.js";

const WIDE = matchMedia("(min-width: 760px)");

/** The address: `#<person>` or `#<person>/<chat>`, so that going back and reloading work. */
function go(me, chat = null) {
  location.hash = chat === null ? `${me}` : `${me}/${chat}`;
}

function readAddress() {
  drawPair();
  const [me, chat] = location.hash.slice(1).split("/").map(Number);
  const person = state.users.has(me) ? me : null;
  const there = person !== null && chat && chatById(chat) && (!isPrivate(chat) || chat === person) ? chat : null;
  settle(person, there);
}

function settle(me, chat) {
  const [moved, left] = [state.chat !== chat || state.me !== me, seatNow()];
  if (state.chat !== chat) state.topic = null;
  Object.assign(state, { me, chat });
  drawSize();
  byId("rooms").classList.toggle("in-chat", chat !== null);
  byId("nothing").hidden = chat !== null;
  byId("open-chat").hidden = chat === null;
  if (moved) {
    attend();
    if (chat !== null) changeSeat(left);
  }
  drawChat(moved);
  drawSeat();
  redraw();
}

function drawChat(fromScratch = false) {
  if (state.chat === null || !chatById(state.chat)) return;
  drawHead();
  drawTopics();
  drawThread(fromScratch);
  drawCompose();
}

function drawHead() {
  const chat = chatById(state.chat);
  byId("chat-avatar").replaceChildren(chatAvatar(chat));
  byId("chat-title").textContent = chatName(chat);
  byId("chat-about").textContent = isPrivate(chat.id) ? t("private-with") : about(chat);
  byId("writes-as").textContent = t("writes-as", { name: nameOf(state.users.get(state.me)) });
}

function about(chat) {
  const inside = chat.members.filter(isInside);
  const admins = inside.filter(isAdmin).map((member) => nameOf(member.user));
  return [t("members", { count: inside.length }), admins.length && t("admins", { names: admins.join(t("comma")) })].filter(Boolean).join(" · ");
}

function drawTopics() {
  const { topics } = chatById(state.chat);
  const names = [[null, t("all-topics")], [0, t("general")], ...topics.map((topic) => [topic.message_thread_id, topic.name])];
  byId("topics").hidden = !topics.length;
  byId("topics").replaceChildren(...names.map(([id, text]) => button({ text, "aria-pressed": String(state.topic === id), click: () => pickTopic(id) })));
}

function pickTopic(id) {
  state.topic = id;
  drawChat(true);
}

choose.persona = (id) => {
  const stays = state.chat !== null && !isPrivate(state.chat) && groupsOf(id).some((chat) => chat.id === state.chat);
  go(id, WIDE.matches || isPane ? (stays ? state.chat : id) : null);
};
choose.chat = (id) => go(state.me, id);

/** Links to the bot itself stay inside: they open its private chat, with the payload on the start button. */
follow.link = (url, alone = false) => {
  const username = state.bot.username.toLowerCase();
  const found = /^(?:https?:\/\/t\.me\/(\w+)|tg:\/\/resolve\?domain=(\w+))(?:[?&]start=([\w-]+))?/i.exec(url);
  if (!found || (found[1] ?? found[2]).toLowerCase() !== username) {
    if (alone && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    return false;
  }
  go(state.me, state.me);
  addEventListener("hashchange", () => offerStart(found[3] ?? null), { once: true });
  if (state.chat === state.me) offerStart(found[3] ?? null);
  return true;
};

/** Sits down as somebody, with words ready to be sent. */
invite.sit = ({ user, chat }, text = null, file = null) => {
  go(user, chat);
  readAddress();
  if (text !== null || file) prefill(text, file);
};

function speak() {
  fillTexts();
  byId("language").textContent = t("language");
  byId("language").lang = t("language") === "English" ? "en" : "zh-CN";
  drawTools();
  drawPair();
  drawSeat();
  redraw();
  if (state.bot) drawChat();
}

byId("language").addEventListener("click", () => { switchLanguage(); speak(); });
byId("back").addEventListener("click", () => go(state.me));
addEventListener("hashchange", readAddress);
document.addEventListener("visibilitychange", () => { if (!document.hidden && state.chat !== null) drawChat(); });
on("messages", ({ chatId, fresh }) => {
  if (chatId !== state.chat) return;
  drawChat();
  announce(fresh);
});
on("people", () => { if (state.bot) readAddress(); });
addEventListener("storage", ({ key }) => { if (key === "language") { followLanguage(); speak(); } });
on("ready", async () => {
  const [first] = personas();
  await offered();
  if (!location.hash && WIDE.matches) pairUp();
  if (!location.hash && first && WIDE.matches) go(first.id, groupsOf(first.id)[0]?.id ?? first.id);
  else if (!location.hash && first) go(first.id);
  readAddress();
  document.body.dataset.ready = "true";
});

speak();
runClock();
followWorld();
