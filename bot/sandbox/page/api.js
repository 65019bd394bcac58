// The sandbox's people's side, call by call; nothing else of the page knows an address.

const BASE = "sandbox/v1";

/** What the server refused, in its words; `offline` when it could not be reached at all. */
export class Refused extends Error {
  constructor(message, offline = false, status = 0) {
    super(message);
    Object.assign(this, { offline, status });
  }
}

async function call(method, path, body, signal) {
  const init = { method, signal, headers: {} };
  if (body !== undefined) {
    init.headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(body);
  }
  const response = await fetch(`${BASE}${path}`, init).catch((error) => {
    throw error.name === "AbortError" ? error : new Refused(error.message, true);
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(reason(answer) ?? `HTTP ${response.status}`, false, response.status);
  return answer;
}

function reason(answer) {
  if (Array.isArray(answer?.detail)) return answer.detail.map((part) => part.msg).join("; ");
  return answer?.error ?? answer?.detail ?? null;
}

export const fileUrl = (fileId) => `${BASE}/files/${encodeURIComponent(fileId)}`;

export const users = () => call("GET", "/users");
export const bot = () => call("GET", "/bot");
export const chats = () => call("GET", "/chats");
export const addUser = (firstName) => call("POST", "/users", { first_name: firstName });

export const join = (chat, user) => call("POST", `/chats/${chat}/members`, { user_id: user });

/** What changed after a revision; waits up to `wait` seconds for something to change. */
export const messages = (chat, after, wait = 0, signal = undefined) =>
  call("GET", `/chats/${chat}/messages?after=${after}&wait=${wait}`, undefined, signal);

export const say = (chat, from, content) => call("POST", `/chats/${chat}/messages`, { from, ...content });
export const edit = (chat, id, from, text) => call("PATCH", `/chats/${chat}/messages/${id}`, { from, text });
export const react = (chat, from, id, reaction) => call("POST", `/chats/${chat}/reactions`, { from, message_id: id, reaction });

/** Taps a button and waits for the bot's answer: `{text, show_alert, url, timed_out}`. */
export const press = (chat, from, message, button) =>
  call("POST", `/chats/${chat}/press`, {
    from, message_id: message.message_id, ephemeral_message_id: message.ephemeral_message_id,
    ...(button.callback_data === undefined ? { text: button.text } : { data: button.callback_data }), wait: 15,
  });

/** Whom to show side by side, and what to try; empty where nobody has said it. */
export const scene = () => call("GET", "/scene");
export const clock = () => call("GET", "/clock");
export const moveClock = (how) => call("POST", "/clock", how);
export const faults = () => call("GET", "/faults");
export const orderFault = (fault) => call("POST", "/faults", fault);
export const endFaults = () => call("DELETE", "/faults");
export const violations = () => call("GET", "/violations");
