"""常用回复: words that are written once and used on many cases, with holes that the case fills."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from domain.cases import notes
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Privacy
from domain.cases.service import Which, find
from domain.cases.table import OPEN
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, Invalid, NotAllowed
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.places.rules import NoCompound

HOLES = ("name", "number", "place", "due")
"""What may stand in braces: whoever reported, the case's number, its place, the promised hour."""

LONGEST_NAME, LONGEST, MOST = 16, 400, 20
"""Characters of a name and of the words; ready words of one compound."""

_HOLE = re.compile(r"\{([^{}]*)\}")


class UnknownHole(Invalid):
    """A hole that no case fills, or a brace without its other half."""

    key = "error-canned-hole"


class BadCanned(Invalid):
    """Name or words are missing or too long, or there are too many already."""

    key = "error-canned-wording"


class CaseOver(DomainError):
    """Nobody works with it any more."""

    key = "error-canned-over"


class NoSuchCanned(DomainError):
    """No ready words of that name; whoever asks reads which there are."""

    key = "error-canned-none"


@dataclass(frozen=True, slots=True)
class Canned:
    """Ready words of a compound; the name is unique there."""

    id: int
    compound_id: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a case fills holes with; `name` is None where workers may not read it, times are UTC."""

    name: str | None
    number: int
    place: str
    due: datetime
    zone: str
    now: datetime


Fill: TypeAlias = Callable[[str, Known], str]
"""Puts what is known into the holes, in somebody's language: `handlers` knows how an hour is said."""


class CannedReplies(Protocol):
    """Ready words by compound."""

    def of(self, compound_id: int) -> Sequence[Canned]:
        """All of a compound, by name."""

    def keep(self, canned: Canned, made_by: int) -> None:
        """Keep them: new, or in the place of those with that name."""

    def drop(self, canned_id: int) -> None:
        """Forget them."""

    def called(self, person_id: int) -> str | None:
        """The display name of whoever reported; None where it is gone."""


class CannedTx(CasesTx, Protocol):
    """A transaction that knows ready words."""

    @property
    def canned(self) -> CannedReplies: ...


class CannedSheets(Protocol):
    """Reads of ready words for showing."""

    def canned_of(self, compound_id: int) -> Sequence[Canned]:
        """All of a compound, by name."""

    def canned_for(self, case_id: int) -> Sequence[Canned]:
        """All of the compound of that case, by name."""


def check(words: str) -> None:
    """Raises UnknownHole for a hole that no case fills, and for a brace that opens or closes none."""
    for hole in _HOLE.findall(words):
        if hole not in HOLES:
            raise UnknownHole(hole=hole or "{}")
    if set("{}") & set(_HOLE.sub("", words)):
        raise UnknownHole(hole="{")


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with every hole filled; what is put in is never read for holes again."""
    check(words)
    return _HOLE.sub(lambda hole: values[hole[1]], words)


def keep(tx: CannedTx, actor: Actor, name: str, words: str) -> Canned:
    """Keep ready words under a name, or put them in the place of those that have it."""
    me, compound_id = _keeper(tx, actor)
    name, words = name.strip(), words.strip()
    check(words)
    standing = tx.canned.of(compound_id)
    before = _named(standing, name)
    full = before is None and len(standing) >= MOST
    if not name or not words or len(name) > LONGEST_NAME or len(words) > LONGEST or full:
        raise BadCanned(name=LONGEST_NAME, words=LONGEST, most=MOST)
    kept = Canned(before.id if before is not None else tx.new_id(), compound_id, name, words)
    tx.canned.keep(kept, me.person_id)
    tx.audit.note(compound_id, me.person_id, "canned.keep", "canned", kept.id)
    told = {"changed": int(before is not None), "compound": compound_id}
    tx.outbox.tell(home(me), "canned-list", told)
    return kept


def show(tx: CannedTx, actor: Actor) -> None:
    """List them to whoever keeps or uses them."""
    me, compound_id = _keeper(tx, actor)
    tx.outbox.tell(home(me), "canned-list", {"changed": None, "compound": compound_id})


def drop(tx: CannedTx, actor: Actor, wanted: int | str) -> Canned:
    """Forget those of that id or name; raises NoSuchCanned."""
    me, compound_id = _keeper(tx, actor)
    found = _wanted(tx.canned.of(compound_id), wanted)
    tx.canned.drop(found.id)
    tx.audit.note(compound_id, me.person_id, "canned.drop", "canned", found.id)
    return found


def forget(tx: CannedTx, actor: Actor, name: str) -> None:
    """The same in words: whoever said it reads what is left."""
    drop(tx, actor, name)
    show(tx, actor)


def offer(tx: CannedTx, actor: Actor, which: Which) -> Case:
    """Let a worker choose ready words for a case."""
    me = tx.people.enter(actor)
    case = _at_work(tx, me, which)
    tx.outbox.tell(home(me), "canned-which", {"number": case.number}, about=case.id)
    return case


def use(tx: CannedTx, actor: Actor, which: Which, wanted: int | str, fill: Fill, message_id: int) -> Case:
    """Fill the words in for that case; they wait, as all of a worker's words do, for [send] or [keep]."""
    me = tx.people.enter(actor)
    case = _at_work(tx, me, which)
    chosen = _wanted(tx.canned.of(case.compound_id), wanted)
    hidden = case.privacy is Privacy.HANDLERS
    known = Known(
        None if hidden else tx.canned.called(case.reporter_id),
        case.number,
        tx.places.named(case.compound_id if hidden and not case.placed else case.place_id),
        case.due_at,
        tx.places.zone(case.compound_id),
        tx.now,
    )
    tx.dialogues.close(actor)
    return notes.write(tx, actor, me, case, fill(chosen.words, known), message_id)


def _keeper(tx: CannedTx, actor: Actor) -> tuple[Standing, int]:
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not may(me, Right.CANNED, (me.compound_id,)):
        raise NotAllowed
    return me, me.compound_id


def _at_work(tx: CannedTx, me: Standing, which: Which) -> Case:
    case = find(tx, me, which)
    if not me.has(Role.WORKER, case.compound_id) or me.person_id == case.reporter_id:
        raise NotAllowed
    if case.state not in OPEN:
        raise CaseOver(number=case.number)
    return case


def _wanted(found: Sequence[Canned], wanted: int | str) -> Canned:
    by_id = next((one for one in found if one.id == wanted), None)
    one = by_id or (_named(found, wanted) if isinstance(wanted, str) else None)
    if one is None:
        raise NoSuchCanned(names=", ".join(canned.name for canned in found) or None)
    return one


def _named(found: Sequence[Canned], name: str) -> Canned | None:
    return next((one for one in found if one.name.casefold() == name.strip().casefold()), None)
