"""Taking a guide in: what changes is told first, then all of it happens or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.guide.ports import GuideTx
from domain.guide.rules import Entry


class Change(StrEnum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Changed:
    """One line of the table: which entry, what becomes of it, and which of its fields differ."""

    slug: str
    lang: str
    title: str
    change: Change
    fields: tuple[str, ...] = ()


def take_in(
    tx: GuideTx, compound_id: int | None, entries: Sequence[Entry], *, whole: bool, dry: bool
) -> tuple[Changed, ...]:
    """Publish these entries for that compound, or for all; with `whole`, what is not among them goes.

    With `dry` nothing happens. Ids and owners of `entries` are not looked at.
    """
    known = {(one.slug, one.lang): one for one in tx.guide.published(compound_id)}
    given = {(one.slug, one.lang): one for one in entries}
    table = [_compared(known.get(key), one) for key, one in given.items()]
    gone = [one for key, one in known.items() if key not in given] if whole else []
    table += [Changed(one.slug, one.lang, one.title, Change.GONE) for one in gone]
    if not dry:
        _publish(tx, compound_id, given, known, table)
        tx.guide.withdraw(one.id for one in gone)
    return tuple(table)


def _publish(
    tx: GuideTx,
    compound_id: int | None,
    given: Mapping[tuple[str, str], Entry],
    known: Mapping[tuple[str, str], Entry],
    table: Sequence[Changed],
) -> None:
    for line in table:
        if line.change not in (Change.NEW, Change.CHANGED):
            continue
        old = known.get((line.slug, line.lang))
        entry_id = old.id if old is not None else tx.new_id()
        tx.guide.put(replace(given[line.slug, line.lang], id=entry_id, compound_id=compound_id))


def _compared(old: Entry | None, new: Entry) -> Changed:
    if old is None:
        return Changed(new.slug, new.lang, new.title, Change.NEW)
    owned = ("id", "compound_id")
    fields = tuple(
        name for name in Entry.__slots__ if name not in owned and getattr(old, name) != getattr(new, name)
    )
    return Changed(new.slug, new.lang, new.title, Change.CHANGED if fields else Change.SAME, fields)
