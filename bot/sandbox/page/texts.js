// Every word of the page, in Chinese and English; this is the sandbox's own page and shares no texts with the bot.
import { make } from "./dom.js";

const ZH = {
  title: "沙盒聊天", skip: "跳到输入框", clock: "时钟", "clock-set": "设为…", "clock-ask": "把时钟拨到",
  "clock-hour": "+1 小时", "clock-day": "+1 天", "clock-bad": "看不懂这个时间。",
  "clock-next": "到下一件事", "clock-nothing": "后面没有安排好的事。", tries: "试一试", "pair-on": "两人并排", "pair-off": "只看一人", large: "大字",
  personas: "您是谁", "person-add": "＋ 新邻居", "person-ask": "这位新邻居叫什么？", chats: "聊天", join: "＋ 加入一个群", "chats-of": "{name} 的聊天",
  "nobody": "还没有人。点“＋ 新邻居”添一位。", "choose-persona": "先在左边选一个人。", conversation: "对话", topics: "话题",
  "choose-chat": "选一个聊天，就可以开始了。", messages: "消息", back: "返回", "to-end": "到最新消息", news: "新消息", deleted: "（已删除的消息）", comma: "、",
  "no-messages": "这里还没有消息。", start: "开始", write: "写消息", send: "发送", attach: "添加照片、文件或位置", cancel: "取消",
  ok: "好", close: "关闭", keys: "快捷按键", picture: "图片", "private-with": "机器人 · 私聊", "nothing-yet": "还没有消息",
  members: "{count} 位成员", admins: "管理员：{names}", "writes-as": "以 {name} 的身份", "all-topics": "全部", general: "综合",
  "is-creator": "群主", "is-admin": "管理员", "in-groups": "{count} 个群", "no-groups": "未加群", unread: "有新消息", outside: "您不在这个群里，不能发言。",
  "only-you": "只有您看得到", edited: "已编辑", "reply-to": "回复 {name}", "editing": "编辑消息", reply: "回复", edit: "编辑", copy: "复制文字",
  react: "表态：{emoji}", reacted: "{emoji}，{count} 人", more: "更多操作", unfold: "展开全文", fold: "收起", spoiler: "点开查看",
  forwarded: "转发自 {name}", "somebody": "某人", "via": "通过 @{name}",
  photo: "照片", kind: "[{name}]", commands: "机器人的命令", video: "视频", voice: "语音 {seconds} 秒", document: "文件", location: "位置", contact: "名片", album: "{count} 张照片", poll: "投票", sticker: "贴纸",
  "attach-files": "照片或文件…", "attach-place": "位置（示例）", remove: "去掉 {name}", unknown: "（此处无法显示这种消息）", votes: "{count} 票",
  pinned: "置顶：{text}", "svc-pinned": "{name} 置顶了：{text}", "svc-joined": "{names} 进群了", "svc-left": "{name} 离开了群",
  "svc-title": "群名改为“{title}”", "svc-created": "群建好了", "svc-topic": "新话题：{title}", "svc-topic-closed": "话题已关闭", "svc-topic-opened": "话题重新打开", "svc-migrated": "本群已升级为超级群",
  "no-answer": "机器人没有回应。", "copied": "已复制",
  "new-message": "{name}：{text}", reconnect: "连不上服务器，正在重试…", refused: "没办成：{why}", "too-big": "文件太大了（上限 20 MB）。",
  faults: "故障", "faults-about": "让机器人接下来的调用出错，看它怎样恢复。", "faults-method": "哪种调用", "faults-any": "任意",
  "fault-429": "太快（429）× 3", "fault-500": "服务器错误（500）× 3", "fault-lost": "办成但丢了回答 × 1", "faults-end": "全部停止", "faults-row": "{kind} · {method} · 已用 {used}", "faults-set": "故障已安排。", "faults-ended": "故障已停止。",
  violations: "违反平台规则的调用", "violations-count": "违规 {count}", "violations-none": "没有违规。", "violation-row": "{time} {method}：{text}",
  language: "English",
};

