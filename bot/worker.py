"""The bot on the real platform, as one process: web server, program, and a watch over the parent."""

import asyncio
import os
import signal

from fastapi import FastAPI

from bot.app import App
from bot.clock import RealClock
from bot.listening import PATH
from bot.settings import Settings
from bot.web.health import health_routes
from bot.web.server import serving
from bot.web.webhook import webhook_route

WATCH = 1.0
"""Seconds between looks at the parent: an orphan must not hold the token."""


async def work(settings: Settings, owner: str) -> None:
    """Run until SIGTERM, SIGINT or the supervisor's death."""
    ending = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ending.set)
    app = App(settings, RealClock(), owner)
    async with serving(web(settings, app), settings.host, settings.port):
        await app.open()
        await app.start()
        try:
            await _ended(ending)
        finally:
            await app.stop()


def web(settings: Settings, app: App) -> FastAPI:
    """Health, metrics and, where one is set, the webhook."""
    site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    site.include_router(health_routes(app.figures))
    if settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        site.include_router(webhook_route(PATH, secret, lambda: app.accept))
    return site


async def _ended(ending: asyncio.Event) -> None:
    parent = os.getppid()
    while os.getppid() == parent:
        try:
            await asyncio.wait_for(_wait(ending), WATCH)
        except TimeoutError:
            continue
        return


async def _wait(ending: asyncio.Event) -> None:
    await ending.wait()
