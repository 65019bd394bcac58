"""A PostgreSQL cluster of our own, which may be stopped and started without hurting anybody else's."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

BINARIES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


def binaries() -> Path | None:
    """The newest folder with pg_ctl and initdb, or None."""
    found = [
        path for pattern in BINARIES for path in Path("/").glob(pattern[1:]) if (path / "pg_ctl").exists()
    ]
    if found:
        return max(found)
    on_path = shutil.which("pg_ctl")
    return Path(on_path).parent if on_path else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server on a port of its own; `user` runs it, since PostgreSQL refuses root."""

    bin: Path
    data: Path
    port: int
    user: str | None

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start and wait until it takes connections; crash recovery included."""
        options = f"-p {self.port} -k {self.data} -c fsync=on -c max_connections=60"
        self.run("pg_ctl", "-D", self.data, "-o", options, "-l", self.data / "log", "-w", "-t", "60", "start")

    def stop(self, mode: str) -> None:
        """`immediate` is a crash, `fast` a restart by the book."""
        self.run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def restart(self, mode: str, down: float) -> float:
        """Stop, stay away `down` seconds, start; the monotonic instant from which it answers again."""
        self.stop(mode)
        time.sleep(down)
        self.start()
        return time.monotonic()

    def run(self, program: str, *arguments: object) -> None:
        """Run one of PostgreSQL's programs as its user; raises CalledProcessError."""
        command = [str(self.bin / program), *map(str, arguments)]
        if self.user is not None:
            command = ["runuser", "-u", self.user, "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


@contextmanager
def cluster() -> Iterator[Cluster | None]:
    """A running cluster in a temporary folder, or None where PostgreSQL is not installed."""
    found = binaries()
    if found is None:
        yield None
        return
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="linli-pg-") as folder:
        made = Cluster(found, Path(folder) / "data", _free_port(), user)
        if user is not None:
            shutil.chown(folder, user)
        made.run("initdb", "-D", made.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C")
        made.start()
        try:
            yield made
        finally:
            made.stop("immediate")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
