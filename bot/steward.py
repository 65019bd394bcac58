"""What a steward does by hand: verify, erase, back up, restore."""

import asyncio
import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import Connection, bindparam, make_url, select, update

from bot.clock import Clock, RealClock
from bot.settings import Settings
from storage.anchors import anchored
from storage.audit import Broken, seal_some
from storage.audit import verify as verify_chains
from storage.engines import sqlite_path
from storage.migrate import upgrade
from storage.open import open_store
from storage.tables import media, outbox, persons
from storage.vault import Vault

_PERSON = select(persons.c.id).where(persons.c.telegram_id == bindparam("user_id"))
_FILES = select(media.c.stored).where(
    media.c.person_id == bindparam("person_id"), media.c.stored.is_not(None)
)
_FORGET_FILES = (
    update(media).where(media.c.person_id == bindparam("owner")).values(state="refused", stored=None)
)
_DOUBT = (
    update(outbox)
    .where(outbox.c.state.in_(("new", "leased")))
    .values(state="ambiguous", lease_until=bindparam("now", type_=outbox.c.lease_until.type))
)


async def verify(settings: Settings) -> tuple[Broken, ...]:
    """Where the chains, or their anchors, do not hold."""
    store = open_store(settings.url)
    await store.start()
    try:
        while await store.write(lambda connection: seal_some(connection, 500)):
            pass
        anchors = await asyncio.to_thread(anchored, settings.folder() / "anchors.txt")
        return await store.read(lambda connection: verify_chains(connection, anchors))
    finally:
        await store.close()


async def erase(settings: Settings, user_id: int) -> bool:
    """Destroy that person's key and files; False where nobody has that Telegram id."""
    vault = Vault.from_settings(settings.master())
    store = open_store(settings.url)
    await store.start()
    try:
        files = await store.write(lambda connection: _erase(connection, vault, user_id))
    finally:
        await store.close()
    for name in files or ():
        (settings.media / name).unlink(missing_ok=True)
    return files is not None


def _erase(connection: Connection, vault: Vault, user_id: int) -> list[str] | None:
    person_id = connection.execute(_PERSON, {"user_id": user_id}).scalar()
    if person_id is None:
        return None
    files = [name for (name,) in connection.execute(_FILES, {"person_id": person_id})]
    connection.execute(_FORGET_FILES, {"owner": person_id})
    vault.erase(connection, person_id)
    return files


def backup(settings: Settings, to: Path) -> None:
    """A consistent copy while others write; raises FileExistsError rather than overwrite."""
    if to.exists():
        raise FileExistsError(to)
    address = make_url(settings.url)
    if address.get_backend_name() != "sqlite":
        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        subprocess.run(["pg_dump", "--format=custom", f"--file={to}", plain], check=True)
        return
    to.touch(mode=0o600)
    with sqlite3.connect(sqlite_path(address)) as source, sqlite3.connect(to) as copy:
        source.backup(copy)
    source.close()
    copy.close()


def restore(settings: Settings, source: Path, clock: Clock | None = None) -> int:
    """Put the copy in place, keep the old file beside it, and doubt what the backup thought unsent: it may
    have been sent since. Answers how many messages that are.
    """
    address = make_url(settings.url)
    if address.get_backend_name() != "sqlite":
        raise ValueError(
            "restore a PostgreSQL database with pg_restore, then run: linli restore is for SQLite"
        )
    path = Path(sqlite_path(address))
    settings.folder()
    for suffix in ("", "-wal", "-shm"):
        old = Path(f"{path}{suffix}")
        if old.exists():
            old.rename(f"{old}.before-restore")
    shutil.copyfile(source, path)
    upgrade(settings.url)
    return asyncio.run(_doubt(settings, clock or RealClock()))


async def _doubt(settings: Settings, clock: Clock) -> int:
    store = open_store(settings.url)
    await store.start()
    try:
        return await store.write(lambda connection: connection.execute(_DOUBT, {"now": clock.now()}).rowcount)
    finally:
        await store.close()
