"""The checker can fail: each planted violation is found, under its own name, and a good day has none."""

from datetime import timedelta

import pytest

from tests.proofs import checker
from tests.proofs.checks import doubles
from tests.proofs.plants import PLANTED, Plant, kept, message, rest, row, seen, steps, time, town
from tests.proofs.synthetic import (
    ANNA,
    CALL_ROW,
    FINISHED,
    GROUP,
    RECEIPT,
    SOON,
    TAKEN,
    WANG,
    at,
    good_day,
    outgoing,
    sent,
)

SOWN = (kept, rest, seen, steps, time, town)
"""Imported, and so planted."""


def test_a_good_day_breaks_no_promise() -> None:
    verdict = checker.check(good_day())
    assert verdict.findings == []
    assert set(verdict.promises) >= set(checker.PROMISES)


@pytest.mark.parametrize(("promise", "plant"), [pytest.param(p, f, id=f"{p}: {n}") for p, n, f in PLANTED])
def test_a_planted_violation_is_found(promise: str, plant: Plant) -> None:
    day = good_day()
    plant(day)
    assert checker.check(day).of(promise) != []


def test_every_promise_has_a_planted_violation() -> None:
    assert {promise for promise, _, _ in PLANTED} == set(checker.check(good_day()).promises)


def test_a_double_is_told_by_its_cause() -> None:
    day = good_day()
    day.world["messages"].extend([sent(ANNA, 40, 0.4, "#1 收到", RECEIPT), sent(ANNA, 41, 0.5, "没有按钮")])
    denied = {"ok": False, "rule": "edit_not_found"}
    day.calls.append(
        {"method": "editMessageReplyMarkup", "params": {"chat_id": ANNA, "message_id": 40}, "outcome": denied,
         "fault": None, "message_ids": []}
    )  # fmt: skip
    assert doubles.counted(day) == {doubles.LIED: 1, doubles.PLAIN: 1}
    assert checker.check(day).of("no double without a known cause") == []


def test_a_late_answer_is_a_cause_of_its_own() -> None:
    day = good_day()
    day.world["messages"].append(sent(GROUP, 40, 4, "清理花坛: Ben", CALL_ROW))
    day.calls.append(
        {"method": "sendMessage", "params": {"chat_id": GROUP}, "outcome": {"ok": True}, "fault": "late",
         "message_ids": [40]}
    )  # fmt: skip
    assert doubles.counted(day) == {doubles.LATE: 1}


def test_what_a_person_may_be_told_in_a_group_they_wrote_in_is_not_foreign() -> None:
    day = good_day()
    message(day, ANNA, 3)["chat_id"] = GROUP
    row(day, "outbox", id=RECEIPT).update(chat_id=GROUP, route="mention")
    assert checker.check(day).of("nothing is in a foreign chat") == []


def test_a_reminder_that_was_late_is_covered_by_a_digest() -> None:
    day = good_day()
    row(day, "due", kind="case.soon")["at"] = at(1.6) - timedelta(hours=24)
    digest = outgoing(SOON, "person:21", "duties-late", WANG, 6, 1.6, dedupe="late:person:21:1")
    day.tables["outbox"][SOON - 1] = digest
    assert checker.check(day).findings == []


def test_two_transactions_at_once_have_no_order_between_them() -> None:
    day = good_day()
    row(day, "outbox", id=TAKEN)["message_id"], row(day, "outbox", id=FINISHED)["message_id"] = 5, 4
    day.overlap = timedelta(minutes=2)
    assert checker.check(day).of("each chat is in order") == []
    day.overlap = timedelta(seconds=2)
    assert checker.check(day).of("each chat is in order") != []
