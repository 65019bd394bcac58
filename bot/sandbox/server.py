"""Serving a sandbox over HTTP: in the running loop, or in a thread with a loop of its own."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Coroutine, Generator
from typing import Any, TypeVar

import uvicorn

from bot.sandbox.drops import droppable
from bot.sandbox.sandbox import Sandbox

_T = TypeVar("_T")


class _Server(uvicorn.Server):
    """uvicorn looks ten times a second whether to stop; this one is told."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.stop = asyncio.Event()

    async def main_loop(self) -> None:
        await self.stop.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Ctrl-C belongs to the host program."""
        yield


@contextlib.asynccontextmanager
async def serve(sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Answers the base address; on leaving, waiting calls are ended first, so nothing hangs."""
    listener = socket.create_server((host, port), backlog=512)
    address = f"http://{host}:{listener.getsockname()[1]}"
    server = _Server(_config(sandbox))
    sandbox.engine.closing = False
    running = asyncio.get_running_loop().create_task(server.serve(sockets=[listener]))
    try:
        await _started(server, running)
        yield address
    finally:
        sandbox.engine.close()
        await sandbox.engine.webhook.close()
        server.should_exit = True
        server.stop.set()
        await running
        listener.close()


async def _started(server: uvicorn.Server, running: asyncio.Task[None]) -> None:
    while not server.started and not running.done():  # noqa: ASYNC110  uvicorn rings no bell
        await asyncio.sleep(0.005)


def _config(sandbox: Sandbox) -> uvicorn.Config:
    return uvicorn.Config(
        droppable(sandbox.app),
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        date_header=False,
        ws="none",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )


class ThreadedSandbox:
    """A sandbox on its own thread, for tests whose loop must stay free: `with ThreadedSandbox() as base`."""

    def __init__(self, sandbox: Sandbox | None = None, host: str = "127.0.0.1", port: int = 0) -> None:
        self.sandbox = sandbox or Sandbox()
        self._host, self._port = host, port
        self.base_url = ""
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=self._main, name="sandbox", daemon=True)

    def start(self) -> str:
        self._thread.start()
        self._ready.wait()
        return self.base_url

    def stop(self) -> None:
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def run(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Runs something on the sandbox's own loop and waits for it."""
        if self._loop is None:
            raise RuntimeError("the sandbox has not been started")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _main(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        async with serve(self.sandbox, self._host, self._port) as self.base_url:
            self._ready.set()
            await self._stop.wait()

    def __enter__(self) -> str:
        return self.start()

    def __exit__(self, *_exc: object) -> None:
        self.stop()
