"""What the rules of the guide ask of the memory."""

from collections.abc import Iterable
from typing import Protocol

from domain.guide.rules import Entry, Hit, Question
from domain.kernel.people import Standing
from domain.places.ports import PlacesTx


class Guide(Protocol):
    """Entries and questions, for whoever may hold them."""

    def seen_by(self, me: Standing, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Those of these hits that the asker may see now, in the same order."""

    def entry_for(self, me: Standing, entry_id: int) -> Entry:
        """The entry, for somebody of its compound, or for everybody where it is shared; raises NotFound."""

    def add(self, question: Question) -> None:
        """Keep a new question, its words sealed under the asker's key."""

    def save(self, question: Question) -> None:
        """Keep a changed question; an answer is sealed under the worker's key."""

    def mine(self, me: Standing, question_id: int) -> Question:
        """The asker's own question, locked; raises NotYours for a neighbour's, else NotFound."""

    def latest(self, me: Standing) -> Question | None:
        """The question that the asker asked last, locked; None where there is none."""

    def question(self, question_id: int) -> Question:
        """The question, locked, for whoever may answer it or the clock; raises NotFound."""

    def published(self, compound_id: int | None) -> tuple[Entry, ...]:
        """Every entry of that compound, or the shared ones for None; locked until commit."""

    def put(self, entry: Entry) -> None:
        """Publish a new or a changed entry under the next revision."""

    def withdraw(self, entry_ids: Iterable[int]) -> None:
        """Take entries away; their tombstones stay, so that every index hears of it."""


class GuideTx(PlacesTx, Protocol):
    """A transaction that knows the guide."""

    @property
    def guide(self) -> Guide: ...
