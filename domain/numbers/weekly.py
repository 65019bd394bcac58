"""The week's digest: planned for every compound, one after an outage too, silent where nothing happened."""

from zoneinfo import ZoneInfo

from domain.kernel.hours import awake
from domain.kernel.people import Role
from domain.kernel.words import Params, Priority, ToChat
from domain.numbers.periods import Period, Span, next_monday, period
from domain.numbers.ports import NumbersTx

WEEKLY = "numbers.weekly"
"""The kind of the due row, whose subject is a compound, and of the job that draws its picture."""


def plan_weeks(tx: NumbersTx) -> None:
    """Plan the next digest of every compound; what is planned already stays."""
    for compound_id, zone in tx.duties.compounds():
        _plan(tx, compound_id, zone)


def weekly(tx: NumbersTx, compound_id: int) -> None:
    """Have the digest of the last whole week drawn and posted; of weeks that an outage swallowed, none."""
    zone = tx.places.zone(compound_id)
    who = (*tx.staff.holders(compound_id, Role.STEWARD), *tx.staff.holders(compound_id, Role.WORKER))
    if who and tx.numbers.weekly(compound_id) and tx.numbers.groups(compound_id):
        today = tx.now.astimezone(ZoneInfo(zone)).date()
        week = period(Span.LAST_WEEK, today)
        tx.jobs.ask(WEEKLY, compound_id, who[0], {"days": week.packed()})
    _plan(tx, compound_id, zone)


def post(tx: NumbersTx, compound_id: int, week: Period, file: str | None) -> None:
    """Post it in the compound's groups, once a week in each, when people are awake."""
    if not tx.numbers.weekly(compound_id):
        return
    told: Params = {"compound": compound_id, "file": file, "days": week.packed()}
    for chat_id in tx.numbers.groups(compound_id):
        tx.outbox.tell(
            ToChat(chat_id),
            "numbers-weekly",
            told,
            priority=Priority.BROADCAST,
            not_before=awake(tx.now, tx.places.zone(compound_id)),
            dedupe=f"{WEEKLY}:{chat_id}:{week.first.isoformat()}",
        )


def _plan(tx: NumbersTx, compound_id: int, zone: str) -> None:
    at = next_monday(tx.now, zone)
    tx.due.plan(WEEKLY, compound_id, at, f"{WEEKLY}:{compound_id}:{at.isoformat()}", zone)
