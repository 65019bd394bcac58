"""The inbox: one row per update, sealed until it is settled; parts found by what came before them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import inbox, parts
from storage.arrivals import Arrival, Waiting
from storage.openings import opening
from storage.tables import inbox as table
from tests.compound import BOT_ID, Compound

ONE = Arrival(10, "message", -5, "new", b'{"update_id":10}', chat_id=-5, sender_id=7, message_id=3)


async def accept(here: Compound, *arrivals: Arrival) -> list[Waiting]:
    deps = here.deps
    return await here.store.write(lambda c: inbox.accept(c, deps.vault, BOT_ID, arrivals, here.clock.now()))


async def states(here: Compound) -> dict[int, str]:
    rows = await here.store.read(lambda c: c.execute(select(table.c.update_id, table.c.state)).all())
    return {row.update_id: row.state for row in rows}


async def test_an_update_that_comes_twice_is_kept_once(seeded: Compound) -> None:
    assert len(await accept(seeded, ONE, ONE)) == 1
    assert await accept(seeded, ONE) == []


async def test_what_arrives_out_of_order_is_opened_in_order_of_its_ids(seeded: Compound) -> None:
    late, early = replace(ONE, update_id=12), replace(ONE, update_id=11)
    opened = await accept(seeded, late, early)
    rows = await seeded.store.read(lambda c: c.execute(select(table.c.update_id).order_by(table.c.id)).all())
    assert [row.update_id for row in rows] == [11, 12]
    assert [row.id for row in opened] == sorted(row.id for row in opened)


async def test_content_is_sealed_and_gone_once_settled(seeded: Compound) -> None:
    (row,) = await accept(seeded, ONE)
    stored = await seeded.store.read(lambda c: c.execute(select(table.c.payload)).scalar())
    assert ONE.payload not in bytes(stored)
    now = seeded.clock.now()
    opened = await seeded.store.read(lambda c: opening(c, seeded.deps.vault, row.id))
    assert opened is not None
    assert opened.payload == ONE.payload
    assert await seeded.store.write(lambda c: inbox.settle(c, row.id, "done", now))
    assert not await seeded.store.write(lambda c: inbox.settle(c, row.id, "done", now))
    assert await seeded.store.read(lambda c: c.execute(select(table.c.payload)).scalar()) is None
    assert await seeded.store.read(lambda c: opening(c, seeded.deps.vault, row.id)) is None


async def test_a_later_part_of_our_album_is_ours_in_any_batch_and_order(seeded: Compound) -> None:
    part = replace(ONE, update_id=9, state="ignored", album="a")
    await accept(seeded, part, replace(ONE, album="a"))
    await accept(seeded, replace(part, update_id=13))
    await accept(seeded, replace(part, update_id=14, sender_id=8), replace(part, update_id=15, album="b"))
    assert await states(seeded) == {9: "new", 10: "new", 13: "new", 14: "held", 15: "held"}


async def test_a_part_that_came_in_an_earlier_batch_waits_for_the_one_that_calls_us(seeded: Compound) -> None:
    part = replace(ONE, update_id=8, state="ignored", album="a")
    assert await accept(seeded, part, replace(part, update_id=9, sender_id=8)) == []
    opened = await accept(seeded, replace(ONE, album="a"))
    assert await states(seeded) == {8: "new", 9: "held", 10: "new"}
    assert [row.id for row in opened] == sorted(row.id for row in opened)
    first = await seeded.store.read(lambda c: opening(c, seeded.deps.vault, opened[0].id))
    assert first is not None
    assert (first.update_id, first.payload) == (8, ONE.payload)


async def test_the_content_of_an_album_that_calls_nobody_is_gone_within_a_minute(seeded: Compound) -> None:
    await accept(seeded, replace(ONE, update_id=8, state="ignored", album="a"))
    now = seeded.clock.now()
    assert await seeded.store.write(lambda c: parts.let_go(c, now)) == 0
    assert await seeded.store.write(lambda c: parts.let_go(c, now + 2 * parts.HELD)) == 1
    (row,) = await seeded.store.read(lambda c: c.execute(select(table.c.state, table.c.payload)).all())
    assert (row.state, row.payload) == ("ignored", None)


async def test_a_part_held_for_too_long_is_not_recalled(seeded: Compound) -> None:
    await accept(seeded, replace(ONE, update_id=8, state="ignored", album="a"))
    seeded.clock.advance(2 * parts.HELD)
    await accept(seeded, replace(ONE, album="a"))
    assert await states(seeded) == {8: "held", 10: "new"}


async def test_the_next_parts_of_a_long_text_are_ours_and_the_talk_after_them_is_not(
    seeded: Compound,
) -> None:
    await accept(seeded, replace(ONE, long=True))
    talk = replace(ONE, state="ignored", plain=True)
    await accept(seeded, replace(talk, update_id=11, message_id=4, long=True))
    await accept(seeded, replace(talk, update_id=12, message_id=6))
    await accept(seeded, replace(talk, update_id=13, message_id=7))
    assert await states(seeded) == {10: "new", 11: "new", 12: "new", 13: "ignored"}


async def test_a_part_that_comes_too_late_is_not_ours(seeded: Compound) -> None:
    await accept(seeded, replace(ONE, long=True))
    seeded.clock.advance(parts.FOLLOWS + timedelta(seconds=1))
    await accept(seeded, replace(ONE, update_id=11, message_id=4, state="ignored", plain=True))
    assert (await states(seeded))[11] == "ignored"


async def test_a_part_that_was_said_in_time_is_ours_however_late_it_comes(seeded: Compound) -> None:
    said_at = seeded.clock.now()
    await accept(seeded, replace(ONE, long=True, said_at=said_at))
    seeded.clock.advance(timedelta(minutes=5))
    late = replace(ONE, message_id=4, state="ignored", plain=True)
    await accept(seeded, replace(late, update_id=11, sender_id=8, said_at=said_at))
    await accept(seeded, replace(late, update_id=12, said_at=said_at + timedelta(minutes=4)))
    await accept(seeded, replace(late, update_id=13, said_at=said_at))
    assert await states(seeded) == {10: "new", 11: "ignored", 12: "ignored", 13: "new"}


async def test_a_change_is_ours_where_what_it_changes_was_said_to_us(seeded: Compound) -> None:
    change = replace(ONE, kind="edited_message", state="ignored")
    await accept(seeded, ONE, replace(change, update_id=11))
    await accept(seeded, replace(change, update_id=12, message_id=4))
    await accept(seeded, replace(change, update_id=13, chat_id=-6))
    assert await states(seeded) == {10: "new", 11: "new", 12: "ignored", 13: "ignored"}
    payloads = select(table.c.update_id).where(table.c.payload.is_not(None)).order_by(table.c.id)
    assert (await seeded.store.read(lambda c: c.execute(payloads).scalars().all())) == [10, 11]


@pytest.mark.parametrize(("days", "left"), [(7, 1), (9, 0)])
async def test_a_settled_id_is_remembered_for_eight_days(
    sqlite_seeded: Compound, days: int, left: int
) -> None:
    here = sqlite_seeded
    (row,) = await accept(here, ONE)
    await here.store.write(lambda c: inbox.settle(c, row.id, "done", here.clock.now()))
    here.clock.advance(timedelta(days=days))
    await here.store.write(lambda c: inbox.purge(c, here.clock.now()))
    assert len(await states(here)) == left
