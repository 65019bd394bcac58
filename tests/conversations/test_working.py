"""A worker takes a case, writes back and finishes it; the reporter confirms, or says it is not solved."""

import base64

from domain.cases.table import State
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()


async def taken(talk: Rehearsal) -> None:
    """A case that Wang has taken."""
    await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")


async def test_the_whole_way_by_button(running: Rehearsal) -> None:
    await running.say("li", "电梯坏了")
    toast = await running.tap("wang", "我来接", "workers")
    assert toast["text"] == "#1 您接了。请今天18:00前回复住户。"
    assert await last(running, "li") == "#1 阳光物业王师傅接了，今天18:00前到。"
    await running.tap("wang", "回话", "workers")
    prompt = (await running.messages("workers"))[-1]
    assert prompt["text"].startswith("王师傅，#1 请回复这条消息，写一句回话")
    await running.say("wang", "下午三点来", "workers", reply_to=prompt["message_id"])
    assert await last(running, "li") == "#1 王师傅回话了：\n下午三点来"
    await running.tap("wang", "办完了", "workers")
    prompt = (await running.messages("workers"))[-1]
    await running.say("wang", "换了控制板", "workers", reply_to=prompt["message_id"])
    assert await last(running, "li") == "#1 王师傅说办完了。您看解决了吗？\n换了控制板"
    assert (await running.tap("li", "解决了"))["text"] == "#1 记下了，谢谢您。"
    assert (await filed(running))[0].state is State.CONFIRMED
    assert await last(running, "wang") == "#1 李阿姨说解决了。辛苦了！"


async def test_the_card_in_the_workers_chat_keeps_up(talk: Rehearsal) -> None:
    await taken(talk)
    card = next(one for one in await talk.messages("workers") if "电梯坏了" in one.get("text", ""))
    assert card["text"].startswith("#1 在办 · 阳光物业王师傅")
    assert [button["text"] for button in talk.buttons(card)] == [
        "回话",
        "办完了",
        "更多",
        "小事 ✓",
        "大事",
        "私事",
    ]


