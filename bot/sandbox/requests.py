"""Reading a bot's HTTP request: query, form, JSON or multipart become one set of arguments."""

import json
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.arguments import Arguments
from bot.sandbox.files import Upload

Json = dict[str, Any]


async def read_arguments(request: Request) -> Arguments:
    values: Json = dict(request.query_params) if request.url.query else {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/"):
        return await _read_multipart(request, values)
    body = await request.body()
    if not body:
        return Arguments(values)
    if kind.startswith("application/json"):
        given = json.loads(body)
        return Arguments(values | given if isinstance(given, dict) else values)
    return Arguments(values | dict(parse_qsl(body.decode(), keep_blank_values=True)))


async def _read_multipart(request: Request, values: Json) -> Arguments:
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=2 * 1024 * 1024) as form:
        for name, part in form.multi_items():
            if isinstance(part, UploadFile):
                uploads[name] = Upload(await part.read(), part.filename or None, part.content_type or None)
            else:
                values[name] = part
    return Arguments(values, uploads)
