"""The platform's memory: people, chats, messages and the number sequences that they draw from."""

import random
from collections.abc import Iterator
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.chats import Chat, Member
from bot.sandbox.files import Files
from bot.sandbox.messages import Stored

Json = dict[str, Any]

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot",
}  # fmt: skip
FAKE_CHANNEL: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
SERVICE: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


class World:
    """Everything that stands on the platform. It decides nothing: rules are where the calls come in."""

    def __init__(self, bot: Json, seed: int) -> None:
        self.bot = bot
        self.can_read_all_group_messages = False
        self.mentions_reach_bot = False
        """Under privacy mode; recalled, so a switch: Telegram's page names only commands and replies."""
        self.users: dict[int, Json] = {
            int(u["id"]): u for u in (bot, ANONYMOUS_ADMIN, FAKE_CHANNEL, SERVICE)
        }  # fmt: skip
        self.crowd: set[int] = set()
        """People who only fill the place."""
        self.scene: Json = {"pair": [], "tries": []}
        """What the page offers its visitor; whoever filled the world says it."""
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, dict[int, Stored]] = {}
        self.ephemeral: dict[int, dict[int, Stored]] = {}
        self.commands: dict[str, list[Json]] = {}
        self.files = Files()
        self.bell = Bell()
        self.revision = 0
        self.dice = random.Random(seed)
        self._counters = {"user": 1000, "group": 4000, "supergroup": 2000}
        self._sequences: dict[int, int] = {}

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])

    def number(self, sequence: str) -> int:
        self._counters[sequence] = self._counters.get(sequence, 0) + 1
        return self._counters[sequence]

    def add_user(self, user: Json) -> Json:
        self.users[user["id"]] = user
        return user

    def private_chat(self, user_id: int) -> Chat:
        """Every person has one with the bot, opened or not."""
        chat = self.chats.get(user_id)
        if chat is None:
            chat = Chat(user_id, "private", person=self.users[user_id])
            chat.members = {user_id: Member("member"), self.bot_id: Member("member")}
            self.chats[user_id] = chat
        return chat

    def chat(self, chat_id: int) -> Chat | None:
        user = self.users.get(chat_id)
        if user is not None:
            return self.private_chat(chat_id)
        return self.chats.get(chat_id)

    def new_chat_id(self, kind: str) -> int:
        """Basic groups are small negatives; supergroups and channels start with -100 and outgrow 32 bits."""
        return -self.number("group") if kind == "group" else -1002_000_000_000 - self.number("supergroup")

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves; private chats and basic groups share one count."""
        if chat.type in ("private", "group"):
            return self.number("shared")
        self._sequences[chat.id] = self._sequences.get(chat.id, 0) + 1
        return self._sequences[chat.id]

    def next_ephemeral_id(self, chat: Chat) -> int:
        return max(self.ephemeral.get(chat.id, {0: None}), default=0) + 1

    def keep(self, stored: Stored) -> None:
        shelf = self.ephemeral if stored.ephemeral_id else self.messages
        shelf.setdefault(stored.chat_id, {})[stored.ephemeral_id or stored.message_id] = stored
        self.touch(stored)

    def touch(self, stored: Stored) -> None:
        """Something about this message is new: whoever waits hears of it."""
        self.revision += 1
        stored.revision = self.revision
        self.bell.ring()

    def message(self, chat_id: int, message_id: int) -> Stored | None:
        """A message that still stands."""
        stored = self.messages.get(chat_id, {}).get(message_id)
        return None if stored is None or stored.deleted else stored

    def ephemeral_message(self, chat_id: int, ephemeral_id: int) -> Stored | None:
        stored = self.ephemeral.get(chat_id, {}).get(ephemeral_id)
        return None if stored is None or stored.deleted else stored

    def in_chat(self, chat_id: int) -> Iterator[Stored]:
        """Ordinary and ephemeral messages of a chat, deleted ones too."""
        yield from self.messages.get(chat_id, {}).values()
        yield from self.ephemeral.get(chat_id, {}).values()
