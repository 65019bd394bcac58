"""getUpdates: offsets, long polls, kinds that are off, conflicts; and what privacy mode hides."""

import asyncio
import time

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.sandbox import Sandbox
from tests.sandbox.people import BOT, People


async def texts(bot: Bot, **options: object) -> list[str | None]:
    return [u.message.text for u in await bot.get_updates(**options) if u.message]  # type: ignore[arg-type]


async def test_offset_confirms_all_below_it(bot: Bot, people: People) -> None:
    wang = await people.person()
    for word in ("一", "二", "三"):
        await people.say(wang, wang, word)
    first, second, _third = await bot.get_updates()
    assert [u.update_id for u in await bot.get_updates(limit=1)] == [first.update_id]
    assert await texts(bot, offset=second.update_id) == ["二", "三"]
    assert await texts(bot) == ["二", "三"]
    world = await people.ask("GET", "/world")
    assert [u["confirmed"] for u in world["updates"]] == [True, False, False]
    assert world["updates"][0]["deliveries"] == 2


async def test_negative_offset_keeps_only_the_end(bot: Bot, people: People) -> None:
    wang = await people.person()
    for word in ("一", "二", "三"):
        await people.say(wang, wang, word)
    assert await texts(bot, offset=-1) == ["三"]
    assert await texts(bot) == ["三"]


async def test_long_poll_holds_and_wakes(bot: Bot, people: People) -> None:
    wang = await people.person()
    started = time.perf_counter()
    assert await bot.get_updates(timeout=1) == []
    assert time.perf_counter() - started > 0.9
    waiting = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    await people.say(wang, wang, "你好")
    (update,) = await waiting
    assert update.message is not None
    assert update.message.text == "你好"


async def test_second_poller_ends_the_first(bot: Bot) -> None:
    first = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    await bot.get_updates()
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await first


async def test_webhook_and_polling_exclude_each_other(bot: Bot) -> None:
    poll = asyncio.ensure_future(bot.get_updates(timeout=10))
    await asyncio.sleep(0.05)
    await bot.set_webhook("https://127.0.0.1:1/hook", secret_token="s")
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook"):
        await poll
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_three_kinds_are_off_until_asked_for(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group = await people.group(wang, admins=(wang, BOT))
    said = await people.say(group, wang, "好")
    await people.ask(
        "POST",
        f"/chats/{group}/reactions",
        json={"from": wang, "message_id": said["message_id"], "reaction": ["👍"]},
    )
    await people.ask("POST", f"/chats/{group}/members", json={"user_id": li})
    assert [u.event_type for u in await bot.get_updates()] == ["my_chat_member", "message", "message"]
    await bot.get_updates(offset=-1, allowed_updates=["message_reaction", "chat_member"])
    await people.ask(
        "POST", f"/chats/{group}/reactions", json={"from": wang, "message_id": said["message_id"]}
    )
    await people.ask("DELETE", f"/chats/{group}/members/{li}")
    kinds = [u.event_type for u in await bot.get_updates()]
    assert kinds[1:] == ["message_reaction", "chat_member"]


async def test_privacy_mode_hides_chatter(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    mine = await bot.send_message(group, "在")
    await people.say(group, wang, "闲聊")
    await people.say(group, wang, "@linli_bot 你好")
    await people.say(group, wang, "/help@other_bot")
    await people.say(group, wang, "/help@linli_bot")
    await people.say(group, wang, "/help")
    await people.say(group, wang, "回复", reply_to=mine.message_id)
    assert await texts(bot) == ["/help@linli_bot", "/help", "回复"]


async def test_a_bare_command_goes_to_the_bot_that_spoke_last(bot: Bot, people: People) -> None:
    wang, other = await people.person(), await people.person("Other", is_bot=True)
    group = await people.group(wang, other)
    await people.say(group, other, "我是别的机器人")
    await people.say(group, wang, "/help")
    assert await texts(bot) == []


async def test_without_privacy_all_is_heard(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    await people.ask("PATCH", "/bot", json={"can_read_all_group_messages": True})
    await people.say(group, wang, "闲聊")
    assert await texts(bot) == ["闲聊"]
    assert (await bot.get_me()).can_read_all_group_messages


async def test_redelivery_comes_whatever_the_offset(bot: Bot, people: People) -> None:
    wang = await people.person()
    await people.say(wang, wang, "一")
    (update,) = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1) == []
    await people.ask("POST", "/redeliver", json={"update_ids": [update.update_id]})
    assert [u.update_id for u in await bot.get_updates(offset=update.update_id + 1)] == [update.update_id]
    assert await bot.get_updates(offset=update.update_id + 1) == []


async def test_updates_come_twice_and_out_of_order_by_seed(bot: Bot, people: People) -> None:
    wang = await people.person()
    await people.fault(updates={"duplicate": 1.0, "reorder": 1.0})
    for number in range(8):
        await people.say(wang, wang, str(number))
    once = await texts(bot)
    assert once != sorted(once, key=str)
    last = max(u.update_id for u in await bot.get_updates())
    again = await texts(bot, offset=last + 1)
    assert sorted(once, key=str) == [str(number) for number in range(8)]
    assert again == [] or set(again) <= set(once)


async def test_presses_are_gone_after_150_seconds(bot: Bot, people: People, sandbox: Sandbox) -> None:
    wang = await people.person()
    await people.say(wang, wang, "/start")
    await people.ask("POST", "/clock", json={"advance": 23 * 3600})
    assert await texts(bot) == ["/start"]
    await people.ask("POST", "/clock", json={"advance": 2 * 3600})
    assert await texts(bot) == []
