"""A small parent that has imported the heavy things once: its child dies, the next one works in a moment."""

import contextlib
import os
import signal
import time
import uuid
from collections.abc import Callable
from types import FrameType

import structlog

log = structlog.get_logger(__name__)

PAUSES = (0.0, 0.1, 0.3, 1.0, 3.0)
"""Seconds before a new child, by deaths in a row: presses live 150 seconds, so it is up again within five."""

REFUSED = 78
"""Exit code of a child that must not be started again: its settings are wrong, or its token is taken."""

LIVED = 30.0
"""Seconds of life after which a death starts a new row."""


class Supervisor:
    """Forks `work(owner)` and forks again whenever it dies; SIGTERM and SIGINT end both.

    Nothing may have started a thread or an event loop before: a fork copies neither.
    """

    def __init__(self, work: Callable[[str], None]) -> None:
        self._work = work
        self._owner = uuid.uuid4().hex
        self._child = 0
        self._ending = False

    def run(self) -> int:
        """Until told to end, or the child ends well; answers the exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        deaths = 0
        while True:
            born = time.monotonic()
            code = self._one()
            if self._ending or code in (0, REFUSED):
                return 0 if self._ending else code
            deaths = 1 if time.monotonic() - born > LIVED else deaths + 1
            pause = PAUSES[min(deaths, len(PAUSES)) - 1]
            log.warning("worker-died", code=code, again_in=pause)
            time.sleep(pause)
            if self._ending:
                return 0

    def _one(self) -> int:
        """One child's life; its exit code, negative for a signal."""
        self._child = os.fork()
        if self._child == 0:
            self._be_the_child()
        if self._ending:  # told so before the child had a number
            self._pass_on(signal.SIGTERM)
        _, status = os.waitpid(self._child, 0)
        self._child = 0  # its number may be another's by now
        return os.waitstatus_to_exitcode(status)

    def _be_the_child(self) -> None:
        code = 1
        try:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
            self._work(self._owner)
            code = 0
        except KeyboardInterrupt:
            code = 0
        except SystemExit as ending:
            code = ending.code if isinstance(ending.code, int) else 1
        except BaseException as error:
            log.error("worker-failed", error=type(error).__name__)
        finally:
            os._exit(code)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        self._ending = True
        self._pass_on(number)

    def _pass_on(self, number: int) -> None:
        """Tell the child; one that died just now hears nothing."""
        if self._child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, number)
