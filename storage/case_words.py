"""What becomes of words after they were said: changed by their writer, or struck out for good."""

from datetime import datetime

from sqlalchemy import bindparam, func, insert, or_, select, update

from domain.cases.rules import Entry, EntryKind
from storage.changed import blind
from storage.scope import Scope
from storage.tables import cases, entries, media

_SAID_IN = (
    select(entries.c.id, entries.c.case_id)
    .where(entries.c.message == bindparam("found"))
    .order_by(entries.c.id)
    .limit(1)
)
_FILED_SINCE = select(func.count()).where(
    cases.c.reporter_id == bindparam("person"),
    cases.c.filed_at > bindparam("since", type_=cases.c.filed_at.type),
)
_REWORD = (
    update(entries)
    .where(entries.c.id == bindparam("entry"), entries.c.struck_at.is_(None))
    .values(words=bindparam("new_words"))
)
_KEEP_OLD = insert(entries)
_WORDINGS = select(entries.c.id, entries.c.author_id).where(
    or_(entries.c.id == bindparam("entry"), entries.c.of_id == bindparam("entry")),
    entries.c.struck_at.is_(None),
)
_STRIKE = (
    update(entries)
    .where(entries.c.id == bindparam("entry"))
    .values(
        words=bindparam("nothing"),
        message=None,
        struck_at=bindparam("gone_at", type_=entries.c.struck_at.type),
    )
)
_MEDIA = (
    select(media.c.id, media.c.person_id, media.c.stored)
    .join(cases, cases.c.id == media.c.case_id)
    .where(media.c.id == bindparam("media"), media.c.case_id == bindparam("case"), media.c.state != "struck")
    .with_for_update(of=media)
)
_STRIKE_MEDIA = (
    update(media)
    .where(media.c.id == bindparam("media"))
    .values(state="struck", stored=None, file_id=bindparam("nothing"))
)


class CaseWords:
    """The third part of the domain's Cases."""

    _scope: Scope

    def filed_since(self, person_id: int, since: datetime) -> int:
        """How many cases that person has reported since then (UTC)."""
        keys = {"person": person_id, "since": since}
        return int(self._scope.connection.execute(_FILED_SINCE, keys).scalar() or 0)

    def said_in(self, chat_id: int, message_id: int) -> tuple[int, int] | None:
        """Entry and case of what was said in that message; None where it was none of a case's words."""
        found = {"found": blind(self._scope.vault, chat_id, message_id)}
        row = self._scope.connection.execute(_SAID_IN, found).first()
        return None if row is None else (row[0], row[1])

    def reword(self, entry: Entry, text: str) -> bool:
        """Let the entry say that from now on and keep what it said before; False where it was struck out."""
        scope = self._scope
        words = scope.vault.seal(scope.connection, entry.author_id, "entries", "words", entry.id, text)
        if not scope.connection.execute(_REWORD, {"entry": entry.id, "new_words": words}).rowcount:
            return False
        old_id = scope.new_id()
        old = scope.vault.seal(scope.connection, entry.author_id, "entries", "words", old_id, entry.text)
        row = {
            "id": old_id,
            "case_id": entry.case_id,
            "author_id": entry.author_id,
            "kind": EntryKind.WAS.value,
            "action": None,
            "words": old,
            "at": scope.now,
            "of_id": entry.id,
        }
        scope.connection.execute(_KEEP_OLD, row)
        return True

    def strike(self, entry: Entry, at: datetime) -> bool:
        """Let go of the entry's words and of all that it said before; False where that was done already."""
        scope = self._scope
        found = scope.connection.execute(_WORDINGS, {"entry": entry.id}).all()
        for entry_id, author in found:
            nothing = scope.vault.seal(scope.connection, author, "entries", "words", entry_id, "")
            scope.connection.execute(_STRIKE, {"entry": entry_id, "nothing": nothing, "gone_at": at})
        return bool(found)

    def strike_media(self, case_id: int, media_id: int) -> tuple[bool, str | None]:
        """Let go of an attachment; whether there was one, and the name of its stored file."""
        scope = self._scope
        row = scope.connection.execute(_MEDIA, {"case": case_id, "media": media_id}).first()
        if row is None:
            return False, None
        nothing = scope.vault.seal(scope.connection, row[1], "media", "file_id", media_id, "")
        scope.connection.execute(_STRIKE_MEDIA, {"media": media_id, "nothing": nothing})
        return True, row[2]
