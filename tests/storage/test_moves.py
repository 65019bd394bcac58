"""A group that became a supergroup takes along what points at it, once, and nothing of its neighbours."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from domain.calls.rules import Wish
from domain.calls.service import open_wish
from domain.kernel.words import CardKind, ToChat
from domain.places import groups
from domain.polls import drafting, posting
from domain.polls.drafts import Wording
from domain.polls.rules import Option, PollState
from storage import memberships, seeding
from storage.tables import calls, cards, offers, outbox, trials
from storage.tx import transaction
from tests.compound import MONDAY, Compound, stranger

OLD, NEW = -4_012, -1_002_000_000_777
NEIGHBOUR = -40_123
"""Another group, whose id begins like the old one's."""


async def write(compound: Compound, service: Any, *args: Any) -> Any:
    return await compound.store.write(transaction(compound.deps, service, *args))


async def bound(compound: Compound, chat_id: int) -> None:
    await compound.store.write(
        lambda c: seeding.bind_chat(compound.deps.scope(c), chat_id, "group", compound.id)
    )


async def moved(compound: Compound) -> None:
    await compound.store.write(lambda c: memberships.moved(c, OLD, NEW))


def stand(connection: Connection) -> None:
    """Every card is posted."""
    connection.execute(cards.update().values(message_id=5, shown=1))
    for kind in (OLD, NEW, NEIGHBOUR):
        where = cards.c.destination == f"chat:{kind}"
        connection.execute(cards.update().where(where).values(chat_id=kind))
    connection.execute(outbox.update().values(state="sent"))


async def test_a_neighbour_whose_id_begins_alike_keeps_its_cards(seeded: Compound) -> None:
    for chat_id in (OLD, NEIGHBOUR):
        await bound(seeded, chat_id)
        await write(seeded, groups.pin, chat_id, seeded.id)
    await seeded.store.write(stand)
    await moved(seeded)
    rows = await seeded.store.read(lambda c: c.execute(select(cards.c.destination, cards.c.message_id)).all())
    assert sorted(tuple(row) for row in rows) == [(f"chat:{NEW}", None), (f"chat:{NEIGHBOUR}", 5)]


async def test_a_card_that_stands_in_both_stays_in_the_new_group_alone(seeded: Compound) -> None:
    await bound(seeded, OLD)
    for chat_id in (OLD, NEW):  # a word of the old group that was worked off late
        await write(seeded, groups.pin, chat_id, seeded.id)
    await seeded.store.write(
        lambda c: c.execute(cards.update().where(cards.c.destination == f"chat:{NEW}").values(message_id=9))
    )
    for _ in range(2):
        await moved(seeded)
    found = await seeded.store.read(
        lambda c: c.execute(select(cards.c.message_id).where(cards.c.destination == f"chat:{NEW}")).all()
    )
    assert [row[0] for row in found] == [9]
    posters = select(outbox.c.destination).where(outbox.c.key == "card", outbox.c.state == "new")
    assert [row[0] for row in await seeded.store.read(lambda c: c.execute(posters).all())] == [f"chat:{NEW}"]
    dirty = select(cards.c.destination).where(cards.c.shown < cards.c.version)
    assert [row[0] for row in await seeded.store.read(lambda c: c.execute(dirty).all())] == [f"chat:{NEW}"]


async def test_a_poll_that_is_being_made_is_posted_in_the_new_group(seeded: Compound) -> None:
    await bound(seeded, OLD)
    chen = stranger(seeded.actor("chen").user_id, "陈楼长", OLD)
    told = Wording("周六大扫除?", (Option("来"), Option("不来")))
    poll = await write(seeded, drafting.draft, chen, told)
    assert poll.chat_id == OLD
    await moved(seeded)
    opened = await write(seeded, posting.post, seeded.actor("chen"), poll.id, None)
    assert (opened.state, opened.chat_id) == (PollState.OPEN, NEW)


@pytest.mark.parametrize("late", [False, True])
async def test_a_call_an_offer_and_a_trial_follow(seeded: Compound, late: bool) -> None:
    await bound(seeded, OLD)
    chen = stranger(seeded.actor("chen").user_id, "陈楼长", OLD)
    start = (MONDAY + timedelta(days=3)).replace(tzinfo=None)
    call = await write(seeded, open_wish, chen, Wish("打扫", 3, start))

    def other(connection: Connection) -> None:
        person = seeded.person_ids["chen"]
        made = {"chat_id": OLD, "person_id": person}
        connection.execute(offers.insert().values(id=1, name="x", admin=True, made_at=MONDAY, **made))
        connection.execute(trials.insert().values(id=1, user_id=1, since=MONDAY, **made))

    await seeded.store.write(other)
    await moved(seeded)
    if late:
        await moved(seeded)
    for table, key in ((calls, call.id), (offers, 1), (trials, 1)):
        where = select(table.c.chat_id).where(table.c.id == key)
        assert await seeded.store.read(lambda c, where=where: c.execute(where).scalar()) == NEW


async def test_a_card_goes_to_where_the_group_is_now(seeded: Compound) -> None:
    """A late word of the old group: what it opens is sent to the new one by the answer of the platform."""
    await bound(seeded, OLD)
    await moved(seeded)
    open_card = lambda tx: tx.cards.open(CardKind.CALL, 7, ToChat(OLD))  # noqa: E731
    await write(seeded, open_card)
    await moved(seeded)
    found = await seeded.store.read(lambda c: c.execute(select(cards.c.destination)).scalars().all())
    assert list(found) == [f"chat:{NEW}"]
