"""Talk as people speak it: what is thanks, what says "it works", what is a poll, a call, a code."""

from datetime import datetime

import pytest

from handlers.calls.sentence import looks_like as calls
from handlers.cases.proposing import follows
from handlers.commands import Verb
from handlers.homes.sentence import coded
from handlers.understanding import understand
from knowledge.poll_words import looks_like_poll, read

NOW = datetime(2026, 3, 2, 9)


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("谢谢王师傅", Verb.THANKS),
        ("好的知道了谢谢小邻", Verb.THANKS),
        ("thanks linli", Verb.THANKS),
        ("好了好了，亮了，谢谢王师傅", Verb.DONE),
        ("修好了 谢谢", Verb.DONE),
        ("灯坏了谢谢", None),
        ("电梯谢谢", None),
        ("谢谢 3号楼灯坏了", None),
        ("修好了，但是又坏了", None),
        ("好了伤疤忘了疼，水管又漏", None),
        ("done with the noise upstairs", None),
        ("ok the lift is broken thanks", None),
    ],
)
def test_kind_talk(said: str, verb: Verb | None) -> None:
    assert understand(said).verb is verb


@pytest.mark.parametrize(
    ("said", "question", "options"),
    [
        ("咱们周六几点打扫卫生呀 9点10点 都行的投票吧", "咱们周六几点打扫卫生呀", ["9点", "10点"]),
        ("大家投个票，楼道要不要换声控灯，要 不要", "楼道要不要换声控灯", ["要", "不要"]),
        ("电梯广告要不要撤，大家来投票吧", "电梯广告要不要撤", []),
    ],
)
def test_a_poll_nobody_marked(said: str, question: str, options: list[str]) -> None:
    words = read(said, NOW)
    assert looks_like_poll(said)
    assert (words.question, [one.text for one in words.choices]) == (question, options)


@pytest.mark.parametrize("said", ["谁还没投票", "怎么投票", "楼道灯坏了大家投票吧", "明天下雨吗 我没带伞"])
def test_talk_of_votes_that_is_no_poll(said: str) -> None:
    assert not looks_like_poll(said)


@pytest.mark.parametrize(
    ("said", "is_call"),
    [
        ("这周六早上9点要5个人打扫楼道卫生，谁来报个名", True),
        ("周六要几个人来搬花盆，谁有空", True),
        ("缺3个人周六上午打扫", True),
        ("招人搬花盆", True),
        ("电梯困了3个人，谁来管管", False),
        ("楼下3个人打架", False),
        ("二胎报名要2个人去吗", False),
        ("谁有空帮我修下灯", False),
    ],
)
def test_a_call_in_her_own_words(said: str, is_call: bool) -> None:
    assert calls(said) is is_call


@pytest.mark.parametrize(("said", "room"), [("给3号楼501开个邀请码", "3号楼501"), ("住户码怎么用", None)])
def test_a_code_in_her_own_words(said: str, room: str | None) -> None:
    assert coded(said) == room


@pytest.mark.parametrize(("said", "joins"), [("还在漏呢", True), ("楼上王大爷两天没出门了", False)])
def test_words_that_ask_after_a_case(said: str, joins: bool) -> None:
    assert follows(said) is joins
