// Two persons side by side, each with this same page as their phone; and what a visitor may try.
import * as api from "./api.js";
import { button, byId, make } from "./dom.js";
import { personas, state } from "./store.js";
import { isEnglish, t } from "./texts.js";
import { moveToNext } from "./tools.js";

const ROOM_FOR_TWO = matchMedia("(min-width: 900px)");
const SIDES = ["left", "right"];
/** Whether this window is one of the two. */
export const isPane = new URLSearchParams(location.search).has("pane");
const isPaired = () => !isPane && location.hash === "#pair";

/** How somebody is seated here with words ready; set by the page. */
export const invite = { sit: () => {} };

let scene = { pair: [], tries: [], large: [] };
/** Who reads large letters, whatever this browser's reader does. */
export const readsLarge = (userId) => (scene.large ?? []).includes(userId);

/** What the world offers its visitor: asked for once, and again while it is being filled. */
export async function offered() {
  scene = await api.scene().catch(() => scene);
  drawPair();
  if (!scene.tries.length && !isPane) setTimeout(offered, 3000);
}

/** Side by side, where there is room and the world says who. */
export function pairUp() {
  if (!isPane && ROOM_FOR_TWO.matches && seats().length === 2) location.hash = "pair";
}

function seats() {
  if (scene.pair?.length === 2) return scene.pair;
  return personas().slice(0, 2).map((user) => ({ user: user.id, chat: user.id }));
}

export function drawPair() {
  const toggle = byId("pair-toggle");
  document.body.classList.toggle("pane", isPane);
  document.body.classList.toggle("paired", isPaired());
  toggle.hidden = isPane || !ROOM_FOR_TWO.matches || personas().length < 2;
  toggle.textContent = t(isPaired() ? "pair-off" : "pair-on");
  byId("tries-open").hidden = isPaired() || !scene.tries.length;
  drawTries();
  if (scene.title) document.title = byId("title").textContent = scene.title;
  if (isPaired()) drawFrames();
  else byId("pair").replaceChildren();
}

function drawFrames() {
  if (byId("pair").children.length || seats().length < 2) return;
  byId("pair").replaceChildren(...seats().map(({ user, chat }, i) =>
    make("iframe", { id: SIDES[i], title: t("conversation"), src: `./?pane=${SIDES[i]}#${user}/${chat}` })));
}

function drawTries() {
  const tongue = isEnglish() ? "en" : "zh";
  byId("tries").replaceChildren(...scene.tries.map((told, i) => button(
    { class: "try", click: () => begin(told) },
    make("b", { text: `${i + 1}. ${told[tongue]}` }), make("small", { text: told[`${tongue}_about`] }))));
}

async function begin(told) {
  if (byId("tries").matches(":popover-open")) byId("tries").hidePopover();
  if (!isPaired()) pairUp();
  if (ROOM_FOR_TWO.matches) {
    await frames();
    seat("right", told.right);
    seat("left", told.left, told.text, told.photo);
  } else {
    invite.sit(told.left, told.text ?? null, pictureOf(told.photo));
  }
  if (told.next) await moveToNext();
}

/** Both frames, once their pages listen. */
async function frames() {
  drawPair();
  while (!SIDES.every((side) => byId(side)?.contentDocument?.body?.dataset.ready)) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

function seat(side, where, text = null, photo = null) {
  byId(side).contentWindow.postMessage({ seat: where, text, photo }, location.origin);
}

function pictureOf(photo) {
  if (!photo) return null;
  return new File([Uint8Array.from(atob(photo), (letter) => letter.codePointAt(0))], "photo.jpg", { type: "image/jpeg" });
}

addEventListener("message", ({ data, origin, source }) => {
  if (!isPane || origin !== location.origin || source !== parent || !data.seat) return;
  if (state.users.has(data.seat.user)) invite.sit(data.seat, data.text ?? null, pictureOf(data.photo));
});
byId("pair-toggle").addEventListener("click", () => {
  if (!isPaired()) return void pairUp();
  const [{ user, chat }] = seats();
  location.hash = `${user}/${chat}`;
});
ROOM_FOR_TWO.addEventListener("change", () => {
  if (isPaired() && !ROOM_FOR_TWO.matches) byId("pair-toggle").click();
  drawPair();
});
