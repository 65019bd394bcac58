"""What of the raw JSON is meant for us: a pure decision before anything is parsed, which never raises."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from handlers.addressing import called
from storage.arrivals import Arrival

Json = Mapping[str, Any]

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
"""What we ask the platform for."""

COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@(?P<bot>[A-Za-z0-9_]+))?(?:\s|$)")

SPLIT_AT = 4000
"""UTF-16 units from which a text may go on in the next message. Source: domain.cases.intake."""

OF_THE_PLATFORM = frozenset({1087968824, 136817688, 777000})
"""GroupAnonymousBot, Channel Bot and Telegram itself: bots by name, people or channels behind them."""

MEMBERSHIP = ("migrate_to_chat_id", "migrate_from_chat_id")
"""Service messages that move a chat."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who we are on the platform."""

    id: int
    username: str


def arrival(me: Me, update: Json) -> Arrival | None:
    """What to keep of an update; None where it has no id, so that it can be no update."""
    update_id = update.get("update_id")
    if not isinstance(update_id, int) or isinstance(update_id, bool):
        return None
    kind = next((key for key in update if key != "update_id"), "none")
    try:
        return _read(me, update_id, kind, update)
    except (TypeError, KeyError, ValueError, AttributeError):
        return Arrival(update_id, kind[:32], 0, "ignored", b"")


def _read(me: Me, update_id: int, kind: str, update: Json) -> Arrival:
    body = update[kind]
    message = body.get("message") or {} if kind == "callback_query" else body
    chat_id = _number(message.get("chat"))
    sender_id = _number(body.get("from"))
    if not _sane(kind, body, message, chat_id, sender_id):
        return Arrival(update_id, kind[:32], chat_id or sender_id or 0, "ignored", b"", chat_id, sender_id)
    ours = kind in ALLOWED and _addressed(me, kind, body)
    text = body.get("text") or ""
    return Arrival(
        update_id=update_id,
        kind=kind[:32],
        lane=chat_id or sender_id or 0,
        state="new" if ours else "ignored",
        payload=json.dumps(update, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"),
        chat_id=chat_id,
        sender_id=sender_id,
        message_id=body.get("message_id") or message.get("message_id"),
        album=(body.get("media_group_id") or None) if kind == "message" else None,
        long=ours and kind == "message" and units(text) >= SPLIT_AT,
        plain=kind == "message" and bool(text) and not COMMAND.match(text) and not _from_elsewhere(body),
        said_at=_instant(body.get("date")) if kind == "message" else None,
    )


def _sane(kind: str, body: Json, message: Json, chat_id: int | None, sender_id: int | None) -> bool:
    """Whether what the lanes stand on is there and of its type."""
    if kind == "callback_query":
        return sender_id is not None and isinstance(body.get("id"), str)
    if kind in ("message", "edited_message"):
        named = isinstance(message.get("message_id"), int) and chat_id is not None
        words = all(isinstance(body.get(key, ""), str) for key in ("text", "caption", "media_group_id"))
        return named and words
    return True


def _number(who: Any) -> int | None:
    found = who.get("id") if isinstance(who, dict) else None
    return found if isinstance(found, int) and abs(found) < 2**63 else None


def _instant(date: Any) -> datetime | None:
    """The platform's date, whole seconds; what no clock shows is none."""
    sane = isinstance(date, int) and 0 < date < 2**32
    return datetime.fromtimestamp(date, UTC) if sane else None


def units(text: str) -> int:
    """Length in UTF-16 units, as the platform counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _addressed(me: Me, kind: str, body: Json) -> bool:
    if kind in ("callback_query", "my_chat_member", "chat_member"):
        return True
    if kind not in ("message", "edited_message"):
        return False
    if any(key in body for key in MEMBERSHIP):
        return True
    if _of_a_bot(body) or body["chat"].get("type") == "channel":
        return False
    if body["chat"].get("type") == "private":
        return True
    # A change is ours where what it changes was said to us, which only the books know: storage.changed.
    return kind == "message" and _called(me, body)


def _of_a_bot(body: Json) -> bool:
    sender = body.get("from") or {}
    return bool(sender.get("is_bot")) and sender.get("id") not in OF_THE_PLATFORM


def _from_elsewhere(body: Json) -> bool:
    return "forward_origin" in body or "via_bot" in body


def _called(me: Me, body: Json) -> bool:
    text = body.get("text") or body.get("caption") or ""
    command = COMMAND.match(text)
    if command is not None:
        named = command["bot"]
        return named is None or named.lower() == me.username.lower()
    answered = (body.get("reply_to_message") or {}).get("from") or {}
    if answered.get("id") == me.id:
        return True
    return called(text) is not None or _mentioned(me, body, text)


def _mentioned(me: Me, body: Json, text: str) -> bool:
    for entity in body.get("entities") or body.get("caption_entities") or ():
        if entity.get("type") == "text_mention" and (entity.get("user") or {}).get("id") == me.id:
            return True
        if entity.get("type") == "mention" and _cut(text, entity).lower() == f"@{me.username}".lower():
            return True
    return False


def _cut(text: str, entity: Json) -> str:
    """The words of an entity, whose offsets count UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    start = 2 * int(entity["offset"])
    return raw[start : start + 2 * int(entity["length"])].decode("utf-16-le", "replace")
