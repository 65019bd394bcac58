"""Rows that do something instead of saying it: what exactly, on which message, and the call for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.methods import DeleteMessage, PinChatMessage, SetMessageReaction, SetMyCommands, TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
    ReactionTypeEmoji,
)
from sqlalchemy import Connection

from bot.delivery.lanes import Send
from domain.kernel.words import Act
from handlers.menus.commands import Menu, listing
from handlers.ports import Shown
from handlers.texts import load
from storage import showing
from storage.destinations import decode_params
from storage.outbox import ACT
from storage.queue import Row
from storage.routes import Route

ON_A_MESSAGE = frozenset({Act.REACT, Act.PIN, Act.DELETE, Act.EDIT})
"""Acts that mean nothing without a message."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that can be done now; ids are the platform's."""

    send: Send
    row: Row
    way: Route
    act: Act
    message_id: int | None
    params: Mapping[str, Any]
    shown: Shown | None = None
    """What is to stand there, for a message that is shown anew."""


@dataclass(frozen=True, slots=True)
class Undone:
    """It cannot be done: not yet (`why` is None), or never."""

    why: str | None = None


def read(connection: Connection, send: Send, row: Row, way: Route) -> Deed | Undone:
    """What a row asks for, on the message that stands now."""
    act, params = Act(row.key.removeprefix(ACT)), decode_params(row.params)
    message_id = way.reply_to
    if "card" in params:
        stands = showing.standing(connection, str(params["card"]), int(str(params["subject"])), way.chat_id)
        if stands.message_id is None:
            return Undone(None if stands.coming else "the card is gone")
        message_id = stands.message_id
    # Ids of a basic group mean nothing in the supergroup that it became.
    if message_id is None and act in ON_A_MESSAGE:
        return Undone("the message is out of reach")
    return Deed(send, row, way, act, message_id, params)


def call(deed: Deed) -> TelegramMethod[bool]:
    """The platform's method for it; done twice it is done once. What is shown anew, the sender edits."""
    where: dict[str, Any] = {"chat_id": deed.way.chat_id, "message_id": deed.message_id}
    match deed.act:
        case Act.REACT:
            emoji = str(deed.params.get("emoji") or "")
            return SetMessageReaction(**where, reaction=[ReactionTypeEmoji(emoji=emoji)] if emoji else [])
        case Act.PIN:
            return PinChatMessage(**where, disable_notification=True)
        case Act.DELETE:
            return DeleteMessage(**where)
        case Act.COMMANDS:
            return _commands(deed)
        case Act.EDIT:
            raise ValueError(deed.act)


def _commands(deed: Deed) -> SetMyCommands:
    """In the language named, or else in that of whoever reads it; `only`: for clients in that language."""
    language = deed.params.get("language")
    listed = listing(load(), str(language or deed.way.locale), Menu(str(deed.params["menu"])))
    return SetMyCommands(
        commands=[BotCommand(command=name, description=words) for name, words in listed],
        scope=_SCOPES[str(deed.params["scope"])](deed),
        language_code=str(language).partition("-")[0] if language and deed.params.get("only") else None,
    )


_SCOPES: Mapping[str, Callable[[Deed], BotCommandScopeUnion]] = {
    "default": lambda _deed: BotCommandScopeDefault(),
    "all_private_chats": lambda _deed: BotCommandScopeAllPrivateChats(),
    "all_group_chats": lambda _deed: BotCommandScopeAllGroupChats(),
    "chat": lambda deed: BotCommandScopeChat(chat_id=int(str(deed.params.get("chat", deed.way.chat_id)))),
    "member": lambda deed: BotCommandScopeChatMember(
        chat_id=deed.way.chat_id, user_id=int(str(deed.params["user"]))
    ),
}
