"""Ids of ours: 63 bits, ascending in time within a process, unlikely to meet between processes."""

import random
import secrets
import threading
from datetime import datetime, timedelta
from typing import Protocol

from storage.tables import EPOCH

BELOW = 22
"""Bits below the millisecond: 41 bits of milliseconds reach to the year 2039."""

START = BELOW - 1
"""Random bits that each millisecond starts from; the upper half is left for counting."""

MILLISECOND = timedelta(milliseconds=1)

NONCE_BYTES = 16
"""128 bits: what nobody guesses."""


class Clock(Protocol):
    """What storage asks of the clock."""

    def now(self) -> datetime:
        """The wall time, UTC."""


class Ids:
    """Gives ids; thread-safe. A clock that goes back does not make them descend."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0
        self._lock = threading.Lock()
        self._random = random.SystemRandom()

    def __call__(self) -> int:
        """A fresh id: milliseconds since 1970 above, chance or a count below."""
        first = ((self._clock.now() - EPOCH) // MILLISECOND << BELOW) | self._random.getrandbits(START)
        with self._lock:
            self._last = max(first, self._last + 1)
            return self._last


def nonce() -> bytes:
    """Sixteen bytes that nobody can guess."""
    return secrets.token_bytes(NONCE_BYTES)