const EN = {
  title: "Sandbox chat", skip: "Skip to the message box", clock: "Clock", "clock-set": "Set…", "clock-ask": "Set the clock to",
  "clock-hour": "+1 hour", "clock-day": "+1 day", "clock-bad": "That is not a time.",
  "clock-next": "Next due", "clock-nothing": "Nothing is planned.", tries: "Try this", "pair-on": "Side by side", "pair-off": "One person", large: "Large text",
  personas: "Who you are", "person-add": "+ New neighbour", "person-ask": "What is the new neighbour called?", chats: "Chats", join: "+ Join a group", "chats-of": "{name}'s chats",
  "nobody": "Nobody is here yet. Add somebody with “+ New neighbour”.", "choose-persona": "First choose a person on the left.", conversation: "Conversation", topics: "Topics",
  "choose-chat": "Choose a chat to begin.", messages: "Messages", back: "Back", "to-end": "To the newest message", news: "New", deleted: "(deleted message)", comma: ", ",
  "no-messages": "No messages here yet.", start: "Start", write: "Write a message", send: "Send", attach: "Add photos, files or a place", cancel: "Cancel",
  ok: "OK", close: "Close", keys: "Quick keys", picture: "Picture", "private-with": "Bot · private chat", "nothing-yet": "No messages yet",
  members: "Members: {count}", admins: "Admins: {names}", "writes-as": "As {name}", "all-topics": "All", general: "General",
  "is-creator": "owner", "is-admin": "admin", "in-groups": "groups: {count}", "no-groups": "in no group", unread: "new messages", outside: "You are not in this group and cannot write.",
  "only-you": "Only you can see this", edited: "edited", "reply-to": "Reply to {name}", "editing": "Edit message", reply: "Reply", edit: "Edit", copy: "Copy text",
  react: "React: {emoji}", reacted: "{emoji}, {count}", more: "More", unfold: "Show all", fold: "Show less", spoiler: "Reveal",
  forwarded: "Forwarded from {name}", "somebody": "somebody", "via": "via @{name}",
  photo: "Photo", kind: "[{name}]", commands: "The bot's commands", video: "Video", voice: "Voice, {seconds} s", document: "File", location: "Place", contact: "Contact", album: "{count} photos", poll: "Poll", sticker: "Sticker",
  "attach-files": "Photos or files…", "attach-place": "A place (sample)", remove: "Remove {name}", unknown: "(this kind of message cannot be shown here)", votes: "votes: {count}",
  pinned: "Pinned: {text}", "svc-pinned": "{name} pinned: {text}", "svc-joined": "{names} joined", "svc-left": "{name} left",
  "svc-title": "The group is now called “{title}”", "svc-created": "The group was made", "svc-topic": "New topic: {title}", "svc-topic-closed": "Topic closed", "svc-topic-opened": "Topic open again", "svc-migrated": "This group became a supergroup",
  "no-answer": "The bot did not answer.", "copied": "Copied",
  "new-message": "{name}: {text}", reconnect: "The server cannot be reached; trying again…", refused: "Not done: {why}", "too-big": "That file is too big (20 MB at most).",
  faults: "Faults", "faults-about": "Makes the bot's next calls fail, to see how it recovers.", "faults-method": "Which call", "faults-any": "any",
  "fault-429": "Too fast (429) × 3", "fault-500": "Server error (500) × 3", "fault-lost": "Done, answer lost × 1", "faults-end": "End all", "faults-row": "{kind} · {method} · used {used}", "faults-set": "The fault is set.", "faults-ended": "The faults have ended.",
  violations: "Calls that broke a rule of the platform", "violations-count": "Violations: {count}", "violations-none": "No violations.", "violation-row": "{time} {method}: {text}",
  language: "中文",
};

const chosen = () => (localStorage.getItem("language") === "en" ? EN : ZH);
let table = chosen();
/** Another window of the page has chosen a language. */
export const followLanguage = () => { table = chosen(); };

export const isEnglish = () => table === EN;

/** The text of a key with its {variables} filled in. */
export function t(key, variables = {}) {
  const text = table[key];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(variables[name] ?? ""));
}

export function switchLanguage() {
  table = isEnglish() ? ZH : EN;
  localStorage.setItem("language", isEnglish() ? "en" : "zh");
}

/** Fills every element of the page that names its text. */
export function fillTexts() {
  document.documentElement.lang = isEnglish() ? "en" : "zh-CN";
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
    if (element.matches("button")) element.title = t(element.dataset.tLabel);
  }
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
}

const zone = () => document.documentElement.dataset.zone;
const shaped = (options) => new Intl.DateTimeFormat(isEnglish() ? "en-GB" : "zh-CN", { timeZone: zone(), ...options });

/** Hour and minute of a Unix time in seconds, where the compound is. */
export const clockTime = (seconds) => shaped({ hour: "2-digit", minute: "2-digit", hour12: false }).format(seconds * 1000);
export const dayName = (seconds) => shaped({ month: "long", day: "numeric", weekday: "long" }).format(seconds * 1000);
/** The clock at the top: day and minute; the year stands in its title. */
export const shortTime = (ms) => `${shaped({ month: "long", day: "numeric" }).format(ms)} ${shaped({ weekday: "short" }).format(ms)} ${clockTime(ms / 1000)}`;
export const fullTime = (ms) => `${shaped({ dateStyle: "long" }).format(ms)} ${shaped({ timeStyle: "medium" }).format(ms)}`;

/** "2026-12-01T09:30" where the compound is, as a field for date and time wants it. */
export const wallTime = (ms) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone(), dateStyle: "short", timeStyle: "short" }).format(ms).replace(" ", "T");

/** The instant of such a wall time; null when it is none. */
export function zoned(wall) {
  const asUtc = Date.parse(`${wall}Z`);
  return Number.isNaN(asUtc) ? null : asUtc - (Date.parse(`${wallTime(asUtc)}Z`) - asUtc);
}

/** A <time> for a message. */
export const stamp = (seconds) => make("time", { datetime: new Date(seconds * 1000).toISOString(), text: clockTime(seconds) });
