"""Reminders of calls, polls, mornings, questions and homes: once to each whom they concern."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import cast

from tests.proofs.checks.replays import ZONE, awake, coming_at
from tests.proofs.evidence import Evidence, Row

BEFORE = timedelta(hours=1)
"""The later of a call's two reminders. Written down again; source: domain/calls/timing."""

LAST_CALL = timedelta(minutes=30)
"""A poll's reminder that would come later than this before the end is not sent."""

LATE = timedelta(minutes=15)
KEYS = {"call-remind", "poll-reminder", "duty-digest", "guide-unanswered"}


def calls_once(evidence: Evidence) -> Iterator[str]:
    """Everybody who had a place when it fell due is reminded once; nobody else, and nobody of what began."""
    calls = {call["id"]: call for call in evidence.rows("calls")}
    said = _dedupes(evidence, "call-remind")
    known: set[str] = set()
    for due in _done(evidence, "call.eve", "call.hour"):
        call = calls[due["subject_id"]]
        sure, possible = coming_at(evidence, call, due["done_at"])
        begun = call["starts_at"] <= due["done_at"]
        if begun or (due["kind"] == "call.eve" and call["starts_at"] - BEFORE <= due["done_at"]):
            sure, possible = set(), set()
        for person in evidence.rows("persons"):
            name = f"{due['occurrence']}:{person['id']}"
            known.add(name)
            least, most = person["pseudonym"] in sure, person["pseudonym"] in possible
            if not least <= said[name] <= most:
                yield f"{name} was said {said[name]} times instead of {int(least)} to {int(most)}"
    yield from (f"{name} was said without having fallen due" for name in said.keys() - known)


def polls_once(evidence: Evidence) -> Iterator[str]:
    """Whoever could vote, can be reached and did not vote is reminded once, and nobody who had voted."""
    for poll in evidence.rows("polls"):
        fired = [row for row in _done(evidence, "poll.remind") if row["subject_id"] == poll["id"]]
        spoke = [r for r in fired if r["done_at"] < poll["closes_at"] and awake(r["done_at"]) == r["done_at"]]
        by_hand = sum(
            row["action"] == "poll.remind" for row in evidence.audited.get(("poll", poll["id"]), [])
        )
        said = Counter(
            _turn(row) for row in evidence.rows("outbox")
            if row["key"] == "poll-reminder" and row["about"] == poll["id"]
        )  # fmt: skip
        yield from (
            f"poll {poll['id']}: {who} was reminded {n} times {turn}"
            for (who, turn), n in said.items()
            if n > 1
        )
        first = {who for who, turn in said if turn == "first"}
        if first and not spoke:
            yield f"poll {poll['id']} reminded {len(first)} people without having fallen due"
        if {turn for _who, turn in said} - {"first", *map(str, range(1, by_hand + 1))}:
            yield f"poll {poll['id']}: a captain reminded {by_hand} times, more was said"
        for row in spoke[:1]:
            yield from _forgotten(evidence, poll, first)
            yield from _needless(evidence, poll, first, row["done_at"])


def _forgotten(evidence: Evidence, poll: Row, told: set[int]) -> Iterator[str]:
    """In a poll of one vote a person: who has a private chat open from the beginning, and never voted."""
    if poll["unit"] != "person":
        return
    voted = {
        row["who"] for row in evidence.audited.get(("poll", poll["id"]), []) if row["action"] == "poll.vote"
    }
    residents = {
        g["person_id"] for g in evidence.rows("grants")
        if g["role"] == "resident" and g.get("place_id") == poll["place_id"]
    }  # fmt: skip
    for person in evidence.rows("persons"):
        early = person["id"] in residents and person["telegram_id"] in evidence.open_early
        if early and person["pseudonym"] not in voted and person["id"] not in told:
            yield f"poll {poll['id']}: {person['id']} never voted and was not reminded"


def _needless(evidence: Evidence, poll: Row, told: set[int], moment: datetime) -> Iterator[str]:
    """In a poll of one vote a person: whoever had a ballot then, by the steps before."""
    if poll["unit"] != "person":
        return
    stands: dict[str, bool] = {}
    for row in evidence.audited.get(("poll", poll["id"]), []):
        if row["at"] <= moment - evidence.overlap and row["action"] in ("poll.vote", "poll.withdraw"):
            stands[row["who"]] = row["action"] == "poll.vote"
        elif row["at"] <= moment + evidence.overlap:
            stands.pop(row["who"], None)  # it may have gone either way
    for person_id in told:
        if stands.get(evidence.persons[person_id]["pseudonym"]):
            yield f"poll {poll['id']}: {person_id} had voted and was reminded"


