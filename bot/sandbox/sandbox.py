"""The sandbox put together: engine, doors and application."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles

from bot.sandbox.botapi import BotDoor
from bot.sandbox.clock import Clock, SandboxClock
from bot.sandbox.engine import Engine
from bot.sandbox.limits import Limits
from bot.sandbox.people import routers
from bot.sandbox.people.errors import Impossible
from bot.sandbox.world import World

_PAGE = Path(__file__).parent / "page"


class Sandbox:
    """A local Bot API server with a world of its own; `app` is an ordinary FastAPI application."""

    def __init__(
        self,
        *,
        token: str = "42:SANDBOX",
        clock: Clock | None = None,
        seed: int = 0,
        limits: Limits = Limits(),  # noqa: B008  frozen
        on_clock: Callable[[], Awaitable[None]] | None = None,
        next_due: Callable[[], Awaitable[datetime | None]] | None = None,
        bot_username: str = "linli_bot",
        bot_name: str = "小邻",
    ) -> None:
        bot_id = int(token.partition(":")[0])
        bot = {"id": bot_id, "is_bot": True, "first_name": bot_name, "username": bot_username}
        self.token = token
        self.clock = clock or SandboxClock()
        self.engine = Engine(token, self.clock, seed, limits, bot)
        self.engine.on_clock, self.engine.next_due = on_clock, next_due
        self.app = _application(self.engine)

    @property
    def world(self) -> World:
        return self.engine.world

    def reset(self) -> None:
        self.engine.start_over()


def _application(engine: Engine) -> FastAPI:
    app = FastAPI(
        title="Sandbox", version="1", openapi_url="/sandbox/v1/openapi.json", docs_url=None, redoc_url=None
    )
    door = BotDoor(engine)
    app.add_route("/bot{token}/{method}", door.method, methods=["GET", "POST"], include_in_schema=False)
    app.add_route("/file/bot{token}/{path:path}", door.file, methods=["GET"], include_in_schema=False)
    for router in routers(engine):
        app.include_router(router, prefix="/sandbox/v1")
    app.add_exception_handler(Impossible, _impossible)
    _mount_page(app)
    return app


async def _impossible(_request: Request, error: Exception) -> Response:
    code = error.code if isinstance(error, Impossible) else 500
    return JSONResponse({"error": str(error)}, code)


def _mount_page(app: FastAPI) -> None:
    """The chat client, if it is there; looked up per request, so that it may come later."""

    async def index(_request: Request) -> Response:
        page = _PAGE / "index.html"
        if not page.exists():
            return JSONResponse({"sandbox": "/sandbox/v1/openapi.json"})
        return FileResponse(page, headers=_FRESH)

    app.add_route("/", index, methods=["GET"], include_in_schema=False)
    app.mount("/page", _Page(directory=_PAGE, check_dir=False), name="page")


_FRESH = {"Cache-Control": "no-cache"}
"""A browser asks whether it changed, so that modules of two versions never mix."""


class _Page(StaticFiles):
    """The page's files, always asked about."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers.update(_FRESH)
        return response
