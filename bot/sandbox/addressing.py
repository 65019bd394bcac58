"""Which messages of a group the platform shows to the bot: privacy mode, as far as it is known."""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.entities import cut
from bot.sandbox.world import ANONYMOUS_ADMIN, FAKE_CHANNEL, World

Json = dict[str, Any]

_SERVICE = (
    "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "pinned_message",
    "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created", "forum_topic_closed",
    "forum_topic_reopened", "forum_topic_edited",
)  # fmt: skip
_SPEAKS_FOR_PEOPLE = {ANONYMOUS_ADMIN["id"], FAKE_CHANNEL["id"]}


def reaches_bot(world: World, chat: Chat, body: Json, sender_id: int) -> bool:
    """Service messages, private chats, what is addressed to the bot; all for an admin or without privacy."""
    me = chat.member(world.bot_id)
    if not me.inside:
        return False
    sender = world.users.get(sender_id, {})
    if sender_id == world.bot_id or (sender.get("is_bot") and sender_id not in _SPEAKS_FOR_PEOPLE):
        return False  # never another bot's words; bot-to-bot mode is not built
    if not chat.is_group or me.is_admin or world.can_read_all_group_messages:
        return True
    return any(key in body for key in _SERVICE) or _is_addressed(world, chat, body)


def _is_addressed(world: World, chat: Chat, body: Json) -> bool:
    replied = body.get("reply_to_message", {})
    if replied.get("from", {}).get("id") == world.bot_id and "forum_topic_created" not in replied:
        return True
    if body.get("via_bot", {}).get("id") == world.bot_id:
        return True
    text = body.get("text") or body.get("caption") or ""
    marks = body.get("entities") or body.get("caption_entities") or ()
    return any(_mark_is_for_bot(world, chat, text, mark) for mark in marks)


def _mark_is_for_bot(world: World, chat: Chat, text: str, mark: Json) -> bool:
    name = str(world.bot["username"]).lower()
    if mark["type"] == "bot_command":
        _command, _at, addressee = cut(text, mark).lower().partition("@")
        return addressee == name if addressee else chat.last_bot in (None, world.bot_id)
    if mark["type"] == "mention":
        return world.mentions_reach_bot and cut(text, mark).lower() == f"@{name}"
    return False
