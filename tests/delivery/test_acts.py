"""Acts in a chat: done again after a doubt, dropped after a refusal, never stuck, never in anybody's way."""

import asyncio
from typing import Any

import pytest

from bot.sandbox import Limits
from domain.kernel.words import Act, CardKind, ToChat
from storage import memberships, queue, settling
from storage.queue import Claim
from tests.compound import BOT_ID, Compound
from tests.delivery.office import Office, office, user


async def act(post: Office, what: Act, chat_id: int, message_id: int | None = None, **params: Any) -> None:
    """Leave one act."""
    await post.store.write(
        lambda c: post.compound.deps.open(c).outbox.act(what, chat_id, message_id, params=params)
    )


async def only(post: Office) -> Any:
    """The one row there is."""
    (row,) = await post.rows()
    return row


async def admin(post: Office, chat_id: int) -> None:
    """Make the bot an administrator."""
    await post.people.patch(f"/chats/{chat_id}/members/{BOT_ID}", json={"admin": True})


async def reactions(post: Office, chat_id: int) -> list[str]:
    """The bot's own emoji in a chat."""
    given = [one for message in await post.messages(chat_id) for one in message.get("reactions", ())]
    return [part["emoji"] for one in given if one["user_id"] == BOT_ID for part in one["reaction"]]


async def test_a_reaction_stands_and_its_row_is_settled(each_post: Office) -> None:
    group = each_post.compound.residents
    said = await each_post.write_as("zhang", group)
    await act(each_post, Act.REACT, group, said["message_id"], emoji="👍")
    await each_post.deliver()
    assert await reactions(each_post, group) == ["👍"]
    row = await only(each_post)
    assert (row.state, row.message_id) == ("sent", None)


@pytest.mark.parametrize("kind", ["500", "lost", "html502"])
async def test_a_lost_answer_is_no_doubt_that_anybody_waits_for(post: Office, kind: str) -> None:
    group = post.compound.residents
    said = await post.write_as("zhang", group)
    await post.fault(method="setMessageReaction", kind=kind, count=2)
    await act(post, Act.REACT, group, said["message_id"], emoji="👍")
    await post.say("behind")
    async with post.process() as process:
        await process.quiet()
        assert any("behind" in text for text in await post.texts())
        async with asyncio.timeout(15):
            while await post.open_rows():  # noqa: ASYNC110  rows ring no bell
                await asyncio.sleep(0.02)
    assert await reactions(post, group) == ["👍"]
    assert await post.store.read(settling.counts) == {"sent": 2}
    assert not await post.calls("editMessageReplyMarkup")


async def test_a_flood_wait_is_obeyed(post: Office) -> None:
    group = post.compound.residents
    said = await post.write_as("zhang", group)
    await post.fault(method="setMessageReaction", kind="429", count=1, retry_after=1)
    await act(post, Act.REACT, group, said["message_id"], emoji="👍")
    await post.settle()
    first, second = await post.calls("setMessageReaction")
    assert second["time"] > first["time"]
    assert await reactions(post, group) == ["👍"]
    assert (await only(post)).attempts == 1


@pytest.mark.parametrize("what", [Act.REACT, Act.PIN, Act.DELETE])
async def test_what_is_gone_ends_the_row_and_alarms_nobody(post: Office, what: Act) -> None:
    group = post.compound.residents
    await admin(post, group)
    await act(post, what, group, 4711, emoji="👍")
    await post.say("after")
    await post.settle()
    states = {row.key: (row.state, row.error) for row in await post.rows()}
    assert states[f"act:{what}"][0] == "dropped"
    assert "not found" in states[f"act:{what}"][1]
    assert states["call-moved-up"][0] == "sent"
    assert await post.store.read(settling.stuck) == []


async def test_without_the_right_it_is_left(post: Office) -> None:
    group = post.compound.residents
    said = await post.write_as("zhang", group)
    await act(post, Act.DELETE, group, said["message_id"])
    await post.settle()
    row = await only(post)
    assert (row.state, row.error) == ("dropped", "Bad Request: message can't be deleted")


async def test_an_emoji_that_is_no_reaction_is_left(post: Office) -> None:
    group = post.compound.residents
    said = await post.write_as("zhang", group)
    await act(post, Act.REACT, group, said["message_id"], emoji="🏠")
    await post.settle()
    assert (await only(post)).state == "dropped"


