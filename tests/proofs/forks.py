"""Processes forked from one that has imported the program: aiogram's seven seconds are spent once."""

import contextlib
import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

PARENT_DIED = 1
"""PR_SET_PDEATHSIG of Linux."""

_ends: set[int] = set()
"""Our ends of all pipes: a child that kept one open would hide the end of another's input."""


@dataclass(frozen=True, slots=True)
class Forked:
    """A child; `into` is written to its stdin, `out` reads its stdout."""

    pid: int
    into: int
    out: int

    def line(self) -> str:
        """One line that it says, waited for."""
        said = b""
        while not said.endswith(b"\n"):
            byte = os.read(self.out, 1)
            if not byte:
                raise EOFError(f"process {self.pid} ended, having said {said!r}")
            said += byte
        return said.decode().strip()

    def rest(self) -> bytes:
        """Everything until it ends."""
        return b"".join(iter(lambda: os.read(self.out, 1 << 16), b""))

    def end(self) -> None:
        """Its input ends, and so must it."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        for end in (self.into, self.out):
            _ends.discard(end)
            os.close(end)
        os.waitpid(self.pid, 0)


def forked(work: Callable[[], None]) -> Forked:
    """Run `work` in a child. Nothing here may have started a thread or a loop: a fork copies neither."""
    their_input, into = os.pipe()
    out, their_output = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        _be_the_child(work, their_input, their_output, {into, out})
    os.close(their_input)
    os.close(their_output)
    _ends.update((into, out))
    return Forked(pid, into, out)


def die_with_parent() -> None:
    """On Linux: whoever kills the parent kills us, so that nothing is left behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DIED, signal.SIGKILL)


def _be_the_child(work: Callable[[], None], given: int, said: int, ours: set[int]) -> None:
    """Never returns."""
    code = 1
    try:
        die_with_parent()
        os.dup2(given, 0)
        os.dup2(said, 1)
        for end in {given, said} | ours | _ends:
            os.close(end)
        _ends.clear()
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
