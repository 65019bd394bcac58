"""Programs beside us: starting, ending, and what the system says of their CPU and memory."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import FOLDER

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

LIBC = ctypes.CDLL(None)
LOG = FOLDER / "programs.log"

OF_THE_PROGRAM = ("BOT_TOKEN", "DATABASE_URL", "LINLI_")
"""What the environment may say of a bot of this machine, and must not say to one that is measured."""


@contextmanager
def running(*words: str, env: Mapping[str, str] | None = None) -> Iterator[int]:
    """`python -m words…` until the block ends; its process id. What it says goes to LOG."""
    with started(*words, env=env) as process:
        yield process.pid


@contextmanager
def started(
    *words: str, env: Mapping[str, str] | None = None, listen: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """The same with the process itself; where we `listen`, its words are to be read from it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_PROGRAM)}
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words],
            env={**clean, "PYTHONPATH": str(Path.cwd()), **(env or {})},
            stdout=subprocess.PIPE if listen else log,
            stderr=log,
            text=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509  one call of a library that is loaded already
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving() -> Iterator[str]:
    """A sandbox in a process of its own; its address."""
    with started("benchmarks.bots.server", listen=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()


def cpu(pid: int) -> float:
    """User and system CPU seconds of a process, of its children that ended and of those that live."""
    fields = _stat(pid)
    return sum(map(int, fields[11:15])) / TICKS + sum(cpu(child) for child in children(pid))


def rss(pid: int) -> float:
    """Megabytes that the process holds in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE / 2**20


def share(pid: int) -> float:
    """Megabytes of a process, what it shares with others divided among them (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def children(pid: int) -> list[int]:
    """The process ids of the children that live."""
    found = []
    for one in (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal()):
        try:
            parent = int(_stat(one)[1])
        except OSError:
            continue  # it ended while we looked
        if parent == pid:
            found.append(one)
    return found


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _end_with_parent() -> None:
    """On Linux: a benchmark that is killed leaves no bot behind. Source: prctl(2), PR_SET_PDEATHSIG."""
    if sys.platform == "linux":
        LIBC.prctl(1, signal.SIGTERM)


def _stat(pid: int) -> list[str]:
    """The fields behind the name: [1] is the parent, [11:15] the ticks. Source: proc(5)."""
    return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
