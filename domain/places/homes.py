"""Coming into a household: by a code or by saying where one lives, and only with somebody's word for it."""

from datetime import datetime

from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind, Destination, Params, ToPerson, ToWorkers, person
from domain.places import codes
from domain.places.households import (
    CAPTAINS_DAY,
    MOST_PENDING,
    YEAR,
    AlreadyHome,
    CaptainFirst,
    HomeState,
    Kind,
    Residency,
    TooManyHomes,
    WasRefused,
)
from domain.places.ports import PlacesTx

WORKERS_TURN = "home.vouch"
"""The due row after a captain's day."""

STILL_THERE = "home.year"
"""The due row that asks once a year."""


def open_code(tx: PlacesTx, actor: Actor, token: str) -> Residency:
    """Somebody follows a code's link: ask how they live there. The code is used up by the answer."""
    me = tx.people.enter(actor)
    code = codes.usable(tx.homes.code_of(token), tx.now)
    assert code.household_id is not None  # it was not used
    return _begin(tx, me, code.household_id, code.id)


def say_room(tx: PlacesTx, actor: Actor, room: str) -> Residency:
    """Somebody says where they live, without a code: ask how they live there."""
    me = tx.people.enter(actor)
    return _begin(tx, me, codes.wanted(tx, me, room), None)


def choose(tx: PlacesTx, actor: Actor, residency_id: int, kind: Kind) -> Residency:
    """The answer: use the code up, ask the captain or the workers, tell those who live there."""
    me = tx.people.enter(actor)
    mine = own(tx, me, residency_id)
    if mine.state is not HomeState.CHOOSING or mine.left_at is not None:
        raise AlreadyHome
    if mine.code_id is not None:
        codes.usable(tx.homes.code(mine.code_id), tx.now)
        tx.homes.use_code(mine.code_id)
    pending = mine.asked(kind, tx.now)
    tx.homes.keep(pending)
    ask(tx, me, pending)
    morning = awake(tx.now, tx.places.zone(pending.place_id))
    for other in tx.homes.members(pending.household_id):
        if other != me.person_id:
            tx.outbox.tell(ToPerson(other), "home-joined", {}, about=pending.id, not_before=morning)
    tx.audit.note(pending.compound_id, me.person_id, "home.join", "home", pending.id)
    return pending


def ask(tx: PlacesTx, me: Standing, pending: Residency) -> None:
    """Put it before the captains nearest to the household, else before the workers, and say so."""
    zone = tx.places.zone(pending.place_id)
    captains = tx.homes.captains(tx.places.path(pending.household_id), besides=pending.person_id)
    told: Params = {"who": person(captains[0]) if captains else None, "until": tx.now + CAPTAINS_DAY}
    tx.outbox.tell(home(me), "home-asked", told, about=pending.id)
    before: list[Destination] = [ToPerson(one) for one in captains]
    for to in before or [ToWorkers(pending.compound_id)]:
        tx.cards.open(CardKind.HOME, pending.id, to, not_before=awake(tx.now, zone))
    if captains:
        plan(tx, WORKERS_TURN, pending, awake(tx.now + CAPTAINS_DAY, zone))


def vouch(tx: PlacesTx, actor: Actor, residency_id: int, *, known: bool) -> Residency:
    """A captain or, when it is their turn, a worker knows them, or does not."""
    me = tx.people.enter(actor)
    asked = to_vouch(tx, me, residency_id)
    decided = asked.vouched(me.person_id, tx.now) if known else asked.refused(me.person_id)
    _their_turn(tx, me, asked)
    tx.homes.keep(decided)
    tx.due.cancel(WORKERS_TURN, decided.id)
    if known:
        tx.homes.admit(decided)
        tx.due.cancel(STILL_THERE, decided.id)  # of before it was doubted
        plan(tx, STILL_THERE, decided, awake(tx.now + YEAR, tx.places.zone(decided.place_id)))
    else:
        tx.homes.dismiss(decided)
    key = "home-confirmed" if known else "home-refused"
    tx.outbox.tell(ToPerson(decided.person_id), key, {"who": person(me.person_id)}, about=decided.id)
    changed(tx, me, decided, "confirm" if known else "refuse")
    return decided


