"""Two people, one household, one moment; and whoever taps and says everything twice."""

import asyncio

from tests.conversations.hearing import filed, last
from tests.conversations.polling import BUILDING, SENTENCE, card, lives, move_in
from tests.conversations.test_homes import built, coded, newcomer
from tests.runtime.rehearsal import Json, Rehearsal


async def press(talk: Rehearsal, who: str, label: str, where: str) -> Json:
    """A tap that waits for nobody."""
    message = next(one for one in reversed(await talk.messages(where)) if talk.buttons(one))
    data = next(one["callback_data"] for one in talk.buttons(message) if label in one["text"])
    body = {"from": talk.people[who], "message_id": message["message_id"], "data": data}
    return await talk.platform.post(f"/chats/{talk.chat(where)}/press", body)


async def test_two_of_one_household_vote_at_once(running: Rehearsal) -> None:
    place = await move_in(running, "li", "liu")
    await lives(running, place, "501", "li", "liu")
    await running.say("zhao", f"{SENTENCE}，一户一票", BUILDING)
    await running.tap("zhao", "发到群里（3号楼）")
    toasts = await asyncio.gather(
        press(running, "li", "9点", BUILDING), press(running, "liu", "下午", BUILDING)
    )
    await running.quiet()
    said = sorted(toast["text"][:4] for toast in toasts)
    assert said == ["您家已经", "记下了："]
    assert "已投1户 / 应到1户" in await card(running)


async def test_one_code_two_people_at_once(running: Rehearsal) -> None:
    await built(running)
    await newcomer(running)
    await newcomer(running, "other", "小别")
    link = await coded(running)
    await asyncio.gather(running.send("xin", link), running.send("other", link))
    await running.quiet()
    toasts = await asyncio.gather(
        press(running, "xin", "租客", "xin"), press(running, "other", "租客", "other")
    )
    await running.quiet()
    assert sorted(toast["text"][:6] for toast in toasts) == ["记下了，去请", "这个住户码已"]


async def test_said_twice_the_second_takes_nothing_else_back(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯又停了")
    await talk.say("li", "楼道灯坏了")
    await talk.say("li", "撤回")
    await talk.say("li", "撤回")
    assert (await last(talk, "li")).startswith("#2 已经撤回了，不用再撤。")
    assert [sheet.state.value for sheet in await filed(talk)] == ["filed", "withdrawn"]
