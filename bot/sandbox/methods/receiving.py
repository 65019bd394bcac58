"""Methods by which the bot gets its updates: the long poll and the webhook's settings."""

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import sizes
from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.refusals import refuse

Json = dict[str, Any]

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(engine: Engine, args: Arguments) -> list[Json]:
    if engine.webhook.url:
        refuse("webhook_active")
    _end_other_poll(engine, "poll_conflict")
    _remember_allowed(engine, args)
    low, high = sizes.UPDATES
    limit = min(max(args.integer("limit") or high, low), high)
    seconds = min(max(args.integer("timeout") or 0, 0), sizes.POLL_SECONDS)
    engine.updates.move_to(args.integer("offset") or 0)
    batch = engine.updates.batch(limit)
    if batch or seconds == 0:
        return batch
    return await _wait(engine, limit, seconds)


async def _wait(engine: Engine, limit: int, seconds: float) -> list[Json]:
    """Holds the line until an update comes, the time is over, or somebody else polls."""
    loop = asyncio.get_running_loop()
    mine: asyncio.Future[str] = loop.create_future()
    engine.poller, updates = mine, engine.updates
    deadline = loop.create_task(_sleep(engine, seconds))
    try:
        while not (deadline.done() or mine.done() or engine.closing or updates is not engine.updates):
            await updates.bell.wait(deadline)
            if mine.done():
                break
            batch = updates.batch(limit)
            if batch:
                return batch
        if mine.done():
            refuse(mine.result())
        return []
    finally:
        deadline.cancel()
        if engine.poller is mine:
            engine.poller = None


async def _sleep(engine: Engine, seconds: float) -> None:
    await engine.clock.sleep(seconds)


def _end_other_poll(engine: Engine, why: str) -> None:
    if engine.poller is not None and not engine.poller.done():
        engine.poller.set_result(why)
        engine.poller = None
        engine.updates.bell.ring()


def _remember_allowed(engine: Engine, args: Arguments) -> None:
    """An empty list means the default again; no list leaves the last one in force."""
    allowed = args.objects("allowed_updates")
    if allowed is not None:
        engine.updates.allowed = [str(kind) for kind in allowed] or None


def set_webhook(engine: Engine, args: Arguments) -> bool:
    url = args.text("url") or ""
    secret = args.text("secret_token") or ""
    _check_webhook(url, secret)
    _remember_allowed(engine, args)
    if args.truth("drop_pending_updates"):
        _drop(engine)
    if url:
        _end_other_poll(engine, "webhook_took_over")
    low, high = sizes.WEBHOOK_CONNECTIONS
    engine.webhook.point_at(url, secret, min(max(args.integer("max_connections") or 40, low), high))
    return True


def _check_webhook(url: str, secret: str) -> None:
    if len(secret) > sizes.WEBHOOK_SECRET:
        refuse("secret_too_long")
    if not _SECRET.fullmatch(secret):
        refuse("secret_characters")
    parts = urlsplit(url)
    # plain HTTP works on this machine only: a bot under test has no certificate
    if url and parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        refuse("webhook_url")


def delete_webhook(engine: Engine, args: Arguments) -> bool:
    if args.truth("drop_pending_updates"):
        _drop(engine)
    engine.webhook.point_at("", "", 40)
    return True


def _drop(engine: Engine) -> None:
    for entry in list(engine.updates.pending.values()):
        engine.updates.confirm(entry)
    engine.updates.again.clear()


def webhook_info(engine: Engine, _args: Arguments) -> Json:
    info = engine.webhook.info() | {"pending_update_count": len(engine.updates.pending)}
    if engine.updates.allowed:
        info["allowed_updates"] = engine.updates.allowed
    return info


METHODS = {
    "getUpdates": get_updates, "setWebhook": set_webhook, "deleteWebhook": delete_webhook,
    "getWebhookInfo": webhook_info,
}  # fmt: skip
