"""The harness's levers: faults, redelivery, raw updates, the clock, a new world."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import APIRouter

from bot.sandbox.clock import Clock
from bot.sandbox.engine import Engine
from bot.sandbox.faults import Probe
from bot.sandbox.people.bodies import ClockMove, NewFault, Redelivery, Scene
from bot.sandbox.people.errors import impossible
from bot.sandbox.updates import KINDS

Json = dict[str, Any]


def router(engine: Engine) -> APIRouter:
    api = APIRouter(tags=["steering"])
    _fault_routes(api, engine)
    _clock_routes(api, engine)

    @api.post("/redeliver")
    async def redeliver(body: Redelivery) -> Json:
        return {"update_ids": engine.updates.redeliver(body.update_ids)}

    @api.post("/updates")
    async def inject(body: dict[str, Any]) -> Json:
        """A raw update body of any kind, without its update_id."""
        return _inject(engine, body)

    @api.get("/scene")
    async def scene() -> Json:
        """Whom the page shows side by side, and what a visitor may try."""
        return engine.world.scene

    @api.post("/scene")
    async def arrange(body: Scene) -> Json:
        engine.world.scene = body.model_dump(exclude_none=True)
        return engine.world.scene

    @api.post("/reset")
    async def reset() -> Json:
        engine.start_over()
        return {"reset": True}

    return api


def _fault_routes(api: APIRouter, engine: Engine) -> None:
    @api.get("/faults")
    async def faults() -> Json:
        return _faults(engine)

    @api.post("/faults")
    async def order(body: NewFault) -> Json:
        _order(engine, body)
        return _faults(engine)

    @api.delete("/faults")
    async def end() -> Json:
        engine.faults.clear()
        engine.updates.disorder.duplicate = engine.updates.disorder.reorder = 0.0
        return _faults(engine)


def _clock_routes(api: APIRouter, engine: Engine) -> None:
    @api.get("/clock")
    async def clock() -> Json:
        return {"now": engine.now().isoformat()}

    @api.post("/clock")
    async def move(body: ClockMove) -> Json:
        """By `advance` seconds, to `set`, or with `next` to what the host program does next by itself."""
        _move(engine.clock, await _aimed(engine, body))
        if engine.on_clock is not None:
            await engine.on_clock()
        return {"now": engine.now().isoformat()}


async def _aimed(engine: Engine, body: ClockMove) -> ClockMove:
    """`next` as the moment that it means."""
    if not body.next:
        return body
    if engine.next_due is None:
        impossible(501, "nobody here knows what is due next")
    moment = await engine.next_due()
    if moment is None:
        impossible(409, "nothing is planned")
    return body.model_copy(update={"set": moment.isoformat()})


def _order(engine: Engine, body: NewFault) -> None:
    if body.probe is not None:
        engine.faults.probe = Probe(**body.probe.model_dump())
    if body.updates is not None:
        disorder = engine.updates.disorder
        disorder.duplicate, disorder.reorder = body.updates.duplicate, body.updates.reorder
    if body.kind is not None:
        how = body.model_dump(include={"count", "share", "retry_after", "delay", "chat_id"})
        engine.faults.order(method=body.method or "*", kind=body.kind, **how)
    elif body.probe is None and body.updates is None:
        impossible(422, "a fault needs a kind, a probe or updates")


def _faults(engine: Engine) -> Json:
    disorder = engine.updates.disorder
    return {
        "faults": [fault.dump() for fault in engine.faults.orders],
        "probe": engine.faults.probe.dump(),
        "updates": {
            "duplicate": disorder.duplicate, "reorder": disorder.reorder,
            "duplicated": disorder.duplicated, "reordered": disorder.reordered,
        },
    }  # fmt: skip


def _inject(engine: Engine, body: Json) -> Json:
    kind = next((key for key in body if key in KINDS), None) or next(iter(body), None)
    if kind is None or "update_id" in body:
        impossible(422, "an update body of one kind, without update_id")
    if kind == "inline_query":
        engine.queries.inline[str(body[kind].get("id"))] = None
    about = body[kind] if isinstance(body[kind], dict) else {}
    chat = about.get("chat") or about.get("from") or {}
    return engine.updates.inject(body, kind, f"chat:{chat.get('id', 0)}")


def _move(clock: Clock, body: ClockMove) -> None:
    advance, set_to = getattr(clock, "advance", None), getattr(clock, "set", None)
    if advance is None or set_to is None:
        impossible(501, "this clock cannot be moved")
    if body.advance is not None:
        advance(timedelta(seconds=body.advance))
    if body.set is not None:
        moment = datetime.fromisoformat(body.set)
        if moment.tzinfo is None:
            impossible(422, "a moment needs its offset")
        set_to(moment)
