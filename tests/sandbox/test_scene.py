"""What a world offers its visitor: a crowd that is nobody, seats side by side, the clock's next moment."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from aiogram import Bot

from bot.sandbox import Sandbox

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
async def lever(base: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{base}/sandbox/v1") as client:
        yield client


async def test_one_of_the_crowd_can_be_written_to_and_is_no_persona(
    lever: httpx.AsyncClient, bot: Bot
) -> None:
    told = (await lever.post("/users", json={"first_name": "周建国", "crowd": True})).json()
    assert "crowd" not in told  # the platform's User has no such field
    users = {user["id"]: user for user in (await lever.get("/users")).json()}
    assert users[told["id"]]["crowd"] is True
    assert told["id"] not in [chat["id"] for chat in (await lever.get("/chats")).json()]
    assert (await bot.send_message(told["id"], "您好")).text == "您好"


async def test_a_scene_is_given_back_as_it_was_told_and_goes_with_its_world(lever: httpx.AsyncClient) -> None:
    seat = {"user": 1, "chat": 1}
    told = {
        "pair": [seat, seat],
        "tries": [{"zh": "试", "en": "Try", "left": seat, "right": seat, "text": "x"}],
    }
    assert (await lever.post("/scene", json=told)).status_code == 200
    found = (await lever.get("/scene")).json()
    assert found["pair"] == told["pair"]
    assert found["tries"][0]["text"] == "x"
    await lever.post("/reset")
    assert (await lever.get("/scene")).json() == {"pair": [], "tries": []}


async def test_the_clock_goes_to_what_is_due_next(sandbox: Sandbox, lever: httpx.AsyncClient) -> None:
    assert (await lever.post("/clock", json={"next": True})).status_code == 501
    moments: list[datetime] = [MOMENT]

    async def soonest() -> datetime | None:
        return moments.pop() if moments else None

    sandbox.engine.next_due = soonest
    moved = (await lever.post("/clock", json={"next": True})).json()
    assert timedelta() <= datetime.fromisoformat(moved["now"]) - MOMENT < timedelta(seconds=5)
    before = (await lever.get("/clock")).json()["now"]
    assert (await lever.post("/clock", json={"next": True})).status_code == 409
    after = (await lever.get("/clock")).json()["now"]
    assert datetime.fromisoformat(after) - datetime.fromisoformat(before) < timedelta(seconds=5)
