"""Cases: no way to one that the asker may not hold; each is locked before it is decided on."""

from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update

from domain.cases.rules import Case, Entry, Media, MediaKind
from domain.cases.table import State
from domain.kernel.errors import NotFound
from domain.kernel.people import Role, Standing
from storage.case_asides import CaseAsides
from storage.case_rows import FIELDS, case_of
from storage.case_words import CaseWords
from storage.changed import blind
from storage.tables import albums, cases, entries, media, places

_NUMBER = (
    update(places)
    .where(places.c.id == bindparam("compound"))
    .values(next_number=places.c.next_number + 1)
    .returning(places.c.next_number - 1)
)
CHANGING = ("assignee_id", "handler_id", "state", "due_at", "provisional", "round", "closed_at",
            "stream", "stream_reason", "stream_sure", "stream_settled", "shared", "body_id", "place_id",
            "privacy", "grade", "matter_id", "returns", "wake_at", "rating", "spot",
            "placed", "call_at")  # fmt: skip

_ADD = insert(cases)
_SAVE = (
    update(cases)
    .where(cases.c.id == bindparam("case"))
    .values({name: bindparam(f"new_{name}", type_=cases.c[name].type) for name in CHANGING})
)
_BY_ID = select(*FIELDS).where(cases.c.id == bindparam("case")).with_for_update()
_BY_NUMBER = (
    select(*FIELDS)
    .where(cases.c.compound_id == bindparam("compound"), cases.c.number == bindparam("number"))
    .with_for_update()
)
_LATEST = (
    select(*FIELDS)
    .where(cases.c.reporter_id == bindparam("person"), cases.c.state != State.WITHDRAWN.value)
    .order_by(cases.c.id.desc())
    .limit(1)
    .with_for_update()
)
_OF_ALBUM = (
    select(*FIELDS)
    .join(albums, albums.c.case_id == cases.c.id)
    .where(
        albums.c.chat_id == bindparam("chat"),
        albums.c.album == bindparam("name"),
        albums.c.person_id == bindparam("person"),
    )
    .with_for_update(of=cases)
)
_WRITE = insert(entries)
_ATTACH = insert(media)
_KEEP_ALBUM = insert(albums)


class SqlCases(CaseAsides, CaseWords):
    """Satisfies the domain's Cases."""

    def next_number(self, compound_id: int) -> int:
        """The next number of that compound; the counter row stays locked until commit."""
        number = self._execute(_NUMBER, {"compound": compound_id}).scalar()
        if number is None:
            raise NotFound
        return int(number)

    def add(self, case: Case) -> None:
        """Keep a new case."""
        self._execute(_ADD, {column.name: getattr(case, column.name) for column in FIELDS})

    def save(self, case: Case) -> None:
        """Keep a changed case."""
        self._execute(_SAVE, {"case": case.id} | {f"new_{name}": getattr(case, name) for name in CHANGING})

    def get_for(self, me: Standing, case_id: int) -> Case:
        """The case, locked, for its reporter or a worker of its compound whom it is not about; raises
        NotFound.
        """
        return self._held(me, self._one(_BY_ID, case=case_id))

    def numbered_for(self, me: Standing, number: int) -> Case:
        """The same by its number in the asker's compound; raises NotFound."""
        return self._held(me, self._one(_BY_NUMBER, compound=me.compound_id, number=number))

    def latest_for(self, me: Standing) -> Case:
        """The asker's newest case as a reporter that is not withdrawn, locked; raises NotFound."""
        return self._one(_LATEST, person=me.person_id)

    def due(self, case_id: int) -> Case:
        """The case, locked, for the clock itself; raises NotFound."""
        return self._one(_BY_ID, case=case_id)

    def write(self, entry: Entry) -> None:
        """Keep words, sealed under their author's key."""
        scope = self._scope
        words = scope.vault.seal(scope.connection, entry.author_id, "entries", "words", entry.id, entry.text)
        row = {
            "id": entry.id,
            "case_id": entry.case_id,
            "author_id": entry.author_id,
            "kind": entry.kind.value,
            "action": entry.action.value if entry.action is not None else None,
            "words": words,
            "at": entry.at,
            "message": blind(scope.vault, *entry.message) if entry.message is not None else None,
        }
        self._execute(_WRITE, row)

    def attach(
        self, case_id: int, person_id: int, attachments: tuple[Media, ...], *, proves: str = "report"
    ) -> None:
        """Keep attachments, their ids sealed; those in state "wanted" are what the download looks for."""
        for one in attachments:
            self._execute(_ATTACH, {**self._media_row(case_id, person_id, one), "proves": proves})

    def of_album(self, me: Standing, album: str) -> Case | None:
        """The case that an earlier part of this person's album in this chat has made."""
        keys = {"chat": me.chat_id, "name": album, "person": me.person_id}
        row = self._execute(_OF_ALBUM, keys).first()
        return None if row is None else case_of(row)

    def keep_album(self, me: Standing, album: str, case_id: int) -> None:
        """Remember that this album belongs to that case; unique by chat, album and person."""
        keys = {"chat_id": me.chat_id, "album": album, "person_id": me.person_id, "case_id": case_id}
        self._execute(_KEEP_ALBUM, keys)

    def _held(self, me: Standing, case: Case) -> Case:
        """Whoever a case is about is answered as if it did not exist."""
        if me.person_id == case.reporter_id:
            return case
        works = me.has(Role.WORKER, case.compound_id) or me.person_id == case.behalf_id
        if works and not self._kept_from(case, me.person_id):
            return case
        raise NotFound

    def _one(self, statement: Select[Any], **keys: int | None) -> Case:
        row = self._execute(statement, keys).first()
        if row is None:
            raise NotFound
        return case_of(row)

    def _media_row(self, case_id: int, person_id: int, one: Media) -> dict[str, object]:
        scope = self._scope
        media_id = scope.new_id()
        return {
            "id": media_id,
            "case_id": case_id,
            "person_id": person_id,
            "kind": one.kind.value,
            "file_id": scope.vault.seal(
                scope.connection, person_id, "media", "file_id", media_id, one.file_id
            ),
            "size": one.size,
            "stored": None,
            "state": "none" if one.kind is MediaKind.LOCATION else "wanted",
            "at": scope.now,
        }
