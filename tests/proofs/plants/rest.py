"""Violations planted into the tables at rest: unsettled, unclaimed, unsealed."""

from tests.proofs.evidence import Evidence
from tests.proofs.plants import message, planted, row
from tests.proofs.synthetic import ANNA, CARD_ROW, FINISHED, ROOM, TAKEN, version


@planted("the inbox is settled", "still new")
def _(day: Evidence) -> None:
    row(day, "inbox", update_id=2)["state"] = "new"


@planted("the inbox is settled", "a dead letter")
def _(day: Evidence) -> None:
    row(day, "inbox", update_id=2)["state"] = "dead"


@planted("the inbox is settled", "words kept too long")
def _(day: Evidence) -> None:
    row(day, "inbox", update_id=2)["payload"] = b"sealed"


@planted("nothing was confirmed unkept", "lost before the commit")
def _(day: Evidence) -> None:
    day.rows("inbox").remove(row(day, "inbox", update_id=2))


@planted("the outbox is settled", "still leased")
def _(day: Evidence) -> None:
    row(day, "outbox", id=TAKEN)["state"] = "leased"


@planted("the outbox is settled", "marked as sent and never sent")
def _(day: Evidence) -> None:
    day.world["messages"].remove(message(day, ANNA, 4))


@planted("the outbox is settled", "an act that nobody did")
def _(day: Evidence) -> None:
    row(day, "acts", id=90)["state"] = "stuck"


@planted("no row claims another's message", "two rows, one message")
def _(day: Evidence) -> None:
    row(day, "outbox", id=FINISHED)["message_id"] = 4


@planted("cards show the state at rest", "dirty")
def _(day: Evidence) -> None:
    row(day, "cards", id=50)["shown"] = 2


@planted("cards show the state at rest", "old words")
def _(day: Evidence) -> None:
    message(day, ROOM, 2)["versions"] = [version(0.2, "#1 电梯", CARD_ROW)]


@planted("cards show the state at rest", "nowhere")
def _(day: Evidence) -> None:
    row(day, "cards", id=51)["message_id"] = None


@planted("jobs are ended", "still running")
def _(day: Evidence) -> None:
    day.rows("jobs").append({"id": 1, "kind": "export", "state": "running"})


@planted("the audit's chain holds", "a changed row")
def _(day: Evidence) -> None:
    day.chain_errors.append("compound 1, row 2: another sum")
