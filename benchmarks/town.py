"""Compounds that have been lived in for a while, written straight into the tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, insert, update

from domain.calls.rules import MOST_PLACES, CallState, Seat
from domain.cases.rules import EntryKind
from domain.cases.table import State
from domain.kernel.people import Actor, Role
from domain.places.households import HomeState, Kind, Residency
from domain.polls.rules import PollState, Unit, household_key
from storage import seeding
from storage.homes import SqlHomes
from storage.roll import stored_key
from storage.scope import Scope
from storage.tables import (
    audit,
    ballots,
    calls,
    cards,
    cases,
    due,
    entries,
    inbox,
    outbox,
    places,
    poll_options,
    polls,
    signups,
)
from storage.tx import TxDeps

ZONE = "Asia/Shanghai"
WORDS = "3号楼2单元的电梯又停了，一早老人下不了楼，请师傅尽快来看看。"
STAFF = 2
"""People of a compound before its residents: the captain, the worker on duty."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a compound has. `open_cases` of its cases still wait for somebody."""

    buildings: int = 5
    units: int = 3
    floors: int = 20
    residents: int = 50
    cases: int = 200
    open_cases: int = 40
    polls: int = 5
    ballots: int = 100
    calls: int = 3
    signups: int = 20
    settled: int = 1000
    """Rows that went out, and as many updates that came in."""

    @property
    def households(self) -> int:
        """Each with a row of its own."""
        return self.buildings * self.units * self.floors


@dataclass(frozen=True, slots=True)
class Town:
    """One compound's ids: people by the platform's, places, polls and calls by ours."""

    number: int
    compound_id: int
    group: int
    persons: list[int]
    users: list[int]
    polls: list[int]
    calls: list[int]
    free: int

    def resident(self, index: int) -> Actor:
        """One of those who have signed up for nothing yet, in their private chat."""
        return self.actor(STAFF + index % self.free)

    @property
    def captain(self) -> Actor:
        """Whoever starts polls and calls."""
        return self.actor(0)

    @property
    def worker(self) -> Actor:
        """Whoever is on duty."""
        return self.actor(1)

    def actor(self, place: int, chat: int | None = None) -> Actor:
        """Somebody by their place in the list, in private or in that chat."""
        user = self.users[place]
        where = user if chat is None else chat
        return Actor(user, f"住户{user}", "zh-CN", chat_id=where, private=chat is None)


