"""A resident's picture is seen by neighbours once its case's handler has looked at it and said so."""

import base64
import io
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import select, update

from bot.media import Fetching, Platform
from storage.tables import audit, media
from tests.conversations.hearing import last
from tests.conversations.test_choosing import card
from tests.runtime.rehearsal import TOKEN, Rehearsal

PLACED = 0x8825
"""The tag of an EXIF record that says where."""


def photo(shade: int = 128) -> str:
    """A picture that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = "at home"
    exif.get_ifd(PLACED)[1] = "N"
    written = io.BytesIO()
    Image.new("RGB", (32, 24), (shade, 90, 60)).save(written, "JPEG", exif=exif)
    return base64.b64encode(written.getvalue()).decode()


async def fetched(talk: Rehearsal) -> None:
    """What was attached has been brought home."""
    bot = talk.bot
    platform = Platform(bot._session, talk.base, TOKEN)
    await Fetching(bot.store, bot.deps, platform, talk.settings.media)()


async def shown_to(talk: Rehearsal, who: str) -> list[dict]:
    return [one for one in await talk.messages(who) if one.get("photo")]


async def bytes_of(talk: Rehearsal, message: dict[str, Any]) -> bytes:
    return await Platform(talk.bot._session, talk.base, TOKEN).fetch(message["photo"][-1]["file_id"])


async def shared_case(talk: Rehearsal, pictures: int = 1) -> None:
    """A case with pictures, shared by its reporter, taken by Wang, its pictures brought home."""
    for number in range(pictures):
        more = {"caption": "花坛里的长椅坏了"} if number == 0 else {}
        album = {"media_group_id": "77"} if pictures > 1 else {}
        await talk.send("li", photo=photo(number * 60), **album, **more)
    await talk.quiet()
    await talk.move(seconds=2)
    await talk.tap("li", "看进度")
    await talk.tap("li", "更多")
    await talk.tap("li", "大家都能看")
    await talk.tap("wang", "我来接", "workers")
    await fetched(talk)


async def test_a_picture_waits_for_its_handler_and_loses_where_it_was_taken(running: Rehearsal) -> None:
    await shared_case(running)
    await running.say("emma", "#1")
    assert "长椅" in await last(running, "emma")
    assert await shown_to(running, "emma") == []
    await running.tap("wang", "看图", "workers")
    toast = await running.tap("wang", "图1 可以给大家看")
    assert toast["text"].startswith("#1 这张可以给大家看了。")
    await running.say("emma", "#1")
    (seen,) = await shown_to(running, "emma")
    assert "长椅" in seen["caption"]
    assert "李阿姨" not in seen["caption"]
    with Image.open(io.BytesIO(await bytes_of(running, seen))) as opened:
        assert not dict(opened.getexif())
    await running.tap("wang", "看图", "workers")
    await running.tap("wang", "图1 ✓ 收回")
    await running.say("emma", "#1")
    assert len(await shown_to(running, "emma")) == 1
    noted = await running.bot.store.read(
        lambda c: c.execute(select(audit.c.action).where(audit.c.subject == "picture")).scalars().all()
    )
    assert noted == ["picture.show", "picture.hide"]


async def test_all_at_once_and_one_taken_back(talk: Rehearsal) -> None:
    await shared_case(talk, pictures=3)
    await talk.tap("wang", "看图", "workers")
    await talk.tap("wang", "全部可以给大家看")
    await talk.tap("wang", "看图", "workers")
    await talk.tap("wang", "图2 ✓ 收回")
    await talk.say("emma", "#1")
    assert len(await shown_to(talk, "emma")) == 2


async def test_before_anybody_has_taken_it_the_button_says_what_to_do_first(talk: Rehearsal) -> None:
    await talk.say("li", photo=photo(), caption="长椅坏了")
    await talk.tap("wang", "看图", "workers")
    assert "先点“我来接”" in (await talk.tap("wang", "可以给大家看"))["text"]


async def test_who_reported_sees_no_button_for_it(talk: Rehearsal) -> None:
    await shared_case(talk)
    await talk.tap("li", "看图")
    assert not [
        one
        for message in await talk.messages("li")
        for one in talk.buttons(message)
        if "给大家看" in one["text"]
    ]


async def test_what_has_been_approved_but_not_brought_home_is_not_shown(talk: Rehearsal) -> None:
    await shared_case(talk)
    await talk.tap("wang", "看图", "workers")
    await talk.tap("wang", "可以给大家看")
    await talk.bot.store.write(lambda c: c.execute(update(media).values(state="wanted", stored=None)))
    await talk.say("emma", "#1")
    assert await shown_to(talk, "emma") == []


async def test_before_and_after_come_as_one_album_to_whoever_reported(
    talk: Rehearsal, tmp_path: Path
) -> None:
    await shared_case(talk, pictures=2)
    # As the finishing of a case with a picture leaves it.
    await talk.bot.store.write(
        lambda c: c.execute(
            update(media)
            .where(media.c.id == select(media.c.id).order_by(media.c.id.desc()).limit(1).scalar_subquery())
            .values(proves="after")
        )
    )
    await talk.tap("wang", "办完了", "workers")
    prompt = (await talk.messages("workers"))[-1]
    await talk.say("wang", "换了新的", "workers", reply_to=prompt["message_id"])
    album = [one["media_group_id"] for one in await shown_to(talk, "li") if one["from"]["is_bot"]]
    assert len(album) == 2
    assert len(set(album)) == 1
    assert (await card(talk, "长椅"))["text"].startswith("#1 办完")
