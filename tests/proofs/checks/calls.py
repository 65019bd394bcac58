"""Places are never given twice, the waiting list keeps its order, and whoever is given one hears it once."""

from collections import Counter
from collections.abc import Iterator

from tests.proofs.checks.replays import replayed
from tests.proofs.evidence import Evidence, Row

OPEN = "open"
TOLD = {"call-moved-up": "moved_up", "call-offered": "offered", "call-offer-lapsed": "lapsed"}
"""What is said of a place, and where the replay counts it."""


def never_over(evidence: Evidence) -> Iterator[str]:
    """Seats within capacity, offered ones too, the counters true, and nobody waits beside a free place."""
    for call in evidence.rows("calls"):
        seats = [len(_seated(evidence, call, seat)) for seat in ("confirmed", "waiting", "offered")]
        coming, waiting, offered = seats
        if coming + offered > call["capacity"]:
            yield f"call {call['id']}: {coming} and {offered} asked in {call['capacity']} places"
        counted = [call["confirmed"], call["waiting"], call.get("offered", 0)]
        if seats != counted:
            yield f"call {call['id']} counts {counted}, there are {seats}"
        if waiting and coming + offered < call["capacity"] and call.get("state", OPEN) == OPEN:
            yield f"call {call['id']}: {waiting} wait beside a free place"


def in_order(evidence: Evidence) -> Iterator[str]:
    """Who comes and who waits, in which order, is what the taps lead to in the order of their acceptance."""
    for call in evidence.rows("calls"):
        play = replayed(evidence, call)
        yield from (f"call {call['id']}: {text}" for text in play.strange)
        names = {person["id"]: person["pseudonym"] for person in evidence.rows("persons")}
        waiting = [names[row["person_id"]] for row in _seated(evidence, call, "waiting")]
        if waiting != play.waiting:
            yield f"call {call['id']}: another waiting list than the order of acceptance gives"
        coming = {names[row["person_id"]] for row in _seated(evidence, call, "confirmed")}
        if coming != set(play.coming):
            yield f"call {call['id']}: other people come than the order of acceptance gives"
        asked = {names[row["person_id"]] for row in _seated(evidence, call, "offered")}
        if call.get("state", OPEN) == OPEN and asked != set(play.asked):
            yield f"call {call['id']}: other people are asked than the order of acceptance gives"


def promotions_once(evidence: Evidence) -> Iterator[str]:
    """One message to whoever got a place, was offered one or was too late, each time, and to nobody else."""
    for call in evidence.rows("calls"):
        play = replayed(evidence, call)
        for key, counter in TOLD.items():
            wanted: Counter[str] = getattr(play, counter)
            told = _told(evidence, key, call)
            for who in wanted.keys() | told.keys():
                if wanted[who] != told[who]:
                    yield f"call {call['id']}: {key} {wanted[who]} times, told {told[who]} times"


def _told(evidence: Evidence, key: str, call: Row) -> Counter[str]:
    return Counter(
        _pseudonym(evidence, row["destination"])
        for row in evidence.rows("outbox")
        if row["key"] == key and row["about"] == call["id"]
    )


def _pseudonym(evidence: Evidence, destination: str) -> str:
    """Of the person whom `person:ID` or `person:ID@NEAR` means."""
    person_id = int(destination.removeprefix("person:").partition("@")[0])
    return str(evidence.persons[person_id]["pseudonym"])


def _seated(evidence: Evidence, call: Row, seat: str) -> list[Row]:
    rows = [r for r in evidence.rows("signups") if r["call_id"] == call["id"] and r["seat"] == seat]
    return sorted(rows, key=lambda row: row["turn"])
