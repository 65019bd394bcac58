"""A worker's day: the list, the morning's digest, a reminder put off, a case handed to a colleague."""

from datetime import UTC, datetime

from domain.kernel.people import Role
from storage import seeding
from tests.conversations.hearing import last
from tests.runtime.rehearsal import Rehearsal

TUESDAY_MORNING = datetime(2026, 3, 3, 0, 31, tzinfo=UTC)
"""8:31 in the compound, the day after the scenes' Monday."""


async def join_staff(talk: Rehearsal, who: str) -> None:
    """Makes somebody a worker of the compound, as a steward would."""

    def grant(connection):
        scope = talk.bot.deps.scope(connection)
        compound = talk.planted.compound_id
        found = {row[1]: row[0] for row in connection.exec_driver_sql("SELECT id, telegram_id FROM persons")}
        seeding.grant(scope, found[talk.people[who]], Role.WORKER, compound, compound, None)

    await talk.bot.store.write(grant)


async def reported(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("wang", "我来接", "workers")


async def test_one_list_for_all_that_is_to_do(running: Rehearsal) -> None:
    await running.say("wang", "待办")
    assert await last(running, "wang") == "现在手上没有要办的，也没有等人接的。"
    await reported(running)
    await running.say("li", "楼道灯不亮")
    await running.say("wang", "/duties")
    said = await last(running, "wang")
    assert said.startswith("您手上1件，还没人接1件。点号码看：\n#1 今天18:00前 · 3号楼 3号楼电梯又停了")
    assert said.endswith("还没人接：\n#2 今天18:00前 · 3号楼 楼道灯不亮")
    await running.tap("wang", "#2")
    assert "楼道灯不亮" in await last(running, "wang")


async def test_a_resident_has_no_list(talk: Rehearsal) -> None:
    await talk.say("li", "/duties")
    assert (await last(talk, "li")).startswith("这一步要楼栋长或工作人员来做")


async def test_the_morning_brings_one_digest_on_working_days(running: Rehearsal) -> None:
    await reported(running)
    await running.until(TUESDAY_MORNING)
    digests = [said for said in await running.spoken("wang") if said.startswith("早上好")]
    assert len(digests) == 1
    assert digests[0].startswith("早上好。您手上1件，其中1件过时间了；还没人接0件。\n⚠ #1 过了昨天18:00")
    await running.stop()
    await running.again()
    await running.quiet()
    assert len([said for said in await running.spoken("wang") if said.startswith("早上好")]) == 1
    await running.move(days=4)  # over the weekend
    await running.quiet()
    assert len([said for said in await running.spoken("wang") if said.startswith("早上好")]) <= 5


async def test_nobody_is_greeted_without_something_to_do(talk: Rehearsal) -> None:
    await talk.until(TUESDAY_MORNING)
    assert not [said for said in await talk.spoken("wang") if said.startswith("早上好")]


async def test_a_reminder_is_put_off_and_comes_back_once(running: Rehearsal) -> None:
    await reported(running)
    await running.until(datetime(2026, 3, 2, 8, 1, tzinfo=UTC))  # 16:01, two hours before
    assert "快到时间了" in await last(running, "wang")
    toast = await running.tap("wang", "1小时后")
    assert toast["text"] == "#1 好，到时候再提醒您。"
    assert "今天17:01再提醒您。答应住户的时间没变，是今天18:00前" in await last(running, "wang")
    await running.move(hours=1)
    assert (await last(running, "wang")).startswith("#1 又到时候了：3号楼，李阿姨反映的，今天18:00前")
    await running.move(minutes=30)
    assert len([said for said in await running.spoken("wang") if "又到时候了" in said]) == 1


async def test_a_done_duty_does_not_come_back(talk: Rehearsal) -> None:
    await reported(talk)
    await talk.until(datetime(2026, 3, 2, 8, 1, tzinfo=UTC))
    await talk.tap("wang", "1小时后")
    await talk.say("wang", "#1 办完了 换了门机")
    await talk.move(hours=1)
    assert not [said for said in await talk.spoken("wang") if "又到时候了" in said]
    assert (await talk.tap("wang", "3小时后"))["text"] == "#1 已经不在您手上，或者已经办完了，不用再点。"


async def test_a_duty_changes_hands_when_the_other_agrees(running: Rehearsal) -> None:
    await join_staff(running, "chen")
    await reported(running)
    await running.until(datetime(2026, 3, 2, 8, 1, tzinfo=UTC))
    await running.tap("wang", "转给同事")
    assert (await running.tap("wang", "陈主任"))["text"] == "#1 问了，等对方点头。"
    assert (await last(running, "chen")).startswith(
        "#1 王师傅想请您接着办：3号楼，今天18:00前。\n3号楼电梯又停了"
    )
    assert (await running.tap("chen", "我来办"))["text"] == "#1 现在是您的了。"
    assert (await last(running, "wang")).startswith("#1 陈主任接过去了，您不用管了")
    assert "陈主任接了" in await last(running, "li")
    again = await running.tap("chen", "我来办")
    assert again["text"] == "#1 已经不在您手上，或者已经办完了，不用再点。"


async def test_a_colleague_may_say_no(talk: Rehearsal) -> None:
    await join_staff(talk, "chen")
    await reported(talk)
    await talk.until(datetime(2026, 3, 2, 8, 1, tzinfo=UTC))
    await talk.tap("wang", "转给同事")
    await talk.tap("wang", "陈主任")
    await talk.tap("chen", "我接不了")
    assert (await last(talk, "wang")).startswith("#1 陈主任接不了，还是您的")
