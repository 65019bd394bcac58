"""The demo's compound and its year: everybody is somebody, and what happened adds up."""

from collections import Counter

import pytest
from sqlalchemy import Connection, func, select

from bot import seeding, year
from bot.clock import MovableClock
from bot.lived import remember
from bot.street import households, street
from domain.calls.rules import Seat
from domain.cases.table import OPEN, State
from storage import tables as t
from storage.open import Stores
from tests.compound import MONDAY, deps_for


def planted() -> seeding.Planted:
    seed = street()
    people = {one["key"]: one["id"] for one in seed["people"]}
    return seeding.Planted(seed, people, {group["key"]: group["id"] for group in seed["groups"]})


def test_the_street_has_three_hundred_households_and_nobody_twice() -> None:
    seed = street()
    homes = households(seed)
    assert len(homes) == len(set(homes)) == 300
    lived_in = [one["place"] for one in seed["people"] if "/" in one.get("place", "")]
    assert len(lived_in) == len(set(lived_in)) == 116
    assert set(lived_in) <= set(homes)
    assert len({one["id"] for one in seed["people"]}) == len(seed["people"]) == 120
    names = Counter(one["first_name"] for one in seed["people"])
    assert names.most_common(1)[0][1] == 1
    assert len(seed["groups"]) == 3


def test_everybody_that_the_tests_and_the_page_rely_on_is_there() -> None:
    keys = {one["key"] for one in street()["people"]}
    assert {"wang", "chen", "zhao", "li", "liu", "emma", "sun", "manager"} <= keys


def test_words_are_varied() -> None:
    told = seeding.read(year.YEAR)
    words = [text for tale in told["reports"] for text in tale["texts"]]
    assert len(set(words)) == len(words) >= 60


@pytest.fixture
async def lived(store: Stores) -> Stores:
    """The year on a fresh database."""
    deps, here = deps_for(MovableClock(MONDAY)), planted()
    await store.write(lambda connection: remember(deps, connection, here))
    return store


async def test_a_year_adds_up(lived: Stores) -> None:
    await lived.read(_cases_add_up)
    await lived.read(_calls_add_up)
    await lived.read(_polls_add_up)
    await lived.read(_only_what_is_open_is_due)


def _cases_add_up(connection: Connection) -> None:
    rows = connection.execute(select(t.cases.c.number, t.cases.c.state, t.cases.c.filed_at)).all()
    assert sorted(row.number for row in rows) == list(range(1, len(rows) + 1))
    assert len(rows) >= 150
    assert [row.number for row in sorted(rows, key=lambda row: row.filed_at)] == sorted(
        r.number for r in rows
    )
    assert {State.CONFIRMED.value, State.FINISHED.value, State.WITHDRAWN.value} <= {row.state for row in rows}
    noted = connection.execute(
        select(func.count(func.distinct(t.audit.c.subject_id))).where(t.audit.c.action == "case.report")
    ).scalar()
    assert noted == len(rows)


def _calls_add_up(connection: Connection) -> None:
    calls = connection.execute(select(t.calls)).all()
    assert len(calls) == 12
    for call in calls:
        seats = connection.execute(select(t.signups.c.seat).where(t.signups.c.call_id == call.id)).scalars()
        count = Counter(seats.all())
        assert (count[Seat.CONFIRMED.value], count[Seat.WAITING.value]) == (call.confirmed, call.waiting)
        assert call.confirmed <= call.capacity


def _polls_add_up(connection: Connection) -> None:
    polls = connection.execute(select(t.polls)).all()
    assert len(polls) == 6
    assert all(poll.state == "closed" and poll.voters > 2 for poll in polls)
    for poll in polls:
        cast = select(func.count()).where(t.ballots.c.poll_id == poll.id)
        assert connection.execute(cast).scalar() == poll.voters
        counted = select(func.sum(t.poll_options.c.votes)).where(t.poll_options.c.poll_id == poll.id)
        assert connection.execute(counted).scalar() == poll.voters


def _only_what_is_open_is_due(connection: Connection) -> None:
    """Nothing of the year is left to be said, and a solved case reminds nobody."""
    for table in (t.outbox, t.cards, t.dialogues):
        assert connection.execute(select(func.count()).select_from(table)).scalar() == 0
    kinds = ("case.soon", "case.over")
    waiting = select(t.due.c.subject_id).where(t.due.c.state == "open", t.due.c.kind.in_(kinds))
    still = select(t.cases.c.id).where(t.cases.c.state.in_([state.value for state in OPEN]))
    assert set(connection.execute(waiting).scalars()) <= set(connection.execute(still).scalars())
    past = select(func.count()).where(t.due.c.state == "open", t.due.c.at <= MONDAY)
    assert connection.execute(past).scalar() == 0
