"""Every size limit against python-telegram-bot's constants, through python-telegram-bot's own client."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot as OtherBot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, constants
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import ExtBot

from bot.sandbox import Limits, sizes
from tests.sandbox.people import BOT, People
from tests.sandbox.pictures import PNG

ORACLE = {
    "TEXT": constants.MessageLimit.MAX_TEXT_LENGTH,
    "CAPTION": constants.MessageLimit.CAPTION_LENGTH,
    "ENTITIES": constants.MessageLimit.MESSAGE_ENTITIES,
    "CALLBACK_DATA_BYTES": constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
    "COPY_TEXT": constants.InlineKeyboardButtonLimit.MAX_COPY_TEXT,
    "CALLBACK_ANSWER": constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    "BUTTONS": constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER,
    "BUTTONS_PER_ROW": constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW,
    "ALBUM": (constants.MediaGroupLimit.MIN_MEDIA_LENGTH, constants.MediaGroupLimit.MAX_MEDIA_LENGTH),
    "BULK": (constants.BulkRequestLimit.MIN_LIMIT, constants.BulkRequestLimit.MAX_LIMIT),
    "UPDATES": (constants.PollingLimit.MIN_LIMIT, constants.PollingLimit.MAX_LIMIT),
    "UPLOAD_BYTES": constants.FileSizeLimit.FILESIZE_UPLOAD,
    "PHOTO_BYTES": constants.FileSizeLimit.PHOTOSIZE_UPLOAD,
    "WEBHOOK_SECRET": constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
    "WEBHOOK_CONNECTIONS": (
        constants.WebhookLimit.MIN_CONNECTIONS_LIMIT,
        constants.WebhookLimit.MAX_CONNECTIONS_LIMIT,
    ),
    "TOPIC_NAME": (constants.ForumTopicLimit.MIN_NAME_LENGTH, constants.ForumTopicLimit.MAX_NAME_LENGTH),
    "COMMANDS": constants.BotCommandLimit.MAX_COMMAND_NUMBER,
    "COMMAND": constants.BotCommandLimit.MAX_COMMAND,
    "COMMAND_DESCRIPTION": constants.BotCommandLimit.MAX_DESCRIPTION,
    "INLINE_RESULTS": constants.InlineQueryLimit.RESULTS,
    "HORIZONTAL_ACCURACY": constants.LocationLimit.HORIZONTAL_ACCURACY,
}


@pytest.mark.parametrize("name", ORACLE)
def test_sizes_agree_with_the_oracle(name: str) -> None:
    assert getattr(sizes, name) == ORACLE[name]


def test_rates_agree_with_the_oracle() -> None:
    limits = Limits()
    assert limits.per_second == constants.FloodLimit.MESSAGES_PER_SECOND
    assert limits.per_group_minute == constants.FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP
    assert limits.per_chat_second == constants.FloodLimit.MESSAGES_PER_SECOND_PER_CHAT


@pytest.fixture
async def other(base: str) -> AsyncIterator[OtherBot]:
    """Another HTTP stack, other encoding habits, another parser."""
    async with ExtBot("42:SANDBOX", base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as bot:
        yield bot


def keys(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("按", callback_data=data)]])


async def test_text_is_measured_in_utf16_after_parsing(other: OtherBot, people: People) -> None:
    group = await people.group(await people.person())
    await other.send_message(group, f"<b>{'🏠' * 2048}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="too long"):
        await other.send_message(group, "🏠" * 2048 + "x")
    await other.send_photo(group, PNG, caption="🏠" * 512)
    with pytest.raises(BadRequest, match="caption is too long"):
        await other.send_photo(group, PNG, caption="🏠" * 513)
    with pytest.raises(BadRequest, match="text is empty"):
        await other.send_message(group, "  \n ")


async def test_callback_data_is_measured_in_bytes(other: OtherBot, people: People) -> None:
    group = await people.group(await people.person())
    await other.send_message(group, "x", reply_markup=keys("楼" * 21 + "a"))
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await other.send_message(group, "x", reply_markup=keys("楼" * 22))
    wide = InlineKeyboardMarkup([[InlineKeyboardButton("1", callback_data="1")] * 9])
    with pytest.raises(BadRequest, match="too long"):
        await other.send_message(group, "x", reply_markup=wide)


async def test_the_other_client_finds_what_it_expects(other: OtherBot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang, admins=(wang, BOT))
    assert (await other.get_me()).username == "linli_bot"
    sent = await other.send_message(group, "一", reply_markup=keys("a"))
    edited = await other.edit_message_text("二", group, sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.text == "二"
    photo = await other.send_photo(group, PNG)
    assert bytes(await (await other.get_file(photo.photo[-1])).download_as_bytearray()) == PNG
    assert {m.user.id for m in await other.get_chat_administrators(group)} == {wang, BOT}
    assert (await other.get_chat_member(group, wang)).status == "creator"
    assert await other.get_chat_member_count(group) == 2
    assert (await other.get_chat(group)).title == "小区"
    assert await other.set_my_commands([("help", "帮助")])
    assert (await other.get_my_commands())[0].command == "help"
    assert await other.delete_message(group, sent.message_id)


async def test_the_other_client_understands_every_kind_of_update(other: OtherBot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    kinds = [
        "message",
        "edited_message",
        "callback_query",
        "message_reaction",
        "chat_member",
        "my_chat_member",
    ]
    await other.get_updates(allowed_updates=kinds)
    group = await people.group(wang, admins=(wang, BOT))
    said = await people.say(group, wang, photo="iVBORw0KGgo=", caption="/报 #水 https://e.cn")
    await people.ask(
        "PATCH", f"/chats/{group}/messages/{said['message_id']}", json={"from": wang, "text": "改"}
    )
    await people.ask(
        "POST",
        f"/chats/{group}/reactions",
        json={"from": wang, "message_id": said["message_id"], "reaction": ["❤️"]},
    )
    await people.ask("POST", f"/chats/{group}/members", json={"user_id": li})
    card = await other.send_message(group, "卡", reply_markup=keys("a"))
    await people.press(group, wang, card.message_id, data="a", wait=0)
    updates = await other.get_updates()
    seen = [next(k for k in kinds if getattr(u, k)) for u in updates]
    assert seen == [
        "my_chat_member", "message", "edited_message", "message_reaction", "chat_member", "message",
        "callback_query",
    ]  # fmt: skip


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_refusals_have_the_type_that_the_other_client_gives_them(
    other: OtherBot, people: People, base: str
) -> None:
    with pytest.raises(Forbidden):
        await other.send_message(await people.person(), "x")
    with pytest.raises(InvalidToken):
        async with ExtBot("43:BAD", base_url=f"{base}/bot"):
            pass
    await people.fault(method="getMe", kind="429", count=1, retry_after=3)
    with pytest.raises(RetryAfter):
        await other.get_me()
    await other.set_webhook("https://127.0.0.1:1/")
    with pytest.raises(Conflict):
        await other.get_updates()
    assert (await other.get_webhook_info()).url == "https://127.0.0.1:1/"
    await other.delete_webhook()
