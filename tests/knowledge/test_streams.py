"""Whose matter it is by its words: what people write, in both languages, and what no word list knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cases.streams import Stream
from handlers.cases.proposing import proposed
from knowledge.streams import COMMUNITY, NOTHING, PRIVATE, PUBLIC, SUBJECTS, _listed, _near, _weight, propose

SAID = [
    ("3号楼的电梯又停了", COMMUNITY, "lift"),
    ("楼道灯不亮，老人摔了一跤", COMMUNITY, "light"),
    ("单元门关不上", COMMUNITY, "door"),
    ("下水道堵了，污水冒出来", COMMUNITY, "pipe"),
    ("垃圾三天没人收", COMMUNITY, "rubbish"),
    ("楼道堆满了杂物", COMMUNITY, "clutter"),
    ("电动车没地方充电，飞线充电太危险", COMMUNITY, "parking"),
    ("小区里闻到煤气味", PUBLIC, "gas"),
    ("有人在楼顶违章搭建", PUBLIC, "building"),
    ("小区门口马路上井盖坏了", PUBLIC, "street"),
    ("隔壁工地夜间施工", PUBLIC, "pollution"),
    ("消防通道被车堵了", PUBLIC, "fire"),
    ("我的低保怎么还没批", PUBLIC, "papers"),
    ("楼上邻居半夜太吵", PRIVATE, "neighbour"),
    ("隔壁装修从早上六点敲墙", PRIVATE, "renovation"),
    ("房东押金不退", PRIVATE, "money"),
    ("我和婆婆天天吵架，婆媳处不来", PRIVATE, "family"),
    ("The lift in building 3 has stopped again", COMMUNITY, "lift"),
    ("Water is leaking from a pipe in the garage", COMMUNITY, "pipe"),
    ("I smell gas, there is a gas leak on the ground floor", PUBLIC, "gas"),
    ("The streetlight outside the gate is out", PUBLIC, "street"),
    ("My upstairs neighbour plays loud music at night", PRIVATE, "neighbour"),
    ("My landlord keeps the deposit", PRIVATE, "money"),
]


@pytest.mark.parametrize(("text", "stream", "reason"), SAID)
def test_what_people_write_is_proposed_where_it_belongs(text: str, stream: str, reason: str) -> None:
    guess = propose(text)
    assert (guess.stream, guess.reason) == (stream, reason)


@pytest.mark.parametrize("text", ["", "你好", "有件事想说一下", "please help me", "👍", "1234"])
def test_what_no_word_names_is_small_and_not_sure(text: str) -> None:
    assert propose(text) == NOTHING
    assert not NOTHING.sure


def test_words_of_two_streams_are_not_sure() -> None:
    assert not propose("楼上漏水漏到我家").sure
    assert propose("电梯坏了").sure


def test_an_english_word_is_not_found_inside_another() -> None:
    assert propose("A gift for the forklifts and crates") == NOTHING


@given(st.text(max_size=300))
def test_any_text_is_proposed_a_stream_with_a_subject_that_has_a_text(text: str) -> None:
    said = proposed(text)
    assert said.stream in set(Stream)
    assert said.reason in {*SUBJECTS, "unknown"}
    assert said.reason.isascii()


BEGINNINGS = st.sampled_from([word for subject in SUBJECTS for word in _listed(subject)])


@given(st.lists(BEGINNINGS | st.text("a 。3é", max_size=3)).map("".join))
def test_every_subject_that_has_a_word_in_the_text_is_tried(text: str) -> None:
    for said in (text, text.upper()):
        assert {subject for subject in SUBJECTS if _weight(subject, said)} <= _near(said)
