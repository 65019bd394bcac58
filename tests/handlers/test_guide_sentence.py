"""What plain talk is a question, what a report, and what only its writer knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.guide.sentence import looks_like, may_be_report


@pytest.mark.parametrize(
    "said",
    [
        "旧沙发扔哪里",
        "居住证怎么办？",
        "停车多少钱",
        "办居住证要带什么",
        "请问物业几点下班",
        "小区里能不能养鸡",
        "周末可以装修吗？？",
        "怎么预约打疫苗",
        "开证明找谁",
        "打疫苗去哪儿",
        "Where does an old sofa go?",
        "How do I register my dog",
        "Can I renovate at the weekend?",
    ],
)
def test_a_question(said: str) -> None:
    assert looks_like(said)
    assert not may_be_report(said)


@pytest.mark.parametrize(
    "said",
    [
        "水管漏水怎么办",
        "电梯坏了找谁",
        "今天停水到几点",
        "Where do I report a broken lamp",
    ],
)
def test_perhaps_a_question_perhaps_a_report(said: str) -> None:
    assert looks_like(said)
    assert may_be_report(said)


@pytest.mark.parametrize(
    "said",
    [
        "3号楼电梯又停了",
        "3号楼电梯怎么又停了",
        "垃圾怎么没人收",
        "路灯怎么还不亮",
        "什么时候才来修啊",
        "楼道灯什么时候修好？",
        "楼上天天半夜装修",
        "到底有没有人管",
        "Why is the lift broken again?",
        "The lamp in the corridor is broken",
        "",
        "谢谢",
        "门口有一堆垃圾" * 20 + "，怎么办",
    ],
)
def test_a_report_or_nothing(said: str) -> None:
    assert not looks_like(said)


@given(st.text(max_size=300))
def test_any_words_are_looked_at(words: str) -> None:
    assert looks_like(words) in (True, False)
    assert may_be_report(words) in (True, False)
