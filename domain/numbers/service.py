"""Asking for figures: as a message, as a picture, as a spreadsheet."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import Params
from domain.numbers.periods import Period, Span, own, period
from domain.numbers.ports import NumbersTx
from domain.places.rules import NoCompound

PICTURE, SHEET = "numbers.picture", "numbers.sheet"
"""Kinds of jobs."""

Days = tuple[date, date]
"""The first and the last local day, both counted."""


def show(tx: NumbersTx, actor: Actor, span: Span = Span.WEEK, part: str = "bodies") -> Period:
    """The figures of a span that has a name."""
    me, compound_id = _here(tx, actor)
    return _shown(tx, me, compound_id, period(span, _today(tx, compound_id)), part)


def show_days(tx: NumbersTx, actor: Actor, days: Days, part: str = "bodies") -> Period:
    """The figures of these days: of weeks and months for all, of any other for who measures there."""
    me, compound_id = _here(tx, actor)
    return _shown(tx, me, compound_id, _allowed(tx, me, compound_id, days), part)


def draw(tx: NumbersTx, actor: Actor, days: Days) -> int:
    """Have them drawn; the picture comes in private."""
    me, compound_id = _here(tx, actor)
    wanted = _allowed(tx, me, compound_id, days)
    return tx.jobs.ask(PICTURE, compound_id, me.person_id, {"days": wanted.packed()})


def tabulate(tx: NumbersTx, actor: Actor, days: Days) -> int:
    """Have them written into a spreadsheet, with every case that they were counted from."""
    me, compound_id = _here(tx, actor)
    if not may(me, Right.MEASURE, (compound_id,)):
        raise NotAllowed
    wanted = _allowed(tx, me, compound_id, days)
    tx.audit.note(compound_id, me.person_id, "numbers.sheet", "compound", compound_id)
    return tx.jobs.ask(SHEET, compound_id, me.person_id, {"days": wanted.packed()})


def switch(tx: NumbersTx, actor: Actor, on: bool) -> bool:
    """Have the week's digest in the groups or not, as their steward wishes."""
    me, compound_id = _here(tx, actor)
    if not may(me, Right.SET_UP, (compound_id,)):
        raise NotAllowed
    tx.numbers.set_weekly(compound_id, on)
    tx.outbox.tell(home(me), "numbers-switched", {"on": int(on)})
    tx.audit.note(compound_id, me.person_id, "numbers.weekly", "compound", compound_id)
    return on


def _shown(tx: NumbersTx, me: Standing, compound_id: int, wanted: Period, part: str) -> Period:
    full = may(me, Right.MEASURE, (compound_id,))
    if part not in ("bodies", "formulas") and not full:
        raise NotAllowed
    steward = any(one.role is Role.STEWARD and one.place_id == compound_id for one in me.grants)
    told: Params = {
        "compound": compound_id,
        "shows": part,
        "full": int(full),
        "steward": int(steward),
        "days": wanted.packed(),
    }
    tx.outbox.tell(home(me), "numbers:board", told)
    return wanted


def _allowed(tx: NumbersTx, me: Standing, compound_id: int, days: Days) -> Period:
    wanted = own(*days, _today(tx, compound_id))
    if not wanted.whole and not may(me, Right.MEASURE, (compound_id,)):
        raise NotAllowed
    return wanted


def _today(tx: NumbersTx, compound_id: int) -> date:
    return tx.now.astimezone(ZoneInfo(tx.places.zone(compound_id))).date()


def _here(tx: NumbersTx, actor: Actor) -> tuple[Standing, int]:
    """The compound's own people, all of them."""
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not any(grant.compound_id == me.compound_id for grant in me.grants):
        raise NotAllowed
    return me, me.compound_id
