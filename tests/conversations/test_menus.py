"""Finding one's way: a newcomer's first minute, the pinned card, languages, and what is one's own."""

from typing import Any

import pytest

from handlers.commands import SLASHES
from handlers.menus.commands import COMMANDS, Menu
from tests.conversations.hearing import filed, labels, last, post
from tests.runtime.rehearsal import Rehearsal

Json = dict[str, Any]
KEYS = [["反映问题", "问一问"], ["投票报名", "我的"]]


async def lasting(talk: Rehearsal, where: str) -> list[list[str]]:
    """The lasting keys that the newest message with keys brought."""
    found = [one["reply_keyboard"] for one in await talk.messages(where) if one.get("reply_keyboard")]
    return [[key["text"] for key in row] for row in found[-1]["keyboard"]]


async def standing(talk: Rehearsal, where: str, said: Json) -> Json:
    """A message as it stands now, reactions included."""
    return next(one for one in await talk.messages(where) if one["message_id"] == said["message_id"])


async def pinned(talk: Rehearsal, where: str) -> list[int]:
    """What is pinned in a group."""
    chat = talk.sandbox.world.chat(talk.chat(where))
    assert chat is not None
    return list(chat.pinned)


async def make_admin(talk: Rehearsal, where: str) -> None:
    """The group's owner makes the bot an administrator."""
    session, body = talk.platform._session, {"admin": True}
    url = f"{talk.base}/sandbox/v1/chats/{talk.chat(where)}/members/{talk.bot.deps.bot_id}"
    async with session.patch(url, json=body) as answer:
        assert answer.status < 300
    await talk.quiet()


async def newcomer(talk: Rehearsal, name: str, language: str = "zh-hans") -> int:
    """Somebody whom nobody knows."""
    made = await talk.platform.post("/users", {"first_name": name, "language_code": language})
    talk.people[name] = int(made["id"])
    return int(made["id"])


async def test_a_newcomers_first_minute(running: Rehearsal) -> None:
    talk = running
    await newcomer(talk, "小陈")
    await talk.say("小陈", "/start")
    said = await last(talk, "小陈")
    assert "反映问题" in said
    assert "问一问" in said
    assert "投票报名" in said
    assert "住户码链接" in said
    assert len(said) < 400
    assert await lasting(talk, "小陈") == KEYS
    await talk.say("li", "/start")
    assert "入户链接" not in await last(talk, "li")


async def test_the_menu_card_stands_once_on_top_of_the_group(running: Rehearsal) -> None:
    talk = running
    await make_admin(talk, "residents")
    asked = await talk.say("chen", "/menu", "residents")
    (card_id,) = await pinned(talk, "residents")
    card = next(one for one in await talk.messages("residents") if one["message_id"] == card_id)
    texts = [[button["text"] for button in row] for row in card["reply_markup"]["inline_keyboard"]]
    assert texts == KEYS
    assert (await standing(talk, "residents", asked))["reactions"][0]["reaction"][0]["emoji"] == "👍"
    await talk.say("zhao", "/menu", "residents")
    assert await pinned(talk, "residents") == [card_id]
    assert len([text for text in await talk.spoken("residents") if text.startswith("有事找小邻")]) == 1
    assert (await talk.tap("li", "我的", "residents"))["text"]
    assert "居民" in await last(talk, "li")
    await talk.say("li", "/start ask")
    assert (await last(talk, "li")).strip()


async def test_a_resident_pins_nothing_and_is_told_who_does(talk: Rehearsal) -> None:
    await talk.say("li", "/menu", "residents")
    assert (await last(talk, "li")).startswith("这一步要楼栋长或工作人员来做")
    assert await pinned(talk, "residents") == []


async def test_without_the_right_to_pin_the_card_stands_all_the_same(talk: Rehearsal) -> None:
    await talk.say("chen", "/menu", "residents")
    assert len([text for text in await talk.spoken("residents") if text.startswith("有事找小邻")]) == 1


async def test_a_group_that_belongs_nowhere_hears_how_to_begin(talk: Rehearsal) -> None:
    body = {"type": "supergroup", "title": "新群", "members": [talk.people["li"]]}
    made = await talk.platform.post("/chats", body)
    talk.groups["new"] = int(made["id"])
    await talk.platform.post(f"/chats/{made['id']}/members", {"user_id": talk.bot.deps.bot_id})
    await talk.quiet()
    assert "请群管理员点一下下面的按钮" in await last(talk, "new")


