"""Whether the platform can be reached: when it cannot, one message at a time asks, later and later."""

from bot.delivery.pace import Waits

DOUBTS = 3
"""Ambiguous ends in a row until the platform, not a message, is to blame."""


class Health:
    """Counts failures in a row; pure, times are the caller's."""

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._unreached = 0
        self._doubts = 0
        self.answers = 0

    @property
    def cautious(self) -> bool:
        """Whether only one message at a time may ask."""
        return self._unreached > 0 or self._doubts >= DOUBTS

    def answered(self) -> None:
        """The platform answered, whatever it said."""
        self.answers += 1
        self._unreached = self._doubts = 0

    def unreached(self) -> float:
        """No connection; answers the seconds to wait."""
        self._unreached += 1
        return self._wait(self._unreached)

    def doubted(self) -> float:
        """An ambiguous end; answers the seconds to wait, 0 while it may be that message's own."""
        self._doubts += 1
        return self._wait(self._doubts - DOUBTS + 1) if self._doubts >= DOUBTS else 0.0

    def _wait(self, failures: int) -> float:
        return min(self._waits.backoff_most, self._waits.backoff * 2.0 ** min(failures - 1, 16))
