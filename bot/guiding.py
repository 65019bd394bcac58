"""`linli guide`: a guide taken in from files, looked through, written out again, and asked."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select

from bot.clock import Clock, RealClock
from bot.feeds import documents
from bot.guide_files import entries_of, values_of
from bot.settings import Settings
from domain.guide.importing import Changed, take_in
from domain.guide.rules import Entry
from knowledge.calendar import WorkingCalendar
from knowledge.guide import frontmatter
from knowledge.guide.index import Found, Index, Scope
from storage import migrate
from storage.guide import owner
from storage.guide_reads import changes
from storage.ids import Ids
from storage.open import open_store
from storage.tables import places
from storage.tx import SqlTx, TxDeps
from storage.vault import Vault

R = TypeVar("R")


class NoSuchCompound(ValueError):
    """No compound has that name, or several have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on the command line: in which compound (None: what everybody sees), in which language."""

    words: str
    compound: str | None
    lang: str


def take(
    settings: Settings, source: Path, compound: str | None, *, whole: bool, dry: bool
) -> tuple[Changed, ...]:
    """Take a guide in, in one transaction, or only tell what would change."""
    entries = entries_of(source)

    def work(tx: SqlTx) -> tuple[Changed, ...]:
        compound_id = _compound(tx.scope.connection, compound)
        return take_in(tx, compound_id, entries, whole=whole, dry=dry)

    return asyncio.run(_written(settings, work))


def plant(tx: SqlTx, compound_id: int | None, entries: Sequence[Entry]) -> tuple[Changed, ...]:
    """Publish these entries and no others, for the demo and the tests."""
    return take_in(tx, compound_id, entries, whole=True, dry=False)


def write(settings: Settings, folder: Path, compound: str | None) -> int:
    """Write the published entries to a folder, a file each; how many. Raises FileExistsError."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(folder)

    def work(tx: SqlTx) -> tuple[Entry, ...]:
        return tx.guide.published(_compound(tx.scope.connection, compound))

    entries = asyncio.run(_written(settings, work))
    for one in entries:
        name = f"{one.slug}.md" if one.lang == "zh-CN" else f"{one.slug}.{one.lang}.md"
        (folder / name).write_text(frontmatter.write(values_of(one)), "utf-8")
    return len(entries)


def ask(settings: Settings, asked: Asked, clock: Clock | None = None) -> Found:
    """What the guide answers, as the bot would find it for a newcomer of that compound."""

    def work(tx: SqlTx) -> Found:
        connection = tx.scope.connection
        compound_id = _compound(connection, asked.compound)
        index = Index()
        index.apply(documents(changes(connection, tx.scope.vault, 0)))
        owners = () if compound_id is None else (owner(compound_id=compound_id),)
        return index.search(asked.words, Scope(owners, asked.lang), tx.now)

    return asyncio.run(_written(settings, work, clock))


def _compound(connection: Connection, name: str | None) -> int | None:
    if name is None:
        return None
    same = select(places.c.id).where(places.c.level == "compound", places.c.name == name)
    found = connection.execute(same).all()
    if len(found) != 1:
        raise NoSuchCompound(name)
    return int(found[0][0])


async def _written(settings: Settings, work: Callable[[SqlTx], R], clock: Clock | None = None) -> R:
    settings.folder()
    await asyncio.to_thread(migrate.upgrade, settings.url)
    clock = clock or RealClock()
    deps = TxDeps(clock, Vault.from_settings(settings.master()), WorkingCalendar(), Ids(clock), bot_id=0)
    store = open_store(settings.url)
    await store.start()
    try:
        return await store.write(lambda connection: work(deps.open(connection)))
    finally:
        await store.close()
