"""A message as it is kept: the object that Telegram would show, its versions, and who may see it."""

import copy
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

_VERSIONED = ("text", "entities", "caption", "caption_entities", "reply_markup")


@dataclass(slots=True)
class Stored:
    """`body` is the Message; what the platform knows beside it stands next to it."""

    body: Json
    chat_id: int
    sender_id: int
    revision: int = 0
    deleted: bool = False
    receiver_id: int | None = None
    """Only this person sees it: an ephemeral message."""
    replaces: int | None = None
    """An ephemeral message shown in the place of this one."""
    reply_keyboard: Json | None = None
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    versions: list[Json] = field(default_factory=list)

    @property
    def message_id(self) -> int:
        return int(self.body["message_id"])

    @property
    def ephemeral_id(self) -> int | None:
        return self.body.get("ephemeral_message_id")

    def visible_to(self, user_id: int | None) -> bool:
        return self.receiver_id is None or user_id is None or user_id in (self.receiver_id, self.sender_id)

    def keep_version(self, at: float, by: str) -> None:
        shown = {key: copy.deepcopy(self.body[key]) for key in _VERSIONED if key in self.body}
        self.versions.append({"at": at, "by": by, **shown})

    def snapshot(self) -> Json:
        """The Message as of now, safe to hand out: later edits make new objects and never touch this one."""
        return dict(self.body)

    def as_reply(self) -> Json:
        return {key: value for key, value in self.body.items() if key != "reply_to_message"}

    def shown(self) -> Json:
        """What the people's side lists."""
        card = self.snapshot() | {"revision": self.revision, "chat_id": self.chat_id}
        if self.deleted:
            card["deleted"] = True
        if self.receiver_id is not None:
            card["receiver_user_id"] = self.receiver_id
        if self.replaces is not None:
            card["replaces_message_id"] = self.replaces
        if self.reply_keyboard is not None:
            card["reply_keyboard"] = self.reply_keyboard
        if self.reactions:
            card["reactions"] = [{"user_id": who, "reaction": what} for who, what in self.reactions.items()]
        return card

    def dump(self) -> Json:
        return self.shown() | {
            "sender_id": self.sender_id,
            "deleted": self.deleted,
            "versions": self.versions,
        }
