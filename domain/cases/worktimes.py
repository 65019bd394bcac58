"""A steward says when people work and which time limits hold; open cases follow, and it can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.cases.ports import CasesTx
from domain.cases.presets import Preset, preset_of
from domain.kernel.answers import home, listening, prompted
from domain.kernel.errors import DomainError, Invalid
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import Priority, ToPerson, Value, person
from domain.kernel.worktime import Slot, fit, read, written
from domain.places.setup import stewarded

RECOMPUTE = "recompute"
"""The kind of the job."""

WORDS = "hours.words"
"""The dialogue in which the next words are a change."""

WORDS_WAIT = timedelta(minutes=30)
"""How long they are waited for."""

WORKS, RESTS, USUAL = "on", "off", "usual"
"""What a day can be said to be; the last one is as everywhere."""

_SAID = {WORKS: True, RESTS: False, USUAL: None}
_YEARS = 8
"""Years ahead that are looked at for a day of a month: the 29th of February may be so far."""


class NotSteward(DomainError):
    """Working time and time limits are a steward's to set."""

    key = "error-hours-steward"


class NoSuchDay(Invalid):
    """There is no such day."""

    key = "error-hours-day"


class NoChange(DomainError):
    """It is so already."""

    key = "error-hours-same"


class NothingBack(DomainError):
    """Something else has been changed since, or it was taken back already."""

    key = "error-hours-back"


class NotUnderstood(Invalid):
    """The words are no change of working time."""

    key = "error-hours-words"


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day as it was said; without a year it is the next such one, today included."""

    month: int
    day: int
    year: int | None = None

    def after(self, today: date) -> date:
        """The day that is meant; raises NoSuchDay."""
        years = [self.year] if self.year is not None else range(today.year, today.year + _YEARS)
        for year in years:
            try:
                found = date(year, self.month, self.day)
            except ValueError:
                continue
            if self.year is not None or found >= today:
                return found
        raise NoSuchDay


def show(tx: CasesTx, actor: Actor, compound_id: int | None = None) -> None:
    """What is set, and how to change it."""
    me = tx.people.enter(actor)
    _show(tx, me, _mine(tx, me, compound_id))


def ask(tx: CasesTx, actor: Actor, compound_id: int | None = None) -> None:
    """Ask for a change in words."""
    me = tx.people.enter(actor)
    ours = _mine(tx, me, compound_id)
    tx.dialogues.open(listening(me, actor), WORDS, {"compound": ours}, tx.now + WORDS_WAIT)
    asked: dict[str, Value] = {"who": person(me.person_id), "user": actor.user_id}
    tx.outbox.tell(prompted(me, actor), "hours-wanted", asked, about=ours)


def set_slots(tx: CasesTx, actor: Actor, slots: Sequence[Slot], compound_id: int | None = None) -> None:
    """When people work on a working day; raises BadSlots."""
    me = tx.people.enter(actor)
    ours = _mine(tx, me, compound_id)
    table = tx.calendars.of(ours)
    changed = replace(table, slots=fit(slots))
    if changed == table:
        raise NoChange
    tx.calendars.keep(ours, changed)
    _changed(tx, actor, me, ours, "slots", written(changed.slots), written(table.slots))


def set_preset(tx: CasesTx, actor: Actor, preset: Preset, compound_id: int | None = None) -> None:
    """Which time limits hold."""
    me = tx.people.enter(actor)
    ours = _mine(tx, me, compound_id)
    table = tx.calendars.of(ours)
    before = preset_of(table.preset)
    if before is preset:
        raise NoChange
    tx.calendars.keep(ours, replace(table, preset=preset.value))
    _changed(tx, actor, me, ours, "preset", preset.value, before.value)


def set_day(tx: CasesTx, actor: Actor, said: SaidDay, what: str, compound_id: int | None = None) -> None:
    """People work on that day (`on`), do not (`off`), or as everywhere (`usual`); raises NoSuchDay."""
    me = tx.people.enter(actor)
    ours = _mine(tx, me, compound_id)
    day = said.after(tx.now.astimezone(ZoneInfo(tx.places.zone(ours))).date())
    before, works = tx.calendars.of(ours).own.get(day), _SAID[what]
    if before is works:
        raise NoChange
    tx.calendars.keep_day(ours, day, works)
    _changed(tx, actor, me, ours, "day", f"{day} {what}", f"{day} {_words(before)}")


def undo(tx: CasesTx, actor: Actor, compound_id: int, changed_at: int) -> None:
    """Take the latest change back; `changed_at` names it, in seconds."""
    me = tx.people.enter(actor)
    ours = _mine(tx, me, compound_id)
    found = tx.calendars.before(ours)
    if found is None or _stamp(found[1]) != changed_at:
        raise NothingBack
    what, _, value = found[0].partition(" ")
    table = tx.calendars.of(ours)
    if what == "slots":
        tx.calendars.keep(ours, replace(table, slots=read(value)))
    elif what == "preset":
        tx.calendars.keep(ours, replace(table, preset=value))
    else:
        day, _, was = value.partition(" ")
        tx.calendars.keep_day(ours, date.fromisoformat(day), _SAID[was])
    tx.calendars.keep_before(ours, "")
    _renew(tx, me, ours, f"hours.{what}")
    _show(tx, me, ours)


def recomputed(tx: CasesTx, compound_id: int, person_id: int, job_id: int, moved: int) -> None:
    """Say how many cases have another hour now, where any has."""
    if moved:
        told = (ToPerson(person_id), "hours-recomputed", {"count": moved})
        tx.outbox.tell(*told, about=compound_id, priority=Priority.DUTY, dedupe=f"job:{job_id}")


def _mine(tx: CasesTx, me: Standing, compound_id: int | None) -> int:
    """The compound that is meant, locked, for somebody who may set it up; raises NotSteward."""
    here = me.compound_id if compound_id is None else compound_id
    own = stewarded(me) if compound_id is None and me.private else ()
    for ours in (here, *own):
        if ours is not None and may(me, Right.SET_UP, (ours,)):
            tx.places.lock(ours)
            return ours
    raise NotSteward


def _changed(
    tx: CasesTx, actor: Actor, me: Standing, compound_id: int, what: str, now: str, before: str
) -> None:
    tx.calendars.keep_before(compound_id, f"{what} {before}")
    said: dict[str, Value] = {"part": what, "now": now, "before": before, "stamp": _stamp(tx.now)}
    tx.outbox.tell(home(me), "hours-changed", said, about=compound_id)
    tx.dialogues.close(listening(me, actor))
    _renew(tx, me, compound_id, f"hours.{what}")


def _renew(tx: CasesTx, me: Standing, compound_id: int, action: str) -> None:
    tx.jobs.ask(RECOMPUTE, compound_id, me.person_id)
    tx.audit.note(compound_id, me.person_id, action, "place", compound_id)


def _show(tx: CasesTx, me: Standing, compound_id: int) -> None:
    table = tx.calendars.of(compound_id)
    today = tx.now.astimezone(ZoneInfo(tx.places.zone(compound_id))).date()
    own = " ".join(f"{day}:{_words(table.own[day])}" for day in sorted(table.own) if day >= today)
    shown = {"slots": written(table.slots), "preset": preset_of(table.preset).value, "own": own}
    tx.outbox.tell(home(me), "hours-shown", shown, about=compound_id)


def _words(works: bool | None) -> str:
    return next(word for word, value in _SAID.items() if value is works)


def _stamp(at: datetime) -> int:
    return int(at.timestamp())