async def test_a_language_is_kept_and_the_keys_come_in_it(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "换语言")
    assert await labels(talk, "li") == ["中文", "English"]
    await talk.tap("li", "English")
    assert await last(talk, "li") == "All right, we speak English from now on."
    assert await lasting(talk, "li") == [["Report a problem", "Ask something"], ["Votes and sign-up", "Mine"]]
    await talk.say("li", "Mine")  # her client is Chinese as ever
    assert "building 3" not in await last(talk, "li")
    assert "resident" in await last(talk, "li")
    await talk.bot.menus()
    await talk.quiet()
    shelf = f'[{{"chat_id": {talk.people["li"]}, "type": "chat"}}, ""]'
    assert talk.sandbox.world.commands[shelf][0]["description"].startswith("Report")
    await talk.say("li", "中文")
    await talk.tap("li", "中文")
    assert await lasting(talk, "li") == KEYS


async def test_thanks_bring_a_heart_and_a_greeting_one_line(talk: Rehearsal) -> None:
    for text in ("谢谢", "👍", "好的"):
        said = await talk.say("li", text)
        assert (await standing(talk, "li", said))["reactions"][0]["reaction"][0]["emoji"] == "❤"
    before = len(await talk.spoken("li"))
    await talk.say("li", "您好")
    assert await last(talk, "li") == "您好，我是小邻。有事直接说，或者点下面的按钮。"
    assert len(await talk.spoken("li")) == before + 1
    assert await lasting(talk, "li") == KEYS
    assert await filed(talk) == []


async def test_what_is_mine_is_one_screen(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "3号楼电梯又停了")
    await talk.say("zhao", "/call 周六上午搬花盆 要1个人", "residents")
    await talk.tap("li", "我报名", "residents")
    await talk.say("li", "我的")
    said = await last(talk, "li")
    assert said.index("电梯又停了") < said.index("周六上午搬花盆：报上名了") < said.index("居民")
    await talk.tap("li", "退出：周六上午搬花盆")
    await talk.say("li", "我的")
    assert "搬花盆" not in await last(talk, "li")


async def test_help_is_for_whoever_asks(talk: Rehearsal) -> None:
    for who, word in [("wang", "您是工作人员"), ("zhao", "您是楼栋长"), ("chen", "您是管理员")]:
        await talk.say(who, "/help")
        assert word in await last(talk, who)
    await talk.say("emma", "/help")
    assert "captain" not in await last(talk, "emma")


async def test_a_restart_tells_the_platform_nothing_again(talk: Rehearsal) -> None:
    await talk.bot.menus()
    await talk.quiet()
    shelves = dict(talk.sandbox.world.commands)
    assert '[{"type": "all_group_chats"}, ""]' in shelves
    assert '[{"type": "all_group_chats"}, "en"]' in shelves
    before = [call for call in talk.sandbox.engine.diary.calls if call.method == "setMyCommands"]
    await talk.stop()
    await talk.again()
    await talk.bot.menus()
    await talk.quiet()
    after = [call for call in talk.sandbox.engine.diary.calls if call.method == "setMyCommands"]
    assert len(after) == len(before) > 0
    wang = f'[{{"chat_id": {talk.people["wang"]}, "type": "chat"}}, ""]'
    assert [one["command"] for one in shelves[wang]] == list(COMMANDS[Menu.WORKER])


@pytest.mark.parametrize("menu", [Menu.WORKER])
async def test_every_command_that_is_offered_is_answered(talk: Rehearsal, menu: Menu) -> None:
    for name in COMMANDS[menu]:
        assert name in SLASHES
        before = len(await talk.spoken("wang"))
        await talk.say("wang", f"/{name}")
        said = (await talk.spoken("wang"))[before:]
        assert said, name
        assert not said[-1].startswith("这个命令"), name


async def test_a_card_that_somebody_deleted_comes_again(talk: Rehearsal) -> None:
    await make_admin(talk, "residents")
    await talk.say("chen", "/menu", "residents")
    (card_id,) = await pinned(talk, "residents")
    await post(talk, "deleteMessage", {"chat_id": talk.groups["residents"], "message_id": card_id})
    await talk.say("chen", "/menu", "residents")
    for _ in range(3):
        await talk.move(seconds=5)
    assert len([text for text in await talk.spoken("residents") if text.startswith("有事找小邻")]) == 1
