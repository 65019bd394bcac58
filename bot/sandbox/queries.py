"""Taps that wait for their answer: one answer each, and only while they are fresh."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.sizes import CALLBACK_SECONDS

Json = dict[str, Any]


@dataclass(slots=True)
class Query:
    id: str
    user_id: int
    chat_id: int
    message_id: int
    ephemeral_id: int | None
    data: str
    created: float
    answer: Json | None = None
    answered_at: float | None = None

    def dump(self) -> Json:
        return {
            "id": self.id, "user_id": self.user_id, "chat_id": self.chat_id, "message_id": self.message_id,
            "ephemeral_message_id": self.ephemeral_id, "data": self.data, "created": self.created,
            "answer": self.answer, "answered_at": self.answered_at,
        }  # fmt: skip


class Queries:
    """Callback queries by id, and the ids of inline queries that still want results."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.all: dict[str, Query] = {}
        self.inline: dict[str, Json | None] = {}
        self.bell = Bell()

    def open(self, query: Query) -> None:
        self.all[query.id] = query

    def fresh(self, query_id: str) -> Query | None:
        """The query if it may still be answered."""
        query = self.all.get(query_id)
        if query is None or query.answer is not None or self.age(query) > CALLBACK_SECONDS:
            return None
        return query

    def age(self, query: Query) -> float:
        return self._now() - query.created

    def answer(self, query: Query, answer: Json) -> None:
        query.answer, query.answered_at = answer, self._now()
        self.bell.ring()
