"""What makes plain talk a call for helpers, and what its sentence says of time."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls.rules import BadCall, BadTime, Wish
from handlers.calls.hearing import heard, heard_places, heard_when
from handlers.calls.marks import mark, marked
from handlers.calls.sentence import looks_like
from handlers.intents import Intent, intent
from handlers.said import Said
from handlers.understanding import understand

SAID = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""A Monday, nine in the morning in Shanghai."""


@pytest.mark.parametrize(
    "text",
    [
        "招6人，周六上午9点到11点清3号楼楼道，自备手套",
        "周六大扫除，招6个人",
        "招募6名志愿者打扫楼道",
        "周六搬花盆 缺两个人",
        "还需要3人，周日浇花",
        "We need 5 people on Saturday to plant trees",
        "Looking for 3 volunteers, Saturday 9am",
    ],
)
def test_a_call(text: str) -> None:
    assert looks_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "电梯要3个人才能关上",
        "楼道里来了3个人推销",
        "电梯里困了2个人",
        "3号楼缺2人座椅",
        "有5个人在打架",
        "业委会招标的事怎么样了",
        "招待所门口堵了",
        "The lift is unsafe for 3 people",
        "I need a plumber",
        "",
    ],
)
def test_a_report_that_names_people_is_none(text: str) -> None:
    assert not looks_like(text)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        (
            "招6人，周六上午9点到11点清3号楼楼道，自备手套",
            Wish("清3号楼楼道，自备手套", 6, datetime(2026, 3, 7, 9), datetime(2026, 3, 7, 11)),
        ),
        ("周六大扫除，上午9点，5人", Wish("大扫除", 5, datetime(2026, 3, 7, 9))),
        ("周六上午搬花盆 要5个人", Wish("周六上午搬花盆", 5)),
        ("今晚8点巡逻，缺两个人", Wish("巡逻", 2, datetime(2026, 3, 2, 20))),
        ("Clean-up this Saturday 9am to 11am, 5 people",
         Wish("Clean-up", 5, datetime(2026, 3, 7, 9), datetime(2026, 3, 7, 11))),
    ],
)  # fmt: skip
def test_the_time_is_taken_out_of_the_title(text: str, wish: Wish) -> None:
    assert heard(text, SAID) == wish


@given(st.text(max_size=120))
def test_any_words_are_a_wish_or_a_refusal(text: str) -> None:
    with suppress(BadCall, BadTime):
        heard(text, SAID)
    looks_like(text)


@pytest.mark.parametrize(
    ("text", "why"), [("以后再说", "none"), ("周六9点或者周日9点", "two"), ("周六", "none")]
)
def test_a_time_alone(text: str, why: str) -> None:
    with pytest.raises(BadTime) as refused:
        heard_when(text, SAID)
    assert refused.value.params == {"why": why}
    assert heard_when("改到周日下午2点", SAID) == (datetime(2026, 3, 8, 14), None)


@pytest.mark.parametrize(("text", "places"), [("8", 8), ("８人", 8), ("改成十二个人", 12)])
def test_a_number_alone(text: str, places: int) -> None:
    assert heard_places(text) == places


@pytest.mark.parametrize("text", ["", "很多", "0", "501", "-3"])
def test_no_number(text: str) -> None:
    with pytest.raises(BadCall):
        heard_places(text)


@given(st.integers(0, 2**63 - 1))
def test_an_id_survives_the_button(number: int) -> None:
    assert len(mark("t", number)) <= 16
    assert marked("t", mark("t", number)) == number
    assert marked("g", mark("t", number)) is None


@pytest.mark.parametrize("extra", [None, "", "t", "t-", "tick", "t-_", "t-zzzzzzzzzzzzz"])
def test_other_choices_are_no_marks(extra: str | None) -> None:
    assert marked("t", extra) is None


def test_plain_words_reach_calls_in_private_and_by_name_only() -> None:
    text = "招6人，周六上午9点到11点清3号楼楼道"
    said = Said(understand(text), text, 1, SAID, private=True)
    assert intent(said, None) is Intent.CALL
    assert intent(Said(understand(text), text, 1, SAID, private=False), None) is Intent.NOTHING
