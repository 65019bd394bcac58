"""Households: a code lets one person in, and nobody is at home without somebody's word."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from tests.proofs.evidence import FAIL, OK, Evidence, Row

DAY = timedelta(hours=24)
"""How long a captain alone may vouch. Written down again; source: domain/places/households."""

LEADS_TO = {None: "choosing", "join": "pending", "confirm": "confirmed", "refuse": "refused"}
"""Where a residency stands after its last step, None before the first."""


def codes_once(evidence: Evidence) -> Iterator[str]:
    """In a run each household gets one code: so at most one person came in there, and each used code let in
    exactly one; one that has expired let in nobody.
    """
    came = [row for row in evidence.rows("residencies") if row["by_code"] and row["state"] != "choosing"]
    for household, number in Counter(row["household_id"] for row in came).items():
        if number > 1:
            yield f"{number} people came into household {household} by one code"
    used = sum(bool(row["used"]) for row in evidence.rows("home_codes"))
    joins = [r for r in evidence.rows("audit") if r["action"] == "home.join"]
    if used != len(joins) or len(came) != len(joins):
        yield f"{used} codes are used, {len(joins)} people came in, {len(came)} are kept"
    first = min((row["at"] for row in joins), default=None)
    for code in evidence.rows("home_codes"):
        if code["used"] and (first is None or code["expires_at"] <= first):
            yield f"code {code['id']} was used after it had expired"
    yield from _acknowledged(evidence)


def _acknowledged(evidence: Evidence) -> Iterator[str]:
    """Whoever was told that they are noted came in; whoever was refused did not by that tap."""
    for home in {op.home_id for op in evidence.history if op.kind == "choose" and op.home_id is not None}:
        ops = [op for op in evidence.history if op.kind == "choose" and op.home_id == home]
        sure, possible = sum(op.outcome == OK for op in ops), sum(op.outcome != FAIL for op in ops)
        done = sum(row["action"] == "home.join" for row in steps(evidence, home))
        if not sure <= done <= possible:
            yield f"home {home}: {sure} acknowledged, {done} came in, {possible} possible"


def vouched(evidence: Evidence) -> Iterator[str]:
    """Each residency stands where its steps lead; each confirmation is by a captain, or by a worker after a
    day, never by oneself; and nobody is a resident of a building without one.
    """
    for home in evidence.rows("residencies"):
        if _from_the_beginning(evidence, home):
            continue
        done = [row["action"].partition(".")[2] for row in steps(evidence, home["id"])]
        last = done[-1] if done else None
        if LEADS_TO.get(last, "?") != home["state"] or done[:1] not in ([], ["join"]) or len(done) > 2:
            yield f"home {home['id']} is {home['state']} after {' '.join(done) or 'nothing'}"
        yield from _without_right(evidence, home)
    yield from _unvouched_roles(evidence)


def _from_the_beginning(evidence: Evidence, home: Row) -> bool:
    """At home before the run, and nobody has done anything about it since."""
    there = evidence.persons[home["person_id"]]["telegram_id"] in evidence.settled
    return there and not home["by_code"] and not steps(evidence, home["id"])


def _without_right(evidence: Evidence, home: Row) -> Iterator[str]:
    by = {person["pseudonym"]: person["id"] for person in evidence.rows("persons")}
    asked: datetime | None = None
    for row in steps(evidence, home["id"]):
        if row["action"] == "home.join":
            asked = row["at"]
        if row["action"] not in ("home.confirm", "home.refuse"):
            continue
        who = by.get(row["who"], 0)
        roles = {
            g["role"] for g in evidence.rows("grants")
            if g["person_id"] == who and g["compound_id"] == home["compound_id"]
        }  # fmt: skip
        worker = "worker" in roles and asked is not None and row["at"] - asked >= DAY
        if who == home["person_id"] or not ("captain" in roles or worker):
            yield f"home {home['id']}: {row['action']} by {who}, who may not"
        if row["action"] == "home.confirm" and home["verified_by"] != who:
            yield f"home {home['id']} names {home['verified_by']}, it was {who}"


def _unvouched_roles(evidence: Evidence) -> Iterator[str]:
    """Who speaks in a group of the compound is its resident; of a building one is it by confirmation."""
    buildings = {p["id"] for p in evidence.rows("places") if p.get("level") == "building"}
    lives = {
        (h["person_id"], h["place_id"]) for h in evidence.rows("residencies") if h["state"] == "confirmed"
    }
    for grant in evidence.rows("grants"):
        place = grant.get("place_id")
        if place in buildings and (grant["person_id"], place) not in lives:
            yield f"{grant['person_id']} is {grant['role']} of building {place} without a confirmed home"


def steps(evidence: Evidence, home_id: int) -> list[Row]:
    """The audit rows of a residency, in the order of their commits."""
    return evidence.audited.get(("home", home_id), [])
