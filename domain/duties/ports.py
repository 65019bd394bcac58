"""What the rules of duties ask of the memory."""

from typing import Protocol

from domain.places.ports import PlacesTx


class Duties(Protocol):
    """Who works where."""

    def workers(self, compound_id: int) -> tuple[int, ...]:
        """The persons who work in that compound, erased ones left out, in order of their ids."""

    def compounds(self) -> tuple[tuple[int, str], ...]:
        """Every compound with its IANA zone."""


class DutiesTx(PlacesTx, Protocol):
    """A transaction that knows duties."""

    @property
    def duties(self) -> Duties: ...
