"""When a poll closes and when it reminds: planned rows, and what they do when they fall due."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.kernel.due import Due
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake, instant
from domain.kernel.words import CardKind, Priority, ToPerson
from domain.polls.ports import PollsTx
from domain.polls.rules import Poll, PollState

CLOSE, REMIND = "poll.close", "poll.remind"

PICTURE = "poll.picture"
"""The kind of job that draws a result."""

EVENING = time(19, 0)
"""Local hour of a reminder on the evening before the last day: after supper, before the quiet hours."""

LONG_RUN = timedelta(hours=36)
"""From this length on people are reminded the evening before; shorter polls remind at half time."""

SHORT_RUN = timedelta(hours=2)
"""Below it nobody is reminded: the card is still in sight."""

LAST_CALL = timedelta(minutes=30)
"""A reminder that would come later than this before the end is not sent."""

SETTLING = timedelta(seconds=2)
"""Between the hour and the closing: a vote that read the clock before the hour may still wait for the poll's
row, and would find it closed. What reads the clock later is refused by the clock itself.
"""


def plan(tx: PollsTx, poll: Poll, zone: str) -> None:
    """Plan the closing and the one reminder of a poll that was opened or extended.

    Older rows stay: when they fall due they find a poll that goes on, or people who have heard. Cancelling
    them here would lock what a sweep locks, in the other order.
    """
    tx.due.plan(CLOSE, poll.id, poll.closes_at + SETTLING, _once(CLOSE, poll), zone)
    at = reminder(tx.now, poll.closes_at, zone)
    if at is not None:
        tx.due.plan(REMIND, poll.id, at, _once(REMIND, poll), zone)


def reminder(opened: datetime, closes: datetime, zone: str) -> datetime | None:
    """When those who have not voted are reminded (UTC), or None where there is no good hour for it."""
    if closes - opened < SHORT_RUN:
        return None
    day = closes.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
    evening = instant(datetime.combine(day, EVENING), zone)
    half = opened + (closes - opened) / 2
    at = awake(evening if closes - opened >= LONG_RUN and evening > opened else half, zone)
    return at if at <= closes - LAST_CALL else None


def remind(tx: PollsTx, row: Due, digest: str | None) -> None:
    """Remind whoever has not voted and can be reached in private; never of what they might choose."""
    poll = _found(tx, row.subject_id)
    if poll is None or not poll.takes_votes(tx.now):
        return
    zone = tx.places.zone(poll.place_id)
    at = awake(tx.now, zone)
    if at > tx.now:  # an outage moved it into the night
        if at <= poll.closes_at - LAST_CALL:
            tx.due.plan(REMIND, poll.id, at, f"{_once(REMIND, poll)}:later", zone)
        return
    tell_silent(tx, poll, "first")


def tell_silent(tx: PollsTx, poll: Poll, turn: str, not_before: datetime | None = None) -> int:
    """Remind them; `turn` names the occasion, which nobody hears of twice. Answers how many."""
    silent = tx.polls.silent(poll.id, poll.place_id, poll.unit)
    for person_id in silent:
        tx.outbox.tell(
            ToPerson(person_id),
            "poll-reminder",
            {},
            about=poll.id,
            priority=Priority.BROADCAST,
            not_before=not_before,
            dedupe=f"poll-remind:{poll.id}:{person_id}:{turn}",
        )
    return len(silent)


def fall_due(tx: PollsTx, row: Due, digest: str | None) -> None:
    """Close a poll whose hour has come and settled; one extended or closed meanwhile is left alone."""
    poll = _found(tx, row.subject_id)
    if poll is not None and poll.state is PollState.OPEN and poll.closes_at + SETTLING <= tx.now:
        close(tx, poll, None)


def close(tx: PollsTx, poll: Poll, by: int | None) -> Poll:
    """The end: the card shows the result, a picture of it is asked for; `by` is a person, None the clock."""
    closed = replace(poll, state=PollState.CLOSED, closed_at=tx.now)
    tx.polls.save(closed)
    tx.cards.refresh(CardKind.POLL, poll.id)
    tx.jobs.ask(PICTURE, poll.compound_id, poll.creator_id, {"poll": poll.id})
    tx.audit.note(poll.compound_id, by, "poll.close", "poll", poll.id)
    return closed


def _found(tx: PollsTx, poll_id: int) -> Poll | None:
    try:
        return tx.polls.due(poll_id)
    except NotFound:
        return None


def _once(kind: str, poll: Poll) -> str:
    """The name of one occurrence: an extension is later, so its rows are new."""
    return f"{kind}:{poll.id}:{int(poll.closes_at.timestamp())}"
