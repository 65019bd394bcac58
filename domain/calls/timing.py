"""The clock of a call: the evening before, the hour before, its beginning and its end, once each."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.calls.passing import zone
from domain.calls.ports import CallsTx
from domain.calls.rules import Call
from domain.kernel.hours import awake, instant

EVE, HOUR, START, END = "call.eve", "call.hour", "call.start", "call.end"

EVENING = time(19, 0)
"""When people hear of tomorrow, local time. Source: issue 3, item 5."""

BEFORE = timedelta(hours=1)


def plan(tx: CallsTx, call: Call) -> None:
    """Plan all that a call with a time needs; one without has no clock."""
    where = zone(tx, call)
    for kind, at in occasions(call, where, tx.now):
        tx.due.plan(kind, call.id, at, f"{kind}:{call.id}:{call.round}", where)


def cancel(tx: CallsTx, call: Call) -> None:
    """Forget what was planned, the ends of offers left aside."""
    for kind in (EVE, HOUR, START, END):
        tx.due.cancel(kind, call.id)


def occasions(call: Call, where: str, now: datetime) -> Iterator[tuple[str, datetime]]:
    """What is to be done when (UTC); a reminder that nobody could hear in time is left out."""
    if call.starts_at is None or call.over_at is None:
        return
    local = call.starts_at.astimezone(ZoneInfo(where)).date()
    eve = instant(datetime.combine(local - timedelta(days=1), EVENING), where)
    hour = awake(call.starts_at - BEFORE, where)
    if eve > now:
        yield EVE, eve
    if now < hour < call.starts_at:
        yield HOUR, hour
    yield START, call.starts_at
    yield END, awake(call.over_at, where)
