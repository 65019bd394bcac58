"""What an update makes true by itself: messages of ours that arrived, chats that moved, doors that opened."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.context import marked
from storage import memberships
from storage.outbox import adopt

Json = Mapping[str, Any]

GONE = frozenset({"left", "kicked"})
GROUPS = frozenset({"group", "supergroup"})


def is_service(raw: Json) -> bool:
    """Whether this message only says that a chat moved."""
    message = raw.get("message") or {}
    return "migrate_to_chat_id" in message or "migrate_from_chat_id" in message


def keep(connection: Connection, bot_id: int, kind: str, body: Json, now: datetime) -> None:
    """Write down what this update proves, in the commit that settles it."""
    for found in marked(bot_id, kind, body):
        adopt(connection, found.row_id, found.chat_id, found.message_id, now)
    if kind == "my_chat_member":
        _membership(connection, body, now)
    elif kind == "message":
        _message(connection, body, now)


def _membership(connection: Connection, body: Json, now: datetime) -> None:
    chat, status = body["chat"], body["new_chat_member"]["status"]
    if chat["type"] == "private":
        memberships.private(connection, chat["id"], status not in GONE, now)
    elif chat["type"] in GROUPS:
        memberships.presence(connection, chat["id"], chat["type"], status not in GONE)
        memberships.deletes(connection, chat["id"], bool(body["new_chat_member"].get("can_delete_messages")))


def _message(connection: Connection, body: Json, now: datetime) -> None:
    here = body["chat"]["id"]
    if (new := body.get("migrate_to_chat_id")) is not None:
        memberships.moved(connection, here, new)
    elif (old := body.get("migrate_from_chat_id")) is not None:
        memberships.moved(connection, old, here)
    elif body["chat"]["type"] == "private":
        memberships.private(connection, here, True, now)  # before the decision, which may be refused
