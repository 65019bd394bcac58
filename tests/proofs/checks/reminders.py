"""Each reminder comes once, never early; after an outage one digest says all."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from tests.proofs.checks.cases import state_at
from tests.proofs.checks.occasions import KEYS as OTHERS
from tests.proofs.checks.occasions import instants
from tests.proofs.evidence import Evidence, Row

KEYS = {"case.soon": "case-due-soon", "case.over": "case-overdue"}
LATE = timedelta(minutes=15)
"""From here on an outage's digest speaks. Written down again; source: domain/kernel/due."""


def done_in_time(evidence: Evidence, now: datetime) -> Iterator[str]:
    """At rest nothing that has fallen due is still open."""
    for row in evidence.rows("due"):
        if row["state"] == "open" and row["at"] < now - timedelta(seconds=5):
            yield f"{row['occurrence']} was due at {row['at']:%H:%M:%S} and is still open at {now:%H:%M:%S}"
        if row["state"] == "dead":
            yield f"{row['occurrence']} was given up"


def once(evidence: Evidence) -> Iterator[str]:
    """Every occurrence that fell due on an open case was said: by itself, or late by a digest."""
    said = Counter(row["dedupe"] for row in evidence.rows("outbox") if row["dedupe"])
    for due in _fired(evidence):
        late = due["done_at"] - due["at"] > LATE
        wanted = 1 if _on_duty(evidence, due) and not late and not _together(evidence, due) else 0
        if said[due["occurrence"]] != wanted:
            yield f"{due['occurrence']} was said {said[due['occurrence']]} times instead of {wanted}"
        if late and _on_duty(evidence, due) and not _digest_near(evidence, due["done_at"]):
            yield f"{due['occurrence']} was late and no digest said so"
    known = {due["occurrence"] for due in _fired(evidence)}
    for row in evidence.rows("outbox"):
        if row["key"] in KEYS.values() and row["parent_id"] is None and row["dedupe"] not in known:
            yield f"reminder {row['dedupe']} was said without having fallen due"


def never_early(evidence: Evidence) -> Iterator[str]:
    """Neither the decision nor any message of a reminder came before its instant."""
    due = {row["occurrence"]: row["at"] for row in evidence.rows("due")} | instants(evidence)
    for row in _family(evidence, set(KEYS.values()) | OTHERS):
        root = evidence.outbox.get(row["parent_id"] or 0, row)
        at = due.get(root["dedupe"])
        if at is None:
            continue
        if row["created_at"] < at:
            yield f"{root['dedupe']} was decided {at - row['created_at']} early"
        for message in evidence.by_mark.get(row["id"], ()):
            sent = datetime.fromtimestamp(message.versions[0]["at"], at.tzinfo)
            if sent < at - timedelta(milliseconds=50):
                yield f"{root['dedupe']} was sent {at - sent} early"


def one_digest(evidence: Evidence) -> Iterator[str]:
    """After each outage everybody hears at most one digest."""
    for _begin, end in evidence.outages:
        told = Counter(
            row["destination"]
            for row in evidence.rows("outbox")
            if row["key"] == "duties-late" and row["parent_id"] is None and row["created_at"] >= end
            and row["created_at"] < end + timedelta(minutes=10)
        )  # fmt: skip
        yield from (f"{who} got {count} digests of one outage" for who, count in told.items() if count > 1)


def _fired(evidence: Evidence) -> list[Row]:
    return [r for r in evidence.rows("due") if r["state"] == "done" and r["kind"] in KEYS]


def _on_duty(evidence: Evidence, due: Row) -> bool:
    """Whether the case was in work when the sweep looked; the due row's transaction had locked it."""
    return state_at(evidence, due["subject_id"], due["done_at"]) in ("filed", "taken")


def _together(evidence: Evidence, due: Row) -> bool:
    """Whether one message said it for several that nobody had taken, by kind and promised instant."""
    case, promised = evidence.cases[due["subject_id"]], f"case.over:{due['occurrence'].partition(':')[2]}"
    at = next((row["at"] for row in evidence.rows("due") if row["occurrence"] == promised), None)
    name = at and f"untaken:{due['kind']}:{case['compound_id']}:{int(at.timestamp())}"
    untaken = state_at(evidence, case["id"], due["done_at"]) == "filed"
    return untaken and any(row["dedupe"] == name for row in evidence.rows("outbox"))


def _digest_near(evidence: Evidence, moment: datetime) -> bool:
    near = timedelta(minutes=10)
    return any(
        row["key"] == "duties-late" and abs(row["created_at"] - moment) < near
        for row in evidence.rows("outbox")
    )  # fmt: skip


def _family(evidence: Evidence, keys: set[str]) -> list[Row]:
    return [row for row in evidence.rows("outbox") if row["key"] in keys]
