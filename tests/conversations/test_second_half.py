"""The second half of a case: judged in part, rated, asked back, put off, declined by two, shared, silent."""

import base64

from sqlalchemy import select

from domain.cases.table import State
from storage.tables import media
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()


async def finished(talk: Rehearsal) -> None:
    """A case that Wang has finished."""
    await talk.say("li", "电梯坏了")
    await talk.say("wang", "#1 我来接")
    await talk.say("wang", "#1 办完了 换了控制板")


async def state(talk: Rehearsal) -> State:
    return (await filed(talk))[0].state


async def test_solved_in_part_then_rated_by_one_tap(running: Rehearsal) -> None:
    await finished(running)
    assert await labels(running, "li") == ["解决了", "解决了一部分", "没解决"]
    assert (await running.tap("li", "解决了一部分"))["text"] == "#1 记下了，谢谢您。"
    assert await last(running, "wang") == "#1 李阿姨说解决了一部分。辛苦了！"
    assert (
        await last(running, "li") == "#1 记下了，谢谢您。还要办的话，说“没解决”就行。办得满意吗？不说也行。"
    )
    assert await labels(running, "li") == ["满意", "一般", "不满意"]
    assert (await running.tap("li", "一般"))["text"] == "#1 记下了，谢谢您。"
    (sheet,) = await filed(running)
    assert (sheet.state, sheet.rating) == (State.PARTLY, "fair")


async def test_the_three_answers_in_plain_words(talk: Rehearsal) -> None:
    await finished(talk)
    await talk.say("li", "好了一半")
    assert await state(talk) is State.PARTLY
    await talk.say("li", "没修好")
    assert await state(talk) is State.TAKEN
    assert (await last(talk, "li")).startswith("#1 知道了，已经请王师傅再来看")
    await talk.say("li", "按钮还是不亮")
    assert await last(talk, "wang") == "#1 李阿姨补充了一句：\n按钮还是不亮"
    await talk.say("wang", "#1 办完了 换了按钮")
    await talk.say("li", "修好了")
    assert await state(talk) is State.CONFIRMED
    await talk.say("li", "满意")
    assert await last(talk, "li") == "#1 记下了，谢谢您。"
    assert (await filed(talk))[0].rating == "good"


async def test_a_picture_is_proof_enough_and_nothing_is_not(running: Rehearsal) -> None:
    await running.say("li", "电梯坏了")
    await running.say("wang", "#1 我来接")
    await running.say("wang", "#1 办完了")
    assert "或者发张照片" in await last(running, "wang")
    await running.say("wang", photo=PICTURE)
    assert await state(running) is State.FINISHED
    kept = await running.bot.store.read(lambda connection: connection.execute(select(media.c.proves)).all())
    assert [row.proves for row in kept] == ["after"]
    assert (await last(running, "li")).startswith("#1 王师傅说办完了。您看解决了吗？")


async def test_seven_days_of_silence_are_not_satisfied_and_a_late_answer_counts(running: Rehearsal) -> None:
    await finished(running)
    await running.move(days=3, hours=1)
    assert await last(running, "li") == "#1 前几天说办完了。您看解决了吗？点一下就行。"
    await running.move(days=4)
    assert await state(running) is State.SILENT
    said = "".join(await running.spoken("li"))
    assert said.count("前几天说办完了") == 1
    await running.say("li", "我的")
    assert "等您说一句：解决了吗" in await last(running, "li")
    await running.tap("li", "解决了")
    assert await state(running) is State.CONFIRMED


async def test_four_weeks_later_it_is_asked_once_and_broken_again_reopens(running: Rehearsal) -> None:
    await finished(running)
    await running.tap("li", "解决了")
    await running.move(days=28, hours=1)
    assert (await last(running, "li")).startswith("#1 上次修好的，现在还好吗？")
    assert await labels(running, "li") == ["还好", "又坏了", "别再问我"]
    await running.tap("li", "又坏了")
    assert await state(running) is State.TAKEN
    await running.say("li", "算了")
    await running.say("wang", "#1 办完了 再修一次")
    await running.tap("li", "解决了")
    await running.move(days=40)
    assert "".join(await running.spoken("li")).count("现在还好吗") == 1


