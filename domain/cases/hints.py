"""Hints for whoever comes to a building: where its key is, which bell to ring; never for residents."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from domain.cases import intake
from domain.cases.ports import CasesTx
from domain.cases.rules import Draft
from domain.kernel.answers import home, listening
from domain.kernel.errors import Invalid, NotAllowed, NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.kernel.words import Params, person
from domain.places.rules import NoCompound
from domain.places.tree import Level, parted

LONGEST, MOST = 200, 10
"""Characters of one hint; hints of one place."""

WORDS_WANTED = "hint.words"
"""The dialogue in which the next words take a hint's place."""

WAIT = timedelta(minutes=30)
"""How long they are waited for."""


class HintPlace(Invalid):
    """The first word names no building or unit of this compound."""

    key = "error-hint-place"


class BadHint(Invalid):
    """Nothing is said, too much, or there are too many already."""

    key = "error-hint-wording"


@dataclass(frozen=True, slots=True)
class Hint:
    """What somebody who knows the place tells whoever comes; `words` are sealed at rest under their key."""

    id: int
    compound_id: int
    place_id: int
    person_id: int
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HintLine:
    """A hint opened for showing."""

    id: int
    place: str
    who: str
    words: str


class Hints(Protocol):
    """Hints by place."""

    def at(self, place_id: int) -> int:
        """How many there are on exactly that place."""

    def get(self, hint_id: int) -> Hint:
        """The hint, locked, without its words; raises NotFound."""

    def keep(self, hint: Hint) -> None:
        """Keep it, sealed under its writer's key, new or in its old place."""

    def drop(self, hint_id: int) -> None:
        """Forget it."""


class HintsTx(CasesTx, Protocol):
    """A transaction that knows hints."""

    @property
    def hints(self) -> Hints: ...


class HintSheets(Protocol):
    """Reads of hints; callers ask only for readers who work there or look after the place."""

    def hints_on(self, case_id: int) -> Sequence[HintLine]:
        """Those of a case's place and of all places above it."""

    def hints_below(self, place_id: int) -> Sequence[HintLine]:
        """Those of a place and of all places below it, oldest first."""


def hear(tx: HintsTx, actor: Actor, where: str, words: str, draft: Draft) -> None:
    """Keep a hint, or list them where none is said; from whoever looks after no place it is a report."""
    me = tx.people.enter(actor)
    if not any(grant.role in RIGHTS[Right.HINT] for grant in me.grants):
        intake.report(tx, actor, draft)
    elif words.strip():
        add(tx, actor, where, words)
    else:
        show(tx, actor, where)


def add(tx: HintsTx, actor: Actor, where: str, words: str) -> Hint:
    """Keep a hint on a building or unit; raises HintPlace, BadHint, NotAllowed."""
    me = tx.people.enter(actor)
    place_id = _place(tx, me, where)
    _must(tx, me, place_id)
    _fit(words)
    if tx.hints.at(place_id) >= MOST:
        raise BadHint(most=MOST, longest=LONGEST)
    compound_id = tx.places.path(place_id)[-1]
    hint = Hint(tx.new_id(), compound_id, place_id, me.person_id, words.strip(), tx.now)
    tx.hints.keep(hint)
    tx.audit.note(compound_id, me.person_id, "hint.add", "hint", hint.id)
    _show(tx, me, place_id, kept=True)
    return hint


def show(tx: HintsTx, actor: Actor, where: str) -> None:
    """List those of a place, or of all that the asker looks after."""
    me = tx.people.enter(actor)
    place_id = _place(tx, me, where) if where.strip() else _own(me)
    _must(tx, me, place_id)
    _show(tx, me, place_id, kept=False)


def ask_change(tx: HintsTx, actor: Actor, hint_id: int) -> Hint:
    """Take the asker's next words in the place of a hint's."""
    me = tx.people.enter(actor)
    hint = _mine(tx, me, hint_id)
    tx.dialogues.open(listening(me, actor), WORDS_WANTED, {"hint": hint.id}, tx.now + WAIT)
    tx.outbox.tell(home(me), "hint-wanted", {"who": person(me.person_id)}, about=hint.id)
    return hint


def change(tx: HintsTx, actor: Actor, hint_id: int, words: str) -> Hint:
    """Put those words in the place of the old ones; they are their writer's now."""
    me = tx.people.enter(actor)
    hint = _mine(tx, me, hint_id)
    _fit(words)
    changed = replace(hint, person_id=me.person_id, words=words.strip(), at=tx.now)
    tx.hints.keep(changed)
    tx.dialogues.close(actor)
    tx.audit.note(hint.compound_id, me.person_id, "hint.change", "hint", hint.id)
    _show(tx, me, hint.place_id, kept=True)
    return changed


def drop(tx: HintsTx, actor: Actor, hint_id: int) -> None:
    """Forget a hint."""
    me = tx.people.enter(actor)
    hint = _mine(tx, me, hint_id)
    tx.hints.drop(hint.id)
    tx.audit.note(hint.compound_id, me.person_id, "hint.drop", "hint", hint.id)


def _show(tx: HintsTx, me: Standing, place_id: int, *, kept: bool) -> None:
    told: Params = {"kept": int(kept), "where": tx.places.named(place_id)}
    tx.outbox.tell(home(me), "hint-list", told, about=place_id)


def _place(tx: HintsTx, me: Standing, where: str) -> int:
    if me.compound_id is None:
        raise NoCompound
    place_id = tx.places.find(me.compound_id, parted(where))
    if place_id is None or tx.places.get(place_id).level not in (Level.BUILDING, Level.UNIT):
        raise HintPlace
    return place_id


def _own(me: Standing) -> int:
    """The whole compound, or the one part of it that the asker looks after."""
    held = [one.place_id for one in me.grants if one.role in RIGHTS[Right.HINT]]
    here = [one for one in held if one == me.compound_id] or held
    if not here:
        raise NotAllowed
    return here[0]


def _must(tx: HintsTx, me: Standing, place_id: int) -> None:
    if not may(me, Right.HINT, tx.places.path(place_id)):
        raise NotAllowed


def _mine(tx: HintsTx, me: Standing, hint_id: int) -> Hint:
    """The hint, for whoever looks after its place; for everybody else there is none."""
    hint = tx.hints.get(hint_id)
    if not may(me, Right.HINT, tx.places.path(hint.place_id)):
        raise NotFound
    return hint


def _fit(words: str) -> None:
    if not words.strip() or len(words) > LONGEST:
        raise BadHint(most=MOST, longest=LONGEST)
