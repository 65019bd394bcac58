"""The sandbox alone in a process, without limits: says its address, then serves until it is ended."""

import asyncio

from bot.sandbox import Limits, Sandbox, serve


async def main() -> None:
    """Serves on a free port."""
    async with serve(Sandbox(limits=Limits.off())) as base:
        print(base, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
