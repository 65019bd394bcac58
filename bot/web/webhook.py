"""The webhook: secret first, then size, then JSON; 200 only after the update is committed."""

import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

LARGEST = 1 << 20
"""Bytes of one update that are read; Telegram's are a few tens of kilobytes."""

HEADER = "X-Telegram-Bot-Api-Secret-Token"

Accept = Callable[[Sequence[Any]], Awaitable[None]]


def webhook_route(path: str, secret: str, accept: Callable[[], Accept | None]) -> APIRouter:
    """POST `path`; `accept` answers None while the program starts, and the platform tries again."""
    if not secret:
        raise ValueError("a webhook needs a secret: without it anybody could post updates")
    router = APIRouter()

    @router.post(path, include_in_schema=False)
    async def webhook(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            return Response(status_code=401)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            return Response(status_code=400)
        if (taking := accept()) is None:
            return Response(status_code=503, headers={"Retry-After": "1"})
        await taking([update])
        return Response(status_code=200)

    return router


async def _body(request: Request) -> bytes | None:
    """The body, or None where it grows beyond what an update is."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    return body


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    known = isinstance(update, dict) and isinstance(update.get("update_id"), int)
    return update if known else None
