"""A working day in which every statement is run on both ways, and each must answer the same."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection

from domain.calls import service as calls
from domain.cases import intake, screens, service
from domain.cases.rules import Draft
from domain.cases.service import ByNumber, Latest
from domain.cases.table import Action
from storage import audit, due, inbox, leases, queue, settling, showing
from storage.arrivals import Arrival
from storage.queue import Claim
from tests.compound import BOT_ID, MONDAY, Compound
from tests.storage.comparing import Comparing

SCENE: list[tuple[str, Callable[..., Any], tuple[Any, ...]]] = [
    ("zhang", intake.report, (Draft("电梯又停了", 11, MONDAY),)),
    ("wang", service.act, (ByNumber(1), Action.TAKE)),
    ("wang", service.act, (ByNumber(1), Action.FINISH, "换了门机")),
    ("zhang", service.act, (Latest(), Action.REOPEN, "又停了")),
    ("zhang", screens.show_mine, ()),
    ("zhang", intake.report, (Draft("灯不亮", 12, MONDAY, album="A"),)),
]


async def test_every_statement_of_a_working_day_answers_the_same_on_both_ways(seeded: Compound) -> None:
    seen: set[int] = set()

    async def run(work: Callable[[Any], Any]) -> Any:
        def watched(connection: Connection) -> Any:
            comparing = Comparing(connection)
            try:
                return work(comparing)
            finally:
                seen.update(comparing.compared)

        return await seeded.store.write(watched)

    def serve(act: Callable[..., Any], who: str, *args: Any, where: str = "private") -> Callable[[Any], Any]:
        return lambda c: act(seeded.deps.open(c), seeded.actor(who, where), *args)

    for who, act, args in SCENE:
        await run(serve(act, who, *args))
    call = await run(serve(calls.open_call, "chen", "打扫", 1, where="residents"))
    for who, act in (
        ("zhang", calls.join),
        ("zhao", calls.join),
        ("zhang", calls.leave),
        ("zhang", calls.join),
    ):
        await run(serve(act, who, call.id, where="residents"))
    await run(partial(_letters, seeded))
    await run(partial(_posting, seeded))
    await run(partial(audit.seal_some, most=100))
    await run(lambda c: due.end(c, due.fallen(c, MONDAY + timedelta(days=9))[0].due.id, MONDAY))
    assert len(seen) > 40


def _letters(seeded: Compound, connection: Any) -> None:
    arrivals = [Arrival(n, "message", 7, "new", b"{}", 7, 7, n, long=n == 1) for n in (1, 2, 1)]
    opened = inbox.accept(connection, seeded.deps.vault, BOT_ID, arrivals, MONDAY)
    assert len(opened) == 2
    assert inbox.settle(connection, opened[0].id, "done", MONDAY)
    assert not inbox.settle(connection, opened[0].id, "done", MONDAY)
    assert inbox.attempt(connection, opened[1].id) == 1
    assert inbox.bury(connection, opened[1].id, MONDAY)
    assert inbox.lag(connection).dead == 1
    assert leases.take(connection, "bot", "me", MONDAY, MONDAY)


def _posting(seeded: Compound, connection: Any) -> None:
    later = MONDAY + timedelta(hours=1)
    waiting = queue.scan(connection, later, 50)
    claims = [Claim(one.id, 7, "private", 0, b"digest") for one in waiting]
    assert queue.claim(connection, claims, later) == {one.id for one in waiting}
    assert settling.sent(connection, waiting[0].id, 5, later)
    queue.fresh(connection, later, 0, 50)
    queue.next_time(connection, MONDAY, 0)
    showing.behind(connection, later)
    showing.next_time(connection, MONDAY)
