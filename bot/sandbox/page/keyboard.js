// Buttons under a message, and the lasting keyboard under the compose box.
import * as api from "./api.js";
import { button, byId, make } from "./dom.js";
import { alertBox, attempt, toast } from "./notice.js";
import { visible, state } from "./store.js";
import { t } from "./texts.js";

/** What taps lead to; set by the page. */
export const follow = { link: () => false, text: () => {} };

export function inlineKeyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keyboard" }, rows.map((row) => make("div", { class: "keyboard-row" }, row.map((key) => inlineKey(message, key)))));
}

function inlineKey(message, key) {
  const style = key.style ? `key ${key.style}` : "key";
  if (key.url) {
    const go = (event) => { if (follow.link(key.url)) event.preventDefault(); };
    return make("a", { class: `${style} outward`, href: safe(key.url), target: "_blank", rel: "noopener noreferrer", click: go, text: key.text });
  }
  return button({ class: style, disabled: key.disabled !== undefined, text: key.text, data: { label: key.text }, click: (event) => tap(event.currentTarget, message, key) });
}

const safe = (url) => (/^(https?|tg):/i.test(url) ? url : null);

async function tap(element, message, key) {
  if (key.copy_text) {
    await navigator.clipboard?.writeText(key.copy_text.text).catch(() => {});
    return toast(t("copied"));
  }
  if (element.getAttribute("aria-busy")) return undefined;
  element.setAttribute("aria-busy", "true");
  const answer = await attempt(() => api.press(message.chat_id, state.me, message, key));
  element.removeAttribute("aria-busy");
  return answer ? show(answer) : undefined;
}

function show(answer) {
  if (answer.timed_out) return toast(t("no-answer"));
  if (answer.url) follow.link(answer.url, true);
  if (!answer.text) return undefined;
  return answer.show_alert ? alertBox(answer.text) : toast(answer.text);
}

/** Whether a keyboard or forced reply is meant for this person. */
function meant(message, markup) {
  if (!markup.selective) return true;
  const text = message.text ?? message.caption ?? "";
  const named = (message.entities ?? message.caption_entities ?? []).some((entity) => entity.user?.id === state.me
    || (entity.type === "mention" && text.slice(entity.offset + 1, entity.offset + entity.length) === state.users.get(state.me)?.username));
  return named || message.reply_to_message?.from?.id === state.me;
}

const answered = (asking) => visible(state.chat, state.me)
  .some((m) => m.from?.id === state.me && m.reply_to_message?.message_id === asking.message_id);

/** The markup that holds in the open chat: `{keyboard, message}`, either may be null. */
function standing() {
  const marked = visible(state.chat, state.me).filter((m) => m.reply_keyboard && meant(m, m.reply_keyboard));
  const last = marked.at(-1);
  const asks = Boolean(last?.reply_keyboard.force_reply);
  const lasting = asks ? marked.at(-2) : last;
  return { forced: asks && !answered(last) ? last : null, lasting: lasting?.reply_keyboard.keyboard ? lasting : null };
}

let used = null;
let open = true;

/** Draws the lasting keyboard; answers the message that forces a reply, if one still does. */
export function drawKeys() {
  const { forced, lasting } = standing();
  const keys = byId("keys");
  const toggle = byId("keys-toggle");
  toggle.hidden = !lasting;
  const markup = lasting?.reply_keyboard;
  const showing = Boolean(lasting) && open && !(markup.one_time_keyboard && used === lasting.born);
  keys.hidden = !showing;
  toggle.setAttribute("aria-expanded", String(showing));
  keys.replaceChildren(...(showing ? markup.keyboard.map((row) => make("div", { class: "keyboard-row" }, row.map((key) => lastingKey(lasting, key)))) : []));
  return { forced, placeholder: (forced ?? lasting)?.reply_keyboard.input_field_placeholder ?? null };
}

const lastingKey = (message, key) => button({ class: "key", text: key.text, click: () => {
  used = message.born;
  follow.text(key.text);
} });

byId("keys-toggle").addEventListener("click", () => {
  open = byId("keys").hidden;
  if (open) used = null;
  drawKeys();
});
