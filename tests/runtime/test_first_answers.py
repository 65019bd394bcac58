"""From what somebody says to what somebody hears, through the whole program."""

from sqlalchemy import func, select

from storage.tables import cases, due, inbox
from tests.runtime.rehearsal import Rehearsal


async def test_a_report_in_private_gets_its_number(running: Rehearsal) -> None:
    await running.say("li", "/report 3号楼的电梯一直在响")
    assert any("#1" in text for text in await running.spoken("li"))


async def test_everything_that_was_said_to_us_is_settled_and_forgotten(talk: Rehearsal) -> None:
    await talk.say("li", "/report 电梯坏了", "residents")
    talk.sandbox.world.can_read_all_group_messages = True
    await talk.say("zhao", "今天天气不错", "residents")
    rows = await talk.bot.store.read(lambda c: c.execute(select(inbox.c.state, inbox.c.payload)).all())
    assert {row.state for row in rows} == {"done", "ignored"}
    assert all(row.payload is None for row in rows)


async def test_the_clock_reminds_the_worker_once(talk: Rehearsal) -> None:
    await talk.say("li", "/report 楼道灯不亮")
    planned = await talk.bot.store.read(lambda c: c.execute(select(due.c.kind, due.c.at)).all())
    before = len(await talk.spoken("workers"))
    await talk.until(max(row.at for row in planned))
    await talk.move(minutes=1)
    assert len(await talk.spoken("workers")) == before + 2


async def test_a_restart_takes_up_what_was_accepted(talk: Rehearsal) -> None:
    talk.bot.lanes.add = lambda rows: None  # type: ignore[method-assign]  # the process dies before it decides
    await talk.send("li", "/report 门禁坏了")
    while talk.sandbox.engine.updates.pending:
        await talk.clock.sleep(0.01)
    await talk.stop()
    await talk.again()
    await talk.quiet()
    count = await talk.bot.store.read(lambda c: c.execute(select(func.count()).select_from(cases)).scalar())
    assert count == 1
