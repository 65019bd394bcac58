"""A captain asks in a sentence, neighbours vote by a tap, the clock closes it, a picture says the result."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from domain.kernel.people import Role
from storage import seeding
from storage.tables import audit, ballots, outbox, persons, places, poll_options
from tests.conversations.hearing import labels, last
from tests.conversations.polling import BUILDING, SENTENCE, card, lives, move_in, pictured, rows
from tests.runtime.rehearsal import Rehearsal

FRIDAY = datetime(2026, 3, 6, 12, 0, tzinfo=UTC)
"""20:00 in the compound, the closing hour of the sentence."""


async def test_one_sentence_one_tap_a_result_with_a_picture(running: Rehearsal) -> None:
    place = await move_in(running, "li", "liu")
    await lives(running, place, "501", "li", "liu")
    await lives(running, place, "502", "zhao")
    await lives(running, place, "601")
    await running.say("zhao", f"{SENTENCE}，一户一票", BUILDING)
    assert not [said for said in await running.spoken(BUILDING) if "大扫除" in said]
    preview = await last(running, "zhao")
    assert preview.startswith(
        "发出去是这样，看一看：\n周六几点大扫除？\n一户一票 · 征求意见，不是业主大会表决"
    )
    assert "1. 9点\n2. 10点\n3. 下午\n3月6日（周五）20:00截止 · 赵大姐发起" in preview
    assert (await running.tap("zhao", "发到群里（3号楼）"))["text"] == "发到群里了。"
    assert "已投0户 / 应到3户" in await card(running)
    assert await labels(running, BUILDING) == ["9点", "10点", "下午"]
    assert (await running.tap("li", "9点", BUILDING))["text"] == "记下了：9点。周五20:00前可以改。"
    assert (await running.tap("liu", "下午", BUILDING))["text"] == (
        "您家已经由李阿姨投过了，一户一票。要改的话，请李阿姨来改。"
    )
    assert (await running.tap("li", "10点", BUILDING))["text"] == "记下了：10点。周五20:00前可以改。"
    assert (await running.tap("zhao", "9点", BUILDING))["text"].startswith("记下了：9点。")
    assert "1. 9点\n▰▰▰▱▱▱ 1票\n2. 10点\n▰▰▰▱▱▱ 1票\n3. 下午\n▱▱▱▱▱▱ 0票\n已投2户 / 应到3户" in await card(
        running
    )
    await running.say("li", "投票报名")
    assert await last(running, "li") == "现在可以投票、报名的有1件，点开看看："
    await running.tap("li", "投票：周六几点大扫除？")
    assert "您投的：10点\n点一下就投，再点别的就是改。" in await last(running, "li")
    await running.until(FRIDAY)
    final = await pictured(running)
    assert final["photo"]
    assert final["caption"] == (
        "📊 投票结果\n周六几点大扫除？\n投票结束：9点、10点 票数一样，各1票。\n已投2户 / 应到3户"
    )
    assert "投票结束：9点、10点 票数一样，各1票。" in await card(running)
    stale = next(m for m in await running.messages(BUILDING) if "征求意见" in (m.get("text") or ""))
    assert final["reply_to_message"]["message_id"] == stale["message_id"]
    assert running.buttons(stale) == []
    assert (await running.tap("li", "下午"))["text"] == (
        "投票已经结束了，这一票没算上。结果有并列，最多的各1票，比如“9点”。"
    )
    await nothing_says_who_chose_what(running)


async def nothing_says_who_chose_what(talk: Rehearsal) -> None:
    """Neither the audit nor what is left to be said names anybody's choice, nor which home is whose."""
    actions = {row.action for row in await rows(talk, select(audit.c.action))}
    assert {"poll.draft", "poll.open", "poll.vote", "poll.close"} <= actions
    told = await rows(talk, select(outbox.c.key, outbox.c.params).where(outbox.c.key.like("poll%")))
    assert not [row for row in told if "9点" in row.params or "10点" in row.params]
    kept = await rows(talk, select(ballots.c.voter_key))
    assert all(len(row.voter_key) == 39 for row in kept)


