"""Methods that arrange the bot's command menu and the topics of a forum."""

import json
import re
from typing import Any

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import Chat, Topic
from bot.sandbox.engine import Engine
from bot.sandbox.places import open_chat
from bot.sandbox.posting import erase, post
from bot.sandbox.refusals import refuse

Json = dict[str, Any]

_COMMAND = re.compile(rf"[a-z0-9_]{{1,{sizes.COMMAND}}}", re.ASCII)
_BLUE = 0x6FB9F0


def set_commands(engine: Engine, args: Arguments) -> bool:
    commands = args.objects("commands")
    if commands is None or len(commands) > sizes.COMMANDS:
        refuse("commands_too_many" if commands else "commands_invalid")
    engine.world.commands[_shelf(args)] = [_command(command) for command in commands]
    return True


def get_commands(engine: Engine, args: Arguments) -> list[Json]:
    return engine.world.commands.get(_shelf(args), [])


def delete_commands(engine: Engine, args: Arguments) -> bool:
    engine.world.commands.pop(_shelf(args), None)
    return True


def _shelf(args: Arguments) -> str:
    scope = args.structure("scope") or {"type": "default"}
    return json.dumps([scope, args.text("language_code") or ""], sort_keys=True)


def _command(given: Any) -> Json:
    if not isinstance(given, dict):
        refuse("object_expected", name="BotCommand")
    name, words = str(given.get("command", "")).removeprefix("/"), str(given.get("description", ""))
    if not _COMMAND.fullmatch(name) or not 1 <= sizes.utf16(words) <= sizes.COMMAND_DESCRIPTION:
        refuse("commands_invalid")
    return {"command": name, "description": words} | (
        {"is_ephemeral": True} if given.get("is_ephemeral") else {}
    )


def create_topic(engine: Engine, args: Arguments) -> Json:
    chat, name = _forum(engine, args), args.text("name") or ""
    low, high = sizes.TOPIC_NAME
    if not low <= sizes.utf16(name) <= high:
        refuse("topic_name")
    return open_topic(engine, chat, engine.world.bot, name, args.integer("icon_color") or _BLUE).card()


def open_topic(engine: Engine, chat: Chat, creator: Json, name: str, color: int = _BLUE) -> Topic:
    """A topic's id is the id of the message that opened it."""
    stored = post(engine, chat, creator, {"forum_topic_created": {"name": name, "icon_color": color}})
    stored.body |= {"message_thread_id": stored.message_id, "is_topic_message": True}
    topic = chat.topics[stored.message_id] = Topic(stored.message_id, name, color)
    return topic


def edit_topic(engine: Engine, args: Arguments) -> bool:
    chat, topic = _topic(engine, args)
    name = args.text("name")
    if not name or name == topic.name:
        refuse("topic_unchanged")
    topic.name = name
    post(engine, chat, engine.world.bot, {"forum_topic_edited": {"name": name}}, thread_id=topic.thread_id)
    return True


def close_topic(engine: Engine, args: Arguments) -> bool:
    return _turn(engine, args, closed=True)


def reopen_topic(engine: Engine, args: Arguments) -> bool:
    return _turn(engine, args, closed=False)


def _turn(engine: Engine, args: Arguments, *, closed: bool) -> bool:
    chat, topic = _topic(engine, args)
    if topic.closed is closed:
        refuse("topic_unchanged")
    topic.closed = closed
    sign = "forum_topic_closed" if closed else "forum_topic_reopened"
    post(engine, chat, engine.world.bot, {sign: {}}, thread_id=topic.thread_id)
    return True


def delete_topic(engine: Engine, args: Arguments) -> bool:
    chat, topic = _topic(engine, args)
    remove_topic(engine, chat, topic.thread_id)
    return True


def remove_topic(engine: Engine, chat: Chat, thread_id: int) -> None:
    """A topic goes with all that was said in it."""
    del chat.topics[thread_id]
    for stored in list(engine.world.in_chat(chat.id)):
        if stored.body.get("message_thread_id") == thread_id and not stored.deleted:
            erase(engine, stored)


def _topic(engine: Engine, args: Arguments) -> tuple[Chat, Topic]:
    chat = _forum(engine, args)
    topic = chat.topics.get(args.need_integer("message_thread_id"))
    if topic is None:
        refuse("topic_not_found")
    return chat, topic


def _forum(engine: Engine, args: Arguments) -> Chat:
    chat = open_chat(engine, args)
    if not chat.is_forum:
        refuse("not_a_forum")
    if not chat.member(engine.world.bot_id).may("can_manage_topics"):
        refuse("topic_rights")
    return chat


METHODS = {
    "setMyCommands": set_commands, "getMyCommands": get_commands, "deleteMyCommands": delete_commands,
    "createForumTopic": create_topic, "editForumTopic": edit_topic, "closeForumTopic": close_topic,
    "reopenForumTopic": reopen_topic, "deleteForumTopic": delete_topic,
}  # fmt: skip
