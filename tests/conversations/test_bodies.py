"""Whose work it is, in talk: kept from whom it is about, given back, on leave, by the list, handed down."""

import asyncio
import base64
import io
from typing import Any

from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from domain.kernel.people import Role
from storage import seeding
from storage.tables import bodies, cases, matters
from tests.conversations.hearing import last
from tests.runtime.rehearsal import Rehearsal

NEUTRAL = "这件事另有人办，这里不再更新。"


async def staffed(talk: Rehearsal) -> int:
    """陈主任 the steward, works for the committee too; the committee's id."""

    def put(connection: Any) -> int:
        scope = talk.bot.deps.scope(connection)
        compound = talk.planted.compound_id
        found = {row[1]: row[0] for row in connection.exec_driver_sql("SELECT id, telegram_id FROM persons")}
        chen = found[talk.people["chen"]]
        known = select(bodies.c.id).where(bodies.c.kind == "committee", bodies.c.compound_id == compound)
        body = connection.execute(known).scalar() or seeding.add_body(
            scope, compound, "committee", "阳光居委会"
        )
        seeding.grant(scope, chen, Role.WORKER, compound, compound, body)
        return int(body)

    return await talk.bot.store.write(put)


async def only(talk: Rehearsal) -> Any:
    (found,) = await talk.bot.store.read(lambda c: c.execute(select(cases)).all())
    return found


async def test_a_report_about_a_worker_is_kept_from_him_and_out_of_his_group(running: Rehearsal) -> None:
    talk = running
    await staffed(talk)
    before = await talk.spoken("workers")
    await talk.say("li", "王师傅上门乱收费，态度还凶")
    asked = next(said for said in await talk.spoken("li") if "说的是" in said)
    assert asked == "#1 这件事说的是王师傅吗？您没选以前，先不让王师傅看到，由别的工作人员来办。"
    assert await talk.spoken("workers") == before
    assert not [said for said in await talk.spoken("wang") if "乱收费" in said]
    assert "乱收费" in await last(talk, "chen")
    assert (await talk.tap("li", "是，别让他看到"))["text"] == "#1 好，不让那个人看到。"
    await talk.say("wang", "#1")
    assert (await last(talk, "wang")).startswith("没找到这件事")
    await talk.tap("chen", "我来接")
    assert "陈主任接了" in await last(talk, "li")
    await talk.stop()
    await talk.again()
    await talk.quiet()
    assert not [said for said in await talk.spoken("wang") if "乱收费" in said or "#1 " in said]


async def test_it_was_not_about_him(talk: Rehearsal) -> None:
    await talk.say("li", "上次王师傅修的电梯又停了")
    assert not [said for said in await talk.spoken("workers") if "电梯又停了" in said]
    assert (await talk.tap("li", "不是"))["text"] == "#1 好，照平常办。"
    assert "电梯又停了" in await last(talk, "workers")
    await talk.tap("wang", "我来接", "workers")
    assert "王师傅接了" in await last(talk, "li")


async def test_a_card_that_stands_in_the_group_is_taken_back(running: Rehearsal) -> None:
    talk = running
    await staffed(talk)
    await talk.say("li", "门口收费不开票")
    assert "收费不开票" in await last(talk, "workers")
    await talk.say("li", "#1")
    await talk.tap("li", "更多")
    await talk.tap("li", "这件事与某位工作人员有关")
    await talk.tap("li", "王师傅")
    assert await last(talk, "workers") == NEUTRAL
    assert not [said for said in await talk.spoken("workers") if "收费" in said]
    assert "收费不开票" in await last(talk, "chen")


async def test_a_worker_keeps_out_in_words(talk: Rehearsal) -> None:
    await staffed(talk)
    await talk.say("li", "楼道灯不亮")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1 我要回避")
    assert (await last(talk, "wang")).startswith("#1 好，这件事您回避了")
    await talk.say("wang", "#1 办完了 换了灯")
    assert (await last(talk, "wang")).startswith("没找到这件事")
    assert await last(talk, "workers") == NEUTRAL
    await talk.tap("chen", "我来接")
    assert (await only(talk)).handler_id is not None


async def test_two_returns_and_then_the_arbiter(running: Rehearsal) -> None:
    talk = running
    other = await staffed(talk)
    await talk.say("li", "楼上半夜装修")
    own, due = (await only(talk)).body_id, (await only(talk)).due_at
    await talk.say("wang", "#1 退单")
    await talk.tap("wang", "是别家的事")
    await talk.tap("wang", "居委会")
    assert (await only(talk)).body_id == other
    assert "转给" in await last(talk, "li")
    await talk.say("chen", "#1")
    await talk.tap("chen", "退单")
    await talk.tap("chen", "没有这个权限")
    await talk.tap("chen", "不知道归谁")
    assert ((await only(talk)).body_id, (await only(talk)).returns) == (own, 2)
    await talk.say("wang", "#1 不归我们")
    await talk.tap("wang", "是别家的事")
    await talk.tap("wang", "居委会")
    assert any("请陈主任来定归谁" in said for said in await talk.spoken("wang"))
    await talk.tap("chen", "居委会")
    assert "定了，归" in "".join(await talk.spoken("chen"))
    now = await only(talk)
    assert (now.body_id, now.returns, now.due_at) == (other, 2, due)