async def test_options_one_a_line_settings_by_taps_and_nothing_said_in_the_group(talk: Rehearsal) -> None:
    await move_in(talk, "li")
    await talk.say("zhao", "发起投票 周六几点大扫除？")
    assert (await last(talk, "zhao")).startswith("问题记下了。选项呢？一行一个发给我")
    await talk.say("zhao", "9点")
    assert (await last(talk, "zhao")).startswith("只有一个选项，没法选。")
    await talk.say("zhao", "1. 10点\n2. 下午\n3. 9点")
    preview = await last(talk, "zhao")
    assert "1. 9点\n2. 10点\n3. 下午\n3月5日（周四）20:00截止" in preview
    assert "重复的选项合成了一个" in preview
    assert "您没说什么时候截止，先按三天后晚上8点。" in preview
    assert await labels(talk, "zhao") == [
        "发到群里（3号楼）",
        "发到群里（阳光花园）",
        *CHANGES,
    ]
    assert (await talk.tap("zhao", "改成一户一票"))["text"] == "改成一户一票了。"
    assert (await talk.tap("zhao", "改成多选"))["text"] == "改成多选了，最多选3项。"
    await talk.tap("zhao", "改截止时间")
    assert (await talk.tap("zhao", "明晚8点"))["text"] == "截止时间改好了：明天20:00"
    assert "改成单选" in await preview_labels(talk)
    assert "一户一票 · 征求意见，不是业主大会表决 · 可多选" in await card(talk, "zhao")
    assert "3月3日（周二）20:00截止" in await card(talk, "zhao")
    await talk.tap("zhao", "改截止时间")
    await talk.say("zhao", "周日中午12点")
    assert "3月8日（周日）12:00截止" in await card(talk, "zhao")
    await talk.tap("zhao", "改文字")
    await talk.say("zhao", "周日几点大扫除？8点还是9点")
    assert "<b>" not in await card(talk, "zhao")
    assert "周日几点大扫除？\n一户一票 · 征求意见，不是业主大会表决 · 可多选\n1. 8点\n2. 9点\n" in await card(
        talk, "zhao"
    )
    assert (await talk.tap("zhao", "不发了"))["text"] == "不发了。"
    assert "不发了。想发的时候再说一次就行。" in await talk.spoken("zhao")
    assert not [said for said in await talk.spoken(BUILDING) if "大扫除" in said]


async def preview_labels(talk: Rehearsal) -> list[str]:
    found = [one for one in await talk.messages("zhao") if "发出去是这样" in (one.get("text") or "")]
    return [button["text"] for button in talk.buttons(found[-1])]


CHANGES = ["改成多选", "改成一户一票", "改截止时间", "改文字", "不发了"]
BAD = [
    ("/poll 周六几点大扫除？\n" + "\n".join(f"{hour}点" for hour in range(40)), "选项太多了，最多12个"),
    ("/poll 😀😀？👍、👎", "没看出要问什么，光有表情大家不知道投什么。"),
    ("/poll " + "长" * 4080 + "？装、不装", "问题太长了，最多300个字。"),
    ("/poll 装门禁吗？装、不装，昨天8点截止", "您说的截止时间已经过了"),
    ("/poll 装门禁吗？装、不装，等通知截止", "截止时间我没看懂"),
    ("/poll 装门禁吗？装、" + "不装" * 60, "有的选项太长了，最多100个字。"),
    ("/poll", "想问大家什么？问题、选项、截止时间，一句话就行"),
]


async def test_bad_input_gets_a_clear_sentence_and_nothing_is_lost(talk: Rehearsal) -> None:
    await move_in(talk)
    for said, answer in BAD:
        await talk.say("zhao", said)
        assert answer in await last(talk, "zhao"), said
        if "截止时间" not in answer and not answer.startswith(("没", "问题太")):
            await talk.say("zhao", "周六几点大扫除？9点、10点" if said == "/poll" else "9点\n10点")
            assert "1. 9点\n2. 10点" in await last(talk, "zhao"), said


