"""A case moves only as its table says, and says no in words that help."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from domain.cases.rules import Case, IllegalTransition
from domain.cases.table import Action, Part, State
from domain.kernel.words import person

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
REPORTER, WANG, LI = 1, 2, 3

# Who may do what, written out by hand from MISSION M1 and M6 so that a change of the table must be meant.
ALLOWED = {
    "filed": {
        "take": "worker",
        "return": "worker",
        "decline": "worker",
        "add": "reporter",
        "withdraw": "reporter",
    },
    "taken": {
        "reply": "handler",
        "ask": "handler",
        "defer": "handler",
        "return": "handler",
        "decline": "handler",
        "finish": "handler",
        "add": "reporter",
        "withdraw": "reporter",
    },
    "waiting": {
        "reply": "handler",
        "wake": "handler clock",
        "finish": "handler",
        "add": "reporter",
        "withdraw": "reporter",
    },
    "deferred": {"reply": "handler", "wake": "handler clock", "add": "reporter", "withdraw": "reporter"},
    "declining": {"agree": "second", "object": "second handler", "add": "reporter", "withdraw": "reporter"},
    "finished": {
        "reply": "handler",
        "add": "reporter",
        "confirm": "reporter",
        "partly": "reporter",
        "reopen": "reporter backers",
        "lapse": "clock",
    },
    "confirmed": {"rate": "reporter", "reopen": "reporter backers"},
    "partly": {"rate": "reporter", "reopen": "reporter backers"},
    "silent": {"confirm": "reporter", "partly": "reporter", "reopen": "reporter backers"},
    "declined": {},
    "withdrawn": {},
}


def case(state: State, handler: int | None = None) -> Case:
    return Case(
        id=9,
        number=12,
        compound_id=5,
        place_id=5,
        body_id=6,
        reporter_id=REPORTER,
        assignee_id=WANG,
        handler_id=handler,
        origin_chat_id=-100,
        state=state,
        filed_at=NOW,
        due_at=NOW + timedelta(hours=8),
        provisional=False,
    )


@pytest.mark.parametrize(("state", "action", "part"), list(product(State, Action, Part)))
def test_every_cell_of_the_table_is_meant(state: State, action: Action, part: Part) -> None:
    allowed = part.value in ALLOWED[state.value].get(action.value, "").split()
    if allowed:
        assert case(state, WANG).apply(action, {part}, WANG, NOW).number == 12
    else:
        with pytest.raises(IllegalTransition):
            case(state, WANG).apply(action, {part}, WANG, NOW)


def test_a_neighbour_has_no_part() -> None:
    assert case(State.FILED).parts(LI, worker=False) == set()


def test_only_who_did_not_propose_to_decline_gives_the_second_consent() -> None:
    asked = case(State.TAKEN, WANG).apply(Action.DECLINE, {Part.WORKER, Part.HANDLER}, WANG, NOW)
    assert Part.SECOND not in asked.parts(WANG, worker=True, proposer_id=WANG)
    assert Part.SECOND in asked.parts(LI, worker=True, proposer_id=WANG)
    assert Part.SECOND not in asked.parts(LI, worker=False, proposer_id=WANG)
    assert Part.SECOND not in case(State.TAKEN, WANG).parts(LI, worker=True)


def test_nobody_alone_is_a_quorum_or_the_clock() -> None:
    for state in State:
        assert not {Part.BACKERS, Part.CLOCK} & case(state, WANG).parts(REPORTER, worker=True)


def test_who_takes_a_case_has_it() -> None:
    taken = case(State.FILED).apply(Action.TAKE, {Part.WORKER}, LI, NOW)
    assert (taken.state, taken.handler_id, taken.assignee_id) == (State.TAKEN, LI, LI)


def test_a_second_worker_reads_who_has_it() -> None:
    with pytest.raises(IllegalTransition) as refused:
        case(State.TAKEN, WANG).apply(Action.TAKE, {Part.WORKER}, LI, NOW)
    assert refused.value.params == {
        "number": 12,
        "state": "taken",
        "action": "take",
        "handler": person(WANG),
        "mine": 0,
        "reporter": 0,
    }


def test_a_refusal_knows_whose_case_it_is_and_whether_anybody_has_it() -> None:
    with pytest.raises(IllegalTransition) as refused:
        case(State.FILED).apply(Action.CONFIRM, {Part.REPORTER}, REPORTER, NOW)
    assert (refused.value.params["handler"], refused.value.params["reporter"]) == (None, 1)
    with pytest.raises(IllegalTransition) as mine:
        case(State.TAKEN, WANG).apply(Action.TAKE, {Part.WORKER, Part.HANDLER}, WANG, NOW)
    assert mine.value.params["mine"] == 1
    assert str(mine.value) == "error-case-step"


def test_a_worker_who_left_the_body_is_no_handler_any_more() -> None:
    assert case(State.TAKEN, WANG).parts(WANG, worker=False) == set()


def test_reopening_starts_a_new_round_with_the_same_handler() -> None:
    done = case(State.FINISHED, WANG).apply(Action.CONFIRM, {Part.REPORTER}, REPORTER, NOW)
    again = done.apply(Action.REOPEN, {Part.REPORTER}, REPORTER, NOW)
    assert (done.closed_at, again.closed_at) == (NOW, None)
    assert (again.state, again.round, again.handler_id) == (State.TAKEN, 1, WANG)
