"""Sending: HTML, media, albums, numbering, and every place that is closed to the bot."""

import asyncio
import contextlib

import httpx
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
)
from aiogram.types import BufferedInputFile, InputMediaPhoto, ReplyParameters
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox.entities import cut
from bot.sandbox.markup import parse_html
from bot.sandbox.refusals import Refused
from bot.sandbox.sizes import utf16
from tests.sandbox.people import BOT, People
from tests.sandbox.pictures import PNG


async def test_html_becomes_entities_in_utf16(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    sent = await bot.send_message(
        group,
        f'🏠<b>3号楼</b> &lt;水&gt; <a href="https://e.cn/x">看</a> <a href="tg://user?id={wang}">王</a>'
        "<blockquote expandable>引</blockquote><pre><code class='language-py'>a=1</code></pre>",
        parse_mode="HTML",
    )
    assert sent.text == "🏠3号楼 <水> 看 王引a=1"
    marks = [(e.type, e.offset, e.length) for e in sent.entities or ()]
    assert marks == [
        ("bold", 2, 3),
        ("text_link", 10, 1),
        ("text_mention", 12, 1),
        ("expandable_blockquote", 13, 1),
        ("pre", 14, 3),
    ]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", "Can't find end tag"),
        ("x</b>", "Unexpected end tag"),
        ("<b>x</i>", "Unmatched end tag"),
        ("<div>x</div>", 'Unsupported start tag "div"'),
        ("5 < 6", "start tag"),
        ("<span>x</span>", "tg-spoiler"),
    ],
)
async def test_broken_html_is_refused(bot: Bot, people: People, source: str, why: str) -> None:
    group = await people.group(await people.person())
    with pytest.raises(TelegramBadRequest, match="can't parse entities") as refusal:
        await bot.send_message(group, source, parse_mode="HTML")
    assert why in refusal.value.message
    assert await people.rules_broken() == ["entities_unparsable"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["b", "i", "u", "code", ""]), st.text('a🏠楼 <>&"\n', max_size=6))))
def test_escaped_text_survives_the_parser(pieces: list[tuple[str, str]]) -> None:
    def escape(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    source = "".join(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text) for tag, text in pieces)
    text, entities = parse_html(source)
    assert text == "".join(text for _tag, text in pieces)
    assert [cut(text, entity) for entity in entities] == [text for tag, text in pieces if tag and text]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("<>/&;abspn =\"'x", max_size=30))
def test_no_markup_breaks_the_parser(source: str) -> None:
    with contextlib.suppress(Refused):
        text, entities = parse_html(source)
        assert all(e["offset"] >= 0 and e["offset"] + e["length"] <= utf16(text) for e in entities)


