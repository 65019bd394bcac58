"""Attachments on their way from the platform to the data folder: wanted, then kept or refused."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, literal_column, select, update

from storage.tables import media
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attachment not fetched yet; `file_id` is None where its owner was erased."""

    id: int
    kind: str
    file_id: str | None
    size: int | None


_WANTED = (
    select(media.c.id, media.c.person_id, media.c.kind, media.c.file_id, media.c.size)
    .where(media.c.state == literal_column("'wanted'"))
    .order_by(media.c.id)
    .limit(bindparam("most"))
)
_KEEP = (
    update(media)
    .where(media.c.id == bindparam("media_id"), media.c.state == "wanted")
    .values(state="kept", stored=bindparam("name"))
)
_REFUSE = (
    update(media)
    .where(media.c.id == bindparam("media_id"), media.c.state == "wanted")
    .values(state="refused")
)


def wanted(connection: Connection, vault: Vault, most: int = 50) -> list[Wanted]:
    """What is to be fetched, oldest first."""
    return [
        Wanted(row.id, row.kind, _file_id(connection, vault, row.id, row.person_id, row.file_id), row.size)
        for row in connection.execute(_WANTED, {"most": most}).all()
    ]


def _file_id(connection: Connection, vault: Vault, row_id: int, person_id: int, sealed: bytes) -> str | None:
    return vault.open(connection, person_id, "media", "file_id", row_id, sealed)


def keep(connection: Connection, media_id: int, stored: str) -> None:
    """It lies in the media folder under that name."""
    connection.execute(_KEEP, {"media_id": media_id, "name": stored})


def refuse(connection: Connection, media_id: int) -> None:
    """It will not be fetched: too large, broken, gone, or out of tries."""
    connection.execute(_REFUSE, {"media_id": media_id})
