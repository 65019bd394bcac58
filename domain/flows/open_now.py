"""What runs now, in one list: the polls and the calls of the asker's places."""

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Actor
from domain.kernel.tx import Tx
from domain.polls import drafting
from domain.polls.ports import PollsTx


def show_open(tx: Tx, actor: Actor) -> None:
    """List them in private; which they are is read when the list is shown."""
    me = tx.people.enter(actor)
    tx.outbox.tell(home(me), "open-now", {"person": me.person_id})


def poll(tx: PollsTx, actor: Actor) -> None:
    """ "Poll", and no more: who may start one is asked what about, anybody else wants to vote."""
    try:
        drafting.begin(tx, actor)
    except NotAllowed:
        show_open(tx, actor)
