"""The data keys: one per person, wrapped by a master key, cached once opened, gone once destroyed."""

import threading
from collections import OrderedDict
from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlalchemy import Connection, bindparam, select, update

from domain.kernel.errors import NotFound
from storage.sealing import place, seal, unseal
from storage.tables import persons, subject_keys
from storage.upsert import insert

CACHED = 4096
"""Keys kept open: about 1 MB, the people of a large compound."""

_FIND = select(subject_keys.c.master, subject_keys.c.wrapped).where(
    subject_keys.c.person_id == bindparam("person")
)
_ADD = insert(subject_keys).on_conflict_do_nothing(index_elements=["person_id"])
_DESTROY = update(subject_keys).where(subject_keys.c.person_id == bindparam("person")).values(wrapped=None)
_FORGET = (
    update(persons)
    .where(persons.c.id == bindparam("person"))
    .values(telegram_id=None, name=None, private_open=False)
)
_OLDER = (
    select(subject_keys.c.person_id, subject_keys.c.master, subject_keys.c.wrapped)
    .where(subject_keys.c.master != bindparam("newest"), subject_keys.c.wrapped.is_not(None))
    .order_by(subject_keys.c.person_id)
    .limit(bindparam("most"))
    .with_for_update()
)
_REWRAP = (
    update(subject_keys)
    .where(subject_keys.c.person_id == bindparam("person"), subject_keys.c.wrapped.is_not(None))
    .values(master=bindparam("newest"), wrapped=bindparam("again"))
)


class Forgotten(NotFound):
    """The person was erased; nothing can be sealed for them any more."""


class Keyring:
    """Finds, makes, destroys and rewraps data keys; thread-safe."""

    def __init__(self, wrappers: Mapping[int, AESGCMSIV]) -> None:
        self._wrappers = wrappers
        self._newest = max(wrappers)
        self._open: OrderedDict[int, AESGCMSIV] = OrderedDict()
        # Persons whose key is read from the database each time: a key made late might be rolled back, and a
        # reader that began before an erasure must not bring the key back into the cache.
        self._uncached: set[int] = set()
        self._lock = threading.Lock()

    def enroll(self, connection: Connection, person_id: int) -> None:
        """Make the key of a person made in this transaction; cached at once, for if this rolls back the
        person's id is never used again.
        """
        key, wrapped = self._fresh(person_id)
        row = {"person_id": person_id, "master": self._newest, "wrapped": wrapped}
        if connection.execute(_ADD, row).rowcount:
            self._keep(person_id, AESGCMSIV(key))

    def wanted(self, connection: Connection, person_id: int) -> AESGCMSIV:
        """The person's cipher, made now where they have none; raises Forgotten."""
        cipher = self._cached(person_id)
        if cipher is not None:
            return cipher
        found = connection.execute(_FIND, {"person": person_id}).first()
        if found is None:
            with self._lock:
                self._uncached.add(person_id)
            self.enroll(connection, person_id)
            found = connection.execute(_FIND, {"person": person_id}).one()
        if found.wrapped is None:
            raise Forgotten
        return self._unwrap(person_id, found.master, found.wrapped)

    def find(self, connection: Connection, person_id: int) -> AESGCMSIV | None:
        """The person's cipher, or None where there is none or it was destroyed."""
        cipher = self._cached(person_id)
        if cipher is not None:
            return cipher
        found = connection.execute(_FIND, {"person": person_id}).first()
        if found is None or found.wrapped is None:
            return None
        return self._unwrap(person_id, found.master, found.wrapped)

    def destroy(self, connection: Connection, person_id: int) -> None:
        """Destroy the key and what names the person."""
        with self._lock:
            self._uncached.add(person_id)
            self._open.pop(person_id, None)
        connection.execute(_DESTROY, {"person": person_id})
        connection.execute(_FORGET, {"person": person_id})

    def rewrap(self, connection: Connection, most: int) -> int:
        """Wrap keys of older masters under the newest; the number done."""
        older = connection.execute(_OLDER, {"newest": self._newest, "most": most}).all()
        for person_id, master, wrapped in older:
            where = place("subject_keys", "wrapped", person_id)
            key = unseal(self._wrappers[master], where, wrapped)
            again = seal(self._wrappers[self._newest], self._newest, where, key)
            connection.execute(_REWRAP, {"person": person_id, "newest": self._newest, "again": again})
        return len(older)

    def _fresh(self, person_id: int) -> tuple[bytes, bytes]:
        key = AESGCMSIV.generate_key(256)
        where = place("subject_keys", "wrapped", person_id)
        return key, seal(self._wrappers[self._newest], self._newest, where, key)

    def _unwrap(self, person_id: int, master: int, wrapped: bytes) -> AESGCMSIV:
        key = unseal(self._wrappers[master], place("subject_keys", "wrapped", person_id), wrapped)
        cipher = AESGCMSIV(key)
        self._keep(person_id, cipher)
        return cipher

    def _cached(self, person_id: int) -> AESGCMSIV | None:
        with self._lock:
            cipher = self._open.get(person_id)
            if cipher is not None:
                self._open.move_to_end(person_id)
            return cipher

    def _keep(self, person_id: int, cipher: AESGCMSIV) -> None:
        with self._lock:
            if person_id in self._uncached:
                return
            self._open[person_id] = cipher
            if len(self._open) > CACHED:
                self._open.popitem(last=False)
