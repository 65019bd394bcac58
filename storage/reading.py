"""What every part of the reader stands on: one connection, what is sealed opened for one rendering."""

from sqlalchemy import Connection

from storage import reads
from storage.vault import Vault


class Reading:
    """Lives for one rendering, on one connection."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._names: dict[int, str | None] = {}

    def person_name(self, person_id: int) -> str | None:
        """The display name, or None where the person is unknown or erased."""
        if person_id not in self._names:
            self._names[person_id] = self._opened_name(person_id)
        return self._names[person_id]

    def _named(self, person_id: int, sealed: bytes | None) -> str:
        """The display name out of a row that was read with it, so that a list takes one statement."""
        if person_id not in self._names:
            name = None if sealed is None else self._open(person_id, "persons", "name", person_id, sealed)
            self._names[person_id] = name
        return self._called(person_id)

    def _called(self, person_id: int) -> str:
        return self.person_name(person_id) or ""

    def _called_if(self, person_id: int | None) -> str | None:
        return None if person_id is None else self.person_name(person_id)

    def _opened_name(self, person_id: int) -> str | None:
        sealed = self._connection.execute(reads.NAME, {"person": person_id}).scalar()
        return None if sealed is None else self._open(person_id, "persons", "name", person_id, sealed)

    def _open(self, person_id: int, table: str, column: str, row_id: int, sealed: bytes) -> str | None:
        return self._vault.open(self._connection, person_id, table, column, row_id, sealed)
