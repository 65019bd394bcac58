"""A call's sentence gives a title and a number, or an example of how to say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls.rules import LONGEST_TITLE, MOST_PLACES, BadCall
from handlers.calls.wording import number, parse


@pytest.mark.parametrize(
    ("sentence", "title", "places"),
    [
        ("周六大扫除 5人", "周六大扫除", 5),
        ("周六上午搬花盆 要5个人", "周六上午搬花盆", 5),
        ("周六上午搬花盆，需要五个人", "周六上午搬花盆", 5),
        ("周日9点浇花，十二人", "周日9点浇花", 12),
        ("周六一起打扫楼道 3", "周六一起打扫楼道", 3),
        ("5个人周六搬花盆", "周六搬花盆", 5),
        ("搬花盆 两位", "搬花盆", 2),
        ("发传单 二十名", "发传单", 20),
        ("发传单 一百二十人", "发传单", 120),
        ("发传单 ５人", "发传单", 5),
        ("陪3个人去医院，要2人", "陪3个人去医院", 2),
        ("Clean-up on Saturday, 5 people", "Clean-up on Saturday", 5),
        ("Clean-up on Saturday, need 1 person", "Clean-up on Saturday", 1),
        ("Plant trees, 12 volunteers", "Plant trees", 12),
    ],
)
def test_title_and_number_are_found(sentence: str, title: str, places: int) -> None:
    wording = parse(sentence)
    assert (wording.title, wording.places) == (title, places)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "周六大扫除",
        "5人",
        "周六大扫除 0人",
        "周六大扫除 501人",
        "周六大扫除 零人",
        "x" * 201 + " 5人",
        "周六5点大扫除",
        "周六大扫除5",
    ],
)
def test_a_sentence_without_one_of_them_is_refused(sentence: str) -> None:
    with pytest.raises(BadCall) as refused:
        parse(sentence)
    assert refused.value.params == {"most": MOST_PLACES, "longest": LONGEST_TITLE}


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("九十九", 99),
        ("一百零五", 105),
        ("三百", 300),
        ("两", 2),
        ("一二三", 123),
    ],
)
def test_chinese_numerals_count(digits: str, value: int) -> None:
    assert number(digits) == value


@given(st.text(max_size=400))
def test_any_sentence_is_a_call_or_a_bad_call(sentence: str) -> None:
    try:
        wording = parse(sentence)
    except BadCall:
        return
    assert 1 <= wording.places <= MOST_PLACES
    assert 0 < len(wording.title) <= LONGEST_TITLE
    assert "\0" not in wording.title
