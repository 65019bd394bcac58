"""Somebody who was called by name in a group comes to the private chat and finds what it was about."""

from domain.flows import mine
from domain.flows.question_to_case import BothTx
from domain.guide import asking
from domain.kernel.people import Actor


def begin_with_what_waits(tx: BothTx, actor: Actor) -> None:
    """Greet, list what is theirs, and say again what came of their last question."""
    mine.begin_with_mine(tx, actor)
    asking.resume(tx, actor)
