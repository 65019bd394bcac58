"""Editing, deleting, reacting; the delivery probe in each way in which the platform might answer it."""

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReactionTypeEmoji

from bot.sandbox import Sandbox, SandboxClock
from tests.sandbox.people import BOT, People


def keys(*data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=d, callback_data=d) for d in data]]
    )


async def refusal(work: object) -> str:
    with pytest.raises(TelegramBadRequest) as refused:
        await work  # type: ignore[misc]
    return refused.value.message.removeprefix("Bad Request: ")


async def test_an_edit_replaces_text_and_keyboard(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    sent = await bot.send_message(group, "<b>一</b>", parse_mode="HTML", reply_markup=keys("a"))
    edited = await bot.edit_message_text("二", chat_id=group, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.entities, edited.reply_markup) == ("二", None, None)
    (shown,) = await people.seen(group)
    assert shown["text"] == "二"
    (kept,) = (await people.ask("GET", "/world"))["messages"]
    assert [v["text"] for v in kept["versions"]] == ["一", "二"]


async def test_refused_edits(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    mine = await bot.send_message(group, "一", reply_markup=keys("a"))
    hers = await people.say(group, wang, "/x")

    def edit(message_id: int, text: str) -> object:
        return bot.edit_message_text(text, chat_id=group, message_id=message_id, reply_markup=keys("a"))

    assert "is not modified" in await refusal(edit(mine.message_id, "一"))
    assert await refusal(edit(hers["message_id"], "二")) == "message can't be edited"
    assert await refusal(edit(99, "二")) == "message to edit not found"
    caption = bot.edit_message_caption(chat_id=group, message_id=mine.message_id, caption="x")
    assert "no caption" in await refusal(caption)
    assert await people.rules_broken() == ["edit_no_caption"]


@pytest.mark.parametrize(
    ("mode", "own", "foreign", "missing"),
    [
        ({}, "is not modified", "can't be edited", "to edit not found"),
        ({"own_same": "ok"}, None, "can't be edited", "to edit not found"),
        ({"foreign": "not_found"}, "is not modified", "to edit not found", "to edit not found"),
        ({"missing": "invalid_id"}, "is not modified", "can't be edited", "MESSAGE_ID_INVALID"),
        ({"own_false_not_found": 1.0}, "to edit not found", "can't be edited", "to edit not found"),
    ],
)
async def test_the_probe_is_answered_in_each_possible_way(
    bot: Bot, people: People, mode: dict[str, object], own: str | None, foreign: str, missing: str
) -> None:
    wang = await people.person()
    group = await people.group(wang)
    mine = await bot.send_message(group, "一", reply_markup=keys("o:7"))
    hers = await people.say(group, wang, "/x")
    await people.fault(probe=mode)

    def probe(message_id: int) -> object:
        return bot.edit_message_reply_markup(chat_id=group, message_id=message_id, reply_markup=keys("o:7"))

    if own is None:
        assert await probe(mine.message_id)  # type: ignore[misc]
    else:
        assert own in await refusal(probe(mine.message_id))
    assert foreign in await refusal(probe(hers["message_id"]))
    assert missing in await refusal(probe(99))
    assert await people.rules_broken() == []
    assert (await people.seen(group))[0]["text"] == "一"


async def test_deleting(bot: Bot, people: People, sandbox: Sandbox) -> None:
    wang = await people.person()
    group, ours = await people.group(wang), await people.group(wang, admins=(BOT,))
    hers = await people.say(group, wang, "/x")
    assert await refusal(bot.delete_message(group, hers["message_id"])) == "message can't be deleted"
    mine = await bot.send_message(group, "x")
    assert await bot.delete_message(group, mine.message_id)
    assert await refusal(bot.delete_message(group, mine.message_id)) == "message to delete not found"
    theirs = await people.say(ours, wang, "x")
    assert await bot.delete_messages(ours, [theirs["message_id"], 77])
    assert await people.seen(ours) == []
    old = await bot.send_message(group, "x")
    assert isinstance(sandbox.clock, SandboxClock)
    sandbox.clock.advance(timedelta(hours=49))
    assert "can't be deleted for everyone" in await refusal(bot.delete_message(group, old.message_id))


async def test_forward_and_copy(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    hers = await people.say(group, wang, "/报修 <b>", caption=None)
    forwarded = await bot.forward_message(group, group, hers["message_id"])
    assert forwarded.forward_origin
    assert forwarded.forward_origin.type == "user"
    copied = await bot.copy_message(group, group, hers["message_id"])
    assert (await people.seen(group))[-1]["message_id"] == copied.message_id
    assert "to copy not found" in await refusal(bot.copy_message(group, group, 99))


async def test_pins_and_reactions(bot: Bot, people: People) -> None:
    wang = await people.person()
    group, closed = await people.group(wang, admins=(BOT,)), await people.group(wang)
    sent = await bot.send_message(group, "x")
    assert await bot.pin_chat_message(group, sent.message_id)
    assert (await bot.get_chat(group)).pinned_message
    assert await bot.unpin_chat_message(group, message_id=sent.message_id)
    await bot.set_message_reaction(group, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    shown = next(m for m in await people.seen(group) if m["message_id"] == sent.message_id)
    assert shown["reactions"] == [{"user_id": BOT, "reaction": [{"type": "emoji", "emoji": "👍"}]}]
    assert "REACTION_INVALID" in await refusal(
        bot.set_message_reaction(group, sent.message_id, [ReactionTypeEmoji(emoji="🏠")])
    )
    other = await bot.send_message(closed, "x")
    assert "not enough rights" in await refusal(bot.pin_chat_message(closed, other.message_id))
