"""Ready words are kept in a line, filled in by the case, read by the worker first, and only then sent."""

import pytest

from tests.conversations.hearing import labels, last
from tests.conversations.test_choosing import card
from tests.runtime.rehearsal import Rehearsal

LIFT = "快捷回复 电梯 您好{name}，电梯师傅{time}前到{地点}，编号{number}"


async def taken(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")


async def test_from_the_card_to_the_resident_with_a_look_before(running: Rehearsal) -> None:
    await taken(running)
    assert "常用回复" not in [one["text"] for one in running.buttons(await card(running, "电梯坏了"))]
    await running.say("wang", LIFT)
    assert (await last(running, "wang")).startswith(
        "记下了。\n常用回复\n电梯：您好{name}，电梯师傅{due}前到{place}"
    )
    await running.say("wang", "#1")
    before = await running.spoken("li")
    await running.tap("wang", "常用回复")
    assert (await labels(running, "wang"))[0] == "电梯"
    assert (await running.tap("wang", "电梯"))["text"] == "#1 填好了，请看一遍再发。"
    said = "您好李阿姨，电梯师傅今天18:00前到3号楼，编号#1"
    assert await last(running, "wang") == f"#1 这句话发给李阿姨吗？\n{said}"
    assert await running.spoken("li") == before
    await running.tap("wang", "发给居民")
    assert await last(running, "li") == f"#1 王师傅回话了：\n{said}"


async def test_by_words_with_a_number_and_below_the_card(running: Rehearsal) -> None:
    await taken(running)
    await running.say("chen", LIFT)
    await running.say("wang", "#1 常用回复 电梯")
    assert "您好李阿姨" in await last(running, "wang")
    shown = await card(running, "电梯坏了")
    await running.say("wang", "快捷回复 电梯", "workers", reply_to=shown["message_id"])
    assert "您好李阿姨" in await last(running, "workers")
    await running.tap("wang", "只内部记", "workers")
    assert "您好李阿姨" not in "".join(await running.spoken("li"))


async def test_the_name_of_ready_words_is_never_sent_as_the_words(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.say("wang", LIFT)
    await talk.say("wang", "#1")
    await talk.tap("wang", "回话")
    before = await talk.spoken("li")
    await talk.say("wang", "常用回复 电梯")
    assert await talk.spoken("li") == before
    assert "这句话发给李阿姨吗" in await last(talk, "wang")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("快捷回复 电梯 您好{phone}", "我不认得“phone”"),
        ("快捷回复 电梯 您好{name", "我不认得“{”"),
        ("快捷回复 电梯 您好{}", "我不认得“{}”"),
        ("#1 常用回复 水管", "现在有：灯"),
        ("快捷回复 删 水管", "现在有：灯"),
        ("快捷回复 灯 " + "长" * 500, "最多400个字"),
    ],
)
async def test_what_cannot_be_is_said_with_what_can(talk: Rehearsal, said: str, told: str) -> None:
    await taken(talk)
    await talk.say("wang", "快捷回复 灯 马上换")
    await talk.say("wang", said)
    assert told in await last(talk, "wang")
    await talk.say("wang", "快捷回复")
    assert await labels(talk, "wang") == ["删掉“灯”"]


async def test_changed_listed_and_forgotten(talk: Rehearsal) -> None:
    await talk.say("wang", "常用回复")
    assert (await last(talk, "wang")).startswith("还没有常用回复。")
    await talk.say("wang", "快捷回复 灯 马上换")
    await talk.say("wang", "快捷回复 灯 明天换")
    assert (await last(talk, "wang")).startswith("改好了。\n常用回复\n灯：明天换\n")
    assert (await talk.tap("wang", "删掉“灯”"))["text"] == "“灯”删掉了。"
    assert "现在有" not in (await talk.tap("wang", "删掉“灯”"))["text"]
    await talk.say("wang", "快捷回复 灯 马上换")
    await talk.say("wang", "快捷回复 删 灯")
    assert (await last(talk, "wang")).startswith("还没有常用回复。")


async def test_a_resident_has_none(talk: Rehearsal) -> None:
    await talk.say("li", "常用回复")
    assert "这一步要楼栋长或工作人员来做" in await last(talk, "li")
