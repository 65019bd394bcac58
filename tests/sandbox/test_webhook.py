"""Webhook delivery: the secret, order within a chat, redelivery, and methods in the answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp import web

from tests.sandbox.people import People


class Hook:
    """A bot's web server that can be told to fail."""

    def __init__(self) -> None:
        self.got: list[Any] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] = {}
        self.news = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        status = self.statuses.pop(0) if self.statuses else 200
        self.got.append((status, await request.json()))
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.news.set()
        headers = {"Retry-After": "0.01"} if status != 200 else {}
        return web.json_response(self.reply, status=status, headers=headers)

    async def until(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.got) < count:
                self.news.clear()
                await self.news.wait()


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Hook, str]]:
    hook, app = Hook(), web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield hook, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_delivery_until_the_bot_says_yes(bot: Bot, people: People, hook: tuple[Hook, str]) -> None:
    taken, url = hook
    wang, li = await people.person(), await people.person("李")
    taken.statuses = [500, 502]
    await people.say(wang, wang, "早")
    await bot.set_webhook(url, secret_token="s-1_")
    await people.say(wang, wang, "晚")
    await taken.until(4)
    words = [raw["message"]["text"] for _status, raw in taken.got]
    assert words == ["早", "早", "早", "晚"]
    assert set(taken.secrets) == {"s-1_"}
    await people.say(li, li, "李")
    await taken.until(5)
    await asyncio.sleep(0.05)
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_a_method_in_the_answer_is_carried_out(
    bot: Bot, people: People, hook: tuple[Hook, str]
) -> None:
    taken, url = hook
    wang = await people.person()
    taken.reply = {"method": "sendMessage", "chat_id": wang, "text": "收到"}
    await bot.set_webhook(url)
    await people.say(wang, wang, "早")
    await people.seen(wang, after=1, wait=5)
    assert [m["text"] for m in await people.seen(wang)] == ["早", "收到"]


async def test_redelivery_and_doubles(bot: Bot, people: People, hook: tuple[Hook, str]) -> None:
    taken, url = hook
    wang = await people.person()
    await bot.set_webhook(url)
    await people.fault(updates={"duplicate": 1.0})
    await people.say(wang, wang, "早")
    await taken.until(2)
    await people.ask("POST", "/redeliver", json={"update_ids": [taken.got[0][1]["update_id"]]})
    await taken.until(3)
    assert {raw["message"]["text"] for _status, raw in taken.got} == {"早"}


async def test_refused_settings(bot: Bot) -> None:
    for url, secret in (("http://e.cn/", None), ("https://e.cn/", "a b"), ("https://e.cn/", "x" * 257)):
        with pytest.raises(TelegramBadRequest):
            await bot.set_webhook(url, secret_token=secret)
