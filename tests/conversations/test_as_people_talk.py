"""People as they talk: long, short, kind, impatient; each gets what was meant, and the workers no noise."""

import pytest

from tests.conversations.hearing import filed, labels, last
from tests.conversations.polling import move_in
from tests.runtime.rehearsal import Rehearsal

KIND = ["谢谢你啊小邻", "好的知道了谢谢小邻", "太谢谢了王师傅辛苦了", "thank you very much Mr Wang", "晚安",
        "喂", "你是真人吗"]  # fmt: skip


@pytest.mark.parametrize("said", KIND)
async def test_kind_talk_is_no_report(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert not await filed(talk)


async def test_words_that_ask_after_a_case_join_it(talk: Rehearsal) -> None:
    await talk.say("li", "怎么还没来啊")
    assert len(await filed(talk)) == 1, "with nothing to follow it is a report"
    await talk.say("li", "还在漏呢")
    assert await last(talk, "li") == "#1 加上了，工作人员看得到。"
    await talk.say("li", "楼上的王大爷两天没出门了")
    assert len(await filed(talk)) == 2


@pytest.mark.parametrize("said", ["不用来了", "算了，不用了", "no need to come"])
async def test_words_that_call_it_off_reach_whoever_has_it_and_are_no_report(
    talk: Rehearsal, said: str
) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("li", said)
    assert await last(talk, "li") == "#1 加上了，王师傅看得到。"
    assert (await last(talk, "wang")).endswith(said)
    assert len(await filed(talk)) == 1


@pytest.mark.parametrize("said", ["不错", "挺好的", "还行"])
async def test_how_one_liked_it_is_said_as_people_say_it(talk: Rehearsal, said: str) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1 办完了 换了接触器")
    await talk.say("li", "好了")
    assert "办得满意吗？" in await last(talk, "li")
    await talk.say("li", said)
    assert (await last(talk, "li")).startswith("#1 记下了")
    assert len(await filed(talk)) == 1


async def test_a_workers_plain_words_are_asked_about_and_can_be_filed(running: Rehearsal) -> None:
    await running.say("li", "3号楼电梯又停了")
    await running.tap("wang", "我来接", "workers")
    await running.say("wang", "换了接触器")
    assert (await last(running, "wang")).startswith("#1 这句话发给李阿姨吗？")
    await running.say("wang", "有个小孩走丢了")
    await running.tap("wang", "是另一件事，请登记")
    assert (await last(running, "wang")).startswith("#2 收到了。")
    assert (await running.tap("wang", "是另一件事，请登记"))["text"].startswith("#1 这句已经只内部记了")
    assert len(await filed(running)) == 2
    assert "走丢" not in "".join(await running.spoken("li"))


async def test_votes_alone_are_listed_for_who_starts_none(talk: Rehearsal) -> None:
    await move_in(talk)
    for said in ("投票", "报名", "有什么活动"):
        await talk.say("li", said)
        assert await last(talk, "li") == "现在没有正在进行的投票和报名。有了会在群里说。"
    await talk.say("zhao", "投票")
    assert (await last(talk, "zhao")).startswith("想问大家什么？")


async def test_a_captain_asks_for_a_code_in_her_own_words(talk: Rehearsal) -> None:
    await talk.say("zhao", "住户码")
    assert (await last(talk, "zhao")).startswith("给哪一户？")
    await talk.say("zhao", "给3号楼999开个邀请码")
    assert (await last(talk, "zhao")).startswith("没找到这一户")
    assert not await filed(talk)


async def test_my_data_lead_to_the_language(talk: Rehearsal) -> None:
    await talk.say("li", "我是谁")
    await talk.tap("li", "换语言")
    assert await labels(talk, "li") == ["中文", "English"]


async def test_the_morning_counts_only_ones_own_as_late(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.say("li", "楼道灯坏了")
    await talk.say("li", "#1")
    await talk.tap("wang", "我来接", "workers")
    await talk.move(hours=24)
    assert (await last(talk, "wang")).startswith("早上好。您手上1件，其中1件过时间了；还没人接1件。")


SHORT = ["滚", "灯", "坏了", "嗯？灯", "hm", "3"]


@pytest.mark.parametrize("said", SHORT)
async def test_a_word_or_two_are_asked_about_and_nothing_is_filed(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert (await last(talk, "li")).startswith("说详细一点好吗？")
    assert not await filed(talk)
    await talk.say("li", "3号楼的灯不亮")
    assert len(await filed(talk)) == 1


async def test_a_short_word_can_be_filed_as_it_is_and_once_only(running: Rehearsal) -> None:
    await running.say("li", "灯")
    await running.say("li", "滚")
    assert (await running.tap("li", "就这样登记"))["text"] == "#1 登记了。"
    assert (await running.tap("li", "就这样登记"))["text"] == "那句话已经登记了，是 #1。"
    assert len(await filed(running)) == 1
    assert any("滚" in said for said in await running.spoken("workers"))
    assert not any("灯" in said for said in await running.spoken("workers"))


CLEAR = ["着火", "救命", "没水", "电梯", "漏水"]


@pytest.mark.parametrize("said", CLEAR)
async def test_few_words_that_say_enough_are_filed_at_once(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert len(await filed(talk)) == 1


@pytest.mark.parametrize("said", ["?", "？", "👍"])
async def test_a_mark_alone_is_no_report(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert not await filed(talk)


async def test_a_worker_in_the_middle_of_a_case_is_asked_about_that(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "换了")
    assert (await last(talk, "wang")).startswith("#1 这句话发给李阿姨吗？")
