"""What was stuck because a door was closed goes out when it opens, answers to a message too."""

from domain.kernel.words import ToChat
from storage import memberships, moves, settling
from tests.compound import BOT_ID, Compound
from tests.delivery.office import Office, office, user


async def test_an_answer_in_a_private_chat_that_was_closed(sqlite_seeded: Compound) -> None:
    async with office(sqlite_seeded, opened=False) as post:
        person = post.compound.person_ids["zhang"]
        await post.say("one", ToChat(user("zhang")))
        await post.say("two", ToChat(user("zhang"), reply_to=3))
        await post.settle()
        assert await post.store.read(settling.counts) == {"stuck": 2}
        await post.write_as("zhang", user("zhang"), "/start")
        assert await post.store.write(lambda c: moves.opened(c, person)) == 2
        await post.settle()
        assert len(await post.texts(user("zhang"))) == 2


async def test_an_answer_in_a_group_that_the_bot_had_left(post: Office) -> None:
    group = post.compound.residents
    said = await post.write_as("zhang", group)
    await post.people.request("DELETE", f"/chats/{group}/members/{BOT_ID}")
    await post.say("news", ToChat(group, reply_to=said["message_id"]))
    await post.settle()
    assert await post.store.read(settling.counts) == {"stuck": 1}
    await post.people.post(f"/chats/{group}/members", json={"user_id": BOT_ID})
    await post.store.write(lambda c: memberships.presence(c, group, "supergroup", True))
    await post.settle()
    assert len(await post.texts()) == 1
