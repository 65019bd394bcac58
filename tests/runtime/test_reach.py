"""Reaching people: a mention keeps its word in private, attachments come home bare and sealed."""

import base64
import io
import json
from pathlib import Path

from PIL import Image
from sqlalchemy import select

from bot.media import bare
from bot.replay import replay
from storage.tables import media
from tests.runtime.rehearsal import Rehearsal


def photo() -> bytes:
    """A picture that says where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "a telephone"
    exif.get_ifd(0x8825)[1] = "N"
    kept = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(kept, "JPEG", exif=exif)
    return kept.getvalue()


async def test_whoever_was_called_by_name_hears_it_once_in_private(running: Rehearsal) -> None:
    await running.say("liu", "/report 单元门关不上", "residents")
    assert not any("#1" in text for text in await running.spoken("residents"))
    await running.say("liu", "/start hello")
    await running.say("liu", "/start hello")
    assert sum(text.startswith("#1") for text in await running.spoken("liu")) == 1  # the receipt itself


async def test_an_attachment_is_fetched_without_its_exif_and_lies_sealed(talk: Rehearsal) -> None:
    await talk.say("li", caption="/report 墙上有裂缝", photo=base64.b64encode(photo()).decode())
    for _ in range(100):
        kept = await talk.bot.store.read(lambda c: c.execute(select(media.c.id, media.c.stored)).one())
        if kept.stored is not None:
            break
        await talk.clock.sleep(0.1)
    file = talk.settings.media / kept.stored
    opened = talk.bot.vault.open_transient("media", "file", kept.id, file.read_bytes())
    assert not Image.open(io.BytesIO(opened)).getexif()
    assert file.stat().st_mode & 0o077 == 0
    assert opened not in file.read_bytes()


def test_a_bare_picture_looks_the_same() -> None:
    before, after = Image.open(io.BytesIO(photo())), Image.open(io.BytesIO(bare(photo())))
    assert (before.size, bool(before.getexif()), bool(after.getexif())) == (after.size, True, False)


async def test_a_replay_finds_every_message_as_one_case(tmp_path: Path) -> None:
    lines = [{"title": f"标题{number}", "body": "正文" * number} for number in range(6)]
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    found = await replay(file, None, rate=5)  # faster would cut a text in two
    assert found["ok"], found
    assert found["cases"] == len(lines) + 20
