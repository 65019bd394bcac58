"""服务承诺: one line that a body publishes, shown beside its figures; a new one ends the one before."""

from datetime import timedelta

from domain.kernel.answers import home, listening
from domain.kernel.errors import Invalid, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import Params
from domain.numbers.ports import NumbersTx
from domain.numbers.rules import BodyPromise
from domain.places.bodies import Body
from domain.places.rules import NoCompound

LONGEST = 60
"""Characters of a promise: it stands in one line of the picture, or two."""

WORDS_WANTED = "numbers.promise"
"""The dialogue in which the next words are a promise."""

WAIT = timedelta(minutes=30)


class PromiseLength(Invalid):
    """Nothing is promised, or more than a line."""

    key = "error-promise-length"


def show(tx: NumbersTx, actor: Actor) -> None:
    """Who promises what, to anybody of the compound; with the buttons of those whose bodies they are."""
    me, compound_id = _here(tx, actor)
    mine = [body.id for body in tx.staff.bodies(compound_id) if _speaks(me, compound_id, body.id)]
    told: Params = {"compound": compound_id, "mine": " ".join(map(str, mine))}
    tx.outbox.tell(home(me), "numbers-promises", told)


def ask(tx: NumbersTx, actor: Actor, body_id: int) -> Body:
    """Wait for the words of a promise."""
    me, _compound, body = _spoken_for(tx, actor, body_id)
    tx.dialogues.open(listening(me, actor), WORDS_WANTED, {"body": body.id}, tx.now + WAIT)
    tx.outbox.tell(home(me), "numbers-promise-wanted", {"body": body.id}, about=body.id)
    return body


def publish(tx: NumbersTx, actor: Actor, body_id: int, words: str) -> Body:
    """Promise something in that body's name; what it promised before ends."""
    me, compound_id, body = _spoken_for(tx, actor, body_id)
    line = " ".join(words.split())
    if not 0 < len(line) <= LONGEST:
        raise PromiseLength(most=LONGEST)
    tx.places.lock(compound_id)  # two who publish at once follow each other
    tx.numbers.publish(BodyPromise(tx.new_id(), body.id, line, me.person_id, tx.now))
    tx.dialogues.close(actor)
    _said(tx, me, compound_id, body, "publish")
    return body


def publish_as(tx: NumbersTx, actor: Actor, name: str, words: str) -> Body:
    """The same for the body of that kind or name in the actor's compound; raises NotFound."""
    _me, compound_id = _here(tx, actor)
    found = [body for body in tx.staff.bodies(compound_id) if name in (body.kind.value, body.name)]
    if not found:
        raise NotFound
    return publish(tx, actor, found[0].id, words)


def retract(tx: NumbersTx, actor: Actor, body_id: int) -> Body:
    """Promise nothing any more."""
    me, compound_id, body = _spoken_for(tx, actor, body_id)
    tx.places.lock(compound_id)
    if not tx.numbers.retract(body.id):
        raise NotFound
    _said(tx, me, compound_id, body, "retract")
    return body


def _said(tx: NumbersTx, me: Standing, compound_id: int, body: Body, step: str) -> None:
    told: Params = {"body": body.id, "step": step, "compound": compound_id}
    tx.outbox.tell(home(me), "numbers-promised", told, about=body.id)
    tx.audit.note(compound_id, me.person_id, f"promise.{step}", "body", body.id)


def _here(tx: NumbersTx, actor: Actor) -> tuple[Standing, int]:
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    if not any(grant.compound_id == me.compound_id for grant in me.grants):
        raise NotAllowed
    return me, me.compound_id


def _spoken_for(tx: NumbersTx, actor: Actor, body_id: int) -> tuple[Standing, int, Body]:
    """The body of the actor's compound, for somebody who speaks for it."""
    me, compound_id = _here(tx, actor)
    body = next((one for one in tx.staff.bodies(compound_id) if one.id == body_id), None)
    if body is None:
        raise NotFound
    if not _speaks(me, compound_id, body.id):
        raise NotAllowed
    return me, compound_id, body


def _speaks(me: Standing, compound_id: int, body_id: int) -> bool:
    """Whether they may promise in its name: a steward of the compound, or somebody who works for the body."""
    here = (grant for grant in me.grants if grant.compound_id == compound_id)
    return any(
        (grant.role is Role.STEWARD and grant.place_id == compound_id)
        or (grant.role is Role.WORKER and grant.body_id == body_id)
        for grant in here
    )