def object_to(tx: PlacesTx, actor: Actor, residency_id: int) -> Residency:
    """Somebody who lives there says that it is wrong: it rests until a captain or worker has asked."""
    me = tx.people.enter(actor)
    wrong = tx.homes.get(residency_id)
    if wrong is None or me.person_id == wrong.person_id:
        raise NotFound
    if me.person_id not in tx.homes.members(wrong.household_id):
        raise NotFound
    held = wrong.paused()
    tx.homes.keep(held)
    tx.homes.dismiss(held)
    captains = tx.homes.captains(tx.places.path(held.household_id), besides=held.person_id)
    before: list[Destination] = [ToPerson(one) for one in captains]
    for to in before or [ToWorkers(held.compound_id)]:
        tx.outbox.tell(to, "home-doubted", {"who": person(me.person_id)}, about=held.id)
    tx.outbox.tell(ToPerson(held.person_id), "home-paused", {}, about=held.id)
    changed(tx, me, held, "pause")
    return held


def own(tx: PlacesTx, me: Standing, residency_id: int) -> Residency:
    """The actor's own residency, its row locked; raises NotFound."""
    mine = tx.homes.get(residency_id)
    if mine is None or mine.person_id != me.person_id:
        raise NotFound
    return mine


def to_vouch(tx: PlacesTx, me: Standing, residency_id: int) -> Residency:
    """A residency that the actor may vouch for, its row locked; raises NotFound."""
    asked = tx.homes.get(residency_id)
    if asked is None or not may(me, Right.VOUCH, tx.places.path(asked.household_id)):
        raise NotFound
    return asked


def changed(tx: PlacesTx, me: Standing, residency: Residency, how: str) -> None:
    """Its cards show it, and the audit has it."""
    tx.cards.refresh(CardKind.HOME, residency.id)
    tx.audit.note(residency.compound_id, me.person_id, f"home.{how}", "home", residency.id)


def plan(tx: PlacesTx, kind: str, residency: Residency, at: datetime) -> None:
    """Plan something about a residency, once for that moment."""
    zone = tx.places.zone(residency.place_id)
    tx.due.plan(kind, residency.id, at, f"{kind}:{residency.id}:{at:%Y%m%d%H%M%S}", zone)


def _begin(tx: PlacesTx, me: Standing, household_id: int, code_id: int | None) -> Residency:
    before = tx.homes.there(me.person_id, household_id)
    if before is not None and before.stands:
        raise AlreadyHome(state=before.state.value)
    if code_id is None:
        _may_ask_again(tx, me, before)
    household, *above = tx.places.path(household_id)
    begun = Residency(
        tx.new_id(),
        me.person_id,
        household,
        above[0],
        above[-1],
        HomeState.CHOOSING,
        tx.now,
        by_code=code_id is not None,
        code_id=code_id,
    )
    tx.homes.keep(begun)
    tx.outbox.tell(home(me), "home-kind", {"private": me.private}, about=begun.id)
    return begun


def _may_ask_again(tx: PlacesTx, me: Standing, before: Residency | None) -> None:
    if before is not None and before.state is HomeState.REFUSED:
        raise WasRefused
    waiting = [one for one in tx.homes.of(me.person_id) if one.state is HomeState.PENDING]
    if len(waiting) >= MOST_PENDING:
        raise TooManyHomes(most=MOST_PENDING)


def _their_turn(tx: PlacesTx, me: Standing, asked: Residency) -> None:
    """A captain at any time; others once the captain has had a day, or where there is none."""
    path = tx.places.path(asked.household_id)
    if any(grant.role is Role.CAPTAIN and grant.place_id in path for grant in me.grants):
        return
    until = asked.asked_at + CAPTAINS_DAY
    if tx.now < until and tx.homes.captains(path, besides=asked.person_id):
        raise CaptainFirst(until=until)
