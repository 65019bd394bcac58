"""How it goes, asked in words: message, picture, table, promises, what is left out, the week's digest."""

import io
from datetime import UTC, datetime
from typing import Any

from openpyxl import load_workbook

from tests.conversations.hearing import labels, last
from tests.conversations.test_duties import join_staff
from tests.runtime.rehearsal import Json, Rehearsal

NEXT_MONDAY = datetime(2026, 3, 9, 1, 1, tzinfo=UTC)
"""9:01 in the compound, a week after the scenes' Monday."""


async def solved(talk: Rehearsal, times: int, who: str = "li") -> None:
    """Reported, taken, finished, and solved as its reporter says."""
    for _ in range(times):
        said = await talk.say(who, "3号楼电梯又停了")
        assert said
        await talk.tap("wang", "我来接", "workers")
        number = (await last(talk, who)).split()[0]
        await talk.say("wang", f"{number} 办完了 换了保险丝")
        await talk.say(who, f"{number} 解决了")


async def arrived(talk: Rehearsal, who: str, kind: str) -> Json:
    """The newest message there with a picture or a file."""
    for _ in range(200):
        found = [one for one in await talk.messages(who) if kind in one]
        if found:
            return found[-1]
        await talk.clock.sleep(0.1)
        await talk.quiet()
    raise AssertionError(f"no {kind} for {who}")


async def pages(talk: Rehearsal, message: Json) -> dict[str, list[list[Any]]]:
    async with talk.platform.get(f"/files/{message['document']['file_id']}") as answer:
        book = load_workbook(io.BytesIO(await answer.read()))
    return {page.title: [[one.value for one in row] for row in page.iter_rows()] for page in book}


async def test_the_figures_by_a_word_for_everybody_and_more_of_them_for_staff(running: Rehearsal) -> None:
    await running.say("li", "数字")
    assert (await last(running, "li")).endswith("没有反映的事，也没有办结的。")
    await solved(running, 4)
    await running.say("li", "办得怎么样")
    few = await last(running, "li")
    assert "反映不到5件" in few
    assert "%" not in few
    await solved(running, 2)
    await running.say("li", "楼道灯不亮")
    await running.say("li", "数字")
    board = await last(running, "li")
    assert board.startswith("📊 阳光花园 · 2026年3月2日–3月8日\n反映7件，重开0件。现在还没办完的不到5件")
    assert "响应率 100%（6/6）\n解决率 100%（6/6）\n满意率 0%（0/6），没评6" in board
    assert await labels(running, "li") == ["本周", "上周", "本月", "上月", "要图", "怎么算的", "服务承诺"]
    await running.tap("li", "怎么算的")
    assert "没回复不算解决" in await last(running, "li")
    await running.say("wang", "/numbers 这周")
    assert "按类别" in await labels(running, "wang")
    await running.tap("wang", "按类别")
    assert "电梯\n响应率 100%（6/6）" in await last(running, "wang")
    await running.say("wang", "数字 2026-03-01 到 2026-03-02")
    assert "2026年3月1日–3月2日" in await last(running, "wang")
    await running.say("li", "数字 2026-03-01 到 2026-03-02")
    assert (await last(running, "li")).startswith("这一步要楼栋长或工作人员来做")
    await running.say("wang", "数字 2026-03-05 到 2026-03-02")
    assert (await last(running, "wang")).startswith("这几天我没法算。")


async def test_a_picture_and_a_table_without_names_or_words(running: Rehearsal) -> None:
    await solved(running, 5)
    await running.say("wang", "数字")
    assert (await running.tap("wang", "要图"))["text"] == "正在画，一会儿私下发给您。"
    assert (await arrived(running, "wang", "photo"))["caption"].startswith("📊 阳光花园")
    await running.tap("wang", "要表格")
    found = await pages(running, await arrived(running, "wang", "document"))
    assert list(found) == ["三率", "怎么算的", "明细"]
    assert found["三率"][1] == ["全小区", "阳光花园", "响应率", "100%（5/5）", "100%（5/5）"]
    assert "没评不算满意" in str(found["怎么算的"])
    assert [row[0] for row in found["明细"]] == ["编号", "1", "2", "3", "4", "5"]
    for secret in ("李阿姨", "王师傅", "保险丝", "又停了"):
        assert secret not in str(found)


