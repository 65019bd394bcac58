"""The audit chain: whatever is done to sealed rows is found, and a cut tail is found by the anchors."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from storage.anchors import anchor, anchored
from storage.audit import SqlAudit, heads, seal_some, verify
from storage.tables import audit
from tests.compound import MONDAY, Compound

ROWS = 12
HERE, THERE = 11, 22


async def sealed_chain(compound: Compound) -> None:
    """Two compounds' chains, their rows mixed."""

    def note(connection: Connection) -> None:
        rows = SqlAudit(compound.deps.scope(connection))
        for number in range(ROWS):
            rows.note(HERE, number, "case.take", "case", number)
            rows.note(THERE, None, "case.remind", "case", number)

    await compound.store.write(note)
    while await compound.store.write(lambda connection: seal_some(connection, 7)):
        pass


def change_text(connection: Connection) -> None:
    connection.execute(
        update(audit).where(audit.c.compound_id == HERE, audit.c.seq == 5).values(action="case.add")
    )


def change_time(connection: Connection) -> None:
    connection.execute(
        update(audit)
        .where(audit.c.compound_id == HERE, audit.c.seq == 5)
        .values(at=MONDAY.replace(year=2020))
    )


def take_out(connection: Connection) -> None:
    connection.execute(delete(audit).where(audit.c.compound_id == HERE, audit.c.seq == 5))


def take_out_the_first(connection: Connection) -> None:
    connection.execute(delete(audit).where(audit.c.compound_id == HERE, audit.c.seq == 1))


def swap(connection: Connection) -> None:
    fifth = audit.c.compound_id == HERE, audit.c.seq == 5
    sixth = audit.c.compound_id == HERE, audit.c.seq == 6
    connection.execute(update(audit).where(*fifth).values(seq=500))
    connection.execute(update(audit).where(*sixth).values(seq=5))
    connection.execute(update(audit).where(audit.c.seq == 500).values(seq=6))


def put_in(connection: Connection) -> None:
    for seq in range(ROWS, 4, -1):
        connection.execute(
            update(audit).where(audit.c.compound_id == HERE, audit.c.seq == seq).values(seq=seq + 1)
        )
    copied = select(audit).where(audit.c.compound_id == HERE, audit.c.seq == 4)
    row = dict(connection.execute(copied).mappings().one())
    connection.execute(insert(audit), row | {"id": 9999, "seq": 5})


def move_to_another_compound(connection: Connection) -> None:
    last = audit.c.compound_id == HERE, audit.c.seq == ROWS
    connection.execute(update(audit).where(*last).values(compound_id=THERE, seq=ROWS + 1))


async def test_an_untouched_chain_holds(seeded: Compound) -> None:
    await sealed_chain(seeded)
    assert await seeded.store.read(verify) == ()
    found = await seeded.store.read(heads)
    assert [(head.compound_id, head.seq) for head in found] == [(HERE, ROWS), (THERE, ROWS)]


@pytest.mark.parametrize(
    "tamper",
    [change_text, change_time, take_out, take_out_the_first, swap, put_in, move_to_another_compound],
)
async def test_tampering_with_a_sealed_row_is_found(seeded: Compound, tamper) -> None:
    await sealed_chain(seeded)
    await seeded.store.write(tamper)
    broken = await seeded.store.read(verify)
    assert broken
    assert all(one.why for one in broken)


def cut_tail(connection: Connection) -> None:
    connection.execute(delete(audit).where(audit.c.compound_id == HERE, audit.c.seq > ROWS - 2))


def cut_all(connection: Connection) -> None:
    connection.execute(delete(audit).where(audit.c.compound_id == HERE))


def write_anew(connection: Connection) -> None:
    connection.execute(update(audit).values(who="nobody", seq=None, hash=None))
    while seal_some(connection, 100):
        pass


@pytest.mark.parametrize("tamper", [cut_tail, cut_all, write_anew])
async def test_what_the_chain_alone_cannot_tell_the_anchors_tell(
    seeded: Compound, tamper, tmp_path: Path
) -> None:
    await sealed_chain(seeded)
    file = tmp_path / "anchors"
    anchor(file, await seeded.store.read(heads), date(2026, 3, 2))
    assert await seeded.store.read(lambda c: verify(c, anchored(file))) == ()
    await seeded.store.write(tamper)
    assert await seeded.store.read(verify) == ()
    broken = await seeded.store.read(lambda c: verify(c, anchored(file)))
    assert (HERE, ROWS) in [(one.compound_id, one.seq) for one in broken]


async def test_old_anchors_hold_while_the_chain_grows(seeded: Compound, tmp_path: Path) -> None:
    file = tmp_path / "anchors"
    for day in (1, 2, 3):
        await sealed_chain(seeded)
        anchor(file, await seeded.store.read(heads), date(2026, 3, day))
    assert len(anchored(file)) == 6
    assert await seeded.store.read(lambda c: verify(c, anchored(file))) == ()


def test_a_line_torn_by_a_crash_hides_no_other(tmp_path: Path) -> None:
    file = tmp_path / "anchors"
    assert anchored(file) == ()
    file.write_text(f"2026-03-02 1 5 {'00' * 32}\n2026-03-03 1 9 00ff", "ascii")
    assert [head.seq for head in anchored(file)] == [5]


async def test_the_audit_names_nobody(sqlite_seeded: Compound) -> None:
    person_id = sqlite_seeded.person_ids["zhang"]

    def note(connection: Connection) -> None:
        SqlAudit(sqlite_seeded.deps.scope(connection)).note(HERE, person_id, "case.add", "case", 1)

    await sqlite_seeded.store.write(note)
    who = await sqlite_seeded.store.read(lambda c: c.execute(select(audit.c.who)).scalar_one())
    assert who == sqlite_seeded.deps.vault.pseudonym(person_id)
    assert str(person_id) not in who