class Builder:
    """Fills one compound in one transaction."""

    def __init__(self, deps: TxDeps, connection: Connection, number: int, size: Size) -> None:
        self._scope: Scope = deps.scope(connection)
        self._connection, self._deps, self._number, self._size = connection, deps, number, size

    def build(self) -> Town:
        """The compound with everything in it."""
        scope, size = self._scope, self._size
        self._home = seeding.add_compound(scope, f"小区{self._number}", ZONE)
        self._body = seeding.add_body(scope, self._home, "property", "物业")
        self._houses = self._places()
        self._users = [10_000_000 + self._number * 100_000 + i for i in range(STAFF + size.residents)]
        self._persons = [
            seeding.add_person(scope, user, f"住户{user}", "zh-CN", private_open=True) for user in self._users
        ]
        seeding.grant(scope, self._persons[0], Role.CAPTAIN, self._home, self._home)
        seeding.grant(scope, self._persons[1], Role.WORKER, self._home, self._home, self._body)
        seeding.name_duty(scope, self._home, self._body, self._persons[1])
        group = -1_000_000_000 - self._number * 10
        seeding.bind_chat(scope, group, "supergroup", self._home)
        seeding.bind_chat(scope, group - 1, "supergroup", self._home, "workers")
        self._group = group
        self._settle_in()
        self._cases()
        made = [self._poll(closed=one < self._size.polls - 1) for one in range(size.polls)]
        called = [self._call() for _ in range(size.calls)]
        self._history()
        free = size.residents - size.signups
        return Town(self._number, self._home, group, self._persons, self._users, made, called, free)

    def _places(self) -> list[tuple[int, int]]:
        """Every household with the unit above it."""
        rows, found = list[dict[str, Any]](), list[tuple[int, int]]()
        for b in range(self._size.buildings):
            building = self._place(rows, self._home, "building", f"{b + 1}号楼")
            for u in range(self._size.units):
                unit = self._place(rows, building, "unit", f"{u + 1}单元")
                for f in range(self._size.floors):
                    found.append((self._place(rows, unit, "household", f"{f + 1}01"), unit))
        self._put(places, rows)
        return found

    def _place(self, rows: list[dict[str, Any]], parent: int, level: str, name: str) -> int:
        row = {"id": self._scope.new_id(), "parent_id": parent, "compound_id": self._home}
        rows.append(row | {"level": level, "name": name, "zone": ZONE})
        return int(str(row["id"]))

    def _settle_in(self) -> None:
        homes, now = SqlHomes(self._scope), self._scope.now
        for index, person in enumerate(self._persons[STAFF:]):
            household, unit = self._houses[index % len(self._houses)]
            lives = Residency(
                self._scope.new_id(),
                person,
                household,
                unit,
                self._home,
                HomeState.CONFIRMED,
                now,
                Kind.OWNER,
                verified_by=self._persons[0],
                verified_at=now,
            )
            homes.keep(lives)
            homes.admit(lives)

    def _cases(self) -> None:
        told, lines, shown = list[dict[str, Any]](), list[dict[str, Any]](), list[dict[str, Any]]()
        for number in range(1, self._size.cases + 1):
            case, reporter = self._case(number)
            told.append(case)
            lines += [self._entry(case["id"], reporter, kind) for kind in (EntryKind.REPORT, EntryKind.NOTE)]
            shown.append(self._card("case", case["id"], f"workers:{self._home}", self._group - 1, number))
        self._put(cases, told)
        self._put(entries, lines)
        self._put(cards, shown)
        change = update(places).where(places.c.id == self._home).values(next_number=self._size.cases + 1)
        self._connection.execute(change)

    def _case(self, number: int) -> tuple[dict[str, Any], int]:
        still_open = number > self._size.cases - self._size.open_cases
        filed = self._scope.now - timedelta(days=1 + self._size.cases - number)
        reporter = self._persons[STAFF + number % self._size.residents]
        row = {
            "id": self._scope.new_id(),
            "compound_id": self._home,
            "number": number,
            "place_id": self._home,
            "body_id": self._body,
            "reporter_id": reporter,
            "assignee_id": self._persons[1],
            "handler_id": self._persons[1] if number % 2 else None,
            "origin_chat_id": self._group,
            "state": (State.FILED if still_open else State.CONFIRMED).value,
            "filed_at": filed,
            "due_at": filed + timedelta(days=400),
            "provisional": False,
            "round": 0,
            "closed_at": None if still_open else filed + timedelta(days=1),
        }
        return row, reporter

    def _entry(self, case_id: int, author: int, kind: EntryKind) -> dict[str, Any]:
        scope, row_id = self._scope, self._scope.new_id()
        sealed = scope.vault.seal(self._connection, author, "entries", "words", row_id, WORDS)
        row = {"id": row_id, "case_id": case_id, "author_id": author, "kind": kind.value}
        return row | {"action": None, "words": sealed, "at": scope.now}

    def _poll(self, *, closed: bool) -> int:
        scope, poll_id, count = self._scope, self._scope.new_id(), self._size.ballots
        state, at = PollState.CLOSED if closed else PollState.OPEN, scope.now
        row = {
            "id": poll_id,
            "compound_id": self._home,
            "place_id": self._home,
            "creator_id": self._persons[0],
            "question": "周六几点大扫除？",
            "unit": Unit.HOUSEHOLD.value,
            "most": 1,
            "state": state.value,
            "closes_at": at - timedelta(days=1) if closed else at + timedelta(days=60),
            "created_at": at,
            "opened_at": at,
            "closed_at": at if closed else None,
            "closed_before": None,
            "voters": count,
            "expected": self._size.households,
            "chat_id": self._group,
            "reminded": 0,
            "trouble": "",
        }
        self._put(polls, [row])
        votes = [count - count // 3, count // 3, 0]
        options = zip(("9点", "10点", "下午"), votes, strict=True)
        self._put(
            poll_options,
            [
                {"poll_id": poll_id, "place": place, "text": text, "cap": None, "votes": votes}
                for place, (text, votes) in enumerate(options)
            ],
        )
        self._put(ballots, [self._ballot(poll_id, index, votes) for index in range(count)])
        self._put(cards, [self._shown("poll", poll_id)])
        return poll_id

    def _ballot(self, poll_id: int, index: int, votes: list[int]) -> dict[str, Any]:
        """Households vote from the last on, so that those of the residents are free."""
        household, _ = self._houses[-1 - index]
        key = stored_key(self._scope.vault, poll_id, household_key(household))
        person = self._persons[STAFF + index % self._size.residents]
        at, option = self._scope.now, "0" if index < votes[0] else "1"
        return {"poll_id": poll_id, "voter_key": key, "person_id": person, "options": option, "at": at}

    def _call(self) -> int:
        scope, call_id, count = self._scope, self._scope.new_id(), self._size.signups
        row = {
            "id": call_id,
            "compound_id": self._home,
            "creator_id": self._persons[0],
            "title": "周六一起打扫楼道",
            "capacity": MOST_PLACES,
            "state": CallState.OPEN.value,
            "opened_at": scope.now,
            "confirmed": count,
            "waiting": 0,
            "turn": count,
            "place_id": self._home,
            "chat_id": self._group,
        }
        self._put(calls, [row])
        going = [
            {
                "call_id": call_id,
                "person_id": person,
                "seat": Seat.CONFIRMED.value,
                "turn": turn,
                "at": scope.now,
            }
            for turn, person in enumerate(self._persons[-count:], start=1)
        ]
        self._put(signups, going)
        self._put(cards, [self._shown("call", call_id)])
        return call_id

    def _shown(self, kind: str, subject: int) -> dict[str, Any]:
        """A card in the residents' group."""
        return self._card(kind, subject, f"chat:{self._group}", self._group, 5000 + subject % 997)

    def _card(self, kind: str, subject: int, to: str, chat: int, message: int) -> dict[str, Any]:
        row = {"id": self._scope.new_id(), "kind": kind, "subject_id": subject, "destination": to}
        return row | {"chat_id": chat, "message_id": message, "version": 3, "shown": 3}

    def _history(self) -> None:
        """What came in, went out, fell due and was noted."""
        now, count = self._scope.now, self._size.settled
        of = [self._persons[i % len(self._persons)] for i in range(count)]
        users = [self._users[i % len(self._users)] for i in range(count)]
        ago: list[datetime] = [now - timedelta(minutes=count - i) for i in range(count)]
        first = self._number * 1_000_000
        self._put(inbox, [_came(self._deps.bot_id, first + i, users[i], ago[i]) for i in range(count)])
        self._put(outbox, [_went(of[i], users[i], i, ago[i]) for i in range(count)])
        self._put(due, [_due(first + i, now, still_open=i % 5 == 0) for i in range(count // 5)])
        note = {"compound_id": self._home, "who": "x", "action": "case.report", "subject": "case"}
        self._put(
            audit,
            [note | {"at": ago[i], "subject_id": i, "seq": i + 1, "hash": bytes(32)} for i in range(count)],
        )

    def _put(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _came(bot_id: int, update_id: int, user: int, at: datetime) -> dict[str, Any]:
    row = {"bot_id": bot_id, "update_id": update_id, "lane": user, "kind": "message", "state": "done"}
    return row | {"chat_id": user, "sender_id": user, "message_id": 1, "received_at": at, "settled_at": at}


def _went(person: int, user: int, number: int, at: datetime) -> dict[str, Any]:
    row = {"destination": f"person:{person}", "key": "case-filed", "params": "{}", "priority": 1}
    more = {"silent": False, "not_before": at, "state": "sent", "chat_id": user, "route": "private"}
    return row | more | {"message_id": number + 1, "created_at": at, "settled_at": at}


def _due(number: int, now: datetime, *, still_open: bool) -> dict[str, Any]:
    at = now + timedelta(days=30 if still_open else -3)
    row = {"kind": "case.due", "subject_id": number, "at": at, "local": "2026-12-23T09:00", "zone": ZONE}
    return row | {"occurrence": f"bench:{number}", "state": "open" if still_open else "done"}
