"""How a careful clerk would keep a case on paper: the whole table once more, by hand and from the issue.

State by state: what may be done, by whom, and where it leads. "other" is a worker who did not propose to
decline, "neighbours" a quorum of the households with the same. Source: issue 4, point 2.
"""

from collections.abc import Mapping, Set

WAYS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "filed": {
        "take": ("worker", "taken"),
        "return": ("worker", "filed"),
        "decline": ("worker", "declining"),
        "add": ("reporter", "filed"),
        "withdraw": ("reporter", "withdrawn"),
    },
    "taken": {
        "reply": ("handler", "taken"),
        "ask": ("handler", "waiting"),
        "defer": ("handler", "deferred"),
        "return": ("handler", "filed"),
        "decline": ("handler", "declining"),
        "finish": ("handler", "finished"),
        "add": ("reporter", "taken"),
        "withdraw": ("reporter", "withdrawn"),
    },
    "waiting": {
        "reply": ("handler", "waiting"),
        "wake": ("handler clock", "taken"),
        "finish": ("handler", "finished"),
        "add": ("reporter", "taken"),
        "withdraw": ("reporter", "withdrawn"),
    },
    "deferred": {
        "reply": ("handler", "deferred"),
        "wake": ("handler clock", "taken"),
        "add": ("reporter", "deferred"),
        "withdraw": ("reporter", "withdrawn"),
    },
    "declining": {
        "agree": ("other", "declined"),
        "object": ("other handler", "filed"),
        "add": ("reporter", "declining"),
        "withdraw": ("reporter", "withdrawn"),
    },
    "finished": {
        "reply": ("handler", "finished"),
        "add": ("reporter", "finished"),
        "confirm": ("reporter", "confirmed"),
        "partly": ("reporter", "partly"),
        "reopen": ("reporter neighbours", "taken"),
        "lapse": ("clock", "silent"),
    },
    "confirmed": {"rate": ("reporter", "confirmed"), "reopen": ("reporter neighbours", "taken")},
    "partly": {"rate": ("reporter", "partly"), "reopen": ("reporter neighbours", "taken")},
    "silent": {
        "confirm": ("reporter", "confirmed"),
        "partly": ("reporter", "partly"),
        "reopen": ("reporter neighbours", "taken"),
    },
    "declined": {},
    "withdrawn": {},
}

IN_WORK = ("filed", "taken", "waiting", "deferred", "declining")
OVER = ("confirmed", "partly", "silent", "declined", "withdrawn")


def leads(state: str, action: str, roles: Set[str]) -> str | None:
    """Where the step leads for somebody with these roles; None where the clerk would refuse it."""
    who, target = WAYS[state].get(action, ("", ""))
    return target if roles & set(who.split()) else None
