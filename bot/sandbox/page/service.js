// Events of a chat that the platform writes as messages: joining, pinning, topics.
import { brief } from "./media.js";
import { nameOf } from "./store.js";
import { t } from "./texts.js";

const who = (message) => message.sender_chat?.title ?? nameOf(message.from);

const EVENTS = {
  new_chat_members: (people) => t("svc-joined", { names: people.map(nameOf).join(t("comma")) }),
  left_chat_member: (user) => t("svc-left", { name: nameOf(user) }),
  new_chat_title: (title) => t("svc-title", { title }),
  pinned_message: (pinned, message) => t("svc-pinned", { name: who(message), text: (brief(pinned) ?? "").replaceAll("\n", " ").slice(0, 30) }),
  group_chat_created: () => t("svc-created"),
  supergroup_chat_created: () => t("svc-created"),
  forum_topic_created: (topic) => t("svc-topic", { title: topic.name }),
  forum_topic_edited: (topic) => t("svc-topic", { title: topic.name ?? "" }),
  forum_topic_closed: () => t("svc-topic-closed"),
  forum_topic_reopened: () => t("svc-topic-opened"),
  migrate_to_chat_id: () => t("svc-migrated"),
  migrate_from_chat_id: () => t("svc-migrated"),
};

/** The line for a service message; null when it is an ordinary one. */
export function serviceText(message) {
  const kind = Object.keys(EVENTS).find((name) => message[name] !== undefined);
  if (kind) return EVENTS[kind](message[kind], message);
  return null;
}
