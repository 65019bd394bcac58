// Telling the reader something beside the chat: a toast, an alert, a line of trouble, a question.
import { byId } from "./dom.js";
import { t } from "./texts.js";

const TOAST_MS = 5000;
let toastTimer = 0;

/** A short word at the bottom that goes away by itself. */
export function toast(text) {
  const place = byId("toast");
  place.textContent = text;
  place.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => place.classList.remove("shown"), TOAST_MS);
}

/** A word that stays until it is confirmed. */
export function alertBox(text) {
  const dialog = byId("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

/** A line at the top: what the server refused, or that it cannot be reached. */
export function trouble(text, kind = "refused") {
  const line = byId("trouble");
  line.dataset.kind = kind;
  line.querySelector("span").textContent = text;
  line.hidden = false;
}

export function troubleOver(kind) {
  const line = byId("trouble");
  if (line.dataset.kind === kind) line.hidden = true;
}

/** Runs something that may be refused and shows why; answers null then. */
export async function attempt(work) {
  try {
    const result = await work();
    troubleOver("refused");
    return result ?? true;
  } catch (error) {
    if (error.name === "AbortError") return null;
    trouble(error.offline ? t("reconnect") : t("refused", { why: error.message }), error.offline ? "offline" : "refused");
    return null;
  }
}

/** Asks for one line; answers null when cancelled. */
export function ask(question, value = "", type = "text") {
  const dialog = byId("ask");
  const input = dialog.querySelector("input");
  dialog.querySelector("span").textContent = question;
  input.type = type;
  input.value = value;
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes" ? input.value.trim() : null), { once: true });
  });
}

/** For screen readers only. */
export const say = (text) => { byId("live").textContent = text; };

byId("trouble").querySelector("button").addEventListener("click", () => { byId("trouble").hidden = true; });