async def test_promises_stand_beside_the_figures_and_are_replaced(running: Rehearsal) -> None:
    await solved(running, 5)
    await running.say("wang", "服务承诺 物业 电梯困人30分钟到")
    assert "“电梯困人30分钟到”" in await last(running, "wang")
    await running.say("li", "数字")
    assert "承诺：电梯困人30分钟到" in await last(running, "li")
    await running.tap("li", "服务承诺")
    assert "电梯困人30分钟到（3月2日（周一）" in await last(running, "li")
    assert not await labels(running, "li")
    await running.say("wang", "/promise")
    await running.tap("wang", "写承诺")
    await running.say("wang", "长" * 61)
    assert (await last(running, "wang")).startswith("承诺要一句话，最多60个字")
    await running.say("wang", "当天回话")
    await running.say("wang", "/promise")
    promised = await last(running, "wang")
    assert "当天回话" in promised
    assert "困人" not in promised
    assert (await running.tap("wang", "去掉"))["text"] == "去掉了。"
    await running.say("li", "服务承诺 物业 什么都不做")
    assert (await last(running, "li")).startswith("这一步要楼栋长或工作人员来做")
    await running.say("li", "服务承诺")
    assert "还没写" in await last(running, "li")


async def test_a_case_is_left_out_by_two_and_both_figures_stand(running: Rehearsal) -> None:
    await join_staff(running, "zhao")
    await running.platform.post(
        f"/chats/{running.chat('workers')}/members", {"user_id": running.people["zhao"]}
    )
    await solved(running, 5)
    await running.say("li", "楼道灯不亮")
    await running.move(days=3)
    await running.say("wang", "#6 不计入")
    assert "再请一位同事同意才作数" in await last(running, "wang")
    assert (await running.tap("wang", "重复的"))["text"] == "#6 问过同事了，有人同意才作数。"
    assert (await running.tap("wang", "同意", "workers"))["text"] == "#6 是您提的，要请另一位同事来同意。"
    await running.say("wang", "数字")
    assert "响应率 83%（5/6）\n" in await last(running, "wang")
    assert (await running.tap("zhao", "同意", "workers"))["text"] == "#6 好，“剔除后”的数里不算它。"
    assert "同意了" in await last(running, "wang")
    await running.say("li", "数字")
    assert "响应率 83%（5/6） · 剔除后 100%（5/5）" in await last(running, "li")
    assert "剔除后不算的（都要两个人同意）：重复的1件。" in await last(running, "li")
    assert (await running.tap("zhao", "不同意", "workers"))["text"] == "#6 没有等人同意的，不用再点。"
    await running.say("li", "#1 不计入")
    assert (await last(running, "li")).startswith("这一步要楼栋长或工作人员来做")


def digests(said: list[str]) -> list[str]:
    return [one for one in said if one.startswith("📊 阳光花园一周")]


async def test_the_week_comes_once_on_monday_with_a_picture_and_no_name(running: Rehearsal) -> None:
    await solved(running, 6)
    await running.until(NEXT_MONDAY)
    message = await arrived(running, "residents", "photo")
    assert message["caption"].startswith(
        "📊 阳光花园一周（2026年3月2日–3月8日）\n上周反映6件，住户说解决了的6件。"
    )
    assert "李阿姨" not in message["caption"]
    await running.stop()
    await running.again()
    await running.quiet()
    assert len(digests(await running.spoken("residents"))) == 1
    await running.move(days=7)  # nothing happened
    assert len(digests(await running.spoken("residents"))) == 1


async def test_after_weeks_of_outage_one_digest_and_not_at_night(talk: Rehearsal) -> None:
    await solved(talk, 1)
    await talk.move(days=3)
    await talk.stop()
    talk.clock.set(datetime(2026, 3, 15, 15, 0, tzinfo=UTC))  # 23:00 on the second Sunday
    await talk.again()
    await talk.clock.sleep(0.5)
    await talk.quiet()
    assert not digests(await talk.spoken("residents"))
    await talk.until(datetime(2026, 3, 16, 0, 30, tzinfo=UTC))
    await talk.quiet()
    assert len(digests(await talk.spoken("residents"))) <= 1


async def test_a_steward_switches_the_digest_off_by_a_tap(talk: Rehearsal) -> None:
    await solved(talk, 6)
    await talk.say("wang", "数字")
    assert "不在群里发每周简报" not in await labels(talk, "wang")
    await talk.say("chen", "数字")
    assert (await talk.tap("chen", "不在群里发每周简报"))["text"] == "好，不发了。"
    await talk.until(NEXT_MONDAY)
    await talk.clock.sleep(0.5)
    await talk.quiet()
    assert not digests(await talk.spoken("residents"))
    await talk.say("chen", "数字")
    assert (await talk.tap("chen", "每周在群里发简报"))["text"] == "好，每周一发。"