async def test_the_whole_way_in_words(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.say("wang", "#1 我来接")
    assert await last(talk, "wang") == "#1 您接了。请今天18:00前回话。"
    await talk.say("wang", "回 #1 今天下午来")
    assert await last(talk, "li") == "#1 王师傅回话了：\n今天下午来"
    await talk.say("wang", "#1 好了")
    assert (await last(talk, "wang")).startswith("#1 请写一句办得怎么样")
    await talk.say("wang", "好了，换了控制板")
    assert await last(talk, "li") == "#1 王师傅说办完了。您看解决了吗？\n好了，换了控制板"
    await talk.say("li", "没修好")
    assert (await filed(talk))[0].state is State.TAKEN
    assert "李阿姨说没解决" in await last(talk, "wang")
    await talk.say("wang", "#1 办完了，又调了一次")
    await talk.say("li", "好了")
    assert (await filed(talk))[0].state is State.CONFIRMED
    await talk.say("li", "又坏了")
    assert (await filed(talk))[0].round == 2


async def test_an_answer_to_the_card_is_said_to_the_reporter_once_its_writer_says_so(talk: Rehearsal) -> None:
    await taken(talk)
    card = next(one for one in await talk.messages("workers") if "电梯坏了" in one.get("text", ""))
    await talk.say("wang", "马上到", "workers", reply_to=card["message_id"])
    assert "马上到" not in "".join(await talk.spoken("li"))
    await talk.tap("wang", "发给居民", "workers")
    assert await last(talk, "li") == "#1 王师傅回话了：\n马上到"


async def test_an_answer_to_a_receipt_is_added_pictures_too(talk: Rehearsal) -> None:
    await taken(talk)
    receipt = (await talk.messages("li"))[-1]
    await talk.say("li", "按钮也不亮", reply_to=receipt["message_id"])
    assert await last(talk, "wang") == "#1 李阿姨补充了一句：\n按钮也不亮"
    await talk.say("li", photo=PICTURE, reply_to=receipt["message_id"])
    (sheet,) = await filed(talk)
    assert len(sheet.media) == 1


async def test_an_album_added_after_the_button_stays_with_its_case(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.tap("li", "补充一句")
    for _ in range(3):
        await talk.send("li", photo=PICTURE, media_group_id="77")
    await talk.quiet()
    (sheet,) = await filed(talk)
    assert len(sheet.media) == 3


async def test_withdrawn_by_button_and_by_word(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    assert (await talk.tap("li", "撤回"))["text"] == "#1 撤回了。"
    await talk.say("li", "灯坏了")
    await talk.say("li", "撤回")
    assert [sheet.state for sheet in await filed(talk)] == [State.WITHDRAWN] * 2
    assert await last(talk, "li") == "#2 撤回了。"


async def test_letting_go_of_a_question(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.tap("li", "补充一句")
    await talk.say("li", "算了")
    assert await last(talk, "li") == "好，不写了。"
    await talk.say("li", "楼道灯也坏了")
    assert [sheet.number for sheet in await filed(talk)] == [1, 2]


async def test_commands_and_lasting_keys_are_never_taken_for_an_answer(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.say("wang", "#1")
    await talk.tap("wang", "回话")
    await talk.say("wang", "我的")
    await talk.say("wang", "/help")
    assert "回话了" not in await last(talk, "li")
    await talk.say("wang", "四点到")
    assert await last(talk, "li") == "#1 王师傅回话了：\n四点到"


async def test_where_it_stands_can_be_asked(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.tap("li", "看进度")
    assert (await last(talk, "li")).startswith("#1 在办 · 阳光物业王师傅\n")
    assert await labels(talk, "li") == ["补充一句", "撤回", "更多"]
    await talk.tap("li", "更多")
    assert await last(talk, "li") == "#1 还可以这样办：\n电梯坏了"
    assert await labels(talk, "li") == [
        "大家都能看",
        "谁能看到",
        "划掉我写的…",
        "为什么是这个时间",
        "这件事与某位工作人员有关",
    ]
    await talk.tap("li", "大家都能看")
    await talk.tap("li", "更多")
    assert (await labels(talk, "li"))[0] == "只给工作人员看"


async def test_ones_own_cases_are_listed_with_a_button_each(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.say("li", "我的")
    assert await labels(talk, "li") == ["#1"]


async def test_the_pictures_come_to_whoever_asks(talk: Rehearsal) -> None:
    await talk.say("li", photo=PICTURE, caption="楼道堆满了")
    await talk.tap("wang", "看图", "workers")
    assert [one for one in await talk.messages("wang") if one.get("photo")]


async def test_reminders_name_whom_and_when_once_each(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.move(hours=7, minutes=1)
    assert "#1 快到时间了：答应了李阿姨今天18:00前办。" in await talk.spoken("wang")
    await talk.move(hours=2, minutes=1)
    overdue = [said for said in await talk.spoken("wang") if "已经过了今天18:00" in said]
    assert len(overdue) == 1


async def test_nobody_is_promised_an_hour_that_has_passed(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.move(hours=30)
    toast = await talk.tap("wang", "我来接", "workers")
    assert toast["text"] == "#1 您接了。请尽快回复住户。"
    assert await last(talk, "li") == "#1 阳光物业王师傅接了，尽快到。"


async def test_whoever_answers_too_late_is_told_so(talk: Rehearsal) -> None:
    await talk.say("wang", "/report", "workers")
    prompt = (await talk.messages("workers"))[-1]
    await talk.move(minutes=31)
    await talk.say("wang", "电梯坏了", "workers", reply_to=prompt["message_id"])
    assert "请再点一次按钮" in await last(talk, "wang")
    assert not await filed(talk)


async def test_talk_below_other_messages_of_the_bot_is_left_alone(talk: Rehearsal) -> None:
    before = await talk.spoken("residents"), await talk.spoken("li")
    hello = (await talk.messages("residents"))[-1]
    await talk.say("li", "太好了，谢谢", "residents", reply_to=hello["message_id"])
    await talk.say("li", "欢迎欢迎热烈欢迎", "residents", reply_to=hello["message_id"])
    assert (await talk.spoken("residents"), await talk.spoken("li")) == before
    assert not await filed(talk)


async def test_a_call_by_name_leads_to_what_was_waiting(talk: Rehearsal) -> None:
    await talk.say("liu", "/report 车库进水", "residents")
    await talk.quiet()  # the bot first asks the platform what it may do in that group
    assert await last(talk, "residents") == "有您的消息，点下面的按钮看：\n刘先生"
    await talk.say("liu", "/start hello")
    assert "#1 待接" in await last(talk, "liu")
