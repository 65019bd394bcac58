"""A process that forks workers: a killed one is there again at once."""

import contextlib
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.proofs import forks

Json = dict[str, Any]


BREATH = 0.5
"""Seconds before the next worker where one ended by itself: it would do so again."""


class Zygote:
    """Reads commands on stdin, one JSON a line, and tells what happened on stdout."""

    def __init__(self, run: Callable[[Json, Json], None], settings: Json) -> None:
        self._run, self._settings = run, settings
        self._plans: list[Json] = []
        self._worker: int | None = None
        self._going = False
        self._born = 0.0

    def serve(self) -> None:
        """Until stdin ends."""
        # The end of stdin says so, and then no worker is left behind.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        awake, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake)
        rest = b""
        while True:
            ready, _, _ = select.select([0, awake], [], [], 1.0)
            if awake in ready:
                os.read(awake, 4096)
            self._reap()
            if 0 in ready:
                read = os.read(0, 1 << 16)
                if not read:
                    break
                *lines, rest = (rest + read).split(b"\n")
                for line in lines:
                    self._obey(json.loads(line))
        self._stop()

    def _obey(self, command: Json) -> None:
        match command["do"]:
            case "plans":
                self._plans.extend(command["plans"])
            case "go":
                self._going = True
                self._fork()
            case "kill":
                self._kill(signal.SIGKILL)
            case "stop":
                self._stop()
                self._tell("stopped")

    def _stop(self) -> None:
        """Kill the worker and fork no other."""
        self._going = False
        self._kill(signal.SIGKILL)
        while self._worker is not None:
            time.sleep(0.005)
            self._reap()

    def _kill(self, how: signal.Signals) -> None:
        if self._worker is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._worker, how)

    def _reap(self) -> None:
        if self._worker is None:
            return
        pid, status = os.waitpid(self._worker, os.WNOHANG)
        if pid:
            self._worker = None
            self._tell(
                "died", pid=pid, by=os.waitstatus_to_exitcode(status), lived=time.monotonic() - self._born
            )
            if self._going:
                if os.WIFEXITED(status):
                    time.sleep(BREATH)
                self._fork()

    def _fork(self) -> None:
        if self._worker is not None:
            return
        plan = self._plans.pop(0) if self._plans else {}
        self._born = time.monotonic()
        pid = os.fork()
        if pid == 0:
            self._child(plan)
        self._worker = pid
        self._tell("born", pid=pid, plan=plan, left=len(self._plans))

    def _child(self, plan: Json) -> None:
        """Never returns; whatever goes wrong ends in the log and in a code that is no signal."""
        code = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            forks.die_with_parent()
            os.setpgid(0, 0)
            log = os.open(self._settings["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            null = os.open(os.devnull, os.O_RDONLY)
            os.dup2(null, 0)
            os.dup2(log, 1)
            os.dup2(log, 2)
            self._run(self._settings, plan)
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _tell(self, what: str, **more: Any) -> None:
        os.write(1, (json.dumps({"event": what, "at": time.monotonic(), **more}) + "\n").encode())
