"""A served sandbox, both sides of it, and the witness that looks at all it said."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox import Limits, Sandbox, serve
from bot.sandbox.calls import Diary
from bot.sandbox.engine import Engine
from bot.sandbox.updates import Updates
from tests.sandbox.people import People
from tests.sandbox.witness import check_records


@pytest.fixture(autouse=True)
def witnessed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every world of the test, those before a reset too, is checked when the test is over."""
    worlds: list[tuple[Updates, Diary]] = []
    start_over = Engine.start_over

    def remembered(engine: Engine) -> None:
        start_over(engine)
        worlds.append((engine.updates, engine.diary))

    monkeypatch.setattr(Engine, "start_over", remembered)
    yield
    for updates, diary in worlds:
        check_records(updates, diary)


@pytest.fixture
def limits() -> Limits:
    return Limits.off()


@pytest.fixture
def sandbox(witnessed: None, limits: Limits) -> Sandbox:
    return Sandbox(limits=limits)


@pytest.fixture
async def base(sandbox: Sandbox) -> AsyncIterator[str]:
    async with serve(sandbox) as address:
        yield address


@pytest.fixture
async def bot(base: str, sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    yield Bot(sandbox.token, session=session)
    await session.close()


@pytest.fixture
async def people(base: str) -> AsyncIterator[People]:
    async with httpx.AsyncClient(base_url=base, timeout=20) as client:
        yield People(client)
