"""The sandbox as a process of its own, so that no kill of the bot touches it."""

import asyncio
import signal
import sys
from pathlib import Path

from bot.sandbox import Limits, Sandbox, serve
from tests.proofs.clocks import SharedClock
from tests.proofs.people import TOKEN


async def main(port: int, clock: Path, seed: int, limits: Limits) -> None:
    """Serve until SIGTERM; prints its address once it answers."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    sandbox = Sandbox(token=TOKEN, clock=SharedClock(clock), seed=seed, limits=limits)
    async with serve(sandbox, port=port) as base:
        print(base, flush=True)
        await stop.wait()


def limits_of(text: str) -> Limits:
    """`second,group,chat`, or nothing for none."""
    if not text:
        return Limits.off()
    second, group, chat = (int(part) for part in text.split(","))
    return Limits(per_second=second, per_group_minute=group, per_chat_second=chat)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), limits_of(sys.argv[4])))
