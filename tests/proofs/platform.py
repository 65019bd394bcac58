"""The sandbox as a process of its own, so that no kill of the bot touches it."""

import asyncio
import os
import signal
from pathlib import Path

from bot.sandbox import Limits, Sandbox, serve
from tests.proofs.clocks import SharedClock
from tests.proofs.people import TOKEN

Pace = tuple[int, int, int]
"""Messages per second, per minute and group, per second and chat."""


def run(clock: Path, seed: int, pace: Pace) -> None:
    """Serve until SIGTERM; the address is the first line that is said."""
    asyncio.run(_serve(clock, seed, pace))


async def _serve(clock: Path, seed: int, pace: Pace) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    second, group, chat = pace
    limits = Limits(per_second=second, per_group_minute=group, per_chat_second=chat)
    sandbox = Sandbox(token=TOKEN, clock=SharedClock(clock), seed=seed, limits=limits)
    async with serve(sandbox) as base:
        os.write(1, f"{base}\n".encode())
        await stop.wait()
