"""A call with a time: reminders, offers to those who wait, the list of who came, changed and called off."""

from datetime import UTC, datetime

import pytest

from tests.conversations.hearing import labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal

SATURDAY = "周六上午9点到11点清3号楼楼道，自备手套"


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall-clock time of March 2026 in Shanghai, as UTC."""
    return datetime(2026, 3, day, hour - 8, minute, tzinfo=UTC)


async def card(talk: Rehearsal) -> str:
    """The call's card as it stands."""
    return next(said for said in await talk.spoken("residents") if "招募 ·" in said)


async def test_from_one_sentence_to_thanks(running: Rehearsal) -> None:
    here = running
    await here.say("zhao", f"招2人，{SATURDAY}")
    assert await last(here, "zhao") == (
        "这样发，您看行吗？\n清3号楼楼道，自备手套\n要2人\n"
        "3月7日（周六）09:00–11:00 · 阳光花园\n点“发”，群里就能报名。"
    )
    assert await labels(here, "zhao") == ["发出去", "改时间", "改人数", "不发了"]
    assert (await here.tap("zhao", "发出去"))["text"] == "发出去了。"
    assert await card(here) == (
        "清3号楼楼道，自备手套\n赵大姐招募 · 0/2人\n3月7日（周六）09:00–11:00 · 阳光花园"
    )
    assert "清3号楼楼道，自备手套发出去了。" in await here.spoken("zhao")
    await here.tap("li", "我报名", "residents")
    await here.tap("liu", "我报名", "residents")
    await here.tap("emma", "我报名", "residents")
    assert "候补1人" in await card(here)

    # A place is offered, and goes to whoever answers.
    await here.tap("liu", "退出", "residents")
    assert await last(here, "emma") == (
        "A place is free in 清3号楼楼道，自备手套, 09:00 on Saturday, and kept for you. "
        "Please answer by 21:00 today; then the next one is asked."
    )
    assert "1/2人" in await card(here)
    assert "问着1人，等回话：\n1. Emma" in await card(here)
    assert (await here.tap("emma", "I will come"))["text"] == "You are in, 2 of 2."

    # The evening before and an hour before, once each; one tap gives the place back.
    await here.until(shanghai(6, 19))
    assert (await last(here, "li")).startswith("提醒您：清3号楼楼道，自备手套明天09:00开始")
    assert await labels(here, "li") == ["来不了，让给别人"]
    await here.until(shanghai(7, 8))
    assert (await last(here, "li")).startswith("提醒您：清3号楼楼道，自备手套今天09:00开始")
    assert len([one for one in await here.spoken("li") if one.startswith("提醒您")]) == 2

    await here.until(shanghai(7, 9))
    assert "报名结束" in await card(here)

    # The lead ticks names after the end.
    await here.until(shanghai(7, 11))
    assert (await last(here, "zhao")).startswith("清3号楼楼道，自备手套结束了。谁来了？")
    assert await labels(here, "zhao") == ["李阿姨", "Emma", "都来了", "好了"]
    await here.tap("zhao", "李阿姨")
    assert await labels(here, "zhao") == ["✓ 李阿姨", "Emma", "都来了", "好了"]
    assert (await here.tap("zhao", "好了"))["text"] == "记下了，我替您谢谢大家。"
    assert await last(here, "li") == "谢谢您来清3号楼楼道，自备手套，辛苦了！"
    assert "Thank you" not in await last(here, "emma")
    assert await card(here) == (
        "清3号楼楼道，自备手套\n赵大姐招募 · 做完了，来了1人，谢谢大家\n"
        "3月7日（周六）09:00–11:00 · 阳光花园\n来了：\n1. 李阿姨"
    )


async def test_an_offer_that_nobody_answers_goes_on(talk: Rehearsal) -> None:
    await reads_all(talk)
    await talk.say("wang", f"小邻 招1人，{SATURDAY}", "residents")
    for who in ("li", "emma", "chen"):
        await talk.tap(who, "我报名", "residents")
    await talk.tap("li", "退出", "residents")
    assert "问着1人，等回话：\n1. Emma" in await card(talk)
    await talk.move(hours=12)
    assert (await last(talk, "emma")).startswith("You did not answer")
    assert "问着1人，等回话：\n1. 陈主任" in await card(talk)
    assert (await talk.tap("chen", "我来"))["text"] == "报上名了，1/1。"


