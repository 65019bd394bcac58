"""Who reported: named, hidden from neighbours, hidden from handlers too; each seen before it holds."""

import base64
from typing import Any

from domain.cases.rules import MediaKind
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal

NAME = "李阿姨"


async def card(talk: Rehearsal, number: int = 1) -> str:
    """The workers' card as it stands now."""
    cards = [said for said in await talk.spoken("workers") if said.startswith(f"#{number} ")]
    return cards[0]


async def test_neighbours_never_read_the_name_and_handlers_do(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "3号楼的电梯又停了")
    assert NAME in await card(talk)
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "大家都能看")
    await talk.say("liu", "#1")
    shown = await last(talk, "liu")
    assert "3号楼的电梯又停了" in shown
    assert NAME not in shown


async def test_a_choice_is_seen_before_it_holds(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "3号楼的电梯又停了")
    await talk.tap("li", "谁能看到")
    assert await labels(talk, "li") == ["都能看到是我", "只有工作人员看得到是我 ✓", "工作人员也看不到是我"]
    await talk.tap("li", "工作人员也看不到是我")
    preview = await last(talk, "li")
    assert NAME not in preview
    assert "一位居民反映" in preview
    assert NAME in await card(talk)  # looked at, not chosen
    toast = await talk.tap("li", "就这样")
    assert toast["text"] == "#1 好，工作人员也看不到是您了，有话我来转。"
    await talk.move(seconds=5)
    assert NAME not in await card(talk)
    assert "一位居民反映" in await card(talk)


async def test_the_preview_is_what_stands_afterwards(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼的电梯又停了")
    for choice in ("工作人员也看不到是我", "都能看到是我", "只有工作人员看得到是我"):
        await talk.tap("li", "谁能看到")
        await talk.tap("li", choice)
        preview = await last(talk, "li")
        await talk.tap("li", "就这样")
        await talk.move(seconds=5)
        for line in (await card(talk)).split("\n"):
            assert line in preview or line.startswith("分流")


async def test_named_is_named_to_neighbours_too(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼的电梯又停了")
    await talk.tap("li", "谁能看到")
    await talk.tap("li", "都能看到是我")
    await talk.tap("li", "就这样")
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "大家都能看")
    await talk.say("liu", "#1")
    assert NAME in await last(talk, "liu")


async def test_anonymous_from_the_first_word(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "匿名反映 3号楼有人在楼道充电")
    (sheet,) = await filed(talk)
    assert sheet.reporter is None
    assert NAME not in "".join(await talk.spoken("workers"))
    await talk.tap("wang", "我来接", "workers")
    await talk.tap("wang", "回话", "workers")
    prompt = (await talk.messages("workers"))[-1]
    await talk.say("wang", "今天去看", "workers", reply_to=prompt["message_id"])
    assert (await last(talk, "li")).endswith("今天去看")
    await talk.say("li", "#1 补充 是五楼")
    everything = await everywhere_but(talk, "li")
    assert NAME not in everything
    assert "一位居民补充了一句" in everything


async def test_anonymous_without_words_is_told_how(talk: Rehearsal) -> None:
    await talk.say("li", "/report")
    await talk.say("li", "匿名反映")
    assert not await filed(talk)


async def test_a_file_that_would_tell_is_kept_back(talk: Rehearsal) -> None:
    document = {"base64": base64.b64encode(b"%PDF").decode(), "file_name": f"{NAME}.pdf"}
    await talk.say("li", "楼道堆物", document=document)
    assert [media.kind for media in (await filed(talk))[0].media] == [MediaKind.DOCUMENT]
    await talk.tap("li", "谁能看到")
    await talk.tap("li", "工作人员也看不到是我")
    assert "还有1个文件没给看" in await last(talk, "li")
    await talk.tap("li", "就这样")
    (sheet,) = await filed(talk)
    assert (sheet.media, sheet.withheld) == ((), 1)


async def test_who_spoke_in_the_group_is_told_honestly(talk: Rehearsal) -> None:
    await talk.say("li", "/report@linli_bot 电梯坏了", "residents")
    assert await labels(talk, "li") == ["看进度", "撤回", "请帮我撤掉群里那条"]
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "谁能看到")
    assert "群里的人已经看到是您" in await last(talk, "li")


async def test_nobody_else_chooses(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼的电梯又停了")
    await talk.say("wang", "#1 谁能看到")
    assert "没找到这件事" in await last(talk, "wang")


async def everywhere_but(talk: Rehearsal, who: str) -> str:
    """All that the bot has said to anybody else, buttons included."""
    said = list[Any]()
    for where in (*talk.groups, *(one for one in talk.people if one != who)):
        for message in await talk.messages(where):
            if message.get("from", {}).get("id") == talk.bot.deps.bot_id:
                said.append(message)
    return str(said)
