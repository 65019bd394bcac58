"""Faults on order, rate limits, the diary and what counts as a broken rule."""

import asyncio

import httpx
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.sandbox import Limits, Sandbox, SandboxClock, serve
from bot.sandbox.limits import Windows
from tests.sandbox.people import People


async def test_each_fault(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    await people.fault(method="sendMessage", kind="429", count=1, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(group, "x")
    assert flood.value.retry_after == 7
    await people.fault(method="sendMessage", kind="500", count=1)
    with pytest.raises(TelegramServerError):
        await bot.send_message(group, "x")
    await people.fault(method="sendMessage", kind="html502", count=1)
    with pytest.raises(ClientDecodeError):
        await bot.send_message(group, "x")
    await people.fault(method="*", kind="reset", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(group, "x")
    assert await people.seen(group) == []
    await people.fault(method="sendmessage", kind="lost", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(group, "做了")
    assert [m["text"] for m in await people.seen(group)] == ["做了"]
    assert await people.rules_broken() == []
    used = [fault["used"] for fault in (await people.ask("GET", "/faults"))["faults"]]
    assert used == [1] * 5
    kinds = [call["fault"] for call in await people.ask("GET", "/calls")]
    assert kinds == ["429", "500", "html502", "reset", "lost"]


async def test_timeout_does_nothing_and_late_does_it_later(bot: Bot, people: People) -> None:
    group = await people.group(await people.person())
    await people.fault(method="sendMessage", kind="timeout", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(group, "永不", request_timeout=1)
    await people.fault(method="sendMessage", kind="late", count=1, delay=1.3)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(group, "晚", request_timeout=1)
    assert await people.seen(group) == []
    assert [m["text"] for m in await people.seen(group, wait=3)] == ["晚"]


async def test_a_share_of_calls_fails_by_the_seed(bot: Bot, people: People) -> None:
    async def run() -> list[bool]:
        await people.ask("POST", "/reset")
        group = await people.group(await people.person())
        await people.fault(method="sendMessage", kind="500", share=0.5)
        for _ in range(20):
            await asyncio.gather(bot.send_message(group, "x"), return_exceptions=True)
        return [call["fault"] is not None for call in await people.ask("GET", "/calls")]

    first = await run()
    assert first == await run()
    assert 2 < sum(first) < 18


class TestLimits:
    @pytest.fixture
    def limits(self) -> Limits:
        return Limits(per_chat_second=None, per_second=None)

    async def test_twenty_a_minute_then_a_ban(self, bot: Bot, people: People) -> None:
        group = await people.group(await people.person())
        sent = [await bot.send_message(group, str(n)) for n in range(19)]
        await bot.edit_message_text("改", chat_id=group, message_id=sent[0].message_id)
        for _ in range(2):
            with pytest.raises(TelegramRetryAfter) as flood:
                await bot.send_message(group, "21")
            assert 50 < flood.value.retry_after <= 60
        assert await people.rules_broken() == ["flood_group", "flood_banned"]
        (first, _second) = await people.ask("GET", "/violations")
        assert first["evidence"] == "documented"


async def test_a_fast_clock_frees_its_windows_sooner() -> None:
    async with (
        serve(Sandbox(clock=SandboxClock(rate=600))) as base,
        httpx.AsyncClient(base_url=base) as client,
    ):
        people = People(client)
        group = await people.group(await people.person())
        async with Bot("42:SANDBOX", session=AiohttpSession(api=TelegramAPIServer.from_base(base))) as bot:
            for _ in range(25):
                await bot.send_message(group, "x")
                await asyncio.sleep(4 / 600)


async def test_windows_follow_the_monotonic_clock() -> None:
    windows = Windows(Limits())
    take = [windows.take(chat, is_group=False, now=0.0) for chat in range(1, 32)]
    assert take[:30] == [None] * 30
    assert take[30] is not None
    assert take[30].key == "flood_global"
    assert windows.take(5, is_group=False, now=0.9) is not None
    assert windows.take(5, is_group=False, now=1.1) is None
    again = windows.take(5, is_group=False, now=1.2)
    assert again is not None
    assert again.key == "flood_chat"


async def test_leaving_does_not_wait_for_who_hangs(sandbox: Sandbox) -> None:
    loop = asyncio.get_running_loop()
    async with serve(sandbox) as base:
        bot = Bot("42:SANDBOX", session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
        poll = asyncio.ensure_future(bot.get_updates(timeout=50))
        await asyncio.sleep(0.1)
        started = loop.time()
    assert loop.time() - started < 2
    assert await poll == []
    await bot.session.close()


async def test_ordinary_refusals_break_no_rule(bot: Bot, people: People) -> None:
    wang = await people.person()
    await asyncio.gather(bot.send_message(wang, "x"), return_exceptions=True)
    assert await people.rules_broken() == []
    (call,) = await people.ask("GET", "/calls")
    assert (call["method"], call["outcome"]["code"], call["params"]["chat_id"]) == (
        "sendMessage",
        403,
        str(wang),
    )
