"""A newcomer comes in by a household code, a captain vouches, neighbours hear of it; and leaves as simply."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from domain.places import codes
from storage import seeding
from storage.tables import grants, home_codes, persons, places, residencies
from tests.compound import MONDAY
from tests.conversations.hearing import labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal

ROOMS = {"3号楼": ("501", "502"), "1号楼": ("101",)}


async def built(talk: Rehearsal) -> None:
    """Households in two of the buildings."""

    def add(connection: Any) -> None:
        scope = talk.bot.deps.scope(connection)
        for building, rooms in ROOMS.items():
            row = connection.execute(select(places).where(places.c.name == building)).one()
            for room in rooms:
                seeding.add_place(scope, row.id, row.compound_id, "household", room, row.zone)

    await talk.bot.store.write(add)


async def newcomer(talk: Rehearsal, key: str = "xin", name: str = "小新") -> None:
    """Somebody whom nobody knows yet."""
    made = await talk.platform.post("/users", {"first_name": name, "language_code": "zh-hans"})
    talk.people[key] = made["id"]


async def coded(talk: Rehearsal, who: str = "zhao", room: str = "3-501") -> str:
    """What the link of a fresh code says to the bot."""
    await talk.say(who, f"住户码 {room}")
    for said in reversed(await talk.spoken(who)):
        if found := re.search(r"\?start=(h-[\w-]+)", said):
            return f"/start {found[1]}"
    raise AssertionError("no code")


async def settled(talk: Rehearsal, who: str, name: str, kind: str = "租客") -> None:
    """Somebody lives in 3号楼501, confirmed by the captain."""
    await talk.say(who, await coded(talk))
    await talk.tap(who, kind)
    await talk.tap("zhao", "是我们楼的")
    assert (await last(talk, who)).startswith("赵大姐确认了"), name


async def count(talk: Rehearsal, statement: Any) -> int:
    return await talk.bot.store.read(lambda connection: connection.execute(statement).scalar())


async def test_a_newcomer_comes_in_by_a_code_and_the_captain_vouches(running: Rehearsal) -> None:
    await built(running)
    await newcomer(running)
    await newcomer(running, "old", "老住户")
    await settled(running, "old", "老住户", "业主")
    link = await coded(running, room="3号楼501")
    await running.say("xin", link)
    assert await last(running, "xin") == "3号楼501，您是这一户的：\n点一下，我去请人确认。"
    assert await labels(running, "xin") == ["业主", "租客", "家人"]
    assert (await running.tap("xin", "租客"))["text"] == "记下了，去请人确认。"
    asked = await last(running, "xin")
    assert asked.startswith("好，3号楼501（租客）记下了，已经请赵大姐确认；明天09:00还没回音")
    assert (await last(running, "old")).startswith("小新登记住进了3号楼501（租客）")
    assert await last(running, "zhao") == "小新说住在3号楼501，是租客，是点住户码来的。您认识吗？"
    assert not any("小新" in said for said in await running.spoken("workers"))
    assert (await running.tap("zhao", "是我们楼的"))["text"] == "好，登记上了。"
    assert await last(running, "xin") == "赵大姐确认了：您是3号楼501的租客。小区里有什么事，直接跟我说。"
    assert await last(running, "zhao") == "小新 · 3号楼501 · 租客\n赵大姐确认了。"
    await running.say("xin", "我是谁")
    me = await last(running, "xin")
    assert me.startswith("小新，我记着您这些：\n住：3号楼501 · 租客 · 赵大姐确认的\n您反映过0件事")
    assert await labels(running, "xin") == [
        "搬走了", "改成业主", "改成家人", "换语言 / Language", "删除我的资料",
    ]  # fmt: skip


async def test_the_picture_of_a_code_says_the_link(talk: Rehearsal) -> None:
    await built(talk)
    await talk.say("zhao", "小邻 住户码3-501")
    async with asyncio.timeout(10):
        while not any(one.get("photo") for one in await talk.messages("zhao")):  # noqa: ASYNC110  a tick
            await asyncio.sleep(0.05)
    assert "打印" in (await talk.spoken("zhao"))[-1]


async def test_a_captain_gets_a_sheet_for_the_whole_building(talk: Rehearsal) -> None:
    await built(talk)
    await talk.say("zhao", "住户码 3号楼")
    assert any(said.startswith("好，给没登记的2户各做一个住户码") for said in await talk.spoken("zhao"))
    async with asyncio.timeout(10):
        while not (sent := [one for one in await talk.messages("zhao") if one.get("document")]):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    assert sent[0]["caption"].startswith("2户的住户码")
    (book,) = talk.settings.media.glob("codes-*.xlsx")
    page = load_workbook(book).worksheets[0]
    assert [cell.value for cell in page["A"]] == ["户", "3号楼501", "3号楼502"]
    token = str(page["C2"].value).partition("start=")[2]
    await newcomer(talk)
    await talk.say("xin", f"/start {token}")
    assert (await last(talk, "xin")).startswith("3号楼501，您是这一户的")


async def test_english_is_spoken_to_whoever_speaks_it(talk: Rehearsal) -> None:
    await built(talk)
    await talk.say("emma", "I live in 3-501")
    await talk.tap("emma", "Tenant")
    assert (await last(talk, "emma")).startswith("Noted: 3号楼501 (tenant). 赵大姐 is asked to confirm it")
    await talk.tap("zhao", "是我们楼的")
    await talk.say("emma", "who am I?")
    assert "Home: 3号楼501 · tenant · confirmed by 赵大姐" in await last(talk, "emma")


async def test_a_code_works_once_and_for_two_weeks(talk: Rehearsal) -> None:
    await built(talk)
    await newcomer(talk)
    await newcomer(talk, "other", "小别")
    first, second = await coded(talk), await coded(talk)
    await talk.say("xin", first)
    await talk.say("other", first)
    await talk.tap("xin", "家人")
    assert (await talk.tap("other", "家人"))[
        "text"
    ] == "这个住户码已经用过了，一个只能用一次。请楼栋长再给您一个。"
    await talk.say("other", first)
    assert (await last(talk, "other")).startswith("这个住户码已经用过了")
    await talk.say("xin", second)
    assert (await last(talk, "xin")).startswith("这一户您已经登记过了")
    await talk.move(days=15)
    await talk.say("other", second)
    assert (await last(talk, "other")).startswith("这个住户码过期了")
    for wrong in ("/start h-", "/start h-AAAAAAAAAAAAAAAAAAAAAA", "/start h-" + "x" * 900):
        await talk.say("other", wrong)
        assert (await last(talk, "other")).startswith("这个住户码不对")
        assert "501" not in await last(talk, "other")
    await talk.say("other", await coded(talk), forward={"from_name": "赵大姐"})
    assert (await last(talk, "other")).startswith("转发来的住户码")
    assert await count(talk, select(func.count()).select_from(residencies)) == 2


@pytest.mark.parametrize(
    ("who", "room", "answer"),
    [
        ("zhao", "1-101", "这一步要楼栋长或工作人员来做"),
        ("li", "3-501", "这一步要楼栋长或工作人员来做"),
        ("zhao", "3-999", "没找到这一户"),
        ("zhao", "", "给哪一户？连房号一起说"),
        ("zhao", "1号楼", "这一步要楼栋长或工作人员来做"),
        ("zhao", "😀" * 50, "没找到这一户"),
        ("zhao", "9" * 4000, "没找到这一户"),
    ],
)
async def test_a_code_that_cannot_be_made(talk: Rehearsal, who: str, room: str, answer: str) -> None:
    await built(talk)
    await talk.say(who, f"/code {room}")
    assert (await last(talk, who)).startswith(answer)
    assert await count(talk, select(func.count()).select_from(home_codes)) == 0


async def test_workers_get_their_turn_after_a_day(talk: Rehearsal) -> None:
    await built(talk)
    await newcomer(talk)
    await talk.say("xin", "小邻 我住三号楼501室。")
    await talk.tap("xin", "租客")
    assert "没有住户码" in await last(talk, "zhao")
    assert not any("小新" in said for said in await talk.spoken("workers"))
    await talk.until(MONDAY + timedelta(hours=24, minutes=1))
    assert await last(talk, "workers") == "小新说住在3号楼501，是租客，没有住户码。您认识吗？"
    await talk.tap("wang", "是我们楼的", "workers")
    assert (await last(talk, "xin")).startswith("王师傅确认了")


async def test_without_a_captain_the_workers_are_asked_at_once(talk: Rehearsal) -> None:
    await built(talk)
    await talk.say("liu", "我家住1号楼101")
    await talk.tap("liu", "业主")
    assert "已经请工作人员确认" in await last(talk, "liu")
    assert (await last(talk, "workers")).startswith("刘先生说住在1号楼101")
    await talk.tap("wang", "不认识", "workers")
    assert (await last(talk, "liu")).startswith("王师傅说不认识您，1号楼101没有登记上")
    await talk.say("liu", "我家住1号楼101")
    assert (await last(talk, "liu")).startswith("上次没有确认上")


async def test_said_in_a_group_it_is_answered_in_private(talk: Rehearsal) -> None:
    await built(talk)
    await reads_all(talk)
    before = await talk.spoken("residents")
    await talk.say("li", "小邻 我住3号楼502", "residents")
    assert (await last(talk, "li")).startswith("3号楼502，您是这一户的")
    await talk.say("zhao", "小邻 住户码 3-501", "residents")
    assert any("?start=h-" in said for said in await talk.spoken("zhao"))
    assert await talk.spoken("residents") == before


async def test_somebody_who_lives_there_says_that_it_is_wrong(talk: Rehearsal) -> None:
    await built(talk)
    await newcomer(talk)
    await newcomer(talk, "old", "老住户")
    await settled(talk, "old", "老住户")
    await settled(talk, "xin", "小新")
    assert (await talk.tap("old", "不对"))["text"] == "好，先停住了，已经请人去问。"
    assert (await last(talk, "xin")).startswith("3号楼501有人说登记得不对")
    assert (await last(talk, "zhao")).startswith("老住户说小新不住3号楼501，我先停住了")
    await talk.tap("zhao", "不认识")
    assert (await last(talk, "xin")).startswith("赵大姐说不认识您")


async def test_moving_out_can_be_taken_back_for_ten_minutes(talk: Rehearsal) -> None:
    await built(talk)
    await newcomer(talk)
    await newcomer(talk, "old", "老住户")
    await talk.say("xin", "搬走了")
    assert (await last(talk, "xin")).startswith("您还没有登记住哪一户")
    await settled(talk, "old", "老住户")
    await settled(talk, "xin", "小新")
    before = len(await talk.spoken("old"))
    await talk.say("xin", "我搬走了")
    assert (await last(talk, "xin")).startswith("好，3号楼501您不住了")
    await talk.move(minutes=9)
    assert (await talk.tap("xin", "没搬走"))["text"] == "好，没搬走。"
    await talk.move(minutes=5)
    assert len(await talk.spoken("old")) == before
    await talk.say("xin", "搬走了。")
    await talk.move(minutes=11)
    assert await last(talk, "old") == "小新从3号楼501搬走了。"
    assert (await talk.tap("xin", "没搬走"))["text"].startswith("过了10分钟")
    held = (
        select(func.count())
        .select_from(grants.join(persons))
        .where(persons.c.telegram_id == talk.people["xin"])
    )
    assert await count(talk, held) == 0


async def test_once_a_year_somebody_is_asked_and_nobody_is_removed_for_silence(talk: Rehearsal) -> None:
    await built(talk)
    await newcomer(talk)
    await settled(talk, "xin", "小新")
    await talk.move(days=366)
    assert await last(talk, "xin") == "一年了，问您一声：您还住在3号楼501吗？"
    assert (await talk.tap("xin", "还住"))["text"] == "好，明年再问。"
    before = len(await talk.spoken("zhao"))
    await talk.move(days=40)
    assert len(await talk.spoken("zhao")) == before
    await talk.move(days=330)
    assert (await last(talk, "xin")).startswith("一年了")
    await talk.move(days=32)
    assert (await last(talk, "zhao")).startswith("问过小新还住不住3号楼501，一个月没回音")
    await talk.say("xin", "我是谁")
    assert "3号楼501 · 租客 · 赵大姐确认的" in await last(talk, "xin")
    await talk.tap("zhao", "搬走了")
    assert (await last(talk, "xin")).startswith("有人告诉我，您已经不住3号楼501了")


async def test_erasing_oneself_is_asked_once_more_and_then_done(running: Rehearsal) -> None:
    await built(running)
    await newcomer(running)
    await settled(running, "xin", "小新")
    await running.say("xin", "电梯坏了")
    await running.say("xin", "我的资料")
    await running.tap("xin", "删除我的资料")
    assert "真的要删吗" in await last(running, "xin")
    assert (await running.tap("xin", "真的删"))["text"] == "删掉了。"
    assert (await last(running, "xin")).startswith("删掉了。以后您再跟我说话")
    assert await count(running, select(func.count()).select_from(residencies)) == 0
    await running.say("xin", "我是谁")
    assert "还没登记" in await last(running, "xin")
    await running.say("wang", "我是谁")
    await running.tap("wang", "删除我的资料")
    assert (await running.tap("wang", "真的删"))["text"].startswith("大家的事还靠您办")


def test_a_code_is_long_enough_that_nobody_guesses_it() -> None:
    assert len(codes.token(bytes(16))) == 22
