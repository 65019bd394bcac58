"""A question's life: what may follow what, whatever is pressed in whatever order."""

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.guide.rules import (
    SHOWN,
    Asked,
    Entry,
    Hit,
    HitKind,
    Outcome,
    Question,
    QuestionOver,
    State,
)

NOW = datetime(2026, 3, 2, tzinfo=UTC)
OVER = {State.ANSWERED, State.WITHDRAWN, State.REPORTED}
STEPS = ["not_this", "meant", "to_workers", "withdrawn", "reported", "answered", "waits"]


def question(outcome: Outcome, hits: int, state: State = State.OPEN) -> Question:
    found = tuple(Hit(HitKind.ENTRY, number) for number in range(hits))
    return Question(1, 2, 3, 4, None, 5, True, "zh-CN", "问", state, outcome, found, 0, NOW)


def step(one: Question, name: str) -> Question:
    if name == "answered":
        return one.answered("答", 9, NOW)
    return getattr(one, name)() or one


@given(
    st.sampled_from([State.OPEN, State.DOUBTED]),
    st.integers(0, 6),
    st.lists(st.sampled_from(STEPS), max_size=12),
)
def test_what_is_over_stays_so_and_only_what_waits_is_answered(
    first: State, hits: int, steps: list[str]
) -> None:
    one = question(Outcome.SUGGEST if hits else Outcome.UNKNOWN, hits, first)
    for name in steps:
        before = one
        with contextlib.suppress(QuestionOver):
            one = step(one, name)
        if before.state in OVER:
            assert one == before
        if one is before:
            continue
        assert name != "answered" or before.state is State.WAITING
        assert (one.answer is None) == (one.state is not State.ANSWERED)
        assert one.text == before.text


@given(st.sampled_from([Outcome.ANSWER, Outcome.SUGGEST]), st.integers(1, 6))
def test_not_this_offers_each_hit_once_and_comes_to_an_end(outcome: Outcome, hits: int) -> None:
    one = question(outcome, hits)
    seen = list(one.hits[:1] if outcome is Outcome.ANSWER else one.offered)
    while (one := one.not_this()).offered:
        assert len(one.offered) <= SHOWN
        seen += one.offered
    assert tuple(seen) == one.hits


@pytest.mark.parametrize(
    ("body", "short", "more"),
    [
        ("答。\n\n步骤", "答。", "步骤"),
        ("答。\n还是答。", "答。\n还是答。", ""),
        ("答。\n\n\n一\n\n二", "答。", "一\n\n二"),
    ],
)
def test_the_first_paragraph_is_the_short_answer(body: str, short: str, more: str) -> None:
    texts = dict.fromkeys(
        ("title", "category", "who", "place", "hours", "phone", "fee", "papers", "source"), ""
    )
    one = Entry(id=1, compound_id=None, slug="a", lang="en", asks=(), body="", checked=date(2026, 1, 1),
                review=None, **texts)  # fmt: skip
    one = replace(one, body=body)
    assert (one.short, one.more) == (short, more)


def test_a_long_question_is_longer_than_a_search_reads() -> None:
    assert not Asked("问" * 200, 1, NOW).long
    assert Asked("问" * 201, 1, NOW).long
