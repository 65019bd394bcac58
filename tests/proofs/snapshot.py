"""The database at rest, as plain rows: sealed words opened, and beside each card what it should say."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, select

from storage.audit import verify
from storage.outbox import ACT
from storage.tables import metadata
from storage.vault import Vault
from tests.proofs.evidence import Row

Expect = Callable[[Connection, Row], "str | None"]
"""What a card should say now, as plain text; None where that cannot be said."""


def tables(connection: Connection, vault: Vault, expect: Expect) -> dict[str, list[Row]]:
    """Every table whole, ordered by its key; outbox rows that say nothing stand apart, as "acts"."""
    found = {name: _rows(connection, table) for name, table in metadata.tables.items()}
    found["acts"] = [one for one in found["outbox"] if one["key"].startswith(ACT)]
    found["outbox"] = [one for one in found["outbox"] if not one["key"].startswith(ACT)]
    for entry in found["entries"]:
        entry["words"] = vault.open(
            connection, entry["author_id"], "entries", "words", entry["id"], entry["words"]
        )
    for one in found["questions"]:
        for column, owner in (("words", "asker_id"), ("answer", "answered_by")):
            if one[column] is not None:
                one[column] = vault.open(connection, one[owner], "questions", column, one["id"], one[column])
    for home in found["residencies"]:
        opened = vault.open(
            connection, home["person_id"], "residencies", "household", home["id"], home["household"]
        )
        home["household_id"] = int((opened or "0").partition(":")[0])
    for person in found["persons"]:
        person["pseudonym"] = vault.pseudonym(person["id"])
    for card in found["cards"]:
        card["expected"] = expect(connection, card)
    return found


def chain_errors(connection: Connection) -> list[str]:
    """Where the audit's chain does not hold."""
    return [f"compound {b.compound_id}, row {b.seq}: {b.why}" for b in verify(connection)]


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    ordered = select(table).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(ordered).mappings()]
