"""A card is one message per chat: changes come together, and what stands there is the newest state."""

import asyncio

import pytest

from domain.kernel.words import ToChat
from tests.delivery.office import Office


async def test_many_changes_are_few_edits_and_the_last_one_stands(post: Office) -> None:
    call = await post.open_card("card", ToChat(post.compound.residents))
    async with post.process() as process:
        await process.quiet()
        for number in range(1, 41):
            await post.change_card(call, number)
            process.delivery.wake()
            await asyncio.sleep(0.01)
        await process.quiet()
    (text,) = await post.texts()
    assert "40" in text
    edits = await post.calls("editMessageText")
    assert 1 <= len(edits) <= 12
    (card,) = await post.card_rows()
    assert card.shown == card.version


async def test_a_refresh_that_changes_nothing_edits_nothing(post: Office) -> None:
    call = await post.open_card("card", ToChat(post.compound.residents))
    await post.deliver()
    await post.change_card(call, 0)
    await post.deliver()
    assert await post.calls("editMessageText") == []
    (card,) = await post.card_rows()
    assert card.shown == card.version == 2


@pytest.mark.parametrize("kind", ["lost", "reset", "500", "429", "late"])
async def test_an_edit_that_fails_is_made_until_it_stands(post: Office, kind: str) -> None:
    call = await post.open_card("card", ToChat(post.compound.residents))
    await post.deliver()
    await post.fault(method="editMessageText", kind=kind, count=1, delay=1.3)
    async with post.process() as process:
        await post.change_card(call, 5)
        process.delivery.wake()
        await asyncio.sleep(0.2)
        await post.change_card(call, 6)
        async with asyncio.timeout(15):
            while True:
                await process.quiet()
                (card,) = await post.card_rows()
                if card.shown == card.version:
                    break
                await asyncio.sleep(0.05)
    (text,) = await post.texts()
    assert "6" in text


async def test_a_card_whose_message_was_deleted_is_posted_anew(post: Office) -> None:
    call = await post.open_card("card", ToChat(post.compound.residents))
    await post.deliver()
    (message,) = await post.ours()
    engine = post.sandbox.engine
    stored = engine.world.message(post.compound.residents, message["message_id"])
    assert stored is not None
    stored.deleted = True
    await post.change_card(call, 9)
    async with post.process() as process, asyncio.timeout(20):
        while not any("9" in text for text in await post.texts()):
            process.delivery.wake()
            await asyncio.sleep(0.1)
        await process.quiet()
    (anew,) = await post.ours()
    assert anew["message_id"] != message["message_id"]
    (card,) = await post.card_rows()
    assert (card.message_id, card.shown) == (anew["message_id"], card.version)


async def test_a_card_in_doubt_is_found_again_and_shows_the_newest_state(post: Office) -> None:
    await post.fault(method="sendMessage", kind="lost", count=1)
    call = await post.open_card("card", ToChat(post.compound.residents))
    async with post.process() as process:
        await process.quiet()
        await post.change_card(call, 8)
    await post.settle()
    (text,) = await post.texts()
    assert "8" in text