async def test_who_wants_to_be_left_alone_is(talk: Rehearsal) -> None:
    await finished(talk)
    await talk.tap("li", "解决了")
    await talk.move(days=28, hours=1)
    assert (await talk.tap("li", "别再问我"))["text"] == "好，以后不再问您。"
    await talk.say("li", "路灯不亮了")
    await talk.say("wang", "#2 我来接")
    await talk.say("wang", "#2 办完了 换了灯泡")
    await talk.tap("li", "解决了")
    await talk.move(days=29)
    assert "".join(await talk.spoken("li")).count("现在还好吗") == 1


async def test_a_question_back_stops_the_clock_and_the_next_words_answer_it(running: Rehearsal) -> None:
    await running.say("li", "电梯坏了")
    await running.say("wang", "#1 我来接")
    await running.tap("wang", "看进度") if "看进度" in await labels(running, "wang") else None
    await running.tap("wang", "更多")
    assert await labels(running, "wang") == ["问住户", "缓一缓", "办不了", "不计入评比"]
    await running.tap("wang", "问住户")
    await running.say("wang", "您家是几楼？")
    assert await state(running) is State.WAITING
    assert await last(running, "li") == "#1 王师傅想问您一句，您回了就接着办：\n您家是几楼？"
    await running.say("li", "十二楼")
    assert await state(running) is State.TAKEN
    assert await last(running, "wang") == "#1 李阿姨补充了一句：\n十二楼"
    assert len(await filed(running)) == 1


async def test_unanswered_for_three_days_it_goes_on(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.say("wang", "#1 我来接")
    await talk.say("wang", "#1 问住户 您家是几楼？")
    await talk.move(days=3, hours=1)
    assert await state(talk) is State.TAKEN
    assert "三天没有回" in "".join(await talk.spoken("wang"))


async def test_put_off_in_plain_words_and_woken_by_the_clock(running: Rehearsal) -> None:
    await running.say("li", "电梯坏了")
    await running.say("wang", "#1 我来接")
    await running.say("wang", "#1 缓到后天 等配件到货")
    assert await state(running) is State.DEFERRED
    told = await last(running, "li")
    assert told.startswith("#1 王师傅说要缓到")
    assert told.endswith("后天 等配件到货")
    await running.move(days=2, hours=2)
    assert await state(running) is State.TAKEN
    assert "缓到的日子到了" in "".join(await running.spoken("wang"))


async def test_a_delay_needs_a_day_ahead(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.say("wang", "#1 我来接")
    await talk.say("wang", "#1 缓一缓")
    assert "缓到哪天" in await last(talk, "wang")
    await talk.say("wang", "等配件")
    assert (await last(talk, "wang")).startswith("缓到哪天？请带上日子")
    await talk.say("wang", "昨天再说")
    assert (await last(talk, "wang")).startswith("这个日子已经过了")
    await talk.say("wang", "缓到明天上午，等配件")
    assert await state(talk) is State.DEFERRED


async def test_declined_by_two_with_a_reason(running: Rehearsal) -> None:
    await running.say("li", "小区外面的路灯坏了")
    await running.say("wang", "#1 办不了")
    assert (await last(running, "wang")).startswith("#1 为什么办不了？")
    assert (await running.tap("wang", "不在小区里"))["text"] == "#1 好，请另一位同事看。"
    assert await state(running) is State.DECLINING
    assert "说办不了，理由是“不在小区里”" in "".join(await running.spoken("workers"))
    toast = await running.tap("wang", "同意不办", "workers")
    assert toast["text"] == "#1 是您说不办的，要另一位工作人员来看。"
    assert await state(running) is State.DECLINING
    assert "办不了" not in await last(running, "li")
