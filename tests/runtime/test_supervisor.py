"""The supervisor: a worker that dies is back within five seconds, a taken token ends it for good."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.sandbox import Limits, Sandbox, ThreadedSandbox
from bot.supervisor import REFUSED
from tests.databases import fresh_database

ROOT = Path(__file__).parents[2]
PORT = 18_347


@contextmanager
def supervised(base: str, url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    known = {"BOT_TOKEN": "42:SANDBOX", "DATABASE_URL": url, "LINLI_DATA": str(folder)}
    known |= {"LINLI_API_BASE": base, "LINLI_PORT": str(PORT)}
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **known}) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def wait_for(what: Callable[[], bool], seconds: float) -> float:
    """Seconds that it took; fails where it never came."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < seconds, "it never came"
        time.sleep(0.05)
    return time.monotonic() - began


def answering() -> bool:
    try:
        return bool(httpx.get(f"http://127.0.0.1:{PORT}/healthz", timeout=1).json().get("answering"))
    except (httpx.HTTPError, ValueError):
        return False


def children(process: subprocess.Popen[bytes]) -> list[int]:
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii")
    return [int(number) for number in listed.split()]


@pytest.mark.slow
def test_a_killed_worker_answers_again_within_five_seconds(tmp_path: Path) -> None:
    sandbox = ThreadedSandbox(Sandbox(limits=Limits.off()))
    with (
        sandbox as base,
        fresh_database("sqlite", tmp_path) as url,
        supervised(base, url, tmp_path) as process,
    ):
        wait_for(answering, 60)
        (worker,) = children(process)
        os.kill(worker, signal.SIGKILL)
        wait_for(lambda: children(process) not in ([], [worker]), 5)
        assert wait_for(answering, 5) < 5
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0


def test_a_child_that_must_not_come_again_ends_its_supervisor() -> None:
    script = "from bot.supervisor import REFUSED, Supervisor\n"
    script += "def work(owner):\n    raise SystemExit(REFUSED)\nraise SystemExit(Supervisor(work).run())"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=30, check=False)
    assert done.returncode == REFUSED


def test_a_child_that_keeps_dying_comes_again_until_it_ends_well(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    script = f"""
import os, signal, sys
from pathlib import Path
from bot.supervisor import Supervisor
lives = Path({str(lives)!r})
def work(owner):
    with lives.open("a") as file:
        file.write(owner + "\\n")
    if len(lives.read_text().split()) < 3:
        os.kill(os.getpid(), signal.SIGKILL)
raise SystemExit(Supervisor(work).run())
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=30, check=False)
    owners = lives.read_text().split()
    assert done.returncode == 0
    assert (len(owners), len(set(owners))) == (3, 1)  # one owner: the next one takes the lease at once