async def test_who_may_not_ask_and_where(talk: Rehearsal) -> None:
    await talk.say("zhao", SENTENCE, "residents")
    assert await labels(talk, "zhao") == ["发到群里（阳光花园）", *CHANGES]
    await talk.say("li", SENTENCE, "residents")
    assert (await last(talk, "li")).startswith("这一步要楼栋长或工作人员来做")
    await move_in(talk)
    await talk.say("zhao", SENTENCE)
    assert await labels(talk, "zhao") == ["发到群里（3号楼）", "发到群里（阳光花园）", *CHANGES]
    await talk.say("chen", SENTENCE[6:] + "，一人一票")
    assert "发到群里（阳光花园）" in await labels(talk, "chen")
    assert "发到群里（3号楼）" in await labels(talk, "chen")
    await talk.tap("chen", "发到群里（阳光花园）")
    assert "陈主任发起" in await card(talk, "residents")


async def test_words_below_the_card_vote_too(talk: Rehearsal) -> None:
    await move_in(talk, "li", "emma")
    await talk.say("zhao", SENTENCE, BUILDING)
    await talk.tap("zhao", "发到群里")
    posted = (await talk.messages(BUILDING))[-1]["message_id"]
    await talk.say("li", "选10点", BUILDING, reply_to=posted)
    assert await votes(talk) == [0, 1, 0]
    await talk.say("li", "1", BUILDING, reply_to=posted)
    assert await votes(talk) == [1, 0, 0]
    reactions = await rows(talk, select(outbox).where(outbox.c.key == "act:react"))
    assert len(reactions) == 2
    said = len(await talk.spoken(BUILDING))
    await talk.say("emma", "这几个时间我都要上班，能不能改到下周再说", BUILDING, reply_to=posted)
    assert await votes(talk) == [1, 0, 0]
    assert len(await talk.spoken(BUILDING)) == said
    await talk.say("emma", "随便", BUILDING, reply_to=posted)
    assert (await last(talk, "emma")).startswith("I cannot tell which one you mean.")
    assert (await talk.tap("emma", "下午"))["text"] == "Noted: 下午. You can change it until 20:00 on Friday."
    await talk.say("li", "撤回", BUILDING, reply_to=posted)
    assert await votes(talk) == [0, 0, 1]


async def votes(talk: Rehearsal) -> list[int]:
    """The tally as it is kept."""
    kept = await rows(talk, select(poll_options.c.votes).order_by(poll_options.c.place))
    return [row.votes for row in kept]


async def test_a_shaking_finger_takes_nothing_back_and_a_later_tap_does(talk: Rehearsal) -> None:
    await move_in(talk, "li")
    await talk.say("zhao", f"{SENTENCE}，最多选2项", BUILDING)
    await talk.tap("zhao", "发到群里")
    assert (await talk.tap("li", "9点", BUILDING))["text"] == "记下了：9点。周五20:00前可以改。"
    assert (await talk.tap("li", "9点", BUILDING))["text"] == "已经记着了：9点。周五20:00前可以改。"
    assert (await talk.tap("li", "下午", BUILDING))["text"].startswith("记下了：9点/下午。")
    assert (await talk.tap("li", "10点", BUILDING))["text"].startswith("最多选2项。")
    await talk.move(seconds=10)
    assert (await talk.tap("li", "9点", BUILDING))["text"].startswith("记下了：下午。")
    await talk.move(seconds=10)
    assert (await talk.tap("li", "下午", BUILDING))["text"] == "撤回了。周五20:00前还可以再投。"
    assert "已投0人" in await card(talk)


async def test_somebody_in_no_household_hears_how_to_join_and_a_full_option_says_so(talk: Rehearsal) -> None:
    place = await move_in(talk, "li", "emma")
    await lives(talk, place, "501", "li")
    await lives(talk, place, "502", "zhao")
    await talk.say("zhao", "/poll 谁家出一个人浇花？周六（限1户）、周日，一户一票", BUILDING)
    await talk.tap("zhao", "发到群里")
    assert (await talk.tap("emma", "周六", BUILDING))["text"].startswith("This is one vote a household")
    assert "so your tap has not counted" in await last(talk, "emma")
    await talk.tap("li", "周六", BUILDING)
    assert (await talk.tap("zhao", "周六（满）", BUILDING))["text"] == "这一项满了（限1票），换一项吧。"
    await lives(talk, place, "503", "emma")
    assert (await talk.tap("emma", "周日"))["text"].startswith("Noted: 周日.")
    assert "已投2户 / 应到2户" in await card(talk)


