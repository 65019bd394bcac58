"""The audit: who did what, by pseudonym; one sealer chains the rows of each compound by SHA-256."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from storage.scope import Scope
from storage.tables import Instant, audit

CLOCK = "clock"
"""Who acted where nobody did."""

START = bytes(32)
"""What the first row of a chain follows."""

_NOTE = insert(audit)
_FIELDS = (
    audit.c.id,
    audit.c.compound_id,
    audit.c.at,
    audit.c.who,
    audit.c.action,
    audit.c.subject,
    audit.c.subject_id,
)
_UNSEALED = select(*_FIELDS).where(audit.c.seq.is_(None)).order_by(audit.c.id).limit(bindparam("most"))
_HEAD = (
    select(audit.c.seq, audit.c.hash)
    .where(audit.c.compound_id == bindparam("compound"), audit.c.seq.is_not(None))
    .order_by(audit.c.seq.desc())
    .limit(1)
)
_SEAL = (
    update(audit)
    .where(audit.c.id == bindparam("row"), audit.c.seq.is_(None))
    .values(seq=bindparam("place"), hash=bindparam("sum"))
)
_CHAINS = (
    select(*_FIELDS, audit.c.seq, audit.c.hash)
    .where(audit.c.seq.is_not(None))
    .order_by(audit.c.compound_id, audit.c.seq)
    .execution_options(yield_per=1000)
)
_longest = (
    select(audit.c.compound_id, func.max(audit.c.seq).label("seq")).group_by(audit.c.compound_id).subquery()
)
_HEADS = (
    select(audit.c.compound_id, audit.c.seq, audit.c.hash)
    .join(_longest, (_longest.c.compound_id == audit.c.compound_id) & (_longest.c.seq == audit.c.seq))
    .order_by(audit.c.compound_id)
)


@dataclass(frozen=True, slots=True)
class Head:
    """The last sealed row of a compound's chain, or one that was anchored."""

    compound_id: int
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """A place in a chain that does not hold; `why` is for the log."""

    compound_id: int
    seq: int
    why: str


class SqlAudit:
    """Satisfies the domain's Audit."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def note(
        self, compound_id: int, person_id: int | None, action: str, subject: str, subject_id: int
    ) -> None:
        """Add a row; it is sealed into the compound's chain within a second."""
        scope = self._scope
        row = {
            "compound_id": compound_id,
            "at": scope.now,
            "who": CLOCK if person_id is None else scope.vault.pseudonym(person_id),
            "action": action,
            "subject": subject,
            "subject_id": subject_id,
        }
        scope.connection.execute(_NOTE, row)


def seal_some(connection: Connection, most: int) -> int:
    """Chain up to `most` rows in the order of their ids; the number done. One sealer at a time: by lease."""
    rows = connection.execute(_UNSEALED, {"most": most}).all()
    ends: dict[int, Head] = {}
    for row in rows:
        compound_id = row[1]
        end = ends.get(compound_id) or _head(connection, compound_id)
        end = Head(compound_id, end.seq + 1, link(end.hash, end.seq + 1, row))
        connection.execute(_SEAL, {"row": row[0], "place": end.seq, "sum": end.hash})
        ends[compound_id] = end
    return len(rows)


def heads(connection: Connection) -> tuple[Head, ...]:
    """The last sealed row of every compound."""
    return tuple(Head(*row) for row in connection.execute(_HEADS))


def verify(connection: Connection, anchors: Iterable[Head] = ()) -> tuple[Broken, ...]:
    """Every place where a chain does not hold: a row changed, taken out, put in or moved; and, against
    anchors kept outside the database, a tail cut off or a chain written anew.
    """
    broken: list[Broken] = []
    sums: dict[tuple[int, int], bytes] = {}
    wanted = {(anchor.compound_id, anchor.seq): anchor.hash for anchor in anchors}
    end = Head(0, 0, START)
    for row in connection.execute(_CHAINS):
        if row.compound_id != end.compound_id:
            end = Head(row.compound_id, 0, START)
        broken.extend(_breaks(end, row))
        end = Head(row.compound_id, row.seq, row.hash)
        if (row.compound_id, row.seq) in wanted:
            sums[row.compound_id, row.seq] = row.hash
    lost = ((at, "not as anchored") for at, sum_ in wanted.items() if sums.get(at) != sum_)
    return (*broken, *(Broken(*at, why) for at, why in lost))


def link(before: bytes, seq: int, row: Row[*tuple[int, ...]]) -> bytes:
    """The hash of a row at its place: SHA-256 over the hash before it and its canonical JSON."""
    row_id, compound_id, at, *rest = row[:7]
    micros = Instant().process_bind_param(at, None)  # type: ignore[arg-type]  # no dialect is looked at
    canonical = json.dumps(
        [seq, row_id, compound_id, micros, *rest], ensure_ascii=True, separators=(",", ":")
    )
    return hashlib.sha256(before + canonical.encode()).digest()


def _head(connection: Connection, compound_id: int) -> Head:
    found = connection.execute(_HEAD, {"compound": compound_id}).first()
    return Head(compound_id, 0, START) if found is None else Head(compound_id, found[0], found[1])


def _breaks(end: Head, row: Row[*tuple[int, ...]]) -> Iterable[Broken]:
    if row.seq != end.seq + 1:
        yield Broken(row.compound_id, row.seq, f"follows {end.seq}")
    if row.hash != link(end.hash, row.seq, row):
        yield Broken(row.compound_id, row.seq, "is not what was sealed")
