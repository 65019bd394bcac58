"""Violations planted into what was accepted: lost, doubled, cut, invented."""

from tests.proofs.evidence import FAIL, INFO, Evidence
from tests.proofs.plants import planted, row
from tests.proofs.synthetic import CASE


@planted("every report is exactly one case", "lost")
def _(day: Evidence) -> None:
    row(day, "entries", id=1)["words"] = "电梯坏了"


@planted("every report is exactly one case", "doubled")
def _(day: Evidence) -> None:
    day.rows("cases").append(row(day, "cases", id=CASE) | {"id": 101, "number": 2})
    day.rows("entries").append(row(day, "entries", id=1) | {"id": 9, "case_id": 101})


@planted("every report is exactly one case", "refused and yet filed")
def _(day: Evidence) -> None:
    day.history[0].outcome = FAIL


@planted("every report is kept whole", "a tail cut off")
def _(day: Evidence) -> None:
    row(day, "entries", id=1)["words"] = "zqm1x"


@planted("every report is kept whole", "a picture lost")
def _(day: Evidence) -> None:
    day.history[0].media = 2


@planted("every report is kept whole", "under somebody else")
def _(day: Evidence) -> None:
    row(day, "cases", id=CASE)["reporter_id"] = 12


@planted("every note is kept once, word for word", "lost")
def _(day: Evidence) -> None:
    day.rows("entries").remove(row(day, "entries", id=2))


@planted("every note is kept once, word for word", "doubled")
def _(day: Evidence) -> None:
    day.rows("entries").append(row(day, "entries", id=2) | {"id": 9})


@planted("every note is kept once, word for word", "doubled though nobody knew")
def _(day: Evidence) -> None:
    day.history[2].outcome = INFO
    day.rows("entries").append(row(day, "entries", id=2) | {"id": 9})


@planted("every note is kept once, word for word", "invented")
def _(day: Evidence) -> None:
    day.rows("entries").append(row(day, "entries", id=2) | {"id": 9, "words": "zqm77x"})


@planted("every accepted step is done once", "lost")
def _(day: Evidence) -> None:
    day.rows("audit").remove(row(day, "audit", action="case.take"))


@planted("every accepted step is done once", "done twice")
def _(day: Evidence) -> None:
    day.rows("audit").append(row(day, "audit", action="case.take") | {"id": 9})


@planted("every accepted step is done once", "refused and yet done")
def _(day: Evidence) -> None:
    day.history[1].outcome = FAIL


@planted("every accepted tap is done once", "lost")
def _(day: Evidence) -> None:
    day.rows("audit").remove(row(day, "audit", action="call.leave"))


@planted("every accepted tap is done once", "done twice")
def _(day: Evidence) -> None:
    day.rows("audit").append(row(day, "audit", action="call.leave") | {"id": 9})