async def test_who_is_missing_is_reminded_and_the_captain_leads_to_the_end(talk: Rehearsal) -> None:
    place = await move_in(talk, "li")
    await lives(talk, place, "501", "li")
    await lives(talk, place, "502", "zhao")
    await lives(talk, place, "601")
    await talk.say("zhao", f"{SENTENCE}，一户一票", BUILDING)
    await talk.tap("zhao", "发到群里")
    await talk.tap("zhao", "9点", BUILDING)
    await talk.tap("zhao", "谁还没投")
    assert "还没投的2户（只给您看）：\n501\n601" in await last(talk, "zhao")
    assert (await talk.tap("zhao", "提醒他们"))["text"] == "会提醒1人，夜里不打扰。"
    assert (await last(talk, "li")).startswith("您家还没投票，点一下就行：\n周六几点大扫除？")
    assert (await talk.tap("zhao", "提醒他们"))["text"] == "会提醒1人，夜里不打扰。"
    assert (await talk.tap("zhao", "提醒他们"))["text"].startswith("已经提醒过2次了")
    heard = len(await talk.spoken("li"))
    await talk.until(datetime(2026, 3, 5, 11, 0, tzinfo=UTC))
    assert len(await talk.spoken("li")) == heard + 1
    await talk.tap("zhao", "改截止时间")
    assert (await talk.tap("zhao", "今晚8点"))["text"].startswith("已经有人在投，截止时间只能往后改")
    assert (await talk.tap("zhao", "三天后晚8点"))["text"] == "截止时间改好了：周日20:00"
    assert "3月8日（周日）20:00截止（原来3月6日（周五）20:00）" in await card(talk)
    await talk.until(FRIDAY)
    assert (await talk.tap("li", "下午"))["text"].startswith("记下了：下午。")
    await talk.tap("zhao", "提前结束")
    assert (await talk.tap("zhao", "现在结束"))["text"] == "结束了，结果马上发到群里。"
    final = await pictured(talk)
    assert "9点、下午 票数一样，各1票。" in final["caption"]
    await talk.until(datetime(2026, 3, 9, 12, 0, tzinfo=UTC))
    assert len([said for said in await talk.spoken(BUILDING) if "📊" in said]) == 1


async def test_a_captain_without_a_private_chat_gets_the_preview_when_it_opens(talk: Rehearsal) -> None:
    place = await move_in(talk, "liu", name="1号楼")

    def appoint(connection: Connection) -> None:
        scope = talk.bot.deps.scope(connection)
        found = select(persons.c.id).where(persons.c.telegram_id == talk.people["liu"])
        compound = connection.execute(select(places.c.compound_id).where(places.c.id == place)).scalar()
        person = connection.execute(found).scalar()
        seeding.grant(scope, int(person), Role.CAPTAIN, place, int(compound))

    await talk.bot.store.write(appoint)
    await talk.say("liu", SENTENCE, BUILDING)
    await talk.quiet()  # the bot first asks the platform what it may do in that group
    assert "刘先生" in await last(talk, BUILDING)
    assert "大扫除" not in await last(talk, BUILDING)
    await talk.say("liu", "/start")
    assert [said for said in await talk.spoken("liu") if said.startswith("发出去是这样")]
    assert (await talk.tap("liu", "改成一户一票"))["text"] == "改成一户一票了。"
    assert "一户一票 · 征求意见" in await card(talk, "liu")
    await talk.tap("liu", "发到群里（1号楼）")
    assert "刘先生发起" in await card(talk)


async def test_nobody_voted_is_said_kindly_and_without_a_picture(talk: Rehearsal) -> None:
    await move_in(talk)
    await talk.say("zhao", SENTENCE, BUILDING)
    await talk.tap("zhao", "发到群里")
    await talk.stop()
    talk.clock.advance(timedelta(days=6))
    await talk.again()
    await talk.until(datetime(2026, 3, 9, 12, 0, tzinfo=UTC))
    final = await pictured(talk)
    assert "photo" not in final
    assert "这次还没有人投。没关系" in final["text"]
