"""The demo's first scene: everybody's first words, so that no page is empty, and what a visitor may try."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.pictures import picture
from bot.seeding import Planted, Platform

Json = dict[str, Any]

TRIES = 20
"""Looks, a tenth of a second apart, for a button that is to come."""

Settled = Callable[[], Awaitable[None]]
"""Until the bot has said all that it has to say."""


async def play(platform: Platform, planted: Planted, settled: Settled) -> None:
    """Line by line; a tap is made when the bot has posted what is tapped."""
    for line in planted.seed["scene"]:
        chat, me = planted.chat(line["chat"]), planted.people[line["from"]]
        if "tap" in line:
            await settled()
            await _tap(platform, chat, me, line)
        else:
            await platform.post(f"/chats/{chat}/messages", {"from": me, **_said(line)})


async def offer(platform: Platform, planted: Planted) -> None:
    """Tell the page whom to show side by side, and what a visitor may try."""
    seed = planted.seed
    tries = [
        {**told, **{side: _seat(planted, told[side]) for side in ("left", "right")}, **_shown(told)}
        for told in seed["tries"]
    ]
    pair = [_seat(planted, side) for side in seed["pair"]]
    large = [planted.people[one["key"]] for one in seed["people"] if one.get("large")]
    await platform.post(
        "/scene", {"title": seed["compound"]["name"], "pair": pair, "tries": tries, "large": large}
    )


def _seat(planted: Planted, told: list[str]) -> Json:
    person, chat = told
    return {"user": planted.people[person], "chat": planted.chat(chat)}


def _shown(told: Json) -> Json:
    return {"photo": picture(told["photo"])} if "photo" in told else {}


def _said(line: Json) -> Json:
    said = {key: line[key] for key in ("text", "caption") if key in line}
    return said | ({"photo": picture(line["photo"])} if "photo" in line else {})


async def _tap(platform: Platform, chat: int, me: int, line: Json) -> None:
    """Tap the newest button that begins so, below those words; a scene that has none goes on without."""
    for _ in range(TRIES):
        async with platform.get(f"/chats/{chat}/messages?as_user={me}") as answer:
            messages = (await answer.json())["messages"]
        for message in reversed(messages):
            label = next((one for one in _labels(message) if one.startswith(line["tap"])), None)
            if label is not None and line.get("under", "") in message.get("text", ""):
                body = {"from": me, "message_id": message["message_id"], "text": label}
                await platform.post(f"/chats/{chat}/press", body)
                return
        await asyncio.sleep(0.1)


def _labels(message: Json) -> list[str]:
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
    return [button["text"] for row in rows for button in row]
