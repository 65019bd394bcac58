"""Setting a compound up: one command in a group, then five steps in private, each of them optional."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import ToPerson
from domain.places import growing, rooms
from domain.places.bodies import BodyKind
from domain.places.ports import PlacesTx
from domain.places.rooms import Sketch
from domain.places.steps import PATIENCE, BadName, BadWords, Step, after
from domain.places.steps import Stale as StaleTap
from domain.places.tree import LONGEST_NAME, Level, LevelWords, Place

ZONE = "Asia/Shanghai"
"""Where nothing says otherwise."""

LONGEST_WORD = 8
"""Characters in what a level is called."""


def at_home(actor: Actor) -> Actor:
    """The same person in their private chat."""
    return replace(actor, chat_id=actor.user_id, thread_id=None, private=True)


def stewarded(me: Standing) -> tuple[int, ...]:
    """The compounds that somebody may set up, each once, the newest first."""
    found = [grant.compound_id for grant in me.grants if may(me, Right.SET_UP, (grant.compound_id,))]
    return tuple(dict.fromkeys(reversed(found)))


def mine(tx: PlacesTx, me: Standing, compound_id: int) -> Place:
    """The compound, locked, for somebody who may set it up; raises NotFound."""
    if not may(me, Right.SET_UP, (compound_id,)):
        raise NotFound
    return tx.places.lock(compound_id)


def found(tx: PlacesTx, me: Standing, name: str, interim: str) -> Place:
    """Make a compound whose steward looks at reports until others are named; `interim` names their body."""
    compound_id = tx.new_id()
    compound = Place(compound_id, None, compound_id, Level.COMPOUND, fit_name(name), ZONE)
    tx.places.add(compound)
    body = tx.staff.want(compound_id, BodyKind.INTERIM, interim)
    tx.staff.grant(me.person_id, Role.STEWARD, compound)
    tx.staff.grant(me.person_id, Role.WORKER, compound, body.id)
    tx.staff.name_duty(compound_id, body.id, me.person_id)
    tx.setups.keep_step(compound_id, Step.NAME)
    tx.audit.note(compound_id, me.person_id, "setup.found", "place", compound_id)
    return compound


def fit_name(name: str) -> str:
    """A name as it can be kept; raises BadName."""
    plain = " ".join(name.split())
    if not 0 < len(plain) <= LONGEST_NAME or not any(sign.isalnum() for sign in plain):
        raise BadName(most=LONGEST_NAME)
    return plain


def show(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """The summary of a compound, with a button for each part."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    tx.outbox.tell(home(me), "setup-summary", {}, about=compound_id)


def resume(tx: PlacesTx, actor: Actor, compound_id: int) -> None:
    """Go on where setting up stopped."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    ask(tx, actor, me, compound_id, tx.setups.step(compound_id))


def go(tx: PlacesTx, actor: Actor, compound_id: int, step: Step) -> None:
    """Ask one step, whichever is next."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    ask(tx, actor, me, compound_id, step)


def skip(tx: PlacesTx, actor: Actor, compound_id: int, step: Step) -> None:
    """Leave a step as it is and go on."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    advance(tx, actor, me, compound_id, step)


def name(tx: PlacesTx, actor: Actor, compound_id: int, said: str) -> None:
    """Call the compound that."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    tx.places.rename(compound_id, fit_name(said))
    _noted(tx, me, compound_id, Step.NAME)
    advance(tx, actor, me, compound_id, Step.NAME)


def call_levels(tx: PlacesTx, actor: Actor, compound_id: int, words: LevelWords) -> None:
    """Call its levels that; what stands there already keeps its name."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    for word in (words.building, words.unit, words.room):
        if not 0 < len(word) <= LONGEST_WORD or "/" in word:
            raise BadWords(most=LONGEST_WORD)
    tx.places.set_words(compound_id, words)
    _noted(tx, me, compound_id, Step.WORDS)
    advance(tx, actor, me, compound_id, Step.WORDS)


def sketch(tx: PlacesTx, actor: Actor, compound_id: int, said: Sequence[Sketch]) -> None:
    """Keep a pattern of rooms until a tap says that it is right; raises TooManyRooms."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    words = tx.places.words(compound_id)
    blocks = [rooms.labelled(one, words) for one in said]
    if sum(block.count for block in blocks) > rooms.MOST_ROOMS:
        raise rooms.TooManyRooms(most=rooms.MOST_ROOMS)
    tx.setups.keep_draft(compound_id, rooms.packed(blocks))
    tx.outbox.tell(home(me), "setup-sketch", {}, about=compound_id)


def build(tx: PlacesTx, actor: Actor, compound_id: int) -> int | None:
    """Put the pattern's rooms into the tree; answers how many households are new, None where they are so many
    that a job does it. Raises StaleTap for a second tap.
    """
    me = tx.people.enter(actor)
    compound = mine(tx, me, compound_id)
    draft = tx.setups.draft(compound_id)
    if draft is None:
        raise StaleTap
    tx.setups.keep_draft(compound_id, None)
    blocks, added = rooms.unpacked(draft), None
    if sum(block.count for block in blocks) > growing.AT_ONCE:
        growing.begin(tx, me, compound_id, draft)
    else:
        added = _grown(tx, compound, blocks)
        _noted(tx, me, compound_id, Step.ROOMS)
    advance(tx, actor, me, compound_id, Step.ROOMS)
    return added


def _grown(tx: PlacesTx, compound: Place, blocks: Iterable[rooms.Block]) -> int:
    growth = rooms.grow(compound, tx.places.standing(compound.id), rooms.homes_of(blocks), tx.new_id)
    tx.places.extend(growth)
    return growth.households


def advance(tx: PlacesTx, actor: Actor, me: Standing, compound_id: int, step: Step) -> None:
    """After a step comes the next one, or the summary where the compound has been set up before."""
    if tx.setups.step(compound_id) is Step.DONE:
        ask(tx, actor, me, compound_id, Step.DONE)
        return
    tx.setups.keep_step(compound_id, after(step))
    ask(tx, actor, me, compound_id, after(step))


def ask(tx: PlacesTx, actor: Actor, me: Standing, compound_id: int, step: Step) -> None:
    """Show a step and wait for its words; the last one is the summary."""
    if step is Step.DONE:
        tx.setups.keep_step(compound_id, Step.DONE)
        tx.dialogues.close(at_home(actor))
        tx.outbox.tell(home(me), "setup-summary", {}, about=compound_id)
        return
    wait(tx, actor, step.value, {"compound": compound_id})
    tx.outbox.tell(ToPerson(me.person_id), "setup-step", {"step": step.value}, about=compound_id)


def wait(tx: PlacesTx, actor: Actor, what: str, data: dict[str, int | str]) -> None:
    """Wait for this person's words in private."""
    tx.dialogues.open(at_home(actor), f"setup.{what}", data, tx.now + PATIENCE)


def _noted(tx: PlacesTx, me: Standing, compound_id: int, step: Step) -> None:
    tx.audit.note(compound_id, me.person_id, f"setup.{step}", "place", compound_id)
