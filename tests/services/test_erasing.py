"""Somebody who is erased holds no place that another one waits for, and no card names them any more."""

from datetime import datetime
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from domain.calls.rules import Wish
from domain.calls.service import join, open_wish
from domain.flows import erasing
from domain.places.me import HasPost
from storage.tables import calls, cards, signups
from tests.machines.desk import Desk

NUMBERS = count(40_000)
SATURDAY = datetime(2026, 11, 28, 9)


def say(desk: Desk, who: str, service: Any, *args: Any, group: bool = False) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def seats(desk: Desk) -> dict[str, str]:
    names = {person: name for name, person in desk.people.items()}
    return {names[row.person_id]: row.seat for row in desk.rows(select(signups))}


@pytest.mark.parametrize(("start", "then"), [(None, "confirmed"), (SATURDAY, "offered")])
def test_whoever_waits_gets_the_place_of_somebody_who_is_erased(
    desk: Desk, start: datetime | None, then: str
) -> None:
    call = say(desk, "captain", open_wish, Wish("clean-up", 1, start), group=True)
    for who in ("an", "bo"):
        say(desk, who, join, call.id)
    (before,) = desk.rows(select(cards.c.version).where(cards.c.kind == "call"))
    say(desk, "an", erasing.erase)
    assert seats(desk) == {"an": "left", "bo": then}
    (kept,) = desk.rows(select(calls.c.confirmed, calls.c.offered, calls.c.waiting))
    assert tuple(kept) == (int(then == "confirmed"), int(then == "offered"), 0)
    (after,) = desk.rows(select(cards.c.version).where(cards.c.kind == "call"))
    assert after.version > before.version


def test_who_cannot_be_erased_keeps_their_place(desk: Desk) -> None:
    call = say(desk, "captain", open_wish, Wish("clean-up", 1), group=True)
    say(desk, "wang", join, call.id)
    with pytest.raises(HasPost):
        say(desk, "wang", erasing.erase)
    assert seats(desk) == {"wang": "confirmed"}