def mornings_once(evidence: Evidence) -> Iterator[str]:
    """Each worker gets one list a morning, when it has fallen due, and not without."""
    said = _dedupes(evidence, "duty-digest")
    wanted: set[str] = set()
    for due in _done(evidence, "duty.morning"):
        day = due["done_at"].astimezone(ZONE).date()
        wanted |= {
            f"digest:{g['person_id']}:{day}" for g in evidence.rows("grants")
            if g["role"] == "worker" and g["compound_id"] == due["subject_id"]
        }  # fmt: skip
    for name in said.keys() | wanted:
        if said[name] != int(name in wanted):
            yield f"{name} was said {said[name]} times instead of {int(name in wanted)}"


def questions_once(evidence: Evidence) -> Iterator[str]:
    """A question that waits when a working day is over is brought up once, alone or late with others."""
    rows = [
        row
        for row in evidence.rows("outbox")
        if row["key"] == "guide-unanswered" and row["parent_id"] is None
    ]
    alone = Counter(row["about"] for row in rows)
    questions = {row["id"]: row for row in evidence.rows("questions")}
    fired = {due["subject_id"]: due for due in _done(evidence, "guide.unanswered")}
    for about, number in alone.items():
        if number > 1 or about not in fired:
            yield f"question {about} was brought up {number} times"
    for question_id, due in fired.items():
        question = questions.get(question_id)
        if question is None:
            yield f"question {question_id} fell due and is not there"
        elif _waited(evidence, question, due["done_at"]) and not alone[question_id]:
            late = due["done_at"] - due["at"] > LATE
            if not late or not any(abs(r["created_at"] - due["done_at"]) < LATE for r in rows):
                yield f"question {question_id} still waited and was not brought up"


def _waited(evidence: Evidence, question: Row, moment: datetime) -> bool:
    """Whether nothing had ended it by then."""
    over = [
        row["at"] for row in evidence.audited.get(("question", question["id"]), [])
        if row["action"] != "guide.ask"
    ]  # fmt: skip
    return question["state"] == "waiting" or all(at > moment + evidence.overlap for at in over if over)


def homes_once(evidence: Evidence) -> Iterator[str]:
    """A day without the captain's word: whoever still waits then stands before the workers, once."""
    cards = Counter(
        row["subject_id"] for row in evidence.rows("cards")
        if row["kind"] == "home" and row["destination"].startswith("workers:")
    )  # fmt: skip
    homes = {row["id"]: row for row in evidence.rows("residencies")}
    for due in _done(evidence, "home.vouch"):
        home = homes.get(due["subject_id"])
        if home is not None and home["state"] == "pending" and cards[home["id"]] != 1:
            yield f"home {home['id']} waits, and stands before the workers {cards[home['id']]} times"


def instants(evidence: Evidence) -> dict[str, datetime]:
    """When each reminder's occasion fell due, by the reminder's own name."""
    found: dict[str, datetime] = {}
    at: dict[str, datetime] = {row["occurrence"]: row["at"] for row in evidence.rows("due")}
    mornings: dict[str, datetime] = {}
    for row in evidence.rows("due"):
        if row["kind"] == "duty.morning" and row["done_at"] is not None:
            day = str(row["done_at"].astimezone(ZONE).date())
            mornings[day] = min(mornings.get(day, row["at"]), row["at"])
    for row in evidence.rows("outbox"):
        name, made = row["dedupe"] or "", cast(datetime, row["created_at"])
        if row["key"] == "call-remind":
            found[name] = at.get(name.rpartition(":")[0], made)
        elif row["key"] == "duty-digest":
            found[name] = mornings.get(name.rpartition(":")[2], made)
        elif row["key"] == "poll-reminder" and name.endswith(":first"):
            planned = [
                d["at"]
                for d in evidence.rows("due")
                if d["kind"] == "poll.remind" and d["subject_id"] == row["about"]
            ]
            found[name] = min(planned, default=made)
    return found


def _turn(row: Row) -> tuple[int, str]:
    """Whom a poll's reminder is for, and on which occasion: `poll-remind:POLL:PERSON:TURN`."""
    _head, _poll, person, turn = row["dedupe"].split(":")
    return int(person), turn


def _dedupes(evidence: Evidence, key: str) -> Counter[str]:
    return Counter(r["dedupe"] for r in evidence.rows("outbox") if r["key"] == key and r["parent_id"] is None)


def _done(evidence: Evidence, *kinds: str) -> list[Row]:
    return [row for row in evidence.rows("due") if row["state"] == "done" and row["kind"] in kinds]
