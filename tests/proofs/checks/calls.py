"""Places are never given twice, the waiting list keeps its order, and whoever moves up hears it once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.proofs.evidence import Evidence, Row


@dataclass(slots=True)
class Replayed:
    """A call played again from its audit rows, by the plainest rules there are."""

    capacity: int
    coming: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    moved_up: Counter[str] = field(default_factory=Counter)

    def join(self, who: str) -> None:
        """A place if there is one, else the end of the list."""
        (self.coming if len(self.coming) < self.capacity else self.waiting).append(who)

    def leave(self, who: str) -> None:
        """Out of either; a freed place goes to whoever waited longest."""
        if who in self.waiting:
            self.waiting.remove(who)
        elif who in self.coming:
            self.coming.remove(who)
            if self.waiting:
                first = self.waiting.pop(0)
                self.coming.append(first)
                self.moved_up[first] += 1


def replayed(evidence: Evidence, call: Row) -> Replayed:
    """The call as its audit rows tell it, in the order of their commits: each had locked the call's row."""
    play = Replayed(call["capacity"])
    for row in evidence.audited.get(("call", call["id"]), []):
        if row["action"] == "call.join":
            play.join(row["who"])
        elif row["action"] == "call.leave":
            play.leave(row["who"])
    return play


def never_over(evidence: Evidence) -> Iterator[str]:
    """Confirmed seats within capacity, the counters true, and nobody waits while a place is free."""
    for call in evidence.rows("calls"):
        coming, waiting = len(_seated(evidence, call, "confirmed")), len(_seated(evidence, call, "waiting"))
        if coming > call["capacity"]:
            yield f"call {call['id']}: {coming} in {call['capacity']} places"
        if (coming, waiting) != (call["confirmed"], call["waiting"]):
            counted = f"{call['confirmed']}+{call['waiting']}"
            yield f"call {call['id']} counts {counted}, there are {coming}+{waiting}"
        if waiting and coming < call["capacity"]:
            yield f"call {call['id']}: {waiting} wait beside a free place"


def in_order(evidence: Evidence) -> Iterator[str]:
    """Who comes and who waits, in which order, is what the taps lead to in the order of their acceptance."""
    for call in evidence.rows("calls"):
        play = replayed(evidence, call)
        names = {person["id"]: person["pseudonym"] for person in evidence.rows("persons")}
        waiting = [names[row["person_id"]] for row in _seated(evidence, call, "waiting")]
        if waiting != play.waiting:
            yield f"call {call['id']}: another waiting list than the order of acceptance gives"
        coming = {names[row["person_id"]] for row in _seated(evidence, call, "confirmed")}
        if coming != set(play.coming):
            yield f"call {call['id']}: other people come than the order of acceptance gives"


def promotions_once(evidence: Evidence) -> Iterator[str]:
    """One message to whoever moved up, each time, and to nobody else."""
    for call in evidence.rows("calls"):
        wanted = replayed(evidence, call).moved_up
        told: Counter[str] = Counter()
        for row in evidence.rows("outbox"):
            if row["key"] == "call-moved-up" and row["about"] == call["id"]:
                told[_pseudonym(evidence, row["destination"])] += 1
        for who in wanted.keys() | told.keys():
            if wanted[who] != told[who]:
                yield f"call {call['id']}: moved up {wanted[who]} times, told {told[who]} times"


def _pseudonym(evidence: Evidence, destination: str) -> str:
    """Of the person whom `person:ID` or `person:ID@NEAR` means."""
    person_id = int(destination.removeprefix("person:").partition("@")[0])
    return str(evidence.persons[person_id]["pseudonym"])


def _seated(evidence: Evidence, call: Row, seat: str) -> list[Row]:
    rows = [r for r in evidence.rows("signups") if r["call_id"] == call["id"] and r["seat"] == seat]
    return sorted(rows, key=lambda row: row["turn"])
