"""Household codes: made by whoever may invite there, used once, over after two weeks."""

import base64
from datetime import datetime, timedelta

from domain.kernel.answers import home
from domain.kernel.errors import DomainError, Invalid, NotAllowed
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may
from domain.places.households import Code, NoSuchRoom
from domain.places.ports import PlacesTx
from domain.places.rules import NoCompound
from domain.places.spoken import readings
from domain.places.tree import Level

LASTS = timedelta(days=14)
"""How long a code may be used. Source: issue 3, item 1; a default."""

QR = "qr"
"""The kind of job that makes the picture of a code."""


SHEET = "code-sheet"
"""The kind of job that makes one file of many codes."""

MOST = 200
"""Codes made at once: a building; more at once would hold up the others."""

SEPARATOR = "|"
"""Between the ids of codes in the job's parameters."""


class WhichRoom(Invalid):
    """A code is for one household, and none was named."""

    key = "error-code-room"


class TooManyCodes(DomainError):
    """More households than one sheet has."""

    key = "error-code-many"


class NoEmptyHomes(DomainError):
    """Somebody is registered in every household there, or there are none."""

    key = "error-code-none"


class UnknownCode(DomainError):
    """No such code was ever made here."""

    key = "error-code-unknown"


class CodeUsed(DomainError):
    """Somebody has come in with it."""

    key = "error-code-used"


class CodeExpired(DomainError):
    """Its two weeks are over."""

    key = "error-code-expired"


def make(tx: PlacesTx, actor: Actor, room: str) -> tuple[Code, ...]:
    """Make a code for the household that is called so: its link comes at once, its picture a moment later.
    For a building or unit, one for each household in which nobody is registered, as one sheet to print.
    """
    me = tx.people.enter(actor)
    if not any(grant.role in RIGHTS[Right.INVITE] for grant in me.grants):
        raise NotAllowed
    if not room.strip():
        raise WhichRoom
    place_id = _called(tx, me, room)
    if not may(me, Right.INVITE, tx.places.path(place_id)):
        raise NotAllowed
    if tx.places.get(place_id).level is not Level.HOUSEHOLD:
        return _sheet(tx, me, place_id)
    code = _code(tx, me, place_id)
    tx.outbox.tell(home(me), "home-code", {}, about=code.id)
    tx.jobs.ask(QR, code.compound_id, me.person_id, {"code": code.id})
    return (code,)


def _sheet(tx: PlacesTx, me: Standing, place_id: int) -> tuple[Code, ...]:
    empty = tx.homes.empty_households(place_id)
    if not empty:
        raise NoEmptyHomes
    if len(empty) > MOST:
        raise TooManyCodes(most=MOST)
    made = tuple(_code(tx, me, household_id) for household_id in empty)
    ids = SEPARATOR.join(str(code.id) for code in made)
    tx.jobs.ask(SHEET, _compound(me), me.person_id, {"codes": ids})
    tx.outbox.tell(home(me), "home-codes-making", {"count": len(made)})
    return made


def _code(tx: PlacesTx, me: Standing, household_id: int) -> Code:
    code = Code(tx.new_id(), household_id, _compound(me), me.person_id, tx.now + LASTS)
    tx.homes.add_code(code, token(tx.new_nonce()))
    tx.audit.note(code.compound_id, me.person_id, "code.make", "code", code.id)
    return code


def wanted(tx: PlacesTx, me: Standing, room: str) -> int:
    """The household of the actor's compound that is called so; raises NoCompound, NoSuchRoom."""
    found = _called(tx, me, room)
    if tx.places.get(found).level is not Level.HOUSEHOLD:
        raise NoSuchRoom
    return found


def _called(tx: PlacesTx, me: Standing, name: str) -> int:
    below = (Level.HOUSEHOLD, Level.UNIT, Level.BUILDING)
    for words in readings(name):
        found = tx.places.find(_compound(me), words)
        if found is not None and tx.places.get(found).level in below:
            return found
    raise NoSuchRoom


def usable(code: Code | None, now: datetime) -> Code:
    """The code, if it may be used now; raises UnknownCode, CodeUsed, CodeExpired."""
    if code is None:
        raise UnknownCode
    if code.used:
        raise CodeUsed
    if code.expires_at <= now:
        raise CodeExpired
    return code


def token(nonce: bytes) -> str:
    """A nonce as it may stand in a link: letters, digits, "-" and "_"."""
    return base64.urlsafe_b64encode(nonce).decode().rstrip("=")


def _compound(me: Standing) -> int:
    if me.compound_id is None:
        raise NoCompound
    return me.compound_id
