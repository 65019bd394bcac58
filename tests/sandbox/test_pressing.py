"""Taps and their answers; messages for one pair of eyes."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)

from tests.sandbox.people import BOT, People

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="接单", callback_data="take:1"),
            InlineKeyboardButton(text="看", url="https://e.cn/1"),
        ]
    ]
)


async def next_tap(bot: Bot) -> CallbackQuery:
    while True:
        updates = await bot.get_updates(timeout=5)
        await bot.get_updates(offset=updates[-1].update_id + 1)
        if updates[-1].callback_query:
            return updates[-1].callback_query


async def test_a_tap_waits_for_the_answer(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    sent = await bot.send_message(group, "卡", reply_markup=KEYS)
    tap = asyncio.ensure_future(people.press(group, wang, sent.message_id, text="接单"))
    query = await next_tap(bot)
    assert (query.data, query.from_user.id) == ("take:1", wang)
    assert await bot.answer_callback_query(query.id, "您接了", show_alert=True)
    pressed = await tap
    assert (pressed["text"], pressed["show_alert"]) == ("您接了", True)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)


async def test_taps_that_go_nowhere(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    sent = await bot.send_message(group, "卡", reply_markup=KEYS)
    assert (await people.press(group, wang, sent.message_id, text="看"))["url"] == "https://e.cn/1"
    assert (await people.press(group, wang, sent.message_id, data="take:1", wait=0.05))["timed_out"]
    path, body = f"/chats/{group}/press", {"from": wang, "message_id": sent.message_id}
    assert await people.refused("POST", path, json={**body, "data": "nope"}) == 404
    await bot.delete_message(group, sent.message_id)
    assert await people.refused("POST", path, json={**body, "data": "take:1"}) == 404
    stranger = await people.person("赵")
    assert await people.refused("POST", path, json={**body, "from": stranger, "data": "take:1"}) == 403


async def test_a_query_is_stale_after_150_seconds(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    sent = await bot.send_message(group, "卡", reply_markup=KEYS)
    await people.press(group, wang, sent.message_id, data="take:1", wait=0)
    query = await next_tap(bot)
    await people.press(group, wang, sent.message_id, data="take:1", wait=0)
    await people.ask("POST", "/clock", json={"advance": 151})
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)
    assert await bot.get_updates() == []


def to(user: int, **fields: object) -> EphemeralMessageParameters:
    return EphemeralMessageParameters(receiver_user_id=user, **fields)  # type: ignore[arg-type]


async def test_an_admin_bot_whispers_at_any_time(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group = await people.group(wang, li, admins=(BOT,))
    sent = await bot.send_message(group, "私", ephemeral_message_parameters=to(wang), reply_markup=KEYS)
    assert (sent.message_id, sent.ephemeral_message_id) == (0, 1)
    assert sent.receiver_user
    assert sent.receiver_user.id == wang
    assert len(await people.seen(group, as_user=wang)) == 1
    assert await people.seen(group, as_user=li) == []
    which = {"chat_id": group, "receiver_user_id": wang, "ephemeral_message_id": 1}
    assert await bot.edit_ephemeral_message_text(text="改", reply_markup=KEYS, **which)  # type: ignore[arg-type]
    assert (await people.seen(group))[0]["text"] == "改"
    tap = asyncio.ensure_future(people.press(group, wang, 0, ephemeral_message_id=1, text="接单"))
    query = await next_tap(bot)
    await bot.answer_callback_query(query.id)
    await tap
    with pytest.raises(TelegramBadRequest, match="ephemeral message not found"):
        await bot.delete_ephemeral_message(group, li, 1)
    assert await bot.delete_ephemeral_message(**which)  # type: ignore[arg-type]
    assert await people.seen(group) == []


async def test_any_other_bot_only_within_15_seconds_of_a_tap(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group = await people.group(wang, li)
    card = await bot.send_message(group, "卡", reply_markup=KEYS)
    with pytest.raises(TelegramBadRequest, match="TRIGGER_REQUIRED"):
        await bot.send_message(group, "私", ephemeral_message_parameters=to(wang))
    await people.press(group, wang, card.message_id, data="take:1", wait=0)
    query = await next_tap(bot)
    shown = to(wang, callback_query_id=query.id, replace_callback_query_message=True)
    await bot.send_message(group, "私", ephemeral_message_parameters=shown)
    assert (await people.seen(group, as_user=wang))[-1]["replaces_message_id"] == card.message_id
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.send_message(group, "私", ephemeral_message_parameters=to(li, callback_query_id=query.id))
    await people.ask("POST", "/clock", json={"advance": 16})
    with pytest.raises(TelegramBadRequest, match="EXPIRED"):
        await bot.send_message(group, "私", ephemeral_message_parameters=shown)


async def test_ephemeral_commands_are_seen_by_the_bot_alone(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group = await people.group(wang, li)
    await bot.set_my_commands([BotCommand(command="me", description="我的", is_ephemeral=True)])
    said = await people.say(group, wang, "/me")
    assert said["message_id"] == 0
    assert await people.seen(group, as_user=li) == []
    (update,) = [u for u in await bot.get_updates() if u.message]
    assert update.message
    reply = ReplyParameters(ephemeral_message_id=update.message.ephemeral_message_id)
    with pytest.raises(TelegramBadRequest, match="must be ephemeral"):
        await bot.send_message(group, "x", reply_parameters=reply)
    await bot.send_message(group, "私", ephemeral_message_parameters=to(wang), reply_parameters=reply)


async def test_whispers_stay_in_groups(bot: Bot, people: People) -> None:
    wang, stranger = await people.person(), await people.person("赵")
    await people.say(wang, wang, "/start")
    with pytest.raises(TelegramBadRequest, match="only in groups"):
        await bot.send_message(wang, "私", ephemeral_message_parameters=to(wang))
    group = await people.group(wang, admins=(BOT,))
    with pytest.raises(TelegramBadRequest, match="RECEIVER"):
        await bot.send_message(group, "私", ephemeral_message_parameters=to(stranger))
