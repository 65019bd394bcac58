"""Neighbours ask in their own words; what the guide does not know a worker answers, by name."""

from pathlib import Path

import pytest

from bot.guide_files import entries_of
from bot.guiding import plant
from tests.conversations.hearing import filed, labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal

GUIDE = Path(__file__).parents[1] / "data" / "guide"


async def publish(here: Rehearsal, compound_id: int | None = None, folder: Path = GUIDE) -> None:
    """Take a folder in while the bot runs, as the command line does."""
    deps, entries = here.bot.deps, entries_of(folder)
    await here.bot.store.write(lambda connection: plant(deps.open(connection), compound_id, entries))


async def reply(here: Rehearsal, who: str, text: str, where: str) -> None:
    """Somebody answers the bot's newest message there."""
    ours = [one for one in await here.messages(where) if one["from"]["id"] == here.bot.deps.bot_id]
    await here.say(who, text, where, reply_to=ours[-1]["message_id"])


async def test_a_question_is_answered_or_a_worker_answers_it(running: Rehearsal) -> None:
    talk = running
    await publish(talk)
    await talk.say("li", "旧沙发扔哪里")
    said = await last(talk, "li")
    assert said.startswith("大件垃圾怎么扔\n放到东门的大件垃圾点，不收费。")
    assert "时间：每天8:00-20:00" in said
    assert "来源：小区物业公示栏 2026-03，2025年10月1日核对" in said
    assert "复查" not in said
    assert await labels(talk, "li") == ["步骤", "有用", "不是这个"]
    assert (await talk.tap("li", "步骤"))["text"] == "发给您了，请看消息。"
    assert "1. 拆成一米以内" in await last(talk, "li")

    await talk.say("li", "/ask 小区里能不能养蜜蜂")
    assert (await last(talk, "li")).startswith("这个我还不知道。")
    await talk.tap("li", "问工作人员")
    assert "李阿姨\n小区里能不能养蜜蜂" in await last(talk, "workers")
    await talk.tap("wang", "我来答", "workers")
    await reply(talk, "wang", "不能养，蜜蜂会蜇人。", "workers")
    assert (await talk.spoken("workers"))[-2].startswith("王师傅答了")
    heard = await last(talk, "li")
    assert heard.startswith("工作人员答复 · 王师傅 · 3月2日")
    assert heard.endswith("不能养，蜜蜂会蜇人。")

    await talk.say("li", "能不能养蜜蜂")
    assert (await last(talk, "li")).endswith("不能养，蜜蜂会蜇人。")
    await talk.say("emma", "/ask 能不能养蜜蜂")
    assert "养蜜蜂" not in await last(talk, "emma")
    await talk.tap("wang", "也让邻居查到", "workers")
    await talk.say("emma", "/ask 能不能养蜜蜂")
    assert (await last(talk, "emma")).endswith("不能养，蜜蜂会蜇人。")
    assert await filed(talk) == []


async def test_in_a_group_the_answer_is_a_reaction_and_the_words_are_told_alone(talk: Rehearsal) -> None:
    await publish(talk)
    await reads_all(talk)
    before = len(await talk.spoken("residents"))
    asked = await talk.say("li", "小邻 大件垃圾怎么扔", "residents")
    assert "放到东门的大件垃圾点" in await last(talk, "li")
    reactions = [call for call in talk.sandbox.engine.diary.calls if call.method == "setMessageReaction"]
    assert [call.params["message_id"] for call in reactions] in (
        [asked["message_id"]],
        [str(asked["message_id"])],
    )
    await talk.tap("li", "步骤")
    assert "1. 拆成一米以内" in await last(talk, "li")
    await talk.say("li", "小邻 能不能养蜜蜂", "residents")
    assert (await last(talk, "li")).startswith("这个我还不知道。")
    assert len(await talk.spoken("residents")) == before


async def test_whoever_has_no_private_chat_is_called_to_it_and_nothing_is_lost(talk: Rehearsal) -> None:
    await publish(talk)
    await reads_all(talk)
    await talk.say("liu", "小邻 请问停车", "residents")
    assert await last(talk, "residents") == "有您的消息，点下面的按钮看：\n刘先生"
    await talk.say("liu", "/start hello")
    await talk.tap("liu", "访客停车怎么收费")
    assert (await last(talk, "liu")).startswith("访客停车怎么收费")


async def test_what_is_near_is_suggested_and_not_this_leads_on(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "/ask 停车")
    assert await last(talk, "li") == "您是想问这个吗？"
    assert set(await labels(talk, "li")) == {"访客停车怎么收费", "月租车位怎么办", "都不是"}
    await talk.tap("li", "月租车位怎么办")
    assert "带上：行驶证、房产证或租房合同\n" in await last(talk, "li")
    assert (await talk.tap("li", "有用"))["text"] == "谢谢，记下了。"
    await talk.tap("li", "都不是")
    assert (await last(talk, "li")).startswith("这个我还不知道。")
    await talk.tap("li", "换个说法")
    await talk.say("li", "亲戚来了车停哪")
    assert (await last(talk, "li")).startswith("访客停车怎么收费")


