"""Whose matter, whom the words are for, what was heard, who may see it: asked once, answered in one tap."""

import base64

import pytest
from sqlalchemy import select

from domain.cases.rules import EntryKind
from domain.cases.streams import Stream
from handlers.cases.lines import reported
from storage.tables import inbox
from tests.conversations.hearing import filed, labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()
INSIDE = "这家说过三次了，当心态度"


async def card(talk: Rehearsal, words: str = "") -> dict:
    """The newest card in the workers' chat that shows these words."""
    found = [one for one in await talk.messages("workers") if words in one.get("text", "")]
    return next(one for one in reversed(found) if talk.buttons(one))


async def reactions(talk: Rehearsal, where: str) -> list[str]:
    """The bot's own, oldest first."""
    given = [one for message in await talk.messages(where) for one in message.get("reactions", ())]
    ours = [one for one in given if one["user_id"] == talk.bot.deps.bot_id]
    return [part["emoji"] for one in ours for part in one["reaction"]]


async def admin(talk: Rehearsal) -> None:
    """The bot becomes an administrator of the residents' group."""
    address = f"{talk.base}/sandbox/v1/chats/{talk.groups['residents']}/members/{talk.bot.deps.bot_id}"
    async with talk.platform._session.patch(address, json={"admin": True}) as answer:
        assert answer.status == 200
    await talk.quiet()


async def test_whose_matter_it_is_takes_one_tap_and_is_read_in_plain_words(running: Rehearsal) -> None:
    await running.say("li", "消防通道又被车堵了，怎么办")
    shown = await card(running, "消防通道")
    assert "分流建议：大事（说到消防）" in shown["text"]
    assert "大事" not in await last(running, "li")
    assert (await running.tap("wang", "大事 ✓", "workers"))["text"] == "#1 定为大事了。"
    assert await last(running, "li") == (
        "#1 这件事要政府部门来办，阳光物业王师傅去报、去盯，今天18:00前给您回话。"
    )
    assert "分流：大事" in (await card(running, "消防通道"))["text"]
    await running.tap("li", "看进度")
    assert "谁来办：政府部门来办" in await last(running, "li")
    assert "大事" not in "".join(await running.spoken("li"))
    await running.tap("wang", "改分流", "workers")
    assert (await running.tap("wang", "大事 ✓", "wang"))["text"] == "#1 已经定为大事了，不用再点。"
    await running.tap("wang", "私事", "wang")
    assert "邻里商量着办" in await last(running, "li")
    assert (await filed(running))[0].stream is Stream.PRIVATE


async def test_a_small_matter_is_settled_without_a_word_to_the_reporter(talk: Rehearsal) -> None:
    await talk.say("emma", "The lift in building 2 has stopped")
    before = await talk.spoken("emma")
    assert "说到电梯" in (await card(talk, "lift"))["text"]
    await talk.tap("wang", "小事 ✓", "workers")
    assert await talk.spoken("emma") == before


