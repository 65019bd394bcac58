"""Working time set in one sentence, open cases that follow, and why an hour is the one it is."""

import asyncio

from storage import jobs
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal


async def worked_off(talk: Rehearsal) -> None:
    """Until the cases have been gone over and their cards show it."""
    async with asyncio.timeout(60):
        while await talk.bot.store.read(jobs.following) is not None:  # noqa: ASYNC110  a job rings no bell
            await asyncio.sleep(0.02)
    await talk.quiet()


async def card(talk: Rehearsal) -> str:
    """The newest card in the workers' chat."""
    return (await talk.spoken("workers"))[-1]


async def test_a_steward_sets_the_hours_and_the_cards_follow(running: Rehearsal) -> None:
    await running.say("li", "3号楼电梯又停了")
    assert "3月2日（周一）18:00前" in await card(running)
    heard = await running.spoken("li")
    await running.say("chen", "时限 1130")
    await worked_off(running)
    told = await running.spoken("chen")
    assert any(
        "时限改成了：按1130（1小时联系，1天给消息，3天办好）。原来是：当天的事当天看" in one for one in told
    )
    assert told[-1] == "重新算好了：1件在办的事时间变了，卡片上已经是新的时间。"
    assert "3月4日（周三）18:00前" in await card(running)
    await running.say("chen", "工作时间 9-12 14-17点半")
    assert "上班时间改成了：09:00-12:00、14:00-17:30。原来是：09:00-18:00。" in " ".join(
        await running.spoken("chen")
    )
    await worked_off(running)
    assert "3月4日（周三）17:30前" in await card(running)
    await running.say("chen", "3月3日休息")
    await worked_off(running)
    assert "3月5日（周四）17:30前" in await card(running)
    assert await running.spoken("li") == heard  # whoever reported is not disturbed
    assert (await filed(running))[0].due_at.isoformat() == "2026-03-05T09:30:00+00:00"


async def test_a_change_is_taken_back_with_one_tap(talk: Rehearsal) -> None:
    await talk.say("chen", "10月8日休息")
    assert "记下了：2026年10月8日（周四）休息。原来是：2026年10月8日（周四）跟大家一样。" in await last(
        talk, "chen"
    )
    assert await labels(talk, "chen") == ["改回去"]
    await talk.tap("chen", "改回去")
    shown = await last(talk, "chen")
    assert shown.startswith("上班时间：09:00-18:00\n时限：当天的事当天看")
    assert "10月8日（" not in shown
    assert (await talk.tap("chen", "改回去"))["text"].startswith("这个改动已经改回去了")


async def test_everything_goes_by_button_too(talk: Rehearsal) -> None:
    await talk.say("chen", "/hours")
    assert await labels(talk, "chen") == ["用12345时限", "用1130时限", "改上班时间"]
    await talk.tap("chen", "用12345时限")
    assert "时限改成了：按12345热线" in await last(talk, "chen")
    await talk.say("chen", "看上班时间")
    await talk.tap("chen", "改上班时间")
    assert "请说改成什么" in await last(talk, "chen")
    await talk.say("chen", "随便")
    assert "没看懂" in await last(talk, "chen")
    await talk.say("chen", "9-12 11-18")
    assert "没法这样排" in await last(talk, "chen")
    await talk.say("chen", "8:30-12 13:30-17:30")
    assert "上班时间改成了：08:30-12:00、13:30-17:30。" in await last(talk, "chen")


async def test_others_are_told_whose_it_is_and_nothing_changes(talk: Rehearsal) -> None:
    for who in ("li", "wang", "emma"):
        await talk.say(who, "10月8日休息")
    assert await last(talk, "wang") == "上班时间和时限由管理员来定。您觉得不合适，可以跟管理员说一声。"
    assert "set by the steward" in await last(talk, "emma")
    await talk.say("chen", "/hours")
    assert "10月8日（" not in await last(talk, "chen")


async def test_why_this_hour_in_one_line(running: Rehearsal) -> None:
    await running.say("chen", "时限 12345")
    await running.say("li", "3号楼电梯又停了")
    await running.say("li", "为什么")
    assert await last(running, "li") == (
        "#1 为什么是3月10日（周二）18:00前：按12345热线的时限，7个工作日。"
        "从3月2日 09:00算起，上班时间是09:00-18:00。周末不算。"
    )
    await running.say("wang", "#1")
    await running.tap("wang", "为什么是这个时间")
    assert "7个工作日" in await last(running, "wang")
    await running.say("emma", "The gate of building 2 is broken")
    await running.say("emma", "why #2")
    assert "by the limits of the 12345 hotline, 7 working days." in await last(running, "emma")


async def test_why_by_the_usual_rule(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "为什么是这个时间")
    assert await last(talk, "li") == (
        "#1 为什么是3月2日（周一）18:00前："
        "工作日下班前三小时以前说的，当天下班前；再晚的，下一个工作日下班前。"
        "从3月2日 09:00算起，上班时间是09:00-18:00。"
    )
