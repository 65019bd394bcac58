"""What falls due in places."""

from collections.abc import Callable, Mapping

from domain.kernel.due import Due
from domain.places import leaving, trial
from domain.places.homes import STILL_THERE, WORKERS_TURN
from domain.places.ports import PlacesTx

SERVICES: Mapping[str, Callable[[PlacesTx, Due, "str | None"], None]] = {
    WORKERS_TURN: leaving.workers_turn,
    STILL_THERE: leaving.ask_again,
    leaving.UNHEARD: leaving.unheard,
    trial.LOOK: trial.look,
}

"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
