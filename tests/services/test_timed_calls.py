"""What a call with a time leaves behind: drafts, reminders, changes, the list of who came."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, select

from domain.calls.changes import ask, cancel, resize, retime
from domain.calls.drafts import draft as draft_call
from domain.calls.drafts import drop, publish
from domain.calls.roll import finish, tick, tick_all
from domain.calls.rules import AlreadyIn, BadTime, CallClosed, NoGroup, TooFewPlaces, Wish
from domain.calls.screens import say_in, show
from domain.calls.service import join, leave, open_wish
from domain.kernel.errors import NotAllowed, NotFound
from domain.kernel.people import Role
from storage import seeding
from storage.tables import calls, cards, due, signups
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
SATURDAY = datetime(2026, 11, 28, 9)
"""Local; the desk stands at nine on the Monday before."""

WISH = Wish("clean-up", 1, SATURDAY, SATURDAY + timedelta(hours=2))


def say(desk: Desk, who: str, service: Callable[..., Any], *args: Any, group: bool = False) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def opened(desk: Desk, wish: Wish = WISH) -> int:
    call = say(desk, "captain", open_wish, wish, group=True)
    desk.fresh_outbox()
    return int(call.id)


def told(desk: Desk) -> list[tuple[str, str]]:
    names = {f"person:{person}": name for name, person in desk.people.items()}
    rows = [row for row in desk.fresh_outbox() if row.key != "card"]
    return [(row.key, names.get(row.destination.partition("@")[0], row.destination)) for row in rows]


def reach(desk: Desk, local: datetime) -> None:
    desk.pass_time(local - timedelta(hours=8) - desk.clock.at.replace(tzinfo=None))


def planned(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.rows(select(due).where(due.c.state == "open").order_by(due.c.at))
    return [(row.kind, row.local) for row in rows]


def test_a_draft_is_seen_by_its_writer_alone_and_posted_once(desk: Desk) -> None:
    call = say(desk, "captain", draft_call, WISH)
    assert planned(desk) == []
    for who in ("wang", "an"):
        with pytest.raises(NotFound):
            say(desk, who, join, call.id)
        with pytest.raises(NotFound):
            say(desk, who, show, call.id)
        with pytest.raises(NotFound):
            say(desk, who, publish, call.id, GROUP)
    say(desk, "captain", publish, call.id, GROUP)
    with pytest.raises(CallClosed):
        say(desk, "captain", publish, call.id, GROUP)
    with pytest.raises(CallClosed):
        say(desk, "captain", drop, call.id)
    kinds = [(row.kind, row.destination) for row in desk.rows(select(cards).order_by(cards.c.id))]
    assert kinds == [("draft", f"person:{desk.people['captain']}"), ("call", f"chat:{GROUP}")]
    assert planned(desk) == [
        ("call.eve", "2026-11-27T19:00"),
        ("call.hour", "2026-11-28T08:00"),
        ("call.start", "2026-11-28T09:00"),
        ("call.end", "2026-11-28T11:00"),
    ]


def test_a_draft_goes_to_no_other_group_and_not_after_its_time(desk: Desk) -> None:
    call = say(desk, "captain", draft_call, WISH)
    with pytest.raises(NotFound):
        say(desk, "captain", publish, call.id, -1)
    desk.pass_time(timedelta(days=6))
    with pytest.raises(BadTime):
        say(desk, "captain", publish, call.id, GROUP)


def test_a_resident_drafts_none(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        say(desk, "an", draft_call, WISH)
    with pytest.raises(NoGroup):
        say(desk, "stranger", draft_call, WISH)


def test_the_captain_of_another_building_is_refused(desk: Desk) -> None:
    def build(connection: Connection) -> None:
        scope = desk.deps.scope(connection)
        add = partial(seeding.add_place, scope, desk.compound, desk.compound, "building")
        one, two = add("1号楼", "Asia/Shanghai"), add("2号楼", "Asia/Shanghai")
        seeding.bind_chat(scope, -2001, "supergroup", one)
        seeding.grant(scope, desk.people["an"], Role.CAPTAIN, one, desk.compound)
        seeding.grant(scope, desk.people["bo"], Role.CAPTAIN, two, desk.compound)

    desk.write(build)
    mine = say(desk, "an", draft_call, WISH)
    theirs = say(desk, "bo", draft_call, WISH)
    say(desk, "an", publish, mine.id, -2001)
    with pytest.raises(NotFound):
        say(desk, "bo", publish, theirs.id, -2001)
    with pytest.raises(NotAllowed):
        say(desk, "bo", cancel, mine.id)
    say(desk, "captain", cancel, mine.id)


def test_reminders_come_once_to_those_who_come(desk: Desk) -> None:
    call = opened(desk)
    say(desk, "an", join, call)
    say(desk, "bo", join, call)
    desk.fresh_outbox()
    reach(desk, SATURDAY - timedelta(hours=14))
    assert told(desk) == [("call-remind", "an")]
    reach(desk, SATURDAY - timedelta(hours=1))
    assert told(desk) == [("call-remind", "an")]
    reach(desk, SATURDAY)
    assert told(desk) == []
    with pytest.raises(CallClosed):
        say(desk, "cui", join, call)
    with pytest.raises(CallClosed):
        say(desk, "an", leave, call)


def test_after_an_outage_one_reminder_says_it(desk: Desk) -> None:
    call = opened(desk)
    say(desk, "an", join, call)
    desk.fresh_outbox()
    reach(desk, SATURDAY - timedelta(minutes=30))
    assert told(desk) == [("call-remind", "an")]


def test_an_offer_made_at_night_counts_from_the_morning(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call)
    reach(desk, datetime(2026, 11, 24, 23))
    desk.fresh_outbox()
    say(desk, "an", leave, call, group=True)
    (row,) = [row for row in desk.fresh_outbox() if row.key == "call-offered"]
    assert row.destination == f"person:{desk.people['bo']}@{GROUP}"
    assert row.not_before.hour == 0  # eight in Shanghai
    kept = {row.person_id: row for row in desk.rows(select(signups))}[desk.people["bo"]]
    assert kept.until.hour == 12  # eight in the evening


def test_who_is_not_told_twice_of_a_change(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call)
    desk.fresh_outbox()
    say(desk, "captain", retime, call, SATURDAY + timedelta(days=1), None)
    assert told(desk) == [("call-retimed", "an"), ("call-retimed", "bo")]
    assert [kind for kind, _ in planned(desk)] == ["call.eve", "call.hour", "call.start", "call.end"]
    say(desk, "captain", retime, call, SATURDAY, None)
    assert told(desk) == [("call-retimed", "an"), ("call-retimed", "bo")]
    assert planned(desk)[0] == ("call.eve", "2026-11-27T19:00")


def test_an_offer_follows_a_change_of_time(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call)
    say(desk, "an", leave, call)
    desk.fresh_outbox()
    say(desk, "captain", retime, call, datetime(2026, 11, 23, 11, 30), None)
    assert ("call-moved-up", "bo") in told(desk)
    (kept,) = desk.rows(select(calls))
    assert (kept.confirmed, kept.offered) == (1, 0)


def test_called_off_everybody_is_told_once_and_nothing_rings(desk: Desk) -> None:
    call = opened(desk)
    for who in ("captain", "an", "bo"):
        say(desk, who, join, call)
    desk.fresh_outbox()
    with pytest.raises(NotAllowed):
        say(desk, "an", cancel, call)
    say(desk, "wang", cancel, call)
    assert told(desk) == [("call-cancelled", "captain"), ("call-cancelled", "an"), ("call-cancelled", "bo")]
    with pytest.raises(CallClosed):
        say(desk, "wang", cancel, call)
    reach(desk, SATURDAY + timedelta(hours=3))
    assert told(desk) == []


def test_new_places_go_to_those_who_wait(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo", "cui"):
        say(desk, who, join, call)
    desk.fresh_outbox()
    say(desk, "captain", resize, call, 2)
    assert told(desk) == [("call-offered", "bo")]
    with pytest.raises(TooFewPlaces):
        say(desk, "captain", resize, call, 1)
    with pytest.raises(NotAllowed):
        say(desk, "an", ask, call, "call.when")


def test_the_list_of_who_came(desk: Desk) -> None:
    call = opened(desk, Wish("clean-up", 3, SATURDAY, SATURDAY + timedelta(minutes=90)))
    for who in ("captain", "an", "bo"):
        say(desk, who, join, call)
    with pytest.raises(CallClosed):
        say(desk, "captain", tick_all, call)
    reach(desk, SATURDAY + timedelta(minutes=90))
    desk.fresh_outbox()
    assert ("roll", f"person:{desk.people['captain']}") in [
        (row.kind, row.destination) for row in desk.rows(select(cards))
    ]
    with pytest.raises(NotAllowed):
        say(desk, "an", tick_all, call)
    with pytest.raises(NotFound):
        say(desk, "captain", tick, call, desk.people["cui"])
    say(desk, "captain", tick_all, call)
    say(desk, "captain", tick, call, desk.people["bo"])
    say(desk, "captain", finish, call)
    assert told(desk) == [("call-thanks", "an")]
    with pytest.raises(CallClosed):
        say(desk, "captain", finish, call)
    rows = desk.rows(select(signups).order_by(signups.c.turn))
    assert [(row.came, row.minutes) for row in rows] == [(True, 90), (True, 90), (False, 0)]
    (kept,) = desk.rows(select(calls))
    assert kept.state == "done"


def test_where_nobody_comes_there_is_nothing_to_ask(desk: Desk) -> None:
    opened(desk)
    reach(desk, SATURDAY + timedelta(hours=2))
    (kept,) = desk.rows(select(calls))
    assert (kept.state, told(desk)) == ("done", [])
    assert [row.kind for row in desk.rows(select(cards))] == ["call"]


def test_a_place_given_back_in_private_is_offered_near_the_group(desk: Desk) -> None:
    call = opened(desk)
    for who in ("an", "bo"):
        say(desk, who, join, call)
    desk.fresh_outbox()
    say(desk, "an", leave, call)
    (row,) = desk.fresh_outbox()
    assert row.destination == f"person:{desk.people['bo']}@{GROUP}"


def test_plus_one_is_a_nod_and_a_second_one_too(desk: Desk) -> None:
    call = opened(desk)
    assert say(desk, "an", say_in, call, 77, "ok", group=True).call.confirmed == 1
    assert say(desk, "an", say_in, call, 78, "ok", group=True) is None
    say(desk, "bo", say_in, call, 79, "ok", group=True)
    assert told(desk) == [
        ("act:react", f"chat:{GROUP}>77"),
        ("act:react", f"chat:{GROUP}>78"),
        ("act:react", f"chat:{GROUP}>79"),
        ("call-taken", "bo"),
    ]
    with pytest.raises(AlreadyIn):
        say(desk, "an", join, call)
