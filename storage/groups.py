"""The writer's thread: groups of up to 64 writes share one commit, each behind a savepoint of its own."""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine

from storage.engines import begun
from storage.quick import quick

R = TypeVar("R")

LARGEST = 64
"""Writes in one group. Source: reliability §1: beyond, latency grows and commits get no cheaper."""


@dataclass(slots=True)
class Member(Generic[R]):
    """One write: what to run and where its answer is awaited; the outcome is kept until the commit."""

    work: Callable[[Connection], R]
    answer: asyncio.Future[R]
    result: R | None = field(default=None)
    error: BaseException | None = field(default=None)

    def settle(self) -> None:
        """Hand the outcome to whoever waits; a caller that went away is passed over."""
        if self.answer.done():
            return
        if self.error is not None:
            self.answer.set_exception(self.error)
        else:
            self.answer.set_result(self.result)  # type: ignore[arg-type]  # None only where R allows it


class Writer:
    """Runs what it accepts, in order, on the thread that calls `run`."""

    def __init__(self, engine: Engine, loop: asyncio.AbstractEventLoop) -> None:
        self._engine = engine
        self._loop = loop
        self._queue: queue.SimpleQueue[Member[Any] | None] = queue.SimpleQueue()
        self._ending = threading.Event()
        self.opened: asyncio.Future[None] = loop.create_future()

    @property
    def waiting(self) -> int:
        """Writes not yet begun."""
        return self._queue.qsize()

    def accept(self, member: Member[Any]) -> None:
        """Queue a write; raises RuntimeError once `end` was called."""
        if self._ending.is_set():
            raise RuntimeError("the store is closed")
        self._queue.put(member)

    def end(self) -> None:
        """Let `run` return once everything accepted before is done."""
        self._ending.set()
        self._queue.put(None)

    def run(self) -> None:
        """Open the connection, then serve until the end."""
        try:
            connection = self._engine.connect()
        except Exception as error:
            self._tell(self.opened.set_exception, error)
            return
        self._tell(self.opened.set_result, None)
        with connection:
            while group := self._next():
                self._commit(connection, group)
        self._engine.dispose()

    def _next(self) -> list[Member[Any]]:
        """All that waits, up to a group; empty at the end."""
        group: list[Member[Any]] = []
        try:
            while len(group) < LARGEST:
                member = self._queue.get(block=not group)
                if member is None:
                    if group:
                        self._queue.put(None)
                    break
                group.append(member)
        except queue.Empty:
            pass
        return group

    def _commit(self, connection: Connection, group: Sequence[Member[Any]]) -> None:
        try:
            with begun(connection, "IMMEDIATE"):
                for member in group:
                    _run(connection, member)
        except BaseException as error:
            if len(group) == 1:
                # What the work itself raised says more than the failed rollback behind it.
                group[0].error = group[0].error or error
            else:
                # Nothing of the group was kept: each member has its own commit now.
                for member in group:
                    self._commit(connection, (member,))
                return
        self._tell(_settle, group)

    def _tell(self, call: Callable[[Any], None], value: object) -> None:
        """One wake-up of the loop for a whole group; where the loop is gone, nobody waits any more."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, value)


def _run(connection: Connection, member: Member[Any]) -> None:
    """Run one member behind a savepoint; its own error rolls back it alone, a broken database the group."""
    member.result = member.error = None
    raw = connection.connection.cursor()
    raw.execute("SAVEPOINT member")
    try:
        member.result = member.work(quick(connection))
    except BaseException as error:
        member.error = error
        raw.execute("ROLLBACK TO member")
    raw.execute("RELEASE member")
    raw.close()


def _settle(group: Sequence[Member[Any]]) -> None:
    for member in group:
        member.settle()