async def test_not_this_below_an_answer_offers_what_is_next(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "停车月卡多少钱")
    assert (await last(talk, "li")).startswith("月租车位怎么办")
    await talk.tap("li", "不是这个")
    assert await last(talk, "li") == "那是不是这个？"
    assert "月租车位怎么办" not in await labels(talk, "li")
    await talk.tap("li", "访客停车怎么收费")
    assert (await last(talk, "li")).startswith("访客停车怎么收费")


async def test_a_stale_entry_says_so(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "办居住证要带什么")
    said = await last(talk, "li")
    assert "来源：街道办事指南，2024年6月1日核对" in said
    assert said.endswith("这条过了该复查的日子，去之前请先打个电话问一声。")


async def test_the_key_asks_and_waits_for_the_question(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "问一问")
    assert (await last(talk, "li")).startswith("您想问什么？")
    await talk.say("li", "大件垃圾")
    assert (await last(talk, "li")).startswith("大件垃圾怎么扔")
    await talk.say("li", "问一问")
    await talk.say("li", "我的")
    assert "还没反映过" in await last(talk, "li")


async def test_in_english_the_entry_is_the_english_one(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("emma", "Where does an old sofa go?")
    assert (await last(talk, "emma")).startswith("Where bulky waste goes\n")
    await talk.say("emma", "大件垃圾怎么扔")
    assert (await last(talk, "emma")).startswith("Where bulky waste goes\n")


async def test_report_or_question_nothing_is_written_twice(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "3号楼水管漏水怎么办")
    assert await labels(talk, "li") == ["这是要反映的事", "我是想问问"]
    await talk.tap("li", "这是要反映的事")
    (case,) = await filed(talk)
    assert [line.text for line in case.lines] == ["3号楼水管漏水怎么办"]
    assert (await talk.tap("li", "我是想问问"))["text"] == "已经转成反映的事了，说“我的”能看进度。"
    assert (await talk.tap("li", "这是要反映的事"))["text"] == "已经转成反映的事了，说“我的”能看进度。"
    assert len(await filed(talk)) == 1

    await talk.say("emma", "/ask 电动车晚上能不能进电梯呀")
    await talk.tap("emma", "report it")
    assert [line.text for line in (await filed(talk))[-1].lines] == ["电动车晚上能不能进电梯呀"]


async def test_the_doubted_question_is_answered_all_the_same(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "旧沙发坏了扔哪里")
    await talk.tap("li", "我是想问问")
    assert "大件垃圾" in await last(talk, "li") or "大件垃圾怎么扔" in await labels(talk, "li")
    assert await filed(talk) == []


@pytest.mark.parametrize("said", ["3号楼电梯怎么又停了", "楼道灯坏了", "怎么没人来修水管", "门口好臭"])
async def test_a_complaint_is_a_report(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert len(await filed(talk)) == 1


async def test_bad_questions_get_a_kind_sentence(talk: Rehearsal) -> None:
    await publish(talk)
    await talk.say("li", "/ask 🛋️❓")
    assert (await last(talk, "li")).startswith("没看到字")
    await talk.say("li", "/ask 谢谢")
    assert (await last(talk, "li")).startswith("我在呢。")
    await talk.say("li", "/ask " + "大件垃圾" * 1022)
    await talk.tap("li", "都不是")
    assert (await last(talk, "li")).startswith("您说得挺多，我怕看错。原话我留着")
    await talk.tap("li", "我是要反映问题")
    assert (await filed(talk))[0].lines[0].text == "大件垃圾" * 1022
    await talk.say("li", "问一问")
    await talk.say("li", "", photo="AAAA")
    assert await last(talk, "li") == "这一步只收文字。请写一句话发给我。"


async def test_the_workers_are_reminded_after_a_working_day_and_once(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "/ask 能不能养蜜蜂")
    await talk.tap("li", "问工作人员")
    assert (await talk.tap("li", "问工作人员"))["text"] == "已经在问工作人员了，不用再点。"
    await talk.move(hours=23)
    assert "有人问，我不知道" in await last(talk, "workers")
    await talk.move(hours=2)
    assert (await last(talk, "workers")).startswith("李阿姨的问题等了一个工作日，还没人答：")
    await reply(talk, "wang", "不能养。", "workers")
    assert (await last(talk, "li")).endswith("不能养。")
    assert (await talk.tap("chen", "我来答", "workers"))["text"] == "工作人员已经答复了，不用再点。"
    await talk.move(days=3)
    assert len([said for said in await talk.spoken("workers") if "等了一个工作日" in said]) == 1


async def test_an_asker_takes_a_question_back(talk: Rehearsal) -> None:
    await talk.say("li", "/ask 能不能养蜜蜂")
    await talk.tap("li", "问工作人员")
    assert (await talk.tap("li", "不用问了"))["text"] == "好，不问了。"
    assert await last(talk, "workers") == "不用答了 · 阳光花园 · 李阿姨自己收回了"
    await talk.move(days=2)
    assert not [said for said in await talk.spoken("workers") if "等了一个工作日" in said]
