"""What the rules of matters ask of the memory."""

from collections.abc import Sequence
from typing import Protocol

from domain.matters.barred import Barred
from domain.matters.rules import Matter, MatterList
from domain.places.ports import PlacesTx


class Matters(Protocol):
    """Lists of matters, a version each."""

    def match(self, compound_id: int, text: str, subject: str) -> Matter | None:
        """The line of the live list that these words mean: the one with the longest word in them, else the
        first about the same subject.
        """

    def get(self, matter_id: int) -> Matter:
        """A line of whatever version; raises NotFound."""

    def barred(self, text: str) -> Barred | None:
        """The class of the negative list that these words fall into."""

    def live(self, compound_id: int) -> MatterList | None:
        """The list in force."""

    def list_of(self, list_id: int) -> MatterList:
        """A list; raises NotFound."""

    def lines(self, list_id: int) -> Sequence[Matter]:
        """Its lines, in order."""

    def draft(self, compound_id: int, person_id: int, matters: Sequence[Matter]) -> MatterList:
        """Keep a new version that is not in force; an earlier draft is forgotten. The compound is locked."""

    def turn(self, list_id: int, state: str) -> None:
        """The list is that now."""

    def drop(self, list_id: int) -> None:
        """Forget a draft."""


class MattersTx(PlacesTx, Protocol):
    """A transaction that knows matters."""

    @property
    def matters(self) -> Matters: ...
