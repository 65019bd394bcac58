"""One update's one decision: mark, decision, audit and outbox rows are one commit, in two savepoints."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy import Connection

from domain.kernel.errors import DomainError
from domain.kernel.words import Destination, Params
from storage import inbox
from storage.store import Store
from storage.tx import SqlTx, TxDeps

P = ParamSpec("P")
R = TypeVar("R")


class Settled(Exception):
    """Somebody settled this update already: what was decided now never was."""


@dataclass(frozen=True, slots=True)
class _Refused:
    error: DomainError


class InboxUnit:
    """Settles one inbox row; `tells` finds out where a refusal is said, None where a toast says it.

    `besides` runs in the same commit as the mark, refused or not: what the update itself makes true.
    """

    def __init__(
        self,
        store: Store,
        deps: TxDeps,
        row_id: int,
        tells: Callable[[SqlTx], Destination | None],
        besides: Callable[[Connection], None] | None = None,
    ) -> None:
        self._store, self._deps, self._row_id = store, deps, row_id
        self._tells, self._besides = tells, besides
        self.used = False

    async def transact(
        self, service: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `service(tx, *args)` and commit; a DomainError commits mark and refusal and is raised again."""
        if self.used:
            raise RuntimeError("one update makes one decision")
        self.used = True
        try:
            outcome = await self._store.write(
                lambda connection: self._decide(connection, service, *args, **kwargs)
            )
        except DomainError as error:
            await self._store.write(partial(self._refuse, error=error))
            raise
        if isinstance(outcome, _Refused):
            raise outcome.error
        return outcome

    async def refuse(self, error: DomainError) -> None:
        """Commit mark and refusal where the handler found the input wanting before any decision."""
        self.used = True
        await self._store.write(lambda connection: self._refuse(connection, error))

    async def mark(self) -> None:
        """Commit the mark alone, for an update that asked for nothing."""
        self.used = True
        await self._store.write(self._mark)

    def _decide(
        self,
        connection: Connection,
        service: Callable[Concatenate[Any, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R | _Refused:
        tx = self._mark(connection)
        if connection.dialect.name != "sqlite":  # a round trip saved; a refusal is a second transaction there
            return service(tx, *args, **kwargs)
        try:
            with connection.begin_nested():
                return service(tx, *args, **kwargs)
        except DomainError as error:
            inbox.refuse(connection, self._row_id)
            self._say(self._deps.open(connection), error)
            return _Refused(error)

    def _mark(self, connection: Connection, state: str = "done") -> SqlTx:
        tx = self._deps.open(connection)
        if not inbox.settle(connection, self._row_id, state, tx.now):
            raise Settled
        if self._besides is not None:
            self._besides(connection)
        return tx

    def _refuse(self, connection: Connection, error: DomainError) -> None:
        self._say(self._mark(connection, "refused"), error)

    def _say(self, tx: SqlTx, error: DomainError) -> None:
        if (trace := error.trace) is not None:
            tx.audit.note(trace.compound_id, trace.person_id, trace.action, trace.subject, trace.subject_id)
        if (to := self._tells(tx)) is not None:
            tx.outbox.tell(to, error.key, cast("Params", error.params))
