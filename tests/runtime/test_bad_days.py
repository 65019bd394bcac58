"""Bad days: what comes twice, what is broken, what fails for ever, a flood, a long sleep."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from aiogram import Router
from aiogram.types import Message
from sqlalchemy import func, select

from bot.app import App, Pace
from bot.chores import TokenTaken
from bot.sweep import Sweep
from handlers.refusals import UnknownCommand
from storage.tables import cases, chats, due, inbox, outbox
from tests.runtime.rehearsal import Rehearsal, rehearsing

WORDS = "三号楼的秘密漏水点"


async def count(here: Rehearsal, table: object) -> int:
    counted = select(func.count()).select_from(table)  # type: ignore[arg-type]  # any table
    return await here.bot.store.read(lambda c: c.execute(counted).scalar_one())


async def state_of(here: Rehearsal, kind: str = "message") -> list[str]:
    newest = select(inbox.c.state).where(inbox.c.kind == kind).order_by(inbox.c.id)
    rows = await here.bot.store.read(lambda c: c.execute(newest).all())
    return [row.state for row in rows]


async def test_an_update_that_is_handed_out_again_changes_nothing(running: Rehearsal) -> None:
    await running.say("li", "/report 电梯坏了")
    before = await count(running, outbox)
    known = sorted(running.sandbox.engine.updates.all)
    await running.platform.post("/redeliver", {"update_ids": known})
    await running.quiet()
    assert (await count(running, cases), await count(running, outbox)) == (1, before)


@pytest.mark.parametrize(
    "body",
    [
        {"purchased_paid_media": {"from": {"id": 7}, "paid_media_payload": WORDS}},
        {"message": {"message_id": "x", "chat": 5}},
        {"message": None},
        {"from_the_future": [WORDS]},
    ],
)
async def test_an_update_of_an_unknown_kind_or_shape_is_kept_by_its_id_alone(
    talk: Rehearsal, body: dict
) -> None:
    talk.sandbox.engine.updates.inject(body, next(iter(body)), "x")
    await talk.quiet()
    rows = await talk.bot.store.read(
        lambda c: c.execute(select(inbox.c.state, inbox.c.payload).order_by(inbox.c.id.desc())).first()
    )
    assert rows == ("ignored", None)


def broken(error: Exception) -> Router:
    """A handler that fails whatever is said."""

    async def fail(message: Message) -> None:
        raise error

    router = Router()
    router.message.register(fail)
    return router


WORDED = select(outbox.c.key).where(outbox.c.key.not_like("act:%"))
"""What is said; the program's start leaves command menus too."""


@pytest.fixture
def always_failing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.routers", lambda: [broken(ValueError(WORDS))])


@pytest.mark.usefixtures("always_failing")
async def test_what_fails_three_times_is_a_dead_letter_with_an_apology(tmp_path: Path, database: str) -> None:
    async with rehearsing(tmp_path, database) as here:
        assert set(await state_of(here)) == {"dead"}
        kept = select(inbox.c.payload, inbox.c.attempts).where(inbox.c.state == "dead")
        rows = await here.bot.store.read(lambda c: c.execute(kept).all())
        assert all(row.payload is not None and row.attempts == 3 for row in rows)
        said = await here.bot.store.read(lambda c: c.execute(WORDED).scalars().all())
        assert set(said) == {"error-unknown"}


@pytest.mark.usefixtures("always_failing")
async def test_no_log_line_holds_a_residents_words(
    tmp_path: Path, sqlite_database: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as lines:
        async with rehearsing(tmp_path, sqlite_database) as here:
            await here.say("li", f"/report {WORDS}")
    said = capfd.readouterr()
    assert any(line["event"] == "update-failed" for line in lines)
    assert WORDS not in f"{lines}{caplog.text}{said.out}{said.err}"


async def test_a_refusal_outside_a_decision_is_committed_with_its_words(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.routers", lambda: [broken(UnknownCommand())])
    async with rehearsing(tmp_path, database) as here:
        assert set(await state_of(here)) == {"refused"}
        said = await here.bot.store.read(lambda c: c.execute(WORDED).scalars().all())
        assert set(said) == {UnknownCommand.key}


async def test_a_flood_is_cut_and_said_so_once_and_others_are_served(
    tmp_path: Path, sqlite_database: str
) -> None:
    async with rehearsing(tmp_path, sqlite_database, flood_burst=10, flood_rate=0.001) as here:
        for number in range(40):
            await here.send("li", f"/help {number}")
        await here.say("zhao", "/report 电梯坏了")
        states = await state_of(here)
        assert states.count("cut") == 31  # ten less the /start that opened the chat
        told = select(func.count()).where(outbox.c.key == "error-too-fast")
        assert await here.bot.store.read(lambda c: c.execute(told).scalar()) == 1
        assert await count(here, cases) == 1


async def test_a_second_process_with_the_same_token_is_refused(running: Rehearsal) -> None:
    other = App(running.settings, running.clock, "somebody else", Pace(patience=0))
    with pytest.raises(TokenTaken):
        await other.open()


async def test_two_sweeps_at_once_remind_once(running: Rehearsal) -> None:
    await running.say("li", "/report 电梯坏了")
    await running.stop()
    here = running
    here.bot = App(here.settings, here.clock, "test", Pace(patience=0))
    await here.bot.open()
    of_case = select(func.max(due.c.at)).where(due.c.kind.in_(("case.soon", "case.over")))
    last = await here.bot.store.read(lambda c: c.execute(of_case).scalar())
    here.clock.set(last + timedelta(seconds=1))
    sweeps = [Sweep(here.bot.store, here.bot.deps) for _ in range(2)]
    done = await asyncio.gather(*(sweep() for sweep in sweeps))
    assert sum(done) == 2
    told = select(func.count()).where(outbox.c.key.in_(("duties-late", "case-overdue", "cases-untaken")))
    assert await here.bot.store.read(lambda c: c.execute(told).scalar()) == 2
    await here.bot.start()


async def test_an_outage_of_a_day_ends_in_one_digest(running: Rehearsal) -> None:
    for number in range(3):
        await running.say("li", f"/report 电梯坏了 {number}")
    await running.stop()
    running.clock.advance(timedelta(days=1))
    await running.again()
    await running.quiet()
    keys = await running.bot.store.read(lambda c: c.execute(select(outbox.c.key)).scalars().all())
    assert list(keys).count("duties-late") == 1
    assert "case-overdue" not in keys
    assert "case-due-soon" not in keys


async def test_a_group_that_becomes_a_supergroup_takes_its_place_with_it(running: Rehearsal) -> None:
    old, new = running.groups["residents"], -1009
    body = {"message_id": 99, "date": 0, "chat": {"id": old, "type": "group"}, "migrate_to_chat_id": new}
    for _ in range(2):
        running.sandbox.engine.updates.inject({"message": dict(body)}, "message", "x")
        await running.quiet()
    moved = await running.bot.store.read(
        lambda c: c.execute(select(chats.c.place_id, chats.c.present).where(chats.c.chat_id == new)).one()
    )
    left = await running.bot.store.read(
        lambda c: c.execute(select(chats.c.moved_to, chats.c.present).where(chats.c.chat_id == old)).one()
    )
    assert moved.place_id is not None
    assert moved.present
    assert (left.moved_to, bool(left.present)) == (new, False)
