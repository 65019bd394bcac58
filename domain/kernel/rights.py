"""What each role may do, and where: one table, and one question asked of it."""

from collections.abc import Callable, Mapping, Sequence, Set
from enum import StrEnum

from domain.kernel.people import Grant, Role, Standing


class Right(StrEnum):
    """Something that not everybody may do."""

    SET_UP = "set-up"
    NAME_PEOPLE = "appoint"
    INVITE = "invite"
    VOUCH = "vouch"
    POLL = "poll"
    CALL = "call"
    WORK = "work"
    TRIAGE = "triage"
    LEDGER = "ledger"
    ANSWER = "answer"
    SEE_MISSING = "see-missing"
    POSTER = "poster"
    RECORD = "record"
    """Write a report down for somebody who came or called."""
    CANNED = "canned"
    HINT = "hint"
    ANNOUNCE = "announce"
    ARBITRATE = "arbitrate"
    HAND_DOWN = "hand-down"
    MEASURE = "measure"


RIGHTS: Mapping[Right, Set[Role]] = {
    Right.SET_UP: frozenset({Role.STEWARD}),
    Right.NAME_PEOPLE: frozenset({Role.STEWARD}),
    Right.INVITE: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.VOUCH: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.POLL: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.CALL: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.WORK: frozenset({Role.WORKER}),
    Right.TRIAGE: frozenset({Role.WORKER}),
    Right.LEDGER: frozenset({Role.WORKER, Role.STEWARD}),
    Right.ANSWER: frozenset({Role.WORKER, Role.STEWARD}),
    Right.SEE_MISSING: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.POSTER: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.RECORD: frozenset({Role.CAPTAIN, Role.WORKER}),
    Right.CANNED: frozenset({Role.WORKER, Role.STEWARD}),
    Right.HINT: frozenset({Role.CAPTAIN, Role.WORKER, Role.STEWARD}),
    Right.ANNOUNCE: frozenset({Role.WORKER, Role.STEWARD}),
    Right.ARBITRATE: frozenset({Role.STEWARD}),
    Right.HAND_DOWN: frozenset({Role.STEWARD}),
    Right.MEASURE: frozenset({Role.WORKER, Role.STEWARD}),
}
"""Who holds which right; a grant counts in its place and in everything below. Source: MISSION, The people."""


def may(me: Standing, right: Right, path: Sequence[int]) -> bool:
    """Whether `me` holds the right somewhere on `path`: a place's id and those of all places above it."""
    roles = RIGHTS[right]
    return any(grant.role in roles and grant.place_id in path for grant in me.grants)


def may_gather(
    grants: Sequence[Grant], right: Right, place_id: int, path: Callable[[int], Sequence[int]]
) -> bool:
    """Whether these grants allow a call or a poll among the people of that place; `path` gives a place's id
    and all above it.

    The captain of one building gathers her own people and the whole compound's, not another building's.
    """
    held = [grant.place_id for grant in grants if grant.role in RIGHTS[right]]
    above = path(place_id)
    return any(place in above or place_id in path(place) for place in held)
