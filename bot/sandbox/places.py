"""Where the bot may speak: finding the chat of a call, and every reason why it is closed."""

from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Stored
from bot.sandbox.refusals import BY_KEY, Refused, refuse

Json = dict[str, Any]


def find_chat(engine: Engine, args: Arguments, name: str = "chat_id") -> Chat:
    """The chat that exists for this bot; unknown to it and not there are one and the same."""
    asked = (args.text(name) or "").strip()
    if not asked:
        refuse("chat_id_empty")
    chat = _by_name(engine, asked) if asked.startswith("@") else _by_number(engine, asked)
    if chat is None or (chat.type != "private" and engine.world.bot_id not in chat.members):
        refuse("chat_not_found")
    return chat


def _by_number(engine: Engine, asked: str) -> Chat | None:
    try:
        return engine.world.chat(int(asked))
    except ValueError:
        return None


def _by_name(engine: Engine, asked: str) -> Chat | None:
    wanted = asked[1:].lower()
    return next((c for c in engine.world.chats.values() if (c.username or "").lower() == wanted), None)


def open_chat(engine: Engine, args: Arguments, name: str = "chat_id") -> Chat:
    """A chat in which the bot may act."""
    chat = find_chat(engine, args, name)
    if chat.migrated_to is not None:
        refuse("upgraded", {"migrate_to_chat_id": chat.migrated_to})
    if chat.type == "private":
        _check_private(chat)
    elif not chat.member(engine.world.bot_id).inside:
        place = "group" if chat.type == "group" else "supergroup"
        refuse(
            f"kicked_{place}" if chat.member(engine.world.bot_id).status == "kicked" else f"outside_{place}"
        )
    return chat


def _check_private(chat: Chat) -> None:
    person = chat.person or {}
    if person.get("is_bot"):
        refuse("to_a_bot")
    if chat.deactivated:
        refuse("deactivated")
    if chat.blocked:
        refuse("blocked")
    if not chat.started:
        refuse("not_started")


def spend(engine: Engine, chat: Chat, count: int = 1) -> None:
    """Sends and edits draw on one quota; refused ones that reached the chat count too."""
    flood = engine.windows.take(
        chat.id, is_group=chat.is_group, now=engine.clock.monotonic(), count=count
    )  # fmt: skip
    if flood is not None:
        raise Refused(
            BY_KEY[flood.key], {"retry_after": flood.retry_after}, {"seconds": flood.retry_after}
        )  # fmt: skip


def thread_of(engine: Engine, chat: Chat, args: Arguments) -> int | None:
    """The topic that a message goes to; General is meant by no id at all."""
    thread_id = args.integer("message_thread_id")
    if not thread_id:
        return None
    topic = chat.topics.get(thread_id)
    if topic is None:
        refuse("thread_not_found")
    if topic.closed and not chat.member(engine.world.bot_id).is_admin:
        refuse("topic_closed")
    return thread_id


def replied(engine: Engine, chat: Chat, args: Arguments) -> Stored | None:
    """The message that this one replies to, by either generation of parameters."""
    given = args.mapping("reply_parameters")
    lenient = bool(given.get("allow_sending_without_reply")) or args.truth("allow_sending_without_reply")
    if given.get("ephemeral_message_id"):
        stored = engine.world.ephemeral_message(chat.id, int(given["ephemeral_message_id"]))
    else:
        asked = given.get("message_id") or args.integer("reply_to_message_id")
        if not asked:
            return None
        stored = engine.world.message(chat.id, int(asked))
    if stored is None and not lenient:
        refuse("reply_not_found")
    return stored
