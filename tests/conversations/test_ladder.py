"""A case that waits too long, as people read it: who is named for what, who is asked, what can be tapped."""

from domain.cases.table import State
from tests.conversations.hearing import filed, labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal


async def hired(talk: Rehearsal, key: str, name: str) -> None:
    """A second worker, by the steward's link."""
    person = await talk.platform.post("/users", {"first_name": name, "language_code": "zh-hans"})
    talk.people[key] = person["id"]
    await talk.say("chen", "/setup")
    await talk.tap("chen", "人员")
    await talk.tap("chen", "请工作人员")
    link = (await last(talk, "chen")).partition("?start=")[2].split()[0]
    await talk.say(key, f"/start {link}")


async def leading(talk: Rehearsal, *whom: tuple[str, str]) -> None:
    """The steward taps: who is asked, for what."""
    await talk.say("chen", "/setup")
    await talk.tap("chen", "人员")
    await talk.tap("chen", "谁负责")
    for what, who in whom:
        await talk.tap("chen", what)
        await talk.tap("chen", who)
        await talk.tap("chen", "谁负责")


async def taken(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯坏了")
    await talk.tap("wang", "我来接", "workers")


async def having(talk: Rehearsal, where: str, words: str) -> list[str]:
    return [said for said in await talk.spoken(where) if words in said]


async def test_the_lead_hears_of_it_by_name_and_hour_and_takes_over(running: Rehearsal) -> None:
    talk = running
    await hired(talk, "zhang", "张经理")
    await leading(talk, ("阳光物业的负责人", "张经理"))
    assert "· 阳光物业的负责人：张经理" in await last(talk, "chen")
    assert (await last(talk, "zhang")).startswith("您现在是阳光花园阳光物业的负责人")
    await taken(talk)
    await talk.move(hours=9, minutes=1)
    told = await last(talk, "li")
    assert told == (
        "#1 说好今天18:00前，还没办好，让您久等了。我们提醒王师傅了。"
        "到明天11:00还没办好，就请阳光物业的负责人来看。"
    )
    await talk.move(hours=17)
    assert await last(talk, "zhang") == (
        "#1 3号楼。王师傅接了，说好昨天18:00前，现在过了17小时。请您看看怎么帮一把。\n3号楼电梯坏了"
    )
    assert await labels(talk, "zhang") == ["看进度", "我来办", "请别人办"]
    assert (await talk.tap("zhang", "我来办"))["text"] == "#1 现在是您的了。"
    assert "张经理接了" in await last(talk, "li")
    (case,) = await filed(talk)
    assert case.handler == "张经理"


async def test_who_leads_is_said_in_a_sentence(talk: Rehearsal) -> None:
    await talk.say("chen", "王师傅是物业的负责人")
    assert await last(talk, "chen") == "好，阳光物业的负责人是王师傅。轮到这一位的事，会告诉这一位。"
    await talk.say("chen", "王师傅是街道的联系人")
    assert "街道的联系人是王师傅" in await last(talk, "chen")
    await talk.say("chen", "老李是物业的负责人")
    assert "没找到这个人" in await last(talk, "chen")
    await talk.say("chen", "王师傅是居委会的负责人")
    assert "没有这一家" in await last(talk, "chen")
    before = await talk.spoken("li")
    await talk.say("li", "王师傅是物业的负责人")
    assert len(await talk.spoken("li")) == len(before) + 1
    assert not await filed(talk)


async def test_who_leads_is_said_below_their_own_words(talk: Rehearsal) -> None:
    await reads_all(talk)
    said = await talk.say("wang", "大家好", "residents")
    await talk.say("chen", "小邻 设为物业负责人", "residents", reply_to=said["message_id"])
    assert "阳光物业的负责人是王师傅" in "".join(await talk.spoken("chen"))


async def test_nobody_is_named_and_the_steward_hears_of_it_once(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.move(hours=26, minutes=1)
    told = await having(talk, "chen", "请您定一位")
    assert told == ["#1 过了时间，该请阳光物业的负责人来看了，可是还没定是谁。先请陈主任看了。请您定一位："]
    (asked,) = await having(talk, "chen", "现在过了")
    assert "先告诉您" in asked
    assert "电梯" not in asked  # the steward does not work there
    await talk.say("li", "2号楼灯坏了")
    await talk.tap("wang", "我来接", "workers")
    await talk.move(hours=72)
    assert len(await having(talk, "chen", "该请阳光物业的负责人来看了，可是还没定是谁")) == 1


async def test_a_case_that_nobody_took_reads_so(talk: Rehearsal) -> None:
    await talk.say("chen", "王师傅是物业的负责人")
    await talk.say("li", "3号楼电梯坏了")
    await talk.move(hours=26, minutes=1)
    asked = (await having(talk, "wang", "请您看看怎么帮一把"))[0]
    assert "还没人接，说好昨天18:00前回话，现在过了17小时" in asked
    await talk.tap("wang", "我来接")
    assert (await filed(talk))[0].state is State.TAKEN


async def test_the_captain_reads_one_quiet_line_without_a_name(talk: Rehearsal) -> None:
    await taken(talk)
    await talk.move(hours=26, minutes=1)
    assert await having(talk, "zhao", "过了说好的时间") == [
        "#1 3号楼的这件过了说好的时间，已经请别的人来看了。您知道就行，不用做什么。"
    ]


async def test_what_was_settled_before_the_morning_is_not_spoken_of(talk: Rehearsal) -> None:
    await leading_by_words(talk)
    await taken(talk)
    await talk.move(hours=8)
    await talk.tap("wang", "办完了", "workers")
    await talk.say("wang", "#1 办完了，换了控制板")
    await talk.move(hours=48)
    assert not await having(talk, "wang", "已经过了")
    assert not await having(talk, "li", "久等")


async def leading_by_words(talk: Rehearsal) -> None:
    await talk.say("chen", "王师傅是物业的负责人")


async def test_a_departed_workers_case_has_somebody_at_once(running: Rehearsal) -> None:
    talk = running
    await hired(talk, "zhang", "张经理")
    await taken(talk)
    await talk.say("chen", "/setup")
    await talk.tap("chen", "人员")
    await talk.tap("chen", "看看都有谁")
    await talk.tap("chen", "王师傅")
    (case,) = await filed(talk)
    assert (case.state, case.handler, case.assignee) == (State.FILED, None, "张经理")
    assert await last(talk, "li") == "#1 王师傅不在这儿办事了，换张经理来看。说好的时间不变：今天18:00前。"
    assert await last(talk, "zhang") == "王师傅不在这儿办事了，留下1件，请您看看：\n#1 3号楼电梯坏了"
    await talk.tap("zhang", "#1")
    await talk.tap("zhang", "我来接")
    assert (await filed(talk))[0].handler == "张经理"
    assert (await talk.tap("wang", "办完了", "workers"))["text"]
