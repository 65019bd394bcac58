"""What people see in their chats: messages as they stand, and the buttons below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.proofs.people import People

Json = dict[str, Any]

_DATA = re.compile(r"([a-z]+):([0-9a-z]+)(?::([0-9a-z-]+))?")
_NUMBER = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True)
class Button:
    """One button that somebody could tap; `subject` is the id in its data, `extra` its choice."""

    message: Json
    data: str
    verb: str
    subject: int
    extra: str = ""


@dataclass(slots=True)
class Board:
    """Looks at chats, asking only for what is new since the last look."""

    people: People
    _messages: dict[int, dict[tuple[int, int], Json]] = field(default_factory=dict)
    _seen: dict[int, int] = field(default_factory=dict)

    async def look(self, chat_id: int) -> list[Json]:
        """What stands in the chat."""
        found = await self.people.get(f"/chats/{chat_id}/messages?after={self._seen.get(chat_id, 0)}")
        kept = self._messages.setdefault(chat_id, {})
        for message in found["messages"]:
            place = message["message_id"], message.get("ephemeral_message_id") or 0
            if message.get("deleted"):
                kept.pop(place, None)
            else:
                kept[place] = message
        self._seen[chat_id] = found["revision"]
        return list(kept.values())

    async def buttons(self, chat_id: int, who: int, *verbs: str) -> list[Button]:
        """The buttons with one of these verbs (any, if none is named) that this person sees."""
        messages = await self.look(chat_id)
        seen = (m for m in messages if m.get("receiver_user_id") in (None, who))
        return [b for message in seen for b in buttons_of(message) if not verbs or b.verb in verbs]

    async def numbers(self, chat_id: int) -> list[int]:
        """Case numbers that the bot has named there."""
        return [
            int(number)
            for message in await self.look(chat_id)
            if message["from"].get("is_bot")
            for number in _NUMBER.findall(message.get("text") or "")
        ]


def buttons_of(message: Json) -> Iterator[Button]:
    """The buttons of one message that call the bot back."""
    for row in (message.get("reply_markup") or {}).get("inline_keyboard") or ():
        for button in row:
            found = _DATA.match(button.get("callback_data") or "")
            if found is not None:
                yield Button(message, button["callback_data"], found[1], int(found[2], 36), found[3] or "")
