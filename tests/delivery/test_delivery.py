"""Rows reach their chats, in order, once; every fallback is a way and not a loss."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.kernel.words import ToChat, ToPerson, ToWorkers
from storage import memberships, moves, settling
from storage.tables import chats, persons
from tests.compound import BOT_ID, Compound
from tests.delivery.office import Office, office, user


async def test_rows_arrive_in_order_and_are_marked(each_post: Office) -> None:
    for number in range(5):
        await each_post.say(f"t{number}")
    await each_post.deliver()
    texts = await each_post.texts()
    assert [next(n for n in range(5) if f"t{n}" in text) for text in texts] == [0, 1, 2, 3, 4]
    assert await each_post.store.read(settling.counts) == {"sent": 5}


async def test_two_dispatchers_send_no_row_twice(each_post: Office) -> None:
    for number in range(40):
        await each_post.say(f"t{number}.", ToPerson(each_post.compound.person_ids["zhang"]))
        await each_post.say(f"g{number}.")
    await each_post.settle(60, processes=2)
    for chat in (user("zhang"), each_post.compound.residents):
        texts = Counter(await each_post.texts(chat))
        assert len(texts) == 40
        assert set(texts.values()) == {1}


async def test_a_row_waits_for_its_hour(post: Office) -> None:
    soon = post.compound.clock.now() + timedelta(seconds=0.6)
    await post.say("later", not_before=soon)
    async with post.process() as process:
        await process.quiet()
        assert await post.texts() == []
        await asyncio.sleep(0.8)
        await process.quiet()
    assert len(await post.texts()) == 1


async def test_workers_without_a_chat_hear_it_each_once_in_private(each_post: Office) -> None:
    await each_post.store.write(lambda c: moves.left(c, each_post.compound.workers))
    await each_post.say("all", ToWorkers(each_post.compound.id))
    await each_post.settle(processes=2)
    for who in ("wang", "li"):
        assert len(await each_post.texts(user(who))) == 1
    assert await each_post.store.read(settling.counts) == {"expanded": 1, "sent": 2}


async def test_a_card_for_workers_without_a_chat_is_one_for_each(post: Office) -> None:
    await post.store.write(lambda c: moves.left(c, post.compound.workers))
    call = await post.open_card("card", ToWorkers(post.compound.id))
    await post.deliver()
    await post.change_card(call, 7)
    await post.deliver()
    for who in ("wang", "li"):
        (text,) = await post.texts(user(who))
        assert "7" in text
    assert Counter(card.destination.split(":")[0] for card in await post.card_rows()) == {
        "workers": 1,
        "person": 2,
    }


async def test_a_closed_private_chat_is_answered_unseen_by_the_others(sqlite_seeded: Compound) -> None:
    async with office(sqlite_seeded, opened=False) as post:
        group = post.compound.residents
        await post.people.patch(f"/chats/{group}/members/{BOT_ID}", json={"admin": True})
        await post.say("secret", ToPerson(post.compound.person_ids["zhang"], near=group))
        await post.deliver()
        (message,) = await post.ours(group)
        assert message["receiver_user"]["id"] == user("zhang")
        assert "secret" in message["text"]


async def test_without_rights_it_is_a_mention_that_says_nothing(sqlite_seeded: Compound) -> None:
    async with office(sqlite_seeded, opened=False) as post:
        group = post.compound.residents
        await post.say("secret", ToPerson(post.compound.person_ids["zhang"], near=group))
        await post.deliver()
        (message,) = await post.ours(group)
        assert "secret" not in str(message)
        assert "receiver_user" not in message
        assert "t.me/" in message["reply_markup"]["inline_keyboard"][0][0]["url"]
        (violations,) = [(await post.people.get("/violations")).json()]
        assert not (violations["violations"] if isinstance(violations, dict) else violations)


async def test_nowhere_to_go_is_a_stuck_row_until_the_door_opens(sqlite_seeded: Compound) -> None:
    async with office(sqlite_seeded, opened=False) as post:
        person = post.compound.person_ids["zhang"]
        await post.say("news", ToPerson(person))
        await post.deliver()
        stuck = await post.store.read(settling.stuck)
        assert [row["error"] for row in stuck] == ["closed"]
        await post.write_as("zhang", user("zhang"), "/start")
        await post.store.write(lambda c: moves.opened(c, person))
        await post.deliver()
        assert len(await post.texts(user("zhang"))) == 1


async def test_a_topic_that_is_gone_is_answered_in_the_general_one(post: Office) -> None:
    await post.say("here", ToChat(post.compound.residents, thread_id=4711, reply_to=99))
    await post.deliver()
    assert len(await post.texts()) == 1


async def test_a_kicked_bot_waits_and_says_it_on_return(post: Office) -> None:
    group = post.compound.residents
    await post.people.request("DELETE", f"/chats/{group}/members/{BOT_ID}")
    await post.say("news")
    await post.deliver()
    assert await post.store.read(settling.counts) == {"stuck": 1}
    await post.people.post(f"/chats/{group}/members", json={"user_id": BOT_ID})
    await post.store.write(lambda c: memberships.presence(c, group, "supergroup", True))
    await post.deliver()
    assert len(await post.texts()) == 1


async def test_a_storm_of_429_delays_and_loses_nothing(post: Office) -> None:
    await post.fault(method="sendMessage", kind="429", share=0.3, retry_after=1)
    for number in range(3):
        await post.say(f"g{number}")
        await post.say(f"p{number}", ToPerson(post.compound.person_ids["zhang"]))
    await post.settle(60)
    for chat in (post.compound.residents, user("zhang")):
        texts = await post.texts(chat)
        assert len(texts) == 3
        assert [text for number in range(3) for text in texts if f"{number}" in text] == texts


async def test_an_unreachable_platform_is_waited_for(post: Office) -> None:
    base, post.base = post.base, "http://127.0.0.1:9"
    await post.say("news")
    async with post.process():
        await asyncio.sleep(0.5)
    post.base = base
    await post.deliver()
    assert len(await post.texts()) == 1
    assert [row.attempts for row in await post.rows()] == [1]


async def test_a_message_that_the_platform_never_takes_is_stuck_and_holds_nobody_up(post: Office) -> None:
    async with post.process() as process:
        await process.quiet()
        await post.say("bad", ToChat(post.compound.residents), key="no-such-key")
        await post.say("good")
        async with asyncio.timeout(20):
            while (await post.store.read(settling.counts)).get("stuck") != 1 or len(await post.texts()) != 1:
                process.delivery.wake()
                await asyncio.sleep(0.05)
    assert [row["error"] for row in await post.store.read(settling.stuck)] == ["rendering"]


@pytest.mark.parametrize("first", ["send", "update"])
async def test_a_group_that_became_a_supergroup_takes_its_rows_and_cards_along(
    sqlite_seeded: Compound, first: str
) -> None:
    async with office(sqlite_seeded) as post:
        made = await post.people.post(
            "/chats", json={"type": "group", "title": "old", "members": [user("wang"), BOT_ID]}
        )
        old = made.json()["id"]
        await post.store.write(lambda c: memberships.presence(c, old, "group", True))
        call = await post.open_card("card", ToChat(old))
        await post.say("before", ToChat(old))
        await post.deliver()
        moved = await post.people.post(f"/chats/{old}/migrate")
        moved.raise_for_status()
        new = moved.json()["id"]
        if first == "update":
            await post.store.write(lambda c: memberships.moved(c, old, new))
            await post.store.write(lambda c: memberships.moved(c, old, new))
        await post.say("after", ToChat(old))
        await post.change_card(call, 3)
        await post.deliver()
        texts = await post.texts(new)
        assert sum("after" in text for text in texts) == 1
        assert [text for text in texts if "card" in text][-1].count("3")
        chat = await post.store.read(
            lambda c: c.execute(select(chats.c.moved_to).where(chats.c.chat_id == old)).scalar()
        )
        assert chat == new


async def test_a_private_row_to_somebody_who_blocked_us_closes_their_door(post: Office) -> None:
    (await post.people.post(f"/users/{user('zhang')}/block")).raise_for_status()
    person = post.compound.person_ids["zhang"]
    await post.store.write(lambda c: c.execute(update(persons).values(private_open=True)))
    await post.say("news", ToPerson(person, near=post.compound.residents))
    await post.deliver()
    opened = await post.store.read(
        lambda c: c.execute(select(persons.c.private_open).where(persons.c.id == person)).scalar()
    )
    assert opened is False
    assert len(await post.texts()) == 1