async def test_another_body_joins(talk: Rehearsal) -> None:
    await staffed(talk)
    await talk.say("li", "3号楼电梯又停了")
    await talk.say("wang", "#1 联办")
    await talk.tap("wang", "居委会")
    await talk.say("wang", "#1")
    assert "一起办：" in await last(talk, "wang")
    assert "请您这边一起办" in await last(talk, "chen")


async def test_on_leave_in_words(running: Rehearsal) -> None:
    talk = running
    await staffed(talk)
    await talk.say("li", "3号楼电梯又停了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "我请假 今天到周三")
    assert (await last(talk, "wang")).startswith("知道了，3月2日到3月4日不给您派新的。您手上的1件")
    assert "王师傅想请您接着办" in "".join(await talk.spoken("chen"))
    await talk.say("li", "楼道灯不亮")
    assert "陈主任来看" in await last(talk, "li")
    await talk.say("wang", "销假")
    assert (await last(talk, "wang")).startswith("欢迎回来")
    await talk.say("wang", "请假")
    assert (await last(talk, "wang")).startswith("请说从哪天到哪天")


def book(*rows: list[Any]) -> str:
    made, body = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(body)
    return base64.b64encode(body.getvalue()).decode()


HEAD = ["事项", "说法", "责任主体", "依据", "时限", "分流", "等级"]
NOISE = ["邻里噪音", "楼上太吵；半夜装修", "居委会", "《居民公约》", "3个工作日", "私事", "一般"]


async def hears(talk: Rehearsal, who: str, words: str) -> str:
    async with asyncio.timeout(20):
        while True:
            await talk.quiet()
            found = [said for said in await talk.spoken(who) if words in said]
            if found:
                return found[-1]
            await asyncio.sleep(0.05)


async def test_the_list_is_sent_shown_put_into_force_and_sent_back(running: Rehearsal) -> None:
    talk = running
    other = await staffed(talk)
    await talk.say("chen", "权责清单")
    await hears(talk, "chen", "这是样表")
    await talk.say("chen", "", document={"base64": book(HEAD, NOISE, ["消防检查", "", "居委会", "文件"],
        ["没主体", "", "外星人", "文件"]), "file_name": "清单.xlsx"})  # fmt: skip
    said = await hears(talk, "chen", "行用不了")
    assert "第3行：这类事不能交给居委会（负面清单）" in said
    assert "第4行：责任主体不认识" in said
    assert await talk.bot.store.read(lambda c: c.execute(select(matters)).all()) == []
    await talk.say("chen", "", document={"base64": book(HEAD, NOISE), "file_name": "清单.xlsx"})
    assert "有1条，1家来办；比现在用的多1条，少0条" in await hears(talk, "chen", "这份清单")
    assert (await talk.tap("chen", "启用"))["text"] == "第1版启用了。"
    assert (await talk.tap("chen", "启用"))["text"].startswith("这份清单已经启用")
    await talk.say("li", "楼上半夜装修，睡不着")
    assert (await only(talk)).body_id == other
    assert "依据：《居民公约》" in await last(talk, "workers")
    await talk.say("chen", "权责清单")
    await hears(talk, "chen", "这是现在用的权责清单")
    sheet = max(talk.settings.media.glob("job-*.xlsx"), key=lambda path: path.stat().st_mtime_ns)
    rows = [[cell.value for cell in row] for row in load_workbook(sheet).worksheets[0].rows]
    assert rows == [HEAD, ["邻里噪音", "楼上太吵;半夜装修", "阳光居委会", *NOISE[3:]]]


async def test_a_task_from_above_waits_for_the_committees_word(running: Rehearsal) -> None:
    talk = running
    await staffed(talk)
    await talk.say("chen", "交办 消防检查，挨家挨户")
    assert "应急消防，在负面清单里，不能交给居委会来办" in await last(talk, "chen")
    await talk.say("chen", "交办")
    await talk.say("chen", "统计一下楼里的自行车")
    assert "接不接由你们定" in "".join(await talk.spoken("chen"))
    await talk.tap("chen", "同意")
    assert "已经立了一件" in "".join(await talk.spoken("chen"))
    await talk.say("chen", "交办 再统计一下空调")
    await talk.tap("chen", "退回")
    await talk.tap("chen", "没有人手或经费")
    assert "退回了：没有人手或经费" in "".join(await talk.spoken("chen"))
    assert (await only(talk)).number == 1
