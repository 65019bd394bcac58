"""Violations planted into time: missed, early, doubled."""

from tests.proofs.evidence import Evidence
from tests.proofs.plants import message, planted, row
from tests.proofs.synthetic import SOON, WANG, at, outgoing, version


@planted("each reminder comes once", "missed")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=SOON))


@planted("each reminder comes once", "of a case that was finished")
def _(day: Evidence) -> None:
    row(day, "due", kind="case.soon")["done_at"] = at(10)


@planted("each reminder comes once", "late, and no digest")
def _(day: Evidence) -> None:
    row(day, "due", kind="case.soon")["at"] = at(-60)


@planted("each reminder comes once", "without having fallen due")
def _(day: Evidence) -> None:
    row(day, "outbox", id=SOON)["dedupe"] = "case.soon:100:1"


@planted("no reminder is early", "decided early")
def _(day: Evidence) -> None:
    row(day, "outbox", id=SOON)["created_at"] = at(1)


@planted("no reminder is early", "sent early")
def _(day: Evidence) -> None:
    message(day, WANG, 6)["versions"] = [version(1.4, "#1 快到时间了", SOON)]


@planted("one digest after an outage", "two digests")
def _(day: Evidence) -> None:
    day.outages = ((at(0), at(100)),)
    late = outgoing(30, "person:21", "duties-late", WANG, 60, 101)
    day.rows("outbox").extend([late, late | {"id": 31}])


@planted("nothing that is due is left", "still open")
def _(day: Evidence) -> None:
    row(day, "due", kind="case.over")["state"] = "open"
