"""What cannot be done gets a short sentence that says what to do, and leaves nothing half done."""

import base64

import pytest

from domain.cases.table import State
from handlers.cases.lines import reported
from storage import seeding
from tests.conversations.hearing import filed, last, post
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()
HOSTILE = "<b>粗</b> &lt; *星* _线_ `码` [链](https://evil.example) </blockquote><script>"


async def test_a_second_tap_says_that_it_is_yours_already(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    card = next(one for one in await talk.messages("workers") if "电梯坏了" in one.get("text", ""))
    data = talk.buttons(card)[0]["callback_data"]
    await talk.platform.post("/faults", {"method": "editMessageText", "kind": "429", "count": 2})
    await talk.press("wang", card["message_id"], data, "workers")
    toast = await talk.press("wang", card["message_id"], data, "workers")
    assert toast["text"] == "这件事您已经接了，不用再点。"


async def test_a_press_without_the_right_changes_nothing(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    toast = await talk.tap("chen", "我来接", "workers")
    assert "不归您办" in toast["text"]
    assert (await filed(talk))[0].state is State.FILED


@pytest.mark.parametrize("data", ["steal:1", "take:", "x" * 60, "take:zzzzzzzzzzzzz", "case_take_5"])
async def test_a_stale_or_forged_button_is_told_so(talk: Rehearsal, data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "旧", "callback_data": data}]]}
    old = await post(
        talk, "sendMessage", {"chat_id": talk.people["li"], "text": "旧消息", "reply_markup": markup}
    )
    toast = await talk.press("li", old["message_id"], data)
    assert toast["text"] == "这个按钮太旧，用不了了。说“我的”看最新的。"


async def test_a_forged_subject_is_not_found(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    markup = {"inline_keyboard": [[{"text": "假", "callback_data": "take:zz"}]]}
    old = await post(
        talk, "sendMessage", {"chat_id": talk.people["li"], "text": "假消息", "reply_markup": markup}
    )
    toast = await talk.press("li", old["message_id"], "take:zz")
    assert toast["text"].startswith("没找到这件事")
    assert (await filed(talk))[0].state is State.FILED


async def test_a_neighbour_can_not_touch_a_case_by_its_number(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    for said in ("#1 撤回", "#1", "#1 我来接", "#1 你好呀邻居"):
        await talk.say("emma", said)
        assert (await last(talk, "emma")).startswith("I cannot find that one")
    assert (await filed(talk))[0].state is State.FILED


@pytest.mark.parametrize("said", ["/nosuch", "/nosuch 12 好了"])
async def test_an_unknown_command_is_told_what_there_is(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said)
    assert (await last(talk, "li")).startswith("没有这个命令。能用的有：/report")
    assert not await filed(talk)


@pytest.mark.parametrize("more", [{"forward": {"from_name": "王师傅"}}, {"via_bot": 42}])
async def test_a_command_in_somebody_elses_words_does_nothing(
    talk: Rehearsal, more: dict[str, object]
) -> None:
    await talk.say("li", "电梯坏了")
    for said in ("/withdraw 1", "撤回", "#1 撤回"):
        await talk.say("li", said, **more)
        assert (await last(talk, "li")).startswith("转发来的话")
    assert (await filed(talk))[0].state is State.FILED


async def test_a_command_below_a_picture_does_nothing(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.say("li", photo=PICTURE, caption="/withdraw 1")
    assert "图片下面的命令" in await last(talk, "li")
    assert [sheet.state for sheet in await filed(talk)] == [State.FILED]


async def test_a_picture_where_words_are_wanted_is_asked_for_words(talk: Rehearsal) -> None:
    await talk.say("li", "电梯坏了")
    await talk.say("wang", "#1 我来接")
    await talk.say("wang", "#1 回")
    await talk.say("wang", photo=PICTURE, caption="修好了")
    assert await last(talk, "wang") == "这一步只收文字。请写一句话发给我。"
    await talk.say("wang", "修好了")
    assert await last(talk, "li") == "#1 王师傅回话了：\n修好了"
    assert len(await filed(talk)) == 1


async def test_an_anonymous_administrator_is_asked_for_a_name(talk: Rehearsal) -> None:
    group = talk.groups["residents"]
    await talk.say("chen", "/report 电梯坏了", "residents", as_chat=group)
    assert "匿名管理员" in await last(talk, "residents")
    assert not await filed(talk)


async def test_a_channel_is_asked_for_a_person(talk: Rehearsal) -> None:
    people = [talk.people["chen"]]
    channel = await talk.platform.post(
        "/chats", {"type": "channel", "title": "通知", "members": people, "admins": people}
    )
    await talk.say("chen", "/report 电梯坏了", "residents", as_chat=channel["id"])
    assert "频道" in await last(talk, "residents")
    assert not await filed(talk)


async def test_what_cannot_be_read_is_asked_for_words(talk: Rehearsal) -> None:
    await talk.say("li", contact={"phone_number": "1", "first_name": "张三"})
    assert (await last(talk, "li")).startswith("这个我看不懂")


async def test_html_and_markdown_are_only_words(talk: Rehearsal) -> None:
    person = await talk.platform.post(
        "/users", {"first_name": HOSTILE[:60], "last_name": "</b>", "language_code": "zh"}
    )
    talk.people["trouble"] = person["id"]
    await talk.platform.post(f"/chats/{talk.groups['residents']}/members", {"user_id": person["id"]})
    await talk.say("trouble", f"/report {HOSTILE}", "residents")
    assert HOSTILE in await last(talk, "workers")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", f"回 #1 {HOSTILE}")
    await talk.say("zhao", f"/call {HOSTILE} 3人", "residents")
    assert HOSTILE[:10] in await last(talk, "residents")
    await talk.tap("trouble", "我报名", "residents")
    assert reported((await filed(talk))[0]) == HOSTILE
    for where in ("residents", "workers", "wang"):
        found = [entity["type"] for one in await talk.messages(where) for entity in one.get("entities", [])]
        assert not {"text_link", "code", "pre"} & set(found)


async def test_a_person_of_no_compound_is_told_where_to_begin(talk: Rehearsal) -> None:
    person = await talk.platform.post("/users", {"first_name": "路人", "language_code": "zh"})
    talk.people["stranger"] = person["id"]
    await talk.bot.store.write(
        lambda connection: seeding.add_compound(talk.bot.deps.scope(connection), "月亮花园", "Asia/Shanghai")
    )
    await talk.say("stranger", "/start")
    await talk.say("stranger", "电梯坏了")
    assert (await last(talk, "stranger")).startswith("我还不知道您住哪个小区")
    assert not await filed(talk)