async def test_an_administrator_deletes(post: Office) -> None:
    group = post.compound.residents
    await admin(post, group)
    said = await post.write_as("zhang", group, "旧的")
    await act(post, Act.DELETE, group, said["message_id"])
    await post.settle()
    assert "旧的" not in [one.get("text") for one in await post.messages(group)]


async def test_a_card_is_pinned_as_soon_as_it_stands(each_post: Office) -> None:
    group = each_post.compound.residents
    await admin(each_post, group)

    def work(connection: Any) -> None:
        tx = each_post.compound.deps.open(connection)
        call_id = each_post._call(tx, "card")
        params = {"card": CardKind.CALL.value, "subject": call_id}
        tx.outbox.act(Act.PIN, group, params=params)  # asked for first: it waits
        tx.cards.open(CardKind.CALL, call_id, ToChat(group))

    await each_post.store.write(work)
    await each_post.settle()
    (card,) = await each_post.card_rows()
    (pin,) = await each_post.calls("pinChatMessage")
    assert int(pin["params"]["message_id"]) == card.message_id
    assert str(pin["params"]["disable_notification"]).lower() == "true"


async def test_a_card_that_never_comes_is_not_waited_for(post: Office) -> None:
    await act(post, Act.PIN, post.compound.residents, card="menu", subject=post.compound.id)
    await post.settle()
    row = await only(post)
    assert (row.state, row.error) == ("dropped", "the card is gone")


async def test_ids_stay_behind_in_a_group_that_moved(sqlite_seeded: Compound) -> None:
    async with office(sqlite_seeded) as post:
        made = await post.people.post(
            "/chats", json={"type": "group", "title": "old", "members": [user("wang"), BOT_ID]}
        )
        old = made.json()["id"]
        await post.store.write(lambda c: memberships.presence(c, old, "group", True))
        said = await post.write_as("wang", old)
        await act(post, Act.REACT, old, said["message_id"], emoji="👍")
        await act(post, Act.COMMANDS, old, scope="chat", menu="group")
        (await post.people.post(f"/chats/{old}/migrate")).raise_for_status()
        await post.settle()
        states = {row.key: (row.state, row.error) for row in await post.rows()}
        assert states == {
            "act:react": ("dropped", "the message is out of reach"),
            "act:commands": ("sent", None),
        }


async def test_what_a_dead_process_had_leased_is_done_again(each_post: Office) -> None:
    group = each_post.compound.residents
    said = await each_post.write_as("zhang", group)
    await act(each_post, Act.REACT, group, said["message_id"], emoji="👍")
    row = await only(each_post)
    until = each_post.compound.clock.now()
    claim = Claim(row.id, group, "group", 0, b"")
    await each_post.store.write(lambda c: queue.claim(c, [claim], until))
    await each_post.settle()
    assert await reactions(each_post, group) == ["👍"]


async def test_commands_are_set_in_the_readers_language(post: Office) -> None:
    await act(post, Act.COMMANDS, user("zhang"), scope="chat", menu="worker")
    await act(post, Act.COMMANDS, 0, scope="all_group_chats", menu="group", language="en", only=True)
    await act(post, Act.COMMANDS, user("zhang"), scope="nowhere", menu="worker")
    await post.settle()
    set_by = {key: [c["command"] for c in value] for key, value in post.sandbox.world.commands.items()}
    assert set(set_by) == {
        f'[{{"chat_id": {user("zhang")}, "type": "chat"}}, ""]',
        '[{"type": "all_group_chats"}, "en"]',
    }
    assert [row.state for row in await post.rows()] == ["sent", "sent", "dropped"]


async def test_acts_take_their_turn_under_the_platforms_limits(sqlite_seeded: Compound) -> None:
    strict = Limits(per_second=30, per_group_minute=20, per_chat_second=1, second=0.05, minute=1.0)
    async with office(sqlite_seeded, limits=strict) as post:
        group = post.compound.residents
        said = await post.write_as("zhang", group)
        for _ in range(3):
            await act(post, Act.REACT, group, said["message_id"], emoji="👍")
        await post.settle()
        assert len(await post.calls("setMessageReaction")) == 3
