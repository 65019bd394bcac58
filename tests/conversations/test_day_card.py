"""Small matters that everybody may see stand on one card of the day: edited, never a message more."""

from tests.conversations.test_choosing import card
from tests.runtime.rehearsal import Rehearsal


async def day_cards(talk: Rehearsal) -> list[str]:
    return [said for said in await talk.spoken("residents") if "小区里的事" in said]


async def shared(talk: Rehearsal, who: str, said: str) -> None:
    await talk.say(who, said)
    await talk.tap(who, "看进度")
    await talk.tap(who, "更多")
    await talk.tap(who, "大家都能看")


async def test_new_and_solved_ones_in_lines_on_one_card(running: Rehearsal) -> None:
    await shared(running, "li", "三号楼电梯坏了，我是501李秀英，电话13800000000")
    before = len(await running.spoken("residents"))
    (day,) = await day_cards(running)
    assert "#1 3号楼 电梯：阳光物业王师傅来看，3月2日（周一）18:00前回话" in day
    await shared(running, "zhao", "楼道灯不亮")
    await running.tap("wang", "我来接", "workers")
    (day,) = await day_cards(running)
    assert day.index("#2") < day.index("#1")
    assert "#2 3号楼 楼道灯：阳光物业王师傅接了，3月2日（周一）18:00前到" in day
    await running.tap("wang", "办完了", "workers")
    prompt = (await running.messages("workers"))[-1]
    await running.say("wang", "换了灯泡", "workers", reply_to=prompt["message_id"])
    (day,) = await day_cards(running)
    assert "#2 3号楼 楼道灯：阳光物业王师傅办好了" in day
    assert len(await running.spoken("residents")) == before
    for secret in ("李阿姨", "李秀英", "501", "138", "赵大姐", "不亮", "换了灯泡"):
        assert secret not in day


async def test_what_is_not_for_everybody_is_not_there_and_comes_off_again(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")
    assert await day_cards(talk) == []
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "大家都能看")
    assert len(await day_cards(talk)) == 1
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "只给工作人员看")
    assert await day_cards(talk) == []


async def test_a_private_or_great_matter_never_stands_there(talk: Rehearsal) -> None:
    await shared(talk, "li", "楼上半夜唱歌太吵")
    await shared(talk, "li", "消防通道又被车堵了")
    assert await day_cards(talk) == []
    await talk.tap("wang", "小事", "workers")
    assert len(await day_cards(talk)) == 1
    await talk.say("emma", "hello")
    assert (await card(talk, "消防通道"))["text"]


async def test_at_night_the_card_wakes_nobody(talk: Rehearsal) -> None:
    await talk.move(hours=13)  # 22:00
    await shared(talk, "li", "电梯坏了")
    assert await day_cards(talk) == []
    await talk.move(hours=10, minutes=1)
    assert len(await day_cards(talk)) == 1
