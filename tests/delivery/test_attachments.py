"""Pictures and files: with the words where they fit, below them where they do not, never instead of them."""

import base64
import io

import pytest
from PIL import Image
from sqlalchemy import Connection

from domain.cases import intake
from domain.cases.rules import Draft, Media, MediaKind
from domain.kernel.words import ToPerson
from tests.compound import DATA
from tests.delivery.office import Office, user


def picture() -> str:
    """A small PNG, base64."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


async def file_id(post: Office) -> str:
    """A picture that somebody has sent, as the platform names it."""
    body = {"from": user("zhang"), "photo": picture()}
    said = (await post.people.post(f"/chats/{user('zhang')}/messages", json=body)).json()
    return str(said["photo"][-1]["file_id"])


async def case_with(post: Office, kinds: list[MediaKind]) -> int:
    """A case with these attachments; answers its id."""
    known = await file_id(post)
    media = tuple(Media(kind, "31.2,121.5" if kind is MediaKind.LOCATION else known, 100) for kind in kinds)
    actor = post.compound.actor("zhang")

    def work(connection: Connection) -> int:
        tx = post.compound.deps.open(connection)
        draft = Draft("water", 1, tx.now, media)
        return intake.report(tx, actor, draft).id

    return await post.store.write(work)


async def shown(post: Office, case_id: int) -> None:
    params = {"worker": True, "viewer": post.compound.person_ids[DATA["on_duty"]]}
    to = ToPerson(post.compound.person_ids[DATA["on_duty"]])
    await post.store.write(
        lambda c: post.compound.deps.open(c).outbox.tell(to, "case-media", params, about=case_id)
    )
    await post.deliver()


@pytest.mark.parametrize("count", [1, 3, 12])
async def test_each_picture_arrives_once_and_the_words_with_their_buttons(post: Office, count: int) -> None:
    await shown(post, await case_with(post, [MediaKind.PHOTO] * count))
    messages = await post.ours(user(DATA["on_duty"]))
    assert sum("photo" in message for message in messages) == count
    assert sum("inline_keyboard" in (message.get("reply_markup") or {}) for message in messages) == 1
    assert {row.state for row in await post.rows()} == {"sent"}


async def test_an_album_whose_end_is_unknown_comes_again_and_its_words_do_not(post: Office) -> None:
    await post.fault(method="sendMediaGroup", kind="lost", count=1)
    case_id = await case_with(post, [MediaKind.PHOTO] * 2)
    params = {"worker": True, "viewer": 1}
    to = ToPerson(post.compound.person_ids["li"])
    await post.store.write(
        lambda c: post.compound.deps.open(c).outbox.tell(to, "case-media", params, about=case_id)
    )
    await post.settle()
    messages = await post.ours(user("li"))
    assert sum("photo" in message for message in messages) == 4
    assert sum("inline_keyboard" in (message.get("reply_markup") or {}) for message in messages) == 1


@pytest.mark.parametrize("kinds", [[MediaKind.LOCATION, MediaKind.PHOTO], [MediaKind.LOCATION]])
async def test_a_place_comes_as_a_place_beside_the_words(post: Office, kinds: list[MediaKind]) -> None:
    await shown(post, await case_with(post, kinds))
    assert {row.state for row in await post.rows()} == {"sent"}
    messages = await post.ours(user(DATA["on_duty"]))
    (place,) = [message["location"] for message in messages if "location" in message]
    assert (place["latitude"], place["longitude"]) == (31.2, 121.5)
    assert sum("inline_keyboard" in (message.get("reply_markup") or {}) for message in messages) == 1