async def test_only_a_worker_settles_whose_matter_it_is(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    shown = await card(talk, "电梯坏了")
    data = next(one["callback_data"] for one in talk.buttons(shown) if "私事" in one["text"])
    assert "不归您办" in (await talk.press("chen", shown["message_id"], data, "workers"))["text"]
    assert not (await filed(talk))[0].stream_settled


async def test_a_report_in_the_group_gets_a_nod_there_and_words_in_private(running: Rehearsal) -> None:
    before = await running.spoken("residents")
    await running.say("li", "/report 电梯坏了", "residents")
    assert await reactions(running, "residents") == ["👌"]
    assert await running.spoken("residents") == before
    receipt = await last(running, "li")
    assert receipt.startswith("#1 收到了。阳光物业王师傅来看")
    assert "这是在群里说的，大家已经看到了。" in receipt


async def test_what_the_group_has_seen_is_taken_down_where_the_bot_may(running: Rehearsal) -> None:
    await admin(running)
    said = await running.say("li", "/report 我家漏水了", "residents")
    assert (await running.tap("li", "撤掉群里那条"))["text"] == "好，这就撤掉群里那条。"
    assert said["message_id"] not in [one["message_id"] for one in await running.messages("residents")]


async def test_where_the_bot_may_not_its_writer_is_told_how(talk: Rehearsal) -> None:
    await talk.say("li", "/report 我家漏水了", "residents")
    await talk.tap("li", "撤掉群里那条")
    assert "请长按您那条消息" in await last(talk, "li")
    await admin(talk)
    await talk.move(hours=50)
    await talk.tap("li", "撤掉群里那条")
    assert (await last(talk, "li")).startswith("#1 这条我撤不了")


async def test_her_words_below_a_card_wait_and_those_inside_stay_inside(running: Rehearsal) -> None:
    await running.say("li", "电梯坏了")
    await running.tap("wang", "我来接", "workers")
    shown = await card(running, "电梯坏了")
    await running.say("wang", INSIDE, "workers", reply_to=shown["message_id"])
    assert (await last(running, "workers")).startswith("#1 这句话发给李阿姨吗？")
    assert await labels(running, "workers") == ["发给居民", "只内部记"]
    assert (await running.tap("wang", "只内部记", "workers"))["text"] == "#1 只内部记了。"
    assert (await running.tap("wang", "发给居民", "workers"))["text"].startswith("#1 这句已经只内部记了")
    assert f"内部记：{INSIDE}" in (await card(running, "电梯坏了"))["text"]
    await running.say("wang", "马上到", "workers", reply_to=shown["message_id"])
    assert (await running.tap("wang", "发给居民", "workers"))["text"] == "#1 发给住户了。"
    assert (await running.tap("wang", "发给居民", "workers"))["text"] == "#1 这句已经发给住户了，不用再点。"
    await running.tap("li", "看进度")
    await running.say("li", "#1")
    assert [said for said in await running.spoken("li") if "马上到" in said]
    assert INSIDE not in "".join(await running.spoken("li"))


async def test_words_nobody_chose_for_stay_inside_and_that_is_said_once(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1 " + INSIDE)
    assert await labels(talk, "wang") == ["发给居民", "只内部记"]
    await talk.move(minutes=31)
    await talk.move(minutes=31)
    kept = [said for said in await talk.spoken("wang") if "半小时没选，只内部记了" in said]
    assert len(kept) == 1
    assert (await talk.tap("wang", "发给居民"))["text"].startswith("#1 这句已经只内部记了")
    assert INSIDE not in "".join(await talk.spoken("li"))


async def test_words_below_a_card_that_nobody_took_are_not_lost(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    shown = await card(talk, "电梯坏了")
    await talk.say("wang", "马上到", "workers", reply_to=shown["message_id"])
    assert "先点“我来接”" in (await talk.tap("wang", "发给居民", "workers"))["text"]
    await talk.tap("wang", "我来接", "workers")
    await talk.tap("wang", "发给居民", "workers")
    assert await last(talk, "li") == "#1 王师傅回话了：\n马上到"


async def test_words_by_number_in_the_residents_group_are_asked_about_in_private(talk: Rehearsal) -> None:
    await reads_all(talk)
    await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")
    before = await talk.spoken("residents")
    await talk.say("wang", "小邻 #1 配件到了", "residents")
    assert await labels(talk, "wang") == ["发给居民", "只内部记"]
    assert await talk.spoken("residents") == before


async def test_a_voice_becomes_words_when_whoever_spoke_says_so(running: Rehearsal) -> None:
    await running.say("li", voice=PICTURE)
    shown = await card(running)
    assert {"听（1）", "写成文字"} <= {one["text"] for one in running.buttons(shown)}
    await running.tap("wang", "听（1）", "workers")
    assert [one for one in await running.messages("wang") if one.get("voice")]
    await running.tap("wang", "写成文字", "workers")
    prompt = (await running.messages("workers"))[-1]
    await running.say("wang", "三号楼电梯困人", "workers", reply_to=prompt["message_id"])
    assert await last(running, "li") == "#1 您的语音，王师傅听下来是这样：\n三号楼电梯困人\n是这个意思吗？"
    assert reported((await filed(running))[0]) == ""
    assert (await running.tap("li", "对"))["text"] == "#1 好，就照这个办。"
    assert (await running.tap("li", "对"))["text"] == "#1 您已经答过了，不用再点。"
    (sheet,) = await filed(running)
    assert reported(sheet) == "三号楼电梯困人"
    assert "本人看过，说对" in (await card(running, "三号楼电梯困人"))["text"]


async def test_a_voice_that_was_misheard_is_said_once_more(talk: Rehearsal) -> None:
    await talk.say("li", voice=PICTURE)
    await talk.tap("wang", "写成文字", "workers")
    prompt = (await talk.messages("workers"))[-1]
    await talk.say("wang", "楼道灯坏了", "workers", reply_to=prompt["message_id"])
    await talk.tap("li", "不对，我补充")
    await talk.say("li", "是电梯，不是灯")
    (sheet,) = await filed(talk)
    assert [line.kind for line in sheet.lines] == [EntryKind.REPORT, EntryKind.MISHEARD, EntryKind.STEP]
    assert "楼道灯坏了" not in (await card(talk, "是电梯"))["text"]


@pytest.mark.parametrize(
    ("hours", "look"), [(9.5, "明天09:00"), (20, "今天09:00"), (4 * 24 + 10, "下"), (2, "")]
)
async def test_out_of_hours_the_receipt_says_who_looks_and_when(
    talk: Rehearsal, hours: float, look: str
) -> None:
    await talk.move(hours=hours)
    await talk.say("li", "门禁坏了")
    receipt = await last(talk, "li")
    assert ("现在下班了" in receipt) == bool(look)
    if look and look != "下":
        assert f"王师傅{look}前看" in receipt


async def test_for_everybody_or_for_workers_only(talk: Rehearsal) -> None:
    await talk.say("li", "花坛里的长椅坏了")
    await talk.say("zhao", "#1")
    assert "长椅" not in "".join(await talk.spoken("zhao"))
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    assert (await talk.tap("li", "大家都能看"))["text"] == "#1 现在大家都能看，不写您的名字。"
    await talk.say("zhao", "#1")
    assert "长椅" in await last(talk, "zhao")
    assert "李阿姨" not in await last(talk, "zhao")
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "只给工作人员看")
    before = len(await talk.spoken("zhao"))
    await talk.say("zhao", "#1")
    assert "长椅" not in "".join((await talk.spoken("zhao"))[before:])


async def test_mine_says_what_happens_next_the_newest_first(talk: Rehearsal) -> None:
    await talk.say("li", "/my")
    assert (await last(talk, "li")).startswith("您还没反映过问题")
    await talk.say("li", "电梯坏了")
    await talk.say("li", "楼道灯坏了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("li", "/my")
    said = await last(talk, "li")
    assert said.index("楼道灯坏了") < said.index("电梯坏了")
    assert "阳光物业王师傅在办，今天18:00前" in said
    assert "阳光物业王师傅来看，今天18:00前给您回话" in said
    assert await labels(talk, "li") == ["#2", "#1"]


async def test_an_album_whose_later_part_calls_us_is_one_case_in_any_order(running: Rehearsal) -> None:
    await reads_all(running)
    await running.say("li", where="residents", photo=PICTURE, media_group_id="5")
    await running.say("liu", where="residents", photo=PICTURE, media_group_id="6")
    await running.say("li", where="residents", photo=PICTURE, media_group_id="5", caption="小邻 楼道堆满了")
    await running.say("li", where="residents", photo=PICTURE, media_group_id="5")
    (sheet,) = await filed(running)
    assert len(sheet.media) == 3
    assert "楼道堆满了" in reported(sheet)
    assert sheet.stream_reason == "clutter"
    await running.move(minutes=2)
    await running.bot._chores.let_go()
    kept = select(inbox.c.id).where(inbox.c.payload.is_not(None))
    assert await running.bot.store.read(lambda c: c.execute(kept).all()) == []


async def test_several_that_nobody_took_are_one_reminder(talk: Rehearsal) -> None:
    for words in ("电梯坏了", "灯坏了", "门坏了"):
        await talk.say("li", words)
    await talk.move(hours=7, minutes=1)
    soon = [said for said in await talk.spoken("workers") if "还没人接，答应了今天18:00前回话" in said]
    assert len(soon) == 1
    assert all(words in soon[0] for words in ("电梯坏了", "灯坏了", "门坏了"))
    await talk.move(hours=2, minutes=1)
    over = [said for said in await talk.spoken("workers") if "还没人接，已经过了今天18:00" in said]
    assert len(over) == 1
