"""Reads of polls for showing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select

from domain.calls.rules import CallState
from domain.kernel.people import Grant, Role, Standing
from domain.kernel.rights import Right, may, may_gather
from domain.polls.rules import Poll, PollState, Unit, household_key, person_key
from domain.polls.sheets import LISTED, Missing, OpenLine, PollSheet
from storage.polls import GROUPS, OPTIONS, POLL_FIELDS, choices_of, poll_of
from storage.reading import Reading
from storage.roll import households_within, residents_within, stored_key, voted
from storage.tables import ballots, calls, cards, grants, places, polls

_POLL = select(*POLL_FIELDS).where(polls.c.id == bindparam("poll"))
_PLACE = select(places.c.parent_id, places.c.name, places.c.zone, places.c.level).where(
    places.c.id == bindparam("place")
)
_TREE = select(places.c.id, places.c.parent_id, places.c.name, places.c.level).where(
    places.c.compound_id == bindparam("compound")
)
_CHOICE = (
    select(ballots.c.options)
    .where(ballots.c.poll_id == bindparam("poll"), ballots.c.person_id == bindparam("person"))
    .order_by(ballots.c.at.desc())
    .limit(1)
)
_GRANTS = select(grants.c.role, grants.c.place_id, grants.c.compound_id).where(
    grants.c.person_id == bindparam("person")
)
_POLLS_OPEN = (
    select(polls.c.id, polls.c.question, polls.c.closes_at, polls.c.place_id)
    .where(
        polls.c.compound_id == bindparam("compound"),
        polls.c.state == PollState.OPEN.value,
        polls.c.closes_at > bindparam("now", type_=polls.c.closes_at.type),
    )
    .order_by(polls.c.closes_at)
)
_CALLS_OPEN = (
    select(calls.c.id, calls.c.title, calls.c.starts_at)
    .where(
        calls.c.compound_id == bindparam("compound"),
        calls.c.state == CallState.OPEN.value,
        or_(calls.c.starts_at.is_(None), calls.c.starts_at > bindparam("now", type_=calls.c.starts_at.type)),
    )
    .order_by(calls.c.id.desc())
)
_VOTED_IN = (
    select(polls.c.id, polls.c.question, polls.c.closes_at)
    .where(
        polls.c.id.in_(select(ballots.c.poll_id).where(ballots.c.person_id == bindparam("person"))),
        polls.c.state == PollState.OPEN.value,
        polls.c.closes_at > bindparam("now", type_=polls.c.closes_at.type),
    )
    .order_by(polls.c.closes_at)
    .limit(bindparam("most"))
)
_CARDS = select(cards.c.chat_id, cards.c.thread_id, cards.c.message_id).where(
    cards.c.kind == "poll",
    cards.c.subject_id == bindparam("poll"),
    cards.c.destination.like("chat:%"),
    cards.c.chat_id.is_not(None),
)

DEEPEST = 8
"""Levels of the place tree at most."""


class PollReads(Reading):
    """Satisfies PollSheets."""

    def poll_sheet(self, poll_id: int) -> PollSheet | None:
        """The sheet, or None where there is no such poll."""
        row = self._connection.execute(_POLL, {"poll": poll_id}).first()
        if row is None:
            return None
        poll = poll_of(row, self._connection.execute(OPTIONS, {"poll": poll_id}).all())
        place = self._connection.execute(_PLACE, {"place": poll.place_id}).one()
        groups = self._groups(poll) if poll.state is PollState.DRAFT else ()
        return PollSheet(poll, self._called(poll.creator_id), place.name, place.zone, groups)

    def poll_choice(self, poll_id: int, person_id: int) -> tuple[int, ...]:
        """What that person has chosen, by place in the list."""
        found = self._connection.execute(_CHOICE, {"poll": poll_id, "person": person_id}).scalar()
        return choices_of(found) if found is not None else ()

    def poll_missing(self, poll_id: int, within: int | None = None) -> Missing | None:
        """Who has not voted, in all of its place or `within` one, or None where there is no such poll."""
        sheet = self.poll_sheet(poll_id)
        if sheet is None:
            return None
        there, place = voted(self._connection, poll_id), within or sheet.poll.place_id
        if sheet.poll.unit is Unit.PERSON:
            people = residents_within(self._connection, place)
            lacking = [one for one in people if person_key(one[0]) not in there]
            return Missing(tuple(self._named(*one) for one in lacking[:LISTED]), len(lacking))
        silent = [
            household
            for household in households_within(self._connection, place)
            if stored_key(self._vault, poll_id, household_key(household)) not in there
        ]
        return Missing(self._addresses(silent, sheet.poll.compound_id, place)[:LISTED], len(silent))

    def poll_messages(self, poll_id: int) -> tuple[tuple[int, int | None, int | None], ...]:
        """Where the groups' cards stand: chat, topic, message."""
        rows = self._connection.execute(_CARDS, {"poll": poll_id}).all()
        return tuple((row[0], row[1], row[2]) for row in rows)

    def open_now(self, person_id: int, now: datetime) -> tuple[OpenLine, ...]:
        """The polls and calls that run in that person's places, what closes first coming first."""
        held = self._grants(person_id)
        compounds = dict.fromkeys(grant.compound_id for grant in held)
        paths = [self._path(grant.place_id) for grant in held]
        found: list[OpenLine] = []
        for compound in compounds:
            there = self._connection.execute(_POLLS_OPEN, {"compound": compound, "now": now}).all()
            found += [
                OpenLine("poll", row[0], row[1], row[2])
                for row in there
                if any(row[3] in path for path in paths)
            ]
        for compound in compounds:
            running = self._connection.execute(_CALLS_OPEN, {"compound": compound, "now": now}).all()
            found += [OpenLine("call", row[0], row[1], row[2]) for row in running]
        return tuple(found)

    def polls_of(self, person_id: int, now: datetime, most: int) -> tuple[OpenLine, ...]:
        """The running polls in which that person has voted, what closes first coming first."""
        rows = self._connection.execute(_VOTED_IN, {"person": person_id, "now": now, "most": most}).all()
        return tuple(OpenLine("poll", row[0], row[1], row[2]) for row in rows)

    def _groups(self, poll: Poll) -> tuple[tuple[int, str], ...]:
        held = self._grants(poll.creator_id)
        compounds = list({grant.compound_id for grant in held})
        rows = self._connection.execute(GROUPS, {"compounds": compounds}).all() if compounds else ()
        found = [row for row in rows if may_gather(held, Right.POLL, row[1], self._path)]
        me = Standing(poll.creator_id, held, None, None, 0, private=True)
        found.sort(key=lambda row: not may(me, Right.POLL, self._path(row[1])))
        return tuple((row[0], row[3]) for row in found)

    def _grants(self, person_id: int) -> tuple[Grant, ...]:
        rows = self._connection.execute(_GRANTS, {"person": person_id}).all()
        return tuple(Grant(Role(row[0]), row[1], row[2]) for row in rows)

    def _above(self, place_id: int) -> list[tuple[int, Any]]:
        found: list[tuple[int, Any]] = []
        at: int | None = place_id
        while at is not None and len(found) < DEEPEST:
            row = self._connection.execute(_PLACE, {"place": at}).first()
            if row is None:
                break
            found.append((at, row))
            at = row.parent_id
        return found

    def _path(self, place_id: int) -> tuple[int, ...]:
        return tuple(one for one, _ in self._above(place_id))

    def _addresses(self, households: Iterable[int], compound_id: int, within: int) -> tuple[str, ...]:
        """What each is called below that place, sorted; the tree in one statement, homes being thousands."""
        tree = {row.id: row for row in self._connection.execute(_TREE, {"compound": compound_id}).all()}

        def address(at: int) -> str:
            names = list[str]()
            while at != within and (row := tree.get(at)) is not None and row.level != "compound":
                names.append(row.name)
                at = row.parent_id
            return " ".join(reversed(names))

        return tuple(sorted(map(address, households)))
