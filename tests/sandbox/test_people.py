"""The people's side: identities, forwards, members, the clock, a new world, the sandbox on its own thread."""

import asyncio
from datetime import UTC, datetime

import httpx
from aiogram import Bot

from bot.sandbox import Limits, Sandbox, SandboxClock, ThreadedSandbox, serve
from tests.sandbox.people import BOT, People


async def test_nameless_admins_and_channels(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang, admins=(wang, BOT))
    channel = (await people.ask("POST", "/chats", json={"type": "channel", "title": "台"}))["id"]
    await people.say(group, wang, "/x", as_chat=group)
    await people.say(group, wang, "/y", as_chat=channel)
    await bot.get_updates(limit=1)
    one, two = [u.message for u in await bot.get_updates() if u.message]
    assert one.from_user and one.sender_chat and two.from_user and two.sender_chat  # noqa: PT018
    assert (one.from_user.id, one.sender_chat.id) == (1087968824, group)
    assert (two.from_user.id, two.sender_chat.id) == (136817688, channel)


async def test_forwards_via_bots_and_marks(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    await people.say(wang, wang, "/close 5", forward={"from_user": li})
    await people.say(wang, wang, "/close 5", forward={"from_name": "某人"})
    await people.say(wang, wang, "🏠/close@linli_bot @wang_1 看 https://e.cn/a?b=1，好 #水电", via_bot=BOT)
    first, second, third = [u.message for u in await bot.get_updates() if u.message]
    assert first.forward_origin and second.forward_origin and third.via_bot  # noqa: PT018
    assert (first.forward_origin.type, second.forward_origin.type) == ("user", "hidden_user")
    marks = [(e.type, e.extract_from(third.text or "")) for e in third.entities or ()]
    assert marks == [
        ("bot_command", "/close@linli_bot"),
        ("mention", "@wang_1"),
        ("url", "https://e.cn/a?b=1"),
        ("hashtag", "#水电"),
    ]


async def test_members_come_rise_and_go(bot: Bot, people: People) -> None:
    wang, li = await people.person(), await people.person("李")
    group = await people.group(wang, admins=(wang,))
    member = f"/chats/{group}/members/{BOT}"
    await people.ask("PATCH", member, json={"admin": True, "by": wang})
    await people.ask("PATCH", member, json={"admin": False, "by": wang})
    await people.ask("DELETE", member, params={"by": wang})
    await people.ask("POST", f"/chats/{group}/members", json={"user_id": BOT, "by": wang})
    states = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates() if u.my_chat_member]
    assert states == ["member", "administrator", "member", "kicked", "member"]
    await people.ask("POST", f"/chats/{group}/members", json={"user_id": li})
    await people.ask("PATCH", f"/chats/{group}/members/{li}", json={"status": "restricted"})
    assert (await bot.get_chat_member(group, li)).status == "restricted"
    await people.ask("DELETE", f"/chats/{group}/members/{li}", params={"by": wang, "ban": True})
    assert (await bot.get_chat_member(group, li)).status == "kicked"


async def test_what_cannot_happen_is_said_clearly(people: People) -> None:
    wang, stranger = await people.person(), await people.person("赵")
    group = await people.group(wang)
    assert (
        await people.refused("POST", f"/chats/{group}/messages", json={"from": stranger, "text": "x"}) == 403
    )
    assert await people.refused("POST", "/chats/-5/messages", json={"from": wang, "text": "x"}) == 404
    assert await people.refused("POST", f"/chats/{group}/messages", json={"from": wang, "txt": "x"}) == 422
    assert await people.refused("POST", f"/chats/{group}/votes", json={"from": wang, "message_id": 1}) == 501


async def test_a_listing_waits_for_news(bot: Bot, people: People) -> None:
    wang = await people.person()
    group = await people.group(wang)
    sent = await bot.send_message(group, "一")
    revision = (await people.ask("GET", f"/chats/{group}/messages"))["revision"]
    waiting = asyncio.ensure_future(people.seen(group, after=revision, wait=5))
    await asyncio.sleep(0.05)
    await bot.delete_message(group, sent.message_id)
    (gone,) = await waiting
    assert gone["deleted"]


async def test_raw_updates_go_in(bot: Bot, people: People) -> None:
    wang = (await people.ask("POST", "/users", json={"first_name": "王"}))["id"]
    sender = {"id": wang, "is_bot": False, "first_name": "王"}
    await people.ask(
        "POST", "/updates", json={"inline_query": {"id": "7", "from": sender, "query": "水", "offset": ""}}
    )
    (update,) = await bot.get_updates()
    assert update.inline_query
    assert await bot.answer_inline_query(update.inline_query.id, [])


async def test_the_clock_moves_and_due_work_runs_before_the_answer() -> None:
    moved: list[datetime] = []
    clock = SandboxClock(start=datetime(2026, 1, 1, tzinfo=UTC))

    async def due() -> None:
        moved.append(clock.now())

    async with serve(Sandbox(clock=clock, on_clock=due)) as base, httpx.AsyncClient(base_url=base) as client:
        before = clock.monotonic()
        await client.post("/sandbox/v1/clock", json={"advance": 3600})
        await client.post("/sandbox/v1/clock", json={"set": "2026-03-01T08:00:00+08:00"})
        assert clock.monotonic() - before < 60
    assert [moment.strftime("%m-%d %H:%M") for moment in moved] == ["01-01 01:00", "03-01 00:00"]


async def test_a_new_world_is_empty_and_counts_alike(people: People) -> None:
    first = await people.group(await people.person())
    await people.ask("POST", "/reset")
    assert await people.ask("GET", "/chats") == []
    assert await people.group(await people.person()) == first


def test_on_its_own_thread() -> None:
    with ThreadedSandbox(Sandbox(limits=Limits.off())) as base:
        assert httpx.get(f"{base}/bot42:SANDBOX/getMe").json()["result"]["id"] == BOT
        assert (
            "/sandbox/v1/chats/{chat_id}/press"
            in httpx.get(f"{base}/sandbox/v1/openapi.json").json()["paths"]
        )
        assert httpx.get(f"{base}/").status_code == 200
