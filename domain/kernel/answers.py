"""Answers that decide nothing: a screen for whoever asked, where they asked."""

from domain.kernel.people import Actor, Standing
from domain.kernel.tx import Tx
from domain.kernel.words import Params, Priority, ToChat, ToPerson


def home(me: Standing) -> ToPerson:
    """The asker's private chat; in a group it is also known where they can be reached otherwise."""
    return ToPerson(me.person_id, near=None if me.private else me.chat_id)


def answer(tx: Tx, actor: Actor, key: str, params: Params | None = None) -> None:
    """Show the asker one screen."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), key, {**(params or {}), "private": me.private})


def begin(tx: Tx, actor: Actor) -> None:
    """Greet somebody in private, with the lasting keys; whatever was waited for is forgotten."""
    tx.dialogues.close(actor)
    answer(tx, actor, "welcome")


def cancel(tx: Tx, actor: Actor) -> None:
    """Wait no longer for the asker's words."""
    tx.dialogues.close(actor)
    answer(tx, actor, "cancelled")


def drop(tx: Tx, actor: Actor) -> None:
    """The same by a button, whose toast says so."""
    tx.dialogues.close(actor)


def greet(tx: Tx, chat_id: int) -> None:
    """Say to a group that the bot has joined what it is good for."""
    tx.outbox.tell(ToChat(chat_id), "group-hello", {}, priority=Priority.BROADCAST)
