"""What people send is read as what it is: every kind of attachment, a place with a name, a sticker."""

from typing import Any

import pytest
from aiogram.types import Message

from domain.cases.rules import Media, MediaKind
from handlers.intents import Intent, intent
from handlers.said import read

BOT = 42
FILE = {"file_id": "f1", "file_unique_id": "u1", "file_size": 7}
PLACE = {"latitude": 31.2, "longitude": 121.5}


def message(**more: Any) -> Message:
    chat = {"id": 5, "type": "private", "first_name": "Li"}
    sender = {"id": 5, "is_bot": False, "first_name": "Li"}
    return Message.model_validate({"message_id": 1, "date": 0, "chat": chat, "from": sender, **more})


@pytest.mark.parametrize(
    ("shown", "media"),
    [
        ({"video_note": {**FILE, "length": 240, "duration": 3}}, Media(MediaKind.ROUND_VIDEO, "f1", 7)),
        ({"audio": {**FILE, "duration": 3}}, Media(MediaKind.AUDIO, "f1", 7)),
        ({"voice": {**FILE, "duration": 3}}, Media(MediaKind.VOICE, "f1", 7)),
        (
            {"animation": {**FILE, "width": 1, "height": 1, "duration": 1}, "document": FILE},
            Media(MediaKind.ANIMATION, "f1", 7),
        ),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, Media(MediaKind.VIDEO, "f1", 7)),
        ({"location": PLACE}, Media(MediaKind.LOCATION, "31.2,121.5")),
    ],
)
def test_each_attachment_is_kept_as_what_it_is_and_is_a_report(shown: dict[str, Any], media: Media) -> None:
    said = read(message(**shown), BOT)
    assert said.media == (media,)
    assert intent(said, None) is Intent.REPORT


def test_a_place_with_a_name_brings_its_words() -> None:
    venue = {"location": PLACE, "title": "3号楼快递柜", "address": "阳光路5号"}
    said = read(message(venue=venue, location=PLACE), BOT)
    assert said.draft().text == "3号楼快递柜 阳光路5号"
    assert [one.kind for one in said.media] == [MediaKind.LOCATION]
    assert intent(said, None) is Intent.REPORT


def test_a_sticker_is_asked_for_words() -> None:
    sticker = {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    said = read(message(sticker=sticker), BOT)
    assert intent(said, None) is Intent.UNREADABLE
