"""Violations planted into cases and calls: illegal ways, untrue numbers, places given twice."""

from tests.proofs.evidence import Evidence
from tests.proofs.plants import message, planted, row
from tests.proofs.synthetic import ANNA, CALL, CASE, OTHER_GROUP, RECEIPT, TAKEN, UP, at, sent, version


@planted("cases go only legal ways", "finished before it was taken")
def _(day: Evidence) -> None:
    take, finish = row(day, "audit", action="case.take"), row(day, "audit", action="case.finish")
    take["action"], finish["action"] = "case.finish", "case.take"


@planted("cases go only legal ways", "another state than its steps lead to")
def _(day: Evidence) -> None:
    row(day, "cases", id=CASE)["state"] = "taken"


@planted("numbers run without gap or double", "a gap")
def _(day: Evidence) -> None:
    row(day, "cases", id=CASE)["number"] = 2


@planted("every told number is true", "a number of nobody")
def _(day: Evidence) -> None:
    message(day, ANNA, 3)["versions"] = [version(0.3, "#7 收到", RECEIPT)]


@planted("every told number is true", "a true number in a foreign compound")
def _(day: Evidence) -> None:
    day.world["messages"].append(sent(OTHER_GROUP, 9, 1, "#1 收到"))


@planted("every reporter is told the number", "no receipt")
def _(day: Evidence) -> None:
    day.world["messages"].remove(message(day, ANNA, 3))


@planted("every reporter is told the number", "a receipt without a number")
def _(day: Evidence) -> None:
    message(day, ANNA, 3)["versions"] = [version(0.3, "收到", RECEIPT)]


@planted("every step is told once to the other side", "not told")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=TAKEN))


@planted("every step is told once to the other side", "told twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=TAKEN) | {"id": 30})


@planted("no call is over its places", "one too many")
def _(day: Evidence) -> None:
    row(day, "signups", person_id=11)["seat"] = "confirmed"


@planted("no call is over its places", "a counter that lies")
def _(day: Evidence) -> None:
    row(day, "calls", id=CALL)["waiting"] = 1


@planted("no call is over its places", "waiting beside a free place")
def _(day: Evidence) -> None:
    row(day, "signups", person_id=12)["seat"] = "waiting"
    row(day, "calls", id=CALL).update(confirmed=0, waiting=1)


@planted("the waiting list keeps its order", "who came later is before")
def _(day: Evidence) -> None:
    day.rows("persons").extend(
        {"id": 13 + n, "telegram_id": 703 + n, "pseudonym": f"p{13 + n}"} for n in range(2)
    )
    joins = [{"id": 7 + n, "at": at(6), "who": f"p{13 + n}", "action": "call.join"} for n in range(2)]
    day.rows("audit").extend(join | {"subject": "call", "subject_id": CALL} for join in joins)
    seats = [{"call_id": CALL, "person_id": 14 - n, "seat": "waiting", "turn": 3 + n} for n in range(2)]
    day.rows("signups").extend(seats)
    row(day, "calls", id=CALL)["waiting"] = 2


@planted("whoever is given a place is told once", "not told")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=UP))


@planted("whoever is given a place is told once", "told twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=UP) | {"id": 30})
