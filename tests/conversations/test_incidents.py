"""Something is off for many: told on one card, answered at once while it lasts, filed where one insists."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables import incident_reports
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal, rehearsing

WATER = "停水 3栋 今天14点到18点 换水泵"


async def notices(talk: Rehearsal, where: str = "residents") -> list[str]:
    return [said for said in await talk.spoken(where) if "停水 ·" in said or "停电 ·" in said]


async def posted(talk: Rehearsal, said: str = WATER) -> None:
    await talk.say("wang", said)
    await talk.tap("wang", "贴到群里")


async def test_from_the_line_to_the_end_on_one_card(running: Rehearsal) -> None:
    await running.say("wang", WATER)
    assert await notices(running) == [], "nobody reads a draft"
    assert "停水 · 3号楼\n3月2日（周一）14:00 到 3月2日（周一）18:00\n换水泵" in await last(running, "wang")
    await running.tap("wang", "贴到群里")
    (card,) = await notices(running)
    assert card.endswith("换水泵\n王师傅在管，有急事直接跟我说。")
    assert "已经结束" in (await running.tap("wang", "贴到群里"))["text"], "posted once"
    await running.move(hours=5, minutes=10)
    await running.say("li", "/report 怎么没水了", "residents")
    answer = await last(running, "li")
    assert answer.startswith("这件事已经知道了，您家也记上了：\n停水 · 3号楼")
    assert "18:00" in answer
    assert await filed(running) == []
    assert "已有1户说到" in (await notices(running))[0]
    assert len(await notices(running)) == 1
    await running.tap("wang", "再延1小时")
    assert "19:00" in (await notices(running))[0]
    assert (await running.tap("wang", "恢复了"))["text"] == "好，卡片上写“已经恢复”了。"
    assert "已经恢复" in (await notices(running))[0]
    assert "3号楼 来水了" in await last(running, "li")
    await running.say("li", "怎么没水了")
    assert (await last(running, "li")).startswith("#1 收到了"), "after its end it answers nobody"


async def test_whoever_insists_has_their_words_filed_as_they_were(running: Rehearsal) -> None:
    await posted(running, "停电 3号楼 预计20点恢复 变压器")
    await running.say("li", "家里没电了！")
    assert await labels(running, "li") == ["还是要登记"]
    kept = await running.bot.store.read(lambda c: c.execute(select(incident_reports.c.words)).scalar_one())
    assert "没电".encode() not in kept
    assert (await running.tap("li", "还是要登记"))["text"] == "#1 登记好了。"
    (case,) = await filed(running)
    assert case.lines[0].text == "家里没电了！"
    assert "已经登记过了" in (await running.tap("li", "还是要登记"))["text"]
    assert "已有" not in (await notices(running))[0]
    assert len(await filed(running)) == 1


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("li", "没水了，还闻到煤气味"),
        ("li", "没水没电"),
        ("li", "楼道灯坏了"),
        ("liu", "没水了"),
        ("wang", "没水了"),
    ],
)
async def test_anything_else_is_filed_as_ever(talk: Rehearsal, who: str, said: str) -> None:
    await posted(talk, "停水 3栋 今天18点前恢复")
    await talk.say(who, f"/report {said}" if who == "liu" else said,
                   "residents" if who == "liu" else None)  # fmt: skip
    assert len(await filed(talk)) == 1


async def test_before_it_begins_and_from_its_end_on_reports_are_reports(talk: Rehearsal) -> None:
    await posted(talk)
    await talk.say("li", "没水了")
    await talk.until(datetime(2026, 3, 2, 10, 0, tzinfo=UTC))  # 18:00 itself
    await talk.say("li", "没水了")
    assert len(await filed(talk)) == 2
    assert "预计的时间到了" in (await notices(talk))[0]


async def test_a_planned_one_is_told_the_evening_before_and_nobody_at_night(running: Rehearsal) -> None:
    await posted(running, "停水 全小区 后天9点到11点 洗水箱")
    assert "3月3日" in await last(running, "wang") or "明天19:00" in await last(running, "wang")
    assert await notices(running) == []
    await running.until(datetime(2026, 3, 3, 10, 59, tzinfo=UTC))
    assert await notices(running) == []
    await running.until(datetime(2026, 3, 3, 11, 0, 1, tzinfo=UTC))
    assert len(await notices(running)) == 1
    await running.until(datetime(2026, 3, 3, 15, 0, tzinfo=UTC))  # 23:00
    await posted(running, "停电 3栋 明天早上6点恢复 抢修")
    assert len(await notices(running)) == 1
    await running.until(datetime(2026, 3, 4, 0, 0, 1, tzinfo=UTC))
    assert len(await notices(running)) == 1, "over before anybody was awake"


async def test_the_neighbour_says_so_too_by_a_tap_once_a_home(talk: Rehearsal) -> None:
    await posted(talk, "停水 全小区 今天18点前恢复")
    for _ in range(2):
        assert "Noted" in (await talk.tap("emma", "我家也是", "residents"))["text"]
    await talk.tap("li", "我家也是", "residents")
    assert "已有2户说到" in (await notices(talk))[0]
    await talk.tap("wang", "恢复了")
    assert (await talk.tap("li", "反映问题", "residents"))["text"]


@pytest.mark.parametrize(
    "said",
    [
        "停水 9号楼 今天14点到18点",
        "停水 3号楼 换水泵 5层",
        "停水 3号楼 昨天14点到昨天18点",
        "通告 水管 3号楼",
    ],
)
async def test_what_cannot_be_told_is_said_with_an_example(talk: Rehearsal, said: str) -> None:
    await talk.say("wang", said)
    assert "比如：停水 3号楼" in await last(talk, "wang")


async def test_from_a_resident_the_same_line_is_a_report(talk: Rehearsal) -> None:
    await talk.say("li", WATER)
    assert (await last(talk, "li")).startswith("#1 收到了")
    await talk.say("li", "通告")
    assert "这一步要楼栋长或工作人员来做" in await last(talk, "li")


@pytest.fixture
async def measured(tmp_path: Path, sqlite_database: str) -> AsyncIterator[Rehearsal]:
    async with rehearsing(tmp_path, sqlite_database, aloud_a_day=2) as here:
        await here.until(datetime(2026, 3, 3, 1, 0, tzinfo=UTC))
        yield here


async def test_it_counts_among_what_is_said_aloud_and_one_that_ended_meanwhile_is_not_said(
    measured: Rehearsal,
) -> None:
    await measured.say("zhao", "/call 搬花盆 要2个人", "residents")
    await posted(measured, "停水 全小区 今天18点前恢复")
    assert await notices(measured) == []
    await measured.tap("wang", "恢复了")
    await measured.until(datetime(2026, 3, 4, 0, 1, tzinfo=UTC))
    assert await notices(measured) == []
