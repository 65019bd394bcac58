"""Answers that decide nothing: a screen for whoever asked, where they asked."""

from collections.abc import Sequence
from dataclasses import replace

from domain.kernel.people import Actor, Role, Standing
from domain.kernel.tx import Tx
from domain.kernel.words import Act, Destination, Params, ToChat, ToPerson

SEEN = "\N{THUMBS UP SIGN}"
"""The reaction that says: done."""

THANKED = "\N{HEAVY BLACK HEART}"
"""The reaction to thanks and nods, which ask for no words."""

RANK: Sequence[Role] = (Role.STEWARD, Role.WORKER, Role.CAPTAIN)
"""Of several roles, the one that help and menus speak to."""


def home(me: Standing) -> ToPerson:
    """The asker's private chat; in a group it is also known where they can be reached otherwise."""
    return ToPerson(me.person_id, near=None if me.private else me.chat_id)


def prompted(me: Standing, actor: Actor) -> Destination:
    """Where somebody is asked for their next words: a group of neighbours does not read the question."""
    return home(me) if me.private or me.neighbours else ToChat(actor.chat_id, actor.thread_id)


def listening(me: Standing, actor: Actor) -> Actor:
    """The actor where those next words are waited for: in private, where we reach them there."""
    if me.private or not me.neighbours or not me.reachable:
        return actor
    return replace(actor, chat_id=actor.user_id, thread_id=None, private=True)


def post_of(roles: Sequence[Role]) -> Role:
    """The role that somebody with these roles is spoken to in."""
    return next((role for role in RANK if role in roles), Role.RESIDENT)


def answer(tx: Tx, actor: Actor, key: str, params: Params | None = None) -> None:
    """Show the asker one screen."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), key, {**(params or {}), "private": me.private})


def begin(tx: Tx, actor: Actor) -> None:
    """Greet somebody in private, with the lasting keys; whatever was waited for is forgotten.

    Who belongs nowhere yet reads how to get in.
    """
    _forget(tx, actor)
    welcome(tx, actor)


def welcome(tx: Tx, actor: Actor) -> None:
    """The greeting alone: what is waited for goes on being so."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "welcome", {"private": me.private, "known": bool(me.grants)})


def hello(tx: Tx, actor: Actor) -> None:
    """Greet back in a line, with the lasting keys; who belongs nowhere yet gets the whole welcome."""
    me = tx.people.enter(actor)
    known = {"private": me.private, "known": bool(me.grants)}
    tx.outbox.tell(home(me), "hello" if me.grants else "welcome", known)


def explain(tx: Tx, actor: Actor) -> None:
    """Say what the asker, with their roles, can do here."""
    me = tx.people.enter(actor)
    role = post_of([grant.role for grant in me.grants])
    tx.outbox.tell(home(me), "help", {"private": me.private, "role": role.value, "known": bool(me.grants)})


def nod(tx: Tx, actor: Actor, message_id: int) -> None:
    """Thanks and nods are answered without a word."""
    tx.people.enter(actor)
    tx.outbox.act(Act.REACT, actor.chat_id, message_id, params={"emoji": THANKED})


def cancel(tx: Tx, actor: Actor) -> None:
    """Wait no longer for the asker's words."""
    _forget(tx, actor)
    answer(tx, actor, "cancelled")


def drop(tx: Tx, actor: Actor) -> None:
    """The same by a button, whose toast says so."""
    _forget(tx, actor)


def _forget(tx: Tx, actor: Actor) -> None:
    """Wait no longer, here and where we asked for words alone."""
    tx.dialogues.close(actor)
    elsewhere = listening(tx.people.enter(actor), actor)
    if elsewhere is not actor:
        tx.dialogues.close(elsewhere)
