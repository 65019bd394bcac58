"""Household codes: looked up by a blind hash of their token, which itself is sealed until it was used."""

from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.places.households import Code
from storage.scope import Scope
from storage.tables import home_codes

_FIELDS = (
    home_codes.c.id,
    home_codes.c.household_id,
    home_codes.c.compound_id,
    home_codes.c.made_by,
    home_codes.c.expires_at,
    home_codes.c.used,
)
"""In the order of Code's own fields."""

_ADD = plain_insert(home_codes)
_BY_DIGEST = select(*_FIELDS).where(home_codes.c.digest == bindparam("of"))
_BY_ID = select(*_FIELDS).where(home_codes.c.id == bindparam("code")).with_for_update()
_USE = (
    update(home_codes)
    .where(home_codes.c.id == bindparam("code"))
    .values(used=True, token=None, household_id=None)
)


class SqlCodes:
    """The codes' part of the domain's Homes."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add_code(self, code: Code, token: str) -> None:
        """Keep a new code."""
        vault = self._scope.vault
        row = {
            "id": code.id,
            "digest": vault.blind("home_codes", "digest", token),
            "token": vault.seal_transient("home_codes", "token", code.id, token.encode()),
            "household_id": code.household_id,
            "compound_id": code.compound_id,
            "made_by": code.made_by,
            "expires_at": code.expires_at,
        }
        self._scope.connection.execute(_ADD, row)

    def code_of(self, token: str) -> Code | None:
        """The code of that token, not locked: it is used up by id, after the residency's row was locked."""
        digest = self._scope.vault.blind("home_codes", "digest", token)
        return _code(self._scope.connection.execute(_BY_DIGEST, {"of": digest}).first())

    def code(self, code_id: int) -> Code | None:
        """The code, its row locked."""
        return _code(self._scope.connection.execute(_BY_ID, {"code": code_id}).first())

    def use_code(self, code_id: int) -> None:
        """Mark the code used; which household it was would name its user's home."""
        self._scope.connection.execute(_USE, {"code": code_id})


def _code(row: Any | None) -> Code | None:
    return None if row is None else Code(*row)