async def test_ids_of_supergroups_are_their_own_and_of_private_chats_shared(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group, other = await people.group(wang), await people.group(wang)
    basic = await people.group(wang, type="group")
    await people.say(wang, wang, "/start")
    await people.say(li, li, "/start")
    to = [group, group, other, wang, basic, li, wang]
    ids = [(await bot.send_message(chat, "x")).message_id for chat in to]
    assert ids == [1, 2, 1, 3, 4, 5, 6]


async def test_photo_upload_and_download(bot: Bot, people: People, base: str) -> None:
    wang = await people.person()
    await people.say(wang, wang, "/start")
    sent = await bot.send_photo(wang, BufferedInputFile(PNG, "a.png"), caption="<b>图</b>", parse_mode="HTML")
    assert sent.photo
    assert sent.caption == "图"
    file = await bot.get_file(sent.photo[-1].file_id)
    assert file.file_path
    downloaded = await bot.download_file(file.file_path)
    assert downloaded
    assert downloaded.read() == PNG
    again = await bot.send_photo(wang, sent.photo[-1].file_id)
    assert again.photo
    async with httpx.AsyncClient(base_url=base) as client:
        shown = await client.get(f"/sandbox/v1/files/{sent.photo[-1].file_id}")
    assert shown.content == PNG


async def test_album_shares_its_group(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    media = [
        InputMediaPhoto(media=BufferedInputFile(PNG, f"{n}.png"), caption="1" if n else None)
        for n in range(3)
    ]
    sent = await bot.send_media_group(group, media)  # type: ignore[arg-type]
    assert len({m.media_group_id for m in sent}) == 1
    assert [m.message_id for m in sent] == [1, 2, 3]


async def test_document_voice_video_and_place(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    document = await bot.send_document(group, BufferedInputFile(b"%PDF", "表.pdf"))
    assert document.document
    assert document.document.file_name == "表.pdf"
    assert (await bot.send_voice(group, BufferedInputFile(b"ogg", "a.oga"), duration=3)).voice
    assert (await bot.send_video(group, BufferedInputFile(b"mp4", "a.mp4"))).video
    assert (await bot.send_location(group, 31.2, 121.5)).location
    assert await bot.send_chat_action(group, "typing")


async def test_private_chat_is_closed_until_start_and_while_blocked(bot: Bot, people: People) -> None:
    wang = await people.person()
    with pytest.raises(TelegramForbiddenError, match="can't initiate"):
        await bot.send_message(wang, "x")
    await people.say(wang, wang, "/start abc")
    assert (await bot.send_message(wang, "x")).chat.type == "private"
    await people.ask("POST", f"/users/{wang}/block")
    with pytest.raises(TelegramForbiddenError, match="was blocked"):
        await bot.send_message(wang, "x")
    await people.ask("DELETE", f"/users/{wang}/block")
    await bot.send_message(wang, "x")
    states = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert states == ["kicked", "member"]
    await people.ask("POST", f"/users/{wang}/deactivate")
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(wang, "x")
    assert await people.rules_broken() == []


async def test_kicked_and_left(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang, admins=(wang,))
    await people.ask("DELETE", f"/chats/{group}/members/{BOT}", params={"by": wang})
    with pytest.raises(TelegramForbiddenError, match="kicked from the supergroup"):
        await bot.send_message(group, "x")
    other = await people.group(wang)
    await bot.leave_chat(other)
    with pytest.raises(TelegramForbiddenError, match="not a member of the supergroup"):
        await bot.send_message(other, "x")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(-100777, "x")


async def test_migration_sends_the_bot_along(bot: Bot, people: People) -> None:
    wang = await people.person()
    old = await people.group(wang, type="group")
    new = (await people.ask("POST", f"/chats/{old}/migrate"))["id"]
    with pytest.raises(TelegramMigrateToChat) as refusal:
        await bot.send_message(old, "x")
    assert refusal.value.migrate_to_chat_id == new
    await bot.send_message(new, "x")
    signs = [u.message for u in await bot.get_updates() if u.message]
    assert [(m.migrate_to_chat_id, m.migrate_from_chat_id) for m in signs] == [(new, None), (None, old)]


async def test_topics(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang, admins=(wang, BOT), is_forum=True)
    topic = await bot.create_forum_topic(group, "电梯")
    sent = await bot.send_message(group, "x", message_thread_id=topic.message_thread_id)
    assert sent.is_topic_message
    said = await people.say(group, wang, "在", message_thread_id=topic.message_thread_id)
    assert said["reply_to_message"]["forum_topic_created"]["name"] == "电梯"
    assert await bot.close_forum_topic(group, topic.message_thread_id)
    assert await bot.delete_forum_topic(group, topic.message_thread_id)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        await bot.send_message(group, "x", message_thread_id=topic.message_thread_id)
    await bot.send_message(group, "x")


async def test_unknown_methods_never_succeed(bot: Bot, people: People) -> None:
    with pytest.raises(TelegramNotFound, match="method not found"):
        await bot.send_dice(1)
    assert await people.rules_broken() == ["method_not_found"]


async def test_reply_to_what_is_gone(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    with pytest.raises(TelegramBadRequest, match="replied not found"):
        await bot.send_message(group, "x", reply_parameters=ReplyParameters(message_id=99))
    lenient = ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert await bot.send_message(group, "x", reply_parameters=lenient)


async def test_any_encoding_of_the_arguments_will_do(base: str, people: People) -> None:
    group = await people.group(await people.person())
    async with httpx.AsyncClient(base_url=f"{base}/bot42:SANDBOX") as client:
        answers = await asyncio.gather(
            client.get("/sendmessage", params={"chat_id": group, "text": "一"}),
            client.post("/SendMessage", data={"chat_id": str(group), "text": "二"}),
            client.post("/sendMessage", json={"chat_id": group, "text": "三"}),
            client.post("/sendMessage", files={"chat_id": (None, str(group)), "text": (None, "四")}),
            client.post(
                "/sendPhoto", data={"chat_id": group, "photo": "attach://p"}, files={"p": ("a.png", PNG)}
            ),
        )
    assert [answer.json()["ok"] for answer in answers] == [True] * 5


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"text": "x", "reply_markup": "[1]"},
        {"text": "x", "reply_markup": '{"inline_keyboard": 1}'},
        {"text": "x", "reply_markup": '{"inline_keyboard": [["a"]]}'},
        {"text": "x", "reply_markup": "{"},
        {"text": "x", "reply_parameters": "5"},
        {"text": "x", "entities": '[{"type": "bold"}]'},
        {"text": "x", "ephemeral_message_parameters": '{"receiver_user_id": "x"}'},
        {"text": "x", "message_thread_id": "x"},
        {"text": "x", "parse_mode": "Rtf"},
    ],
)
async def test_broken_arguments_are_the_callers_fault(
    base: str, people: People, broken: dict[str, str]
) -> None:
    group = await people.group(await people.person())
    async with httpx.AsyncClient(base_url=f"{base}/bot42:SANDBOX") as client:
        answer = await client.post("/sendMessage", data={"chat_id": str(group), **broken})
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert await people.seen(group) == []
