// The demo's levers, small and out of the way: the clock, faults, the list of broken rules.
import * as api from "./api.js";
import { button, byId, make } from "./dom.js";
import { ask, attempt, toast, trouble } from "./notice.js";
import { on } from "./store.js";
import { fullTime, shortTime, t, wallTime, zoned } from "./texts.js";

const HOUR = 3600;
const SYNC_MS = 20000;
const METHODS = ["sendMessage", "editMessageText", "answerCallbackQuery", "sendPhoto", "getUpdates"];
const KINDS = { 429: { count: 3, retry_after: 5 }, 500: { count: 3 }, lost: { count: 1 } };

let ahead = 0;
const now = () => Date.now() + ahead;
const take = (answer) => { ahead = Date.parse(answer.now) - Date.now(); showNow(); };
const showNow = () => {
  byId("clock-now").textContent = shortTime(now());
  byId("clock-now").title = fullTime(now());
  byId("clock-now").dateTime = new Date(now()).toISOString();
};

async function move(how) {
  const clock = document.querySelector(".clock");
  clock.setAttribute("aria-busy", "true");
  const answer = await attempt(() => api.moveClock(how));
  clock.removeAttribute("aria-busy");
  if (answer) take(answer);
}

/** To what the bot does next by itself. */
export async function moveToNext() {
  const clock = document.querySelector(".clock");
  clock.setAttribute("aria-busy", "true");
  const answer = await attempt(() => api.moveClock({ next: true }).catch((error) => {
    if (error.status !== 409 && error.status !== 501) throw error;
    toast(t("clock-nothing"));
    return { now: new Date(now()).toISOString() };
  }));
  clock.removeAttribute("aria-busy");
  if (answer) take(answer);
}

async function set() {
  const wanted = await ask(t("clock-ask"), wallTime(now()), "datetime-local");
  if (!wanted) return;
  const moment = zoned(wanted);
  if (moment === null) trouble(t("clock-bad"));
  else await move({ set: new Date(moment).toISOString() });
}

/** The clock follows the server's; between two looks it runs by itself. */
export function runClock() {
  const sync = () => api.clock().then(take).catch(() => {}); // the feed tells when the server is away
  sync();
  setInterval(sync, SYNC_MS);
  setInterval(showNow, 1000);
}

export function drawTools() {
  byId("clock-hour").textContent = t("clock-hour");
  byId("clock-day").textContent = t("clock-day");
  showNow();
  byId("faults-method").replaceChildren(make("option", { value: "*", text: t("faults-any") }), ...METHODS.map((name) => make("option", { value: name, text: name })));
  byId("faults-kinds").replaceChildren(...Object.keys(KINDS).map((kind) => button({ text: t(`fault-${kind}`), data: { kind }, click: () => order(kind) })));
  drawViolations(violated);
}

async function order(kind) {
  const answer = await attempt(() => api.orderFault({ method: byId("faults-method").value, kind, ...KINDS[kind] }));
  if (!answer) return;
  toast(t("faults-set"));
  drawFaults(answer);
}

async function end() {
  const answer = await attempt(api.endFaults);
  if (!answer) return;
  toast(t("faults-ended"));
  drawFaults(answer);
}

function drawFaults(answer) {
  byId("faults-list").replaceChildren(...answer.faults.map((fault) => make("li", {
    text: t("faults-row", { kind: fault.kind, method: fault.method === "*" ? t("faults-any") : fault.method, used: `${fault.used}/${fault.count ?? "∞"}` }),
  })));
}

let violated = [];
function drawViolations(list) {
  violated = list;
  const opener = byId("violations-open");
  opener.textContent = t("violations-count", { count: list.length });
  opener.classList.toggle("bad", list.length > 0);
  const dialog = byId("violations");
  dialog.querySelector(".empty").hidden = list.length > 0;
  dialog.querySelector("ol").replaceChildren(...list.map((found) => make("li", {
    text: t("violation-row", { time: fullTime(Date.parse(found.time)), method: found.method, text: found.text }),
  })));
}

byId("clock-hour").addEventListener("click", () => move({ advance: HOUR }));
byId("clock-day").addEventListener("click", () => move({ advance: 24 * HOUR }));
byId("clock-set").addEventListener("click", set);
byId("clock-next").addEventListener("click", moveToNext);
byId("faults-end").addEventListener("click", end);
byId("faults").addEventListener("toggle", (event) => {
  if (event.newState === "open") attempt(api.faults).then((answer) => answer && drawFaults(answer));
});
byId("violations-open").addEventListener("click", () => byId("violations").showModal());
on("violations", (list) => { if (list.length !== violated.length) drawViolations(list); });
