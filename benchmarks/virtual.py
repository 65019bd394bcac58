"""An event loop whose clock jumps to the next timer instead of waiting for it."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
TICK = 1e-7
"""Seconds."""


class _Jumping(selectors.SelectSelector):
    """Never waits: what would have been waited is added to the clock.

    A turn without a wait takes a tick: a limiter that waits for a rounding error would wait for ever.
    """

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        ready = super().select(0)
        if not ready:
            self.now += timeout or TICK
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def run_virtual(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run to the end in virtual time."""
    loop = _Loop()
    try:
        return loop.run_until_complete(work())
    finally:
        loop.close()
