"""The door for bots: `/bot<token>/<method>` and `/file/bot<token>/<path>`, faults and the diary included."""

import asyncio
import inspect
import json
import logging
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.sandbox.arguments import Arguments
from bot.sandbox.calls import Call
from bot.sandbox.drops import Drop
from bot.sandbox.engine import Engine
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS, NAMES
from bot.sandbox.refusals import BY_KEY, Refused, refuse
from bot.sandbox.requests import read_arguments

Json = dict[str, Any]

_log = logging.getLogger(__name__)

_BROKEN_GATEWAY = (
    b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
)


class BotDoor:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        engine.webhook.on_reply = self._carry_out

    async def method(self, request: Request) -> Response:
        engine, name = self._engine, str(request.path_params["method"]).lower()
        if request.path_params["token"] != engine.token:
            return _answer(_failure(BY_KEY["unauthorized"].code, BY_KEY["unauthorized"].text))
        try:
            args = await read_arguments(request)
        except (ValueError, UnicodeDecodeError):
            return _answer(_failure(400, "Bad Request: can't parse the request"))
        return await self.call(name, args)

    async def call(self, name: str, args: Arguments) -> Response:
        engine = self._engine
        call = engine.diary.open(engine.now().isoformat(), NAMES.get(name, name), args.logged())
        fault = engine.faults.pick(name, args.values.get("chat_id"))
        if fault is None:
            return _answer(await self._work(name, args, call))
        call.fault = fault.kind
        return await self._fail(fault, name, args, call)

    async def _work(self, name: str, args: Arguments, call: Call) -> Json:
        """Runs the method and writes down how it ended."""
        try:
            run = METHODS.get(name)
            if run is None:
                refuse("method_not_found")
            result = run(self._engine, args)
            if inspect.isawaitable(result):
                result = await result
        except Refused as refused:
            return self._refused(refused, call)
        except Exception as error:
            # a hole in the sandbox: said aloud, never taken for the platform's word
            _log.exception("the sandbox failed at %s", name)
            call.outcome = {"ok": False, "code": 500, "text": f"sandbox: {error!r}"}
            return _failure(500, f"Internal Server Error: the sandbox failed: {type(error).__name__}")
        call.outcome, call.answer = {"ok": True}, {"ok": True, "result": result}
        _note_messages(call, result)
        return call.answer

    def _refused(self, refused: Refused, call: Call) -> Json:
        refusal = refused.refusal
        call.outcome = {"ok": False, "code": refusal.code, "text": refused.text, "rule": refusal.key}
        if refusal.violation:
            self._engine.diary.violated(call, refusal, refused.text)
        call.answer = _failure(refusal.code, refused.text, refused.parameters)
        return call.answer

    async def _fail(self, fault: Fault, name: str, args: Arguments, call: Call) -> Response:
        if fault.kind == "429":
            return _answer(self._injected(call, "injected_429", fault.retry_after))
        if fault.kind == "500":
            return _answer(self._injected(call, "injected_500", 0))
        if fault.kind == "lost":
            await self._work(name, args, call)
            return Drop()
        if fault.kind == "late":
            await self._pause(fault.delay)
            return _answer(await self._work(name, args, call))
        call.outcome = {"ok": False, "code": 0, "text": fault.kind}
        if fault.kind == "html502":
            return Response(_BROKEN_GATEWAY, 502, media_type="text/html")
        if fault.kind == "timeout":
            await self._pause(fault.delay or float("inf"))
        return Drop()

    def _injected(self, call: Call, key: str, seconds: int) -> Json:
        text = BY_KEY[key].text.format(seconds=seconds)
        call.outcome = {"ok": False, "code": BY_KEY[key].code, "text": text, "rule": key}
        return _failure(BY_KEY[key].code, text, {"retry_after": seconds} if seconds else None)

    async def _pause(self, seconds: float) -> None:
        """Hangs, but never longer than the server lives."""
        engine = self._engine
        timer = asyncio.ensure_future(engine.clock.sleep(min(seconds, 10**6)))
        try:
            while not (timer.done() or engine.closing):
                await engine.closed.wait(timer)
        finally:
            timer.cancel()

    async def _carry_out(self, answer: Json) -> None:
        values = {key: value for key, value in answer.items() if key != "method"}
        await self.call(str(answer["method"]).lower(), Arguments(values))

    async def file(self, request: Request) -> Response:
        if request.path_params["token"] != self._engine.token:
            return _answer(_failure(401, "Unauthorized"))
        file = self._engine.world.files.by_path(request.path_params["path"])
        if file is None:
            return _answer(_failure(404, "Not Found"))
        return Response(file.content, media_type=file.mime)


def _note_messages(call: Call, result: Any) -> None:
    shown = [item for item in (result if isinstance(result, list) else [result]) if isinstance(item, dict)]
    call.message_ids = [item["message_id"] for item in shown if "message_id" in item]
    call.message_id = call.message_ids[0] if call.message_ids else None


def _failure(code: int, text: str, parameters: Json | None = None) -> Json:
    answer: Json = {"ok": False, "error_code": code, "description": text}
    return answer | ({"parameters": parameters} if parameters else {})


def _answer(answer: Json) -> Response:
    status = 200 if answer["ok"] else int(answer["error_code"])
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Response(body, status, media_type="application/json")
