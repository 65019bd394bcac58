"""What a steward does by hand: verify, erase, back up, restore."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

from sqlalchemy import Connection, bindparam, make_url, select, update

from bot.clock import Clock, RealClock
from bot.settings import Settings
from domain.flows import erasing
from domain.kernel.people import Actor
from knowledge.calendar import WorkingCalendar
from storage.anchors import anchored
from storage.audit import Broken, seal_some
from storage.audit import verify as verify_chains
from storage.engines import sqlite_path
from storage.ids import Ids
from storage.migrate import upgrade
from storage.open import open_store
from storage.tables import outbox, persons
from storage.tx import TxDeps
from storage.vault import Vault

_PERSON = select(persons.c.locale).where(persons.c.telegram_id == bindparam("user_id"))
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


async def erase(settings: Settings, user_id: int, clock: Clock | None = None) -> bool:
    """Destroy that person's key and files; False where nobody has that Telegram id."""
    clock = clock or RealClock()
    vault = Vault.from_settings(settings.master())
    deps = TxDeps(clock, vault, WorkingCalendar(), Ids(clock), bot_id=0)
    store = open_store(settings.url)
    await store.start()
    try:
        files = await store.write(lambda connection: _erase(connection, deps, user_id))
    finally:
        await store.close()
    for name in files or ():
        (settings.media / name).unlink(missing_ok=True)
    return files is not None


def _erase(connection: Connection, deps: TxDeps, user_id: int) -> tuple[str, ...] | None:
    locale = connection.execute(_PERSON, {"user_id": user_id}).scalar()
    if locale is None:
        return None
    return erasing.by_steward(deps.open(connection), Actor(user_id, "", str(locale), user_id))


def backup(settings: Settings, to: Path) -> None:
    """A consistent copy while others write; raises FileExistsError rather than overwrite."""
    if to.exists():
        raise FileExistsError(to)
    address = make_url(settings.url)
    if address.get_backend_name() != "sqlite":
        # The password goes by the environment: everybody on the machine can read a command's arguments.
        plain = address.set(drivername="postgresql", password=None).render_as_string()
        secret = {"PGPASSWORD": address.password} if address.password else {}
        to.touch(mode=0o600)
        inherited = {**os.environ, **secret}  # noqa: TID251  # pg_dump's own, not a setting of ours
        subprocess.run(["pg_dump", "--format=custom", f"--file={to}", plain], check=True, env=inherited)
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
    path.touch(mode=0o600)
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
