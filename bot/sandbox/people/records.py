"""The records for a checker: calls, violations, the table of rules, files, and the whole world."""

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from bot.sandbox.engine import Engine
from bot.sandbox.people.chats import describe
from bot.sandbox.people.errors import impossible
from bot.sandbox.refusals import REFUSALS

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["records"])

    @api.get("/calls")
    async def calls(after: int = 0, method: str | None = None, answers: bool = False) -> Response:
        found = engine.diary.calls[after:]
        wanted = [call for call in found if method is None or call.method.lower() == method.lower()]
        return JSONResponse([call.dump() | ({"answer": call.answer} if answers else {}) for call in wanted])

    @api.get("/violations")
    async def violations() -> list[Json]:
        return engine.diary.violations

    @api.get("/rules")
    async def rules() -> list[Json]:
        return [asdict(refusal) for refusal in REFUSALS]

    @api.get("/files/{file_id}")
    async def file(file_id: str) -> Response:
        found = engine.world.files.by_id(file_id)
        if found is None:
            impossible(404, f"there is no file {file_id}")
        return Response(found.content, media_type=found.mime)

    @api.get("/world")
    async def world() -> Response:
        return JSONResponse(dump(engine))

    return api


def dump(engine: Engine) -> Json:
    """Everything that happened, for whoever checks it."""
    world = engine.world
    return {
        "now": engine.now().isoformat(),
        "bot": world.bot,
        "users": list(world.users.values()),
        "chats": [describe(engine, chat) for chat in world.chats.values()],
        "messages": [stored.dump() for chat_id in world.chats for stored in world.in_chat(chat_id)],
        "updates": [entry.dump() for entry in engine.updates.all.values()],
        "callback_queries": [query.dump() for query in engine.queries.all.values()],
        "inline_queries": engine.queries.inline,
        "revision": world.revision,
    }
