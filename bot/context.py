"""What one update says of who writes where: the names that a handler is given, from the raw JSON."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.kernel.answers import home
from domain.kernel.people import Actor
from domain.kernel.tx import People
from domain.kernel.words import Destination, ToChat

Json = Mapping[str, Any]

MARK = re.compile(r"~([0-9a-z]+)$")
"""An outbox row's name in the data of a message's first button; bot.delivery puts it there."""


FACELESS = (1087968824, 136817688)
"""Whom the platform names for an administrator who hides and for a channel: nobody can be told alone."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who and where; `language` is the client's, `press` the callback query's id."""

    user_id: int
    name: str
    language: str | None
    chat_id: int
    thread_id: int | None
    private: bool
    message_id: int | None
    press: str | None

    def actor(self, locale: str | None) -> Actor:
        """The actor, in the language that is known to be theirs, or else the client's."""
        return Actor(
            self.user_id,
            self.name,
            locale or spoken(self.language),
            self.chat_id,
            self.thread_id,
            self.private,
        )

    def refusal(self, people: People, locale: str | None) -> Destination | None:
        """Where a refusal is said: to whoever is refused, among workers as a reply; a press has its toast."""
        if self.press is not None:
            return None
        if not self.private and self.user_id not in FACELESS:
            me = people.enter(self.actor(locale))
            if me.neighbours:
                return home(me)
        return ToChat(self.chat_id, self.thread_id, None if self.private else self.message_id)


@dataclass(frozen=True, slots=True)
class Marked:
    """One of our messages that somebody touched, with the outbox row that its buttons name."""

    row_id: int
    chat_id: int
    message_id: int


def spoken(language: str | None) -> str:
    """The nearest of our languages; Chinese where the client says nothing."""
    return "zh-CN" if not language or language.lower().startswith("zh") else "en"


def origin(kind: str, body: Json) -> Origin:
    """The origin of an update's body; a person without a chat is taken at home in their private chat."""
    message = body.get("message") or {} if kind == "callback_query" else body
    person = body.get("from") or body.get("sender_chat") or body.get("chat") or {}
    chat = message.get("chat") or {"id": person["id"], "type": "private"}
    return Origin(
        user_id=person["id"],
        name=" ".join(part for part in (person.get("first_name"), person.get("last_name")) if part),
        language=person.get("language_code"),
        chat_id=chat["id"],
        thread_id=message.get("message_thread_id") if message.get("is_topic_message") else None,
        private=chat.get("type") == "private",
        message_id=message.get("message_id"),
        press=body.get("id") if kind == "callback_query" else None,
    )


def marked(bot_id: int, kind: str, body: Json) -> list[Marked]:
    """Our messages in this update whose buttons name an outbox row: so we learn that they arrived."""
    message = body.get("message") if kind == "callback_query" else None
    candidates = [message, (message or body).get("reply_to_message")]
    return [found for one in candidates if one and (found := _mark(bot_id, one)) is not None]


def _mark(bot_id: int, message: Json) -> Marked | None:
    if (message.get("from") or {}).get("id") != bot_id or not message.get("message_id"):
        return None
    for row in (message.get("reply_markup") or {}).get("inline_keyboard") or ():
        for button in row:
            if (named := MARK.search(button.get("callback_data") or "")) is not None:
                return Marked(int(named[1], 36), message["chat"]["id"], message["message_id"])
    return None