async def test_plus_one_below_the_card_and_out_again(talk: Rehearsal) -> None:
    await talk.say("zhao", f"/call {SATURDAY}，2人", "residents")
    posted = next(one for one in await talk.messages("residents") if "招募 ·" in one.get("text", ""))
    reply = {"reply_to": posted["message_id"]}
    before = len(await talk.spoken("residents"))
    await talk.say("li", "+1", "residents", **reply)
    await talk.say("li", "算我一个！", "residents", **reply)
    await talk.say("emma", "带手套吗？", "residents", **reply)
    assert "1/2人" in await card(talk)
    await talk.say("li", "来不了", "residents", **reply)
    assert "0/2人" in await card(talk)
    assert len(await talk.spoken("residents")) == before


async def test_a_changed_time_and_a_call_called_off_are_told_once(talk: Rehearsal) -> None:
    await talk.say("zhao", f"/call {SATURDAY}，2人", "residents")
    await talk.tap("li", "我报名", "residents")
    await talk.tap("zhao", "改时间")
    await talk.say("zhao", "昨天9点")
    assert (await last(talk, "zhao")).startswith("这个时间已经过了")
    await talk.say("zhao", "周日下午2点")
    assert await last(talk, "li") == "清3号楼楼道，自备手套改时间了，周日14:00开始。"
    assert "3月8日（周日）14:00 · 阳光花园" in await card(talk)
    assert (await talk.tap("zhao", "取消这次招募"))["text"] == "请再点一次“真的取消”。"
    await talk.tap("zhao", "真的取消")
    assert await last(talk, "li") == "清3号楼楼道，自备手套取消了，周日14:00不用来。"
    assert (await talk.tap("zhao", "真的取消"))["text"] == "“清3号楼楼道，自备手套”报名已经结束了。"
    assert "赵大姐招募 · 取消了" in await card(talk)
    told = len(await talk.spoken("li"))
    await talk.until(shanghai(8, 16))
    assert len(await talk.spoken("li")) == told


async def test_a_draft_is_mended_and_thrown_away(talk: Rehearsal) -> None:
    await talk.say("zhao", "招2人搬花盆")
    assert "没说几点" in await last(talk, "zhao")
    await talk.tap("zhao", "改人数")
    await talk.say("zhao", "501人")
    assert "最多500人" in await last(talk, "zhao")
    await talk.say("zhao", "8")
    assert any("搬花盆\n要8人" in said for said in await talk.spoken("zhao"))
    await talk.tap("zhao", "不发了")
    assert "搬花盆不发了。" in await talk.spoken("zhao")
    assert not [said for said in await talk.spoken("residents") if "招募 ·" in said]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("招募 周六9点大扫除", "请说做什么、要几个人"),
        ("招募 周六9点大扫除 0人", "请说做什么、要几个人"),
        ("招募 周六9点大扫除 501人", "请说做什么、要几个人"),
        ("招3人，周六9点", "请说做什么、要几个人"),
        ("招3人，2月27日9点大扫除", "这个时间已经过了"),
        ("招3人，周六9点或者周日10点大扫除", "您说了不止一个时间"),
    ],
)
async def test_what_cannot_be_called_gets_a_sentence(talk: Rehearsal, said: str, answer: str) -> None:
    await talk.say("zhao", said)
    assert (await last(talk, "zhao")).startswith(answer)


async def test_somebody_without_a_private_chat_is_called_and_asked(talk: Rehearsal) -> None:
    await talk.say("zhao", f"/call {SATURDAY}，1人", "residents")
    await talk.tap("li", "我报名", "residents")
    await talk.tap("liu", "我报名", "residents")
    await talk.tap("li", "退出", "residents")
    assert any("有您的消息" in said for said in await talk.spoken("residents"))
    await talk.say("liu", "/start hello")
    assert any("空出一个位置" in said for said in await talk.spoken("liu"))
    assert (await talk.tap("liu", "我来"))["text"] == "报上名了，1/1。"
    assert (await talk.tap("liu", "我报名", "residents"))["text"] == "您已经报上名了，不用再点。"
