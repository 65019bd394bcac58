"""Posters: a code at a lift or a gate; whoever scans it and says a word has reported from that spot."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.cases import intake
from domain.cases.locating import UnknownPlace, Where
from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Draft, Source
from domain.cases.service import WORDS_WAIT
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.places.mentioned import Mention, place_in
from domain.places.rules import NoCompound

POSTER = "poster"
"""The kind of job that draws one."""

SCANNED = "case.spot"
"""The dialogue in which the next words are about the spot of a poster."""

MOST = 5
"""Reports of somebody who does not live there, within a day. Source: a default against floods."""

A_DAY = timedelta(days=1)

LONGEST = 30
"""Characters of a spot's own name: one line on a poster."""


class UnknownPoster(DomainError):
    """The poster was taken down, or never hung here."""

    key = "error-poster-unknown"


class WhichSpot(DomainError):
    """A poster without a spot, or with a sentence for one."""

    key = "error-poster-spot"


class TooManyHere(DomainError):
    """A stranger has reported enough for one day."""

    key = "error-poster-many"


@dataclass(frozen=True, slots=True)
class Poster:
    """One code on a wall; `spot` is "lift", "corridor", "gate", "talk" or a name of its own."""

    id: int
    compound_id: int
    place_id: int
    spot: str
    made_by: int


class Posters(Protocol):
    """What posters ask of the memory."""

    def add(self, poster: Poster) -> None:
        """Keep a new one."""

    def get(self, poster_id: int) -> Poster | None:
        """The poster, unless it was taken down."""


class PostersTx(CasesTx, Protocol):
    """A transaction that knows posters."""

    @property
    def posters(self) -> Posters: ...


def make(tx: PostersTx, actor: Actor, said: Mention, spot: str) -> Poster:
    """Have a poster drawn for that spot; it comes in private."""
    me = tx.people.enter(actor)
    if not any(grant.role in RIGHTS[Right.POSTER] for grant in me.grants):
        raise NotAllowed
    if me.compound_id is None:
        raise NoCompound
    if not spot or len(spot) > LONGEST:
        raise WhichSpot
    place_id = place_in(tx.places, me.compound_id, me.place_id, said)
    if place_id is None and said.names:
        raise UnknownPlace(number=0)
    poster = Poster(tx.new_id(), me.compound_id, place_id or me.compound_id, spot, me.person_id)
    # A spot of the whole compound may be anybody's who looks after a part of it.
    path = tx.places.path(poster.place_id)
    if said.names and not may(me, Right.POSTER, path):
        raise NotAllowed
    tx.posters.add(poster)
    tx.jobs.ask(POSTER, poster.compound_id, me.person_id, {"poster": poster.id})
    tx.outbox.tell(home(me), "poster-making", {})
    tx.audit.note(poster.compound_id, me.person_id, "poster.make", "poster", poster.id)
    return poster


def scan(tx: PostersTx, actor: Actor, poster_id: int) -> Poster:
    """Somebody stands before the poster: their next words are the report."""
    me = tx.people.enter(actor)
    poster = _hanging(tx, poster_id)
    tx.dialogues.open(actor, SCANNED, {"poster": poster.id}, tx.now + WORDS_WAIT)
    tx.outbox.tell(home(me), "poster-here", {"poster": poster.id})
    return poster


def report(tx: PostersTx, actor: Actor, poster_id: int, draft: Draft) -> Case:
    """File what was said before the poster, from there, whoever says it."""
    me = tx.people.enter(actor)
    poster = _hanging(tx, poster_id)
    _not_too_many(tx, me, poster)
    tx.dialogues.close(actor)
    there = Where(poster.compound_id, poster.place_id, poster.spot, placed=True)
    return intake.report(tx, actor, draft.of(Source.POSTER), there)


def _hanging(tx: PostersTx, poster_id: int) -> Poster:
    poster = tx.posters.get(poster_id)
    if poster is None:
        raise UnknownPoster
    return poster


def _not_too_many(tx: PostersTx, me: Standing, poster: Poster) -> None:
    at_home = any(grant.compound_id == poster.compound_id for grant in me.grants)
    if not at_home and tx.cases.filed_since(me.person_id, tx.now - A_DAY) >= MOST:
        raise TooManyHere
