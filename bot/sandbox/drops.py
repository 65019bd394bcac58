"""Dropping a connection in the middle of a call, as a broken network does."""

import asyncio
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_KEY = "sandbox.abort"


class Drop(Response):
    """Ends the connection without a word; where the server gives no hand on it, a bare 502."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        abort = scope.get(_KEY)
        if abort is None:
            await Response(status_code=502)(scope, receive, send)
            return
        abort()
        for _turn in range(3):  # until uvicorn has seen that the connection is gone
            await asyncio.sleep(0)


def droppable(app: ASGIApp) -> ASGIApp:
    """Lets Drop reach uvicorn's transport: `send` is a bound method of the object that holds it."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        transport: Any = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            scope[_KEY] = transport.abort
        await app(scope, receive, send)

    return wrapped
