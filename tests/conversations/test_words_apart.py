"""What a worker says goes to whoever reported only when they have said so: by every way in which it comes."""

import base64

import pytest

from tests.conversations.hearing import last
from tests.conversations.test_choosing import card
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()
INSIDE = "这家说过三次了，当心态度"
SHOWN = [{"photo": PICTURE, "caption": INSIDE}, {"voice": PICTURE}, {"video": PICTURE}, {"document": PICTURE}]


async def two_taken(talk: Rehearsal) -> tuple[int, int]:
    """Two cases of two people that Wang has taken; the message ids of their cards among workers."""
    found = []
    for who, words in (("li", "电梯坏了"), ("emma", "the lamp is out")):
        await talk.say(who, words)
        await talk.tap("wang", "我来接", "workers")
        found.append((await card(talk, words))["message_id"])
    return found[0], found[1]


async def everything(talk: Rehearsal) -> tuple[list[dict], list[dict]]:
    return await talk.messages("li"), await talk.messages("emma")


@pytest.mark.parametrize("shown", SHOWN, ids=["photo", "voice", "video", "document"])
async def test_a_picture_or_voice_below_a_card_goes_nowhere_and_its_writer_reads_why(
    talk: Rehearsal, shown: dict
) -> None:
    first, _ = await two_taken(talk)
    before = await everything(talk)
    await talk.say("wang", where="workers", reply_to=first, **shown)
    assert await everything(talk) == before
    assert "只收文字" in await last(talk, "workers")


async def test_an_album_below_a_card_goes_nowhere_and_files_nothing(talk: Rehearsal) -> None:
    first, _ = await two_taken(talk)
    before = await everything(talk)
    for caption in (INSIDE, ""):
        more = {"caption": caption} if caption else {}
        await talk.send("wang", "", "workers", photo=PICTURE, media_group_id="9", reply_to=first, **more)
    await talk.quiet()
    assert await everything(talk) == before
    assert "#3" not in "".join(await talk.spoken("workers"))


@pytest.mark.parametrize("shown", SHOWN, ids=["photo", "voice", "video", "document"])
async def test_in_private_a_picture_is_no_answer_to_anybody(talk: Rehearsal, shown: dict) -> None:
    await two_taken(talk)
    before = await everything(talk)
    await talk.say("wang", **shown)
    assert await everything(talk) == before


async def test_what_answers_another_card_is_not_taken_for_the_words_that_a_case_waits_for(
    running: Rehearsal,
) -> None:
    _, second = await two_taken(running)
    buttons = running.buttons(await card(running, "电梯坏了"))
    data = next(one["callback_data"] for one in buttons if one["text"] == "回话")
    await running.press("wang", (await card(running, "电梯坏了"))["message_id"], data, "workers")
    before = await everything(running)
    await running.say("wang", INSIDE, "workers", reply_to=second)
    assert await everything(running) == before
    assert (await last(running, "workers")).startswith("#2 这句话发给Emma吗？")
    prompt = [one for one in await running.messages("workers") if "写一句回话" in one.get("text", "")][-1]
    await running.say("wang", "下午三点来", "workers", reply_to=prompt["message_id"])
    assert await last(running, "li") == "#1 王师傅回话了：\n下午三点来"


@pytest.mark.parametrize("named", ["#2 " + INSIDE, "#2", "回 #2 马上到"])
async def test_what_names_another_number_is_not_either(talk: Rehearsal, named: str) -> None:
    await two_taken(talk)
    await talk.say("wang", "#1")
    await talk.tap("wang", "回话")
    before = await talk.messages("li")
    await talk.say("wang", named)
    assert await talk.messages("li") == before
    await talk.say("wang", "下午三点来")
    told = [said for said in await talk.spoken("li") if "下午三点来" in said]
    assert told == ([] if named.startswith("回") else ["#1 王师傅回话了：\n下午三点来"])
