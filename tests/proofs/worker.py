"""The worker that gets killed: the real App, with a shared clock, short waits and crash points."""

import asyncio
import base64
import gc
import os
import time
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import logs
from bot.app import App, Pace
from bot.delivery.pace import Waits
from bot.jobs.drawing import font
from bot.settings import Settings
from tests.proofs import crash
from tests.proofs.clocks import SharedClock
from tests.proofs.people import TOKEN

Json = dict[str, Any]

KEY = bytes(range(32))
OWNER = "proofs"
"""One name for all workers, as the supervisor's children share one: the next takes the token over at once."""

TICK = 0.25
"""Seconds between two looks at what is due."""

WAITS = Waits(
    probe_after=3.0, request=2.0, edit_gap=0.3, look=0.2, scan=0.5, resend=1.0, backoff=0.2, backoff_most=2.0
)
"""The dispatcher's waits, a twentieth of the real ones, so that a run sees many of them."""

font()  # matplotlib and its fonts cost seconds, which no worker lives long enough to spend
gc.freeze()  # what the zygote has imported stays shared with its children


def run(given: Json, plan: Json) -> None:
    """Arm the crash points, then be the bot until killed."""
    logs.configure("WARNING")
    record = given.get("record")
    crash.arm(
        plan, Path(given["hits"]), Path(record) if record else None, sqlite=given["url"].startswith("sqlite")
    )
    asyncio.run(_serve(given))


def settings_of(given: Json) -> Settings:
    """The program's settings for this run."""
    second, group, chat = given["pace"]
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # pydantic-settings takes it, mypy does not know
        bot_token=SecretStr(TOKEN),
        database_url=given["url"],
        data=Path(given["data"]),
        master_key=SecretStr(base64.b64encode(KEY).decode()),
        api_base=given["api"],
        per_second=second,
        per_group_minute=group,
        aloud_a_day=1_000_000,
        per_chat_second=chat,
        flood_burst=10_000,
        flood_rate=1000.0,
    )


def _say_up(path: Path) -> None:
    with path.open("a", encoding="ascii") as up:
        up.write(f"{os.getpid()} {time.monotonic()}\n")


async def _serve(given: Json) -> None:
    clock = SharedClock(Path(given["clock"]))
    app = App(settings_of(given), clock, OWNER, Pace(tick=TICK, waits=WAITS))
    await app.open()
    await app.start()
    _say_up(Path(given["up"]))
    await asyncio.Event().wait()
