"""What the case rules ask of the memory."""

from typing import Protocol

from domain.cases.rules import Case, Entry, Media
from domain.kernel.people import Standing
from domain.places.ports import PlacesTx


class Cases(Protocol):
    """Cases that the asker may hold; there is no way to one that they may not."""

    def next_number(self, compound_id: int) -> int:
        """The next number of that compound; the counter row stays locked until commit."""

    def add(self, case: Case) -> None:
        """Keep a new case."""

    def save(self, case: Case) -> None:
        """Keep a changed case."""

    def get_for(self, me: Standing, case_id: int) -> Case:
        """The case, locked, for its reporter or a worker of its compound; raises NotFound."""

    def numbered_for(self, me: Standing, number: int) -> Case:
        """The same by its number in the asker's compound; raises NotFound."""

    def latest_for(self, me: Standing) -> Case:
        """The asker's newest case as a reporter that is not withdrawn, locked; raises NotFound."""

    def due(self, case_id: int) -> Case:
        """The case, locked, for the clock itself; raises NotFound."""

    def write(self, entry: Entry) -> None:
        """Keep words, sealed."""

    def attach(self, case_id: int, person_id: int, media: tuple[Media, ...]) -> None:
        """Keep attachments, their ids sealed, and plan their download."""

    def of_album(self, me: Standing, album: str) -> Case | None:
        """The case that an earlier part of this person's album in this chat has made."""

    def keep_album(self, me: Standing, album: str, case_id: int) -> None:
        """Remember that this album belongs to that case; unique by chat, album and person."""


class CasesTx(PlacesTx, Protocol):
    """A transaction that knows cases."""

    @property
    def cases(self) -> Cases: ...
