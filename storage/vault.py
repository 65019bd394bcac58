"""Sealed fields: AES-256-GCM-SIV under a key per person, wrapped by a master key; blind indexes."""

import hmac
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from storage.keyring import Keyring
from storage.keys import BadMasterKey, ciphers, derive, parse
from storage.sealing import place, seal, unseal

FIELD_FORMAT = 1
"""First byte of what a person's key has sealed; the key is found by the person, not by this byte."""

PSEUDONYM_BYTES = 16


class Vault:
    """Seals and opens; thread-safe. `masters` maps key ids to 32 bytes: the highest id wraps, the lowest one
    names (pseudonyms and blind indexes stay what they are for as long as it is kept).
    """

    def __init__(self, masters: Mapping[int, bytes]) -> None:
        self._ring = Keyring(ciphers(masters, "wrap"))
        self._transient = ciphers(masters, "transient")
        self._newest = max(masters)
        lasting = masters[min(masters)]
        self._blind = derive(lasting, "blind")
        self._names = derive(lasting, "pseudonym")

    @classmethod
    def from_settings(cls, master_key: str | bytes | Sequence[bytes]) -> "Vault":
        """Of the setting's text (`base64` or `id:base64,…`), of 32 bytes, or of several, the oldest first."""
        if isinstance(master_key, str):
            return cls(parse(master_key))
        keys = [master_key] if isinstance(master_key, bytes) else list(master_key)
        if not keys or any(len(key) != 32 for key in keys):
            raise BadMasterKey("a master key is 32 bytes")
        return cls(dict(enumerate(keys, start=1)))

    def enroll(self, connection: Connection, person_id: int) -> None:
        """Make the key of a person who is being made in this same transaction."""
        self._ring.enroll(connection, person_id)

    def seal(
        self, connection: Connection, person_id: int, table: str, column: str, row_id: int, text: str
    ) -> bytes:
        """Seal a person's words for that field of that row; raises Forgotten where the person was erased."""
        cipher = self._ring.wanted(connection, person_id)
        return seal(cipher, FIELD_FORMAT, place(table, column, row_id), text.encode())

    def open(
        self, connection: Connection, person_id: int, table: str, column: str, row_id: int, sealed: bytes
    ) -> str | None:
        """The words, or None where the person's key is destroyed; raises InvalidTag where they were moved."""
        cipher = self._ring.find(connection, person_id)
        return None if cipher is None else unseal(cipher, place(table, column, row_id), sealed).decode()

    def seal_transient(self, table: str, column: str, row_key: object, data: bytes) -> bytes:
        """Seal what lives shortly (an inbox payload, a staging row) under a key of the newest master."""
        return seal(self._transient[self._newest], self._newest, place(table, column, row_key), data)

    def open_transient(self, table: str, column: str, row_key: object, sealed: bytes) -> bytes:
        """What was sealed; raises InvalidTag where it was moved, KeyError where its master is not there."""
        return unseal(self._transient[sealed[0]], place(table, column, row_key), sealed)

    def blind(self, table: str, column: str, text: str) -> bytes:
        """A value to look equal texts of one column up by, without telling what they say."""
        return hmac.digest(self._blind, place(table, column, text), "sha256")

    def pseudonym(self, person_id: int) -> str:
        """The person's name in the audit: 32 hexadecimal digits, the same for ever."""
        return hmac.digest(self._names, str(person_id).encode(), "sha256")[:PSEUDONYM_BYTES].hex()

    def erase(self, connection: Connection, person_id: int) -> None:
        """Destroy the person's key and take their platform id and name away; what it sealed stays closed."""
        self._ring.destroy(connection, person_id)

    def rewrap(self, connection: Connection, most: int = 500) -> int:
        """Wrap up to `most` keys of older masters under the newest; the number done, 0 once all are."""
        return self._ring.rewrap(connection, most)
