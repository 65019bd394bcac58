"""The four jobs, each from its first word to its last: on both databases, polled and by webhook."""

from datetime import UTC, datetime

from tests.conversations.hearing import filed, labels, last
from tests.conversations.polling import BUILDING, SENTENCE, card, lives, move_in, pictured
from tests.conversations.test_asking import publish, reply
from tests.runtime.rehearsal import Rehearsal


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall-clock time of March 2026 in Shanghai, as UTC."""
    return datetime(2026, 3, day, hour - 8, minute, tzinfo=UTC)


async def test_report(reached: Rehearsal) -> None:
    talk = reached
    await talk.say("li", "3号楼2单元电梯又停了，老人下不了楼")
    assert await last(talk, "li") == "#1 收到了。阳光物业王师傅来看，今天18:00前给您回话。"
    assert (await talk.tap("wang", "我来接", "workers"))["text"] == "#1 您接了。请今天18:00前回复住户。"
    assert await last(talk, "li") == "#1 阳光物业王师傅接了，今天18:00前到。"
    await talk.say("wang", "配件下午到")
    assert await labels(talk, "wang") == ["发给居民", "只内部记", "是另一件事，请登记"]
    assert (await talk.tap("wang", "发给居民"))["text"] == "#1 发给住户了。"
    assert await last(talk, "li") == "#1 王师傅回话了：\n配件下午到"
    await talk.say("wang", "#1 办完了 换了接触器")
    assert await last(talk, "li") == "#1 王师傅说办完了。您看解决了吗？\n换了接触器"
    await talk.say("li", "好了好了，谢谢王师傅")
    assert await last(talk, "li") == "#1 记下了，谢谢您。要是又坏了，说“没解决”就行。办得满意吗？不说也行。"
    await talk.tap("li", "满意")
    assert await last(talk, "wang") == "#1 李阿姨说解决了。辛苦了！"
    assert len(await filed(talk)) == 1


async def test_poll(reached: Rehearsal) -> None:
    talk = reached
    place = await move_in(talk, "li", "liu")
    await lives(talk, place, "501", "li", "liu")
    await lives(talk, place, "502", "zhao")
    await lives(talk, place, "601", "chen")
    await talk.say("zhao", f"{SENTENCE}，一户一票", BUILDING)
    assert (await last(talk, "zhao")).startswith("发出去是这样，看一看：\n周六几点大扫除？\n一户一票")
    assert (await talk.tap("zhao", "发到群里（3号楼）"))["text"] == "发到群里了。"
    assert (await talk.tap("li", "9点", BUILDING))["text"] == "记下了：9点。周五20:00前可以改。"
    assert (await talk.tap("liu", "下午", BUILDING))["text"].startswith("您家已经由李阿姨投过了，一户一票。")
    assert (await talk.tap("zhao", "9点", BUILDING))["text"].startswith("记下了：9点。")
    assert "已投2户 / 应到3户" in await card(talk)
    await talk.until(shanghai(5, 19))
    reminded = [said for said in await talk.spoken("chen") if said.startswith("您家还没投票，点一下就行：")]
    assert len(reminded) == 1
    assert not [said for said in await talk.spoken("li") if "还没投票" in said]
    await talk.say("li", "我的")
    assert "我投过的，还能改：" in await last(talk, "li")
    assert "投票：周六几点大扫除？" in await labels(talk, "li")
    await talk.until(shanghai(6, 20))
    final = await pictured(talk)
    assert final["photo"]
    assert "投票结束：9点 最多，2票。\n已投2户 / 应到3户" in final["caption"]


async def test_ask(reached: Rehearsal) -> None:
    talk = reached
    await publish(talk)
    await talk.say("li", "旧沙发扔哪里")
    assert (await last(talk, "li")).startswith("大件垃圾怎么扔\n放到东门的大件垃圾点，不收费。")
    assert "来源：小区物业公示栏 2026-03，2025年10月1日核对" in await last(talk, "li")
    await talk.say("li", "小区里能不能养蜜蜂")
    assert (await last(talk, "li")).startswith("这个我还不知道。")
    await talk.tap("li", "问工作人员")
    await talk.say("wang", "待办")
    assert "等人答的问题：\n李阿姨：小区里能不能养蜜蜂" in await last(talk, "wang")
    await talk.tap("wang", "答：小区里能不能养蜜蜂")
    await talk.say("wang", "不能养，蜜蜂会蜇人。")
    heard = await last(talk, "li")
    assert heard.startswith("工作人员答复 · 王师傅 · 3月2日")
    assert heard.endswith("不能养，蜜蜂会蜇人。")
    assert (await last(talk, "workers")).startswith("王师傅答了")
    await talk.say("wang", "待办")
    assert await last(talk, "wang") == "现在手上没有要办的，也没有等人接的。"


async def test_call(reached: Rehearsal) -> None:
    talk = reached
    await talk.say("zhao", "招2人，周六上午9点到11点清3号楼楼道，自备手套")
    assert (await talk.tap("zhao", "发出去"))["text"] == "发出去了。"
    assert (await talk.tap("li", "我报名", "residents"))["text"] == "报上名了，1/2。"
    assert (await talk.tap("chen", "我报名", "residents"))["text"] == "报上名了，2/2。"
    waits = (await talk.tap("emma", "我报名", "residents"))["text"]
    assert waits.startswith("No place left") or "waiting" in waits
    await talk.tap("chen", "退出", "residents")
    assert (await last(talk, "emma")).startswith("A place is free in 清3号楼楼道，自备手套")
    assert (await talk.tap("emma", "I will come"))["text"] == "You are in, 2 of 2."
    await talk.until(shanghai(6, 19))
    await talk.until(shanghai(7, 8))
    assert len([said for said in await talk.spoken("li") if said.startswith("提醒您")]) == 2
    await talk.say("emma", "/vote")
    assert "清3号楼楼道" in "".join(await labels(talk, "emma"))
    await talk.until(shanghai(7, 9))
    await talk.say("emma", "/vote")
    assert (await last(talk, "emma")).startswith("No poll and no sign-up is open now.")
    await talk.until(shanghai(7, 11))
    assert (await last(talk, "zhao")).startswith("清3号楼楼道，自备手套结束了。谁来了？")
    await talk.tap("zhao", "李阿姨")
    assert (await talk.tap("zhao", "好了"))["text"] == "记下了，我替您谢谢大家。"
    assert await last(talk, "li") == "谢谢您来清3号楼楼道，自备手套，辛苦了！"
    assert "Thank you" not in await last(talk, "emma")


async def test_all_four_without_a_slash(reached: Rehearsal) -> None:
    """Taps, voice and plain Chinese: what somebody over sixty does."""
    talk = reached
    await publish(talk)
    await move_in(talk, "li")
    await talk.say("li", voice="T2dnU3h4eHg=")
    await talk.tap("wang", "写成文字", "workers")
    await reply(talk, "wang", "楼道灯不亮，差点摔一跤", "workers")
    assert (await talk.tap("li", "对"))["text"] == "#1 好，就照这个办。"
    await talk.say("zhao", "咱们周六几点打扫卫生呀 9点10点 都行的投票吧")
    assert "周六几点打扫卫生呀\n一人一票" in await last(talk, "zhao")
    await talk.tap("zhao", "发到群里（3号楼）")
    await talk.say("li", "投票报名")
    await talk.tap("li", "投票：咱们周六几点打扫卫生呀")
    assert (await talk.tap("li", "9点"))["text"].startswith("记下了：9点。")
    await talk.say("li", "我想问问那个旧沙发扔哪里呀我年纪大了没力气啊")
    said, offered = await last(talk, "li"), await labels(talk, "li")
    assert "大件垃圾" in said or "大件垃圾怎么扔" in offered
    await talk.say("zhao", "这周六早上9点要5个人打扫楼道卫生，谁来报个名")
    await talk.tap("zhao", "发到阳光花园的群")
    await talk.say("li", "投票报名")
    await talk.tap("li", "报名：打扫楼道卫生")
    assert (await talk.tap("li", "我报名"))["text"] == "报上名了，1/5。"
    assert len(await filed(talk)) == 1
