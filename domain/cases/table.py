"""How a case moves: one table, state by event by part. Docs, tests and refusals are made from it."""

from collections.abc import Mapping, Set
from enum import StrEnum


class State(StrEnum):
    """Where a case stands."""

    FILED = "filed"
    TAKEN = "taken"
    WAITING = "waiting"
    """The handler has asked whoever reported; the clock stands still."""
    DEFERRED = "deferred"
    """Put off to a day that everybody can read."""
    DECLINING = "declining"
    """One worker wants to decline it; a second one has to agree."""
    FINISHED = "finished"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    SILENT = "silent"
    """Finished, and seven days without an answer: never counted as satisfied."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What somebody, or the clock, may do to a case."""

    TAKE = "take"
    REPLY = "reply"
    ADD = "add"
    ASK = "ask"
    DEFER = "defer"
    WAKE = "wake"
    RETURN = "return"
    DECLINE = "decline"
    AGREE = "agree"
    OBJECT = "object"
    FINISH = "finish"
    CONFIRM = "confirm"
    PARTLY = "partly"
    REOPEN = "reopen"
    RATE = "rate"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"


class Part(StrEnum):
    """What somebody is in one case; a person may be several."""

    REPORTER = "reporter"
    HANDLER = "handler"
    WORKER = "worker"
    BACKERS = "backers"
    """A quorum of the households that have said "mine too", the one who completes it acting for all."""
    SECOND = "second"
    """A worker who did not propose what waits for a second consent."""
    CLOCK = "clock"


_S, _A, _P = State, Action, Part
TRANSITIONS: Mapping[tuple[State, Action, Part], State] = {
    (_S.FILED, _A.TAKE, _P.WORKER): _S.TAKEN,
    (_S.FILED, _A.ADD, _P.REPORTER): _S.FILED,
    (_S.FILED, _A.RETURN, _P.WORKER): _S.FILED,
    (_S.FILED, _A.DECLINE, _P.WORKER): _S.DECLINING,
    (_S.FILED, _A.WITHDRAW, _P.REPORTER): _S.WITHDRAWN,
    (_S.TAKEN, _A.REPLY, _P.HANDLER): _S.TAKEN,
    (_S.TAKEN, _A.ADD, _P.REPORTER): _S.TAKEN,
    (_S.TAKEN, _A.ASK, _P.HANDLER): _S.WAITING,
    (_S.TAKEN, _A.DEFER, _P.HANDLER): _S.DEFERRED,
    (_S.TAKEN, _A.RETURN, _P.HANDLER): _S.FILED,
    (_S.TAKEN, _A.DECLINE, _P.HANDLER): _S.DECLINING,
    (_S.TAKEN, _A.FINISH, _P.HANDLER): _S.FINISHED,
    (_S.TAKEN, _A.WITHDRAW, _P.REPORTER): _S.WITHDRAWN,
    (_S.WAITING, _A.ADD, _P.REPORTER): _S.TAKEN,
    (_S.WAITING, _A.REPLY, _P.HANDLER): _S.WAITING,
    (_S.WAITING, _A.WAKE, _P.HANDLER): _S.TAKEN,
    (_S.WAITING, _A.WAKE, _P.CLOCK): _S.TAKEN,
    (_S.WAITING, _A.FINISH, _P.HANDLER): _S.FINISHED,
    (_S.WAITING, _A.WITHDRAW, _P.REPORTER): _S.WITHDRAWN,
    (_S.DEFERRED, _A.ADD, _P.REPORTER): _S.DEFERRED,
    (_S.DEFERRED, _A.REPLY, _P.HANDLER): _S.DEFERRED,
    (_S.DEFERRED, _A.WAKE, _P.HANDLER): _S.TAKEN,
    (_S.DEFERRED, _A.WAKE, _P.CLOCK): _S.TAKEN,
    (_S.DEFERRED, _A.WITHDRAW, _P.REPORTER): _S.WITHDRAWN,
    (_S.DECLINING, _A.ADD, _P.REPORTER): _S.DECLINING,
    (_S.DECLINING, _A.AGREE, _P.SECOND): _S.DECLINED,
    (_S.DECLINING, _A.OBJECT, _P.SECOND): _S.FILED,
    (_S.DECLINING, _A.OBJECT, _P.HANDLER): _S.FILED,
    (_S.DECLINING, _A.WITHDRAW, _P.REPORTER): _S.WITHDRAWN,
    (_S.FINISHED, _A.REPLY, _P.HANDLER): _S.FINISHED,
    (_S.FINISHED, _A.ADD, _P.REPORTER): _S.FINISHED,
    (_S.FINISHED, _A.CONFIRM, _P.REPORTER): _S.CONFIRMED,
    (_S.FINISHED, _A.PARTLY, _P.REPORTER): _S.PARTLY,
    (_S.FINISHED, _A.REOPEN, _P.REPORTER): _S.TAKEN,
    (_S.FINISHED, _A.REOPEN, _P.BACKERS): _S.TAKEN,
    (_S.FINISHED, _A.LAPSE, _P.CLOCK): _S.SILENT,
    (_S.CONFIRMED, _A.RATE, _P.REPORTER): _S.CONFIRMED,
    (_S.CONFIRMED, _A.REOPEN, _P.REPORTER): _S.TAKEN,
    (_S.CONFIRMED, _A.REOPEN, _P.BACKERS): _S.TAKEN,
    (_S.PARTLY, _A.RATE, _P.REPORTER): _S.PARTLY,
    (_S.PARTLY, _A.REOPEN, _P.REPORTER): _S.TAKEN,
    (_S.PARTLY, _A.REOPEN, _P.BACKERS): _S.TAKEN,
    (_S.SILENT, _A.CONFIRM, _P.REPORTER): _S.CONFIRMED,
    (_S.SILENT, _A.PARTLY, _P.REPORTER): _S.PARTLY,
    (_S.SILENT, _A.REOPEN, _P.REPORTER): _S.TAKEN,
    (_S.SILENT, _A.REOPEN, _P.BACKERS): _S.TAKEN,
}
"""The only ways a case moves; what is not here is refused. Nobody who works may rate or confirm, nobody who
reported may finish. Source: MISSION M1, M6; complaints research, section 5, criteria 8 and 11.
"""

OPEN: Set[State] = frozenset({State.FILED, State.TAKEN, State.WAITING, State.DEFERRED, State.DECLINING})
"""States in which somebody still has work with it."""

PAUSED: Set[State] = frozenset({State.WAITING, State.DEFERRED})
"""States in which the clock of the solution stands still."""

CLOSED: Set[State] = frozenset({State.CONFIRMED, State.PARTLY, State.SILENT, State.DECLINED, State.WITHDRAWN})
"""States at the end of the way; some can be left again."""


def part_for(state: State, action: Action, parts: Set[Part]) -> Part | None:
    """In which of these parts the step may be taken there, the first of Part's order; None: not at all."""
    return next((part for part in Part if part in parts and (state, action, part) in TRANSITIONS), None)
