"""Reports that come by a poster, by telephone, or by words that name a place."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from domain.cases.rules import Source
from handlers.cases.lines import reported
from handlers.presses import base36
from storage.tables import case_events, persons, posters
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal


async def poster_of(talk: Rehearsal) -> str:
    """What the code on the newest poster says to the bot."""
    (ident,) = await talk.bot.store.read(lambda c: c.execute(select(posters.c.id)).scalars().all())
    return f"/start p-{base36(ident)}"


async def newcomer(talk: Rehearsal) -> None:
    made = await talk.platform.post("/users", {"first_name": "过路人", "language_code": "zh-hans"})
    talk.people["walker"] = made["id"]


async def test_a_poster_is_made_scanned_and_reported_from(running: Rehearsal) -> None:
    talk = running
    await talk.say("zhao", "海报 3号楼电梯")
    async with asyncio.timeout(20):
        while not [one for one in await talk.messages("zhao") if one.get("document")]:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert "阳光花园 3号楼 电梯" in await last(talk, "zhao")
    await newcomer(talk)
    await talk.say("walker", await poster_of(talk))
    assert (await last(talk, "walker")).startswith("您在 阳光花园 3号楼 电梯。")
    await talk.say("walker", "按钮按不亮")
    assert (await last(talk, "walker")).startswith("#1 收到了")
    (sheet,) = await filed(talk)
    assert (sheet.place, sheet.spot, sheet.source) == ("3号楼", "lift", Source.POSTER)
    assert "3号楼 电梯 · 过路人反映" in await last(talk, "workers")
    await talk.say("walker", "#1")
    assert "按钮按不亮" in await last(talk, "walker")


async def test_a_stranger_reports_so_often_and_no_more(talk: Rehearsal) -> None:
    await talk.say("zhao", "海报 北门")
    await newcomer(talk)
    link = await poster_of(talk)
    for number in range(6):
        await talk.move(minutes=5)
        await talk.say("walker", link)
        await talk.say("walker", f"门坏了，第{number}次")
    assert len(await filed(talk)) == 5
    assert "明天再说" in await last(talk, "walker")


@pytest.mark.parametrize("said", ["海报", "海报 " + "长" * 40])
async def test_a_poster_needs_a_spot(talk: Rehearsal, said: str) -> None:
    await talk.say("zhao", said)
    assert "请说贴在哪里" in await last(talk, "zhao")


async def test_a_resident_makes_no_poster_and_records_nobody(talk: Rehearsal) -> None:
    await talk.say("li", "海报 3号楼电梯")
    assert "要楼栋长或工作人员来做" in await last(talk, "li")
    await talk.say("li", "代报 张阿姨 13800000000 3号楼 水管漏")
    assert "要楼栋长或工作人员来做" in await last(talk, "li")
    assert not await filed(talk)


async def test_an_old_poster_says_so(talk: Rehearsal) -> None:
    await talk.say("li", "/start p-abc")
    assert "这张海报已经不用了" in await last(talk, "li")


async def recorded(talk: Rehearsal, who: str = "zhao") -> None:
    await talk.say(who, "代报 张阿姨 13800000000 3号楼 水管漏")


async def test_a_caller_is_written_down_and_called_back(running: Rehearsal) -> None:
    talk = running
    await recorded(talk)
    slip = await last(talk, "zhao")
    assert slip.startswith("#1 替张阿姨记下了")
    assert "您的事编号1" in slip
    (sheet,) = await filed(talk)
    assert (reported(sheet), sheet.place, sheet.recorder, sheet.phone) == (
        "3号楼 水管漏", "3号楼", "赵大姐", "13800000000",
    )  # fmt: skip
    card = await last(talk, "workers")
    assert "张阿姨反映" in card
    assert "代报：赵大姐替本人记的" in card
    assert "13800000000" not in "".join(await talk.spoken("workers"))
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1")
    assert "回电：13800000000" in await last(talk, "wang")
    await talk.say("wang", "#1 回 今天下午去")
    await talk.say("zhao", "我的任务")
    assert "要回的电话" in await last(talk, "zhao")
    assert "#1 张阿姨 13800000000" in await last(talk, "zhao")
    assert (await talk.tap("zhao", "#1 打过了"))["text"] == "#1 好，电话打过了。"
    await talk.say("zhao", "我的任务")
    assert "要回的电话" not in await last(talk, "zhao")


async def test_whoever_wrote_it_down_rates_nothing(running: Rehearsal) -> None:
    talk = running
    await recorded(talk, "wang")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1 办完了 换了水管")
    assert await labels(talk, "wang") == ["看进度"]  # the receipt
    for said in ("#1 解决了", "#1 没解决"):
        await talk.say("wang", said)
        assert (await filed(talk))[0].state.value == "finished"
    await talk.say("wang", "#1")
    await talk.tap("wang", "打电话问过：解决了")
    assert (await filed(talk))[0].state.value == "finished"
    events = await talk.bot.store.read(
        lambda c: c.execute(select(case_events.c.action, case_events.c.reason)).all()
    )
    assert tuple(events[-1]) == ("call", "solved")
    await talk.say("wang", "#1")
    await talk.tap("wang", "打电话问过：没解决")
    assert (await filed(talk))[0].state.value == "taken"


async def test_a_caller_needs_a_name_and_a_matter(talk: Rehearsal) -> None:
    for said in ("代报", "代报 张阿姨", "代报 13800000000 水管漏"):
        await talk.say("zhao", said)
        assert "请写谁、电话" in await last(talk, "zhao"), said
    assert not await filed(talk)


async def test_name_and_phone_of_a_caller_stand_nowhere_in_the_open(talk: Rehearsal) -> None:
    await recorded(talk)
    kept: list[Any] = await talk.bot.store.read(lambda c: c.execute(select(persons)).all())
    assert not any(b"\xe5\xbc\xa0\xe9\x98\xbf" in (row.name or b"") for row in kept)


@pytest.mark.parametrize(
    ("said", "place", "spot"),
    [
        ("三号楼的门坏了", "3号楼", None),
        ("2栋2单元漏水", "2号楼", None),
        ("北门的杆子断了", "阳光花园", "北门"),
        ("地下车库B2积水", "阳光花园", "地下车库B2"),
        ("1号楼3楼漏水", "1号楼", None),
    ],
)
async def test_a_place_is_read_from_words(talk: Rehearsal, said: str, place: str, spot: str | None) -> None:
    await talk.say("li", said)
    (sheet,) = await filed(talk)
    assert (sheet.place, sheet.spot) == (place, spot)


async def test_a_worker_puts_the_place_right(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "三号楼的门坏了")
    await talk.say("wang", "#1 地方 2号楼")
    assert await last(talk, "wang") == "#1 改到2号楼了。"
    await talk.say("wang", "#1 地方 北门")
    assert (await filed(talk))[0].spot == "北门"
    await talk.say("wang", "#1 地方")
    assert "1号楼" in await labels(talk, "wang")
    assert (await talk.tap("wang", "1号楼"))["text"] == "#1 改好了。"
    assert (await filed(talk))[0].place == "1号楼"
    await talk.say("wang", "#1 地方 月球")
    assert "没找到这个地方" in await last(talk, "wang")
    await talk.say("li", "#1 地方 2号楼")
    assert (await filed(talk))[0].place == "1号楼"
