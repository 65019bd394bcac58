"""What falls due in polls."""

from collections.abc import Callable, Mapping

from domain.kernel.due import Due
from domain.polls.ports import PollsTx
from domain.polls.timing import CLOSE, REMIND, fall_due, remind

SERVICES: Mapping[str, Callable[[PollsTx, Due, "str | None"], None]] = {CLOSE: fall_due, REMIND: remind}
"""Kinds of due rows, and who acts on them; the text names the sweep that catches up after an outage."""
