"""What the rules ask of the place tree."""

from typing import Protocol

from domain.kernel.tx import Tx
from domain.places.rules import Duty


class Places(Protocol):
    """The place tree and its bodies."""

    def duty(self, compound_id: int) -> Duty:
        """The body, and the person where one is named, that looks at new reports."""


class PlacesTx(Tx, Protocol):
    """A transaction that knows places."""

    @property
    def places(self) -> Places: ...
