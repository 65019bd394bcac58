"""Reads of the guide: for showing, and for the index that it is searched in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from domain.guide.rules import Entry, Hit, HitKind, Question, State
from domain.guide.sheets import QuestionSheet
from domain.kernel.people import Actor
from storage.guide import ENTRY_FIELDS, QUESTION_FIELDS, entry_of, question_of
from storage.reading import Reading
from storage.standing import Known, known, where_belongs
from storage.tables import chats, guide_entries, places, questions
from storage.vault import Vault

_compound = places.alias("compound")
_bound = places.alias("bound")
_moved = chats.alias("moved")

_ENTRY = select(*ENTRY_FIELDS).where(
    guide_entries.c.id == bindparam("entry"), guide_entries.c.gone.is_(False)
)
_QUESTION = (
    select(*QUESTION_FIELDS, _compound.c.name, _compound.c.zone)
    .join(_compound, _compound.c.id == questions.c.compound_id)
    .where(questions.c.id == bindparam("question"))
)
_ENTRIES_AFTER = (
    select(*ENTRY_FIELDS, guide_entries.c.revision, guide_entries.c.gone)
    .where(guide_entries.c.revision > bindparam("after"))
    .order_by(guide_entries.c.revision)
)
_QUESTIONS_AFTER = (
    select(*QUESTION_FIELDS, questions.c.revision)
    .where(questions.c.revision > bindparam("after"))
    .order_by(questions.c.revision)
)
_CHAT = (
    select(_bound.c.id, _bound.c.compound_id)
    .select_from(
        chats.outerjoin(_moved, _moved.c.chat_id == chats.c.moved_to).join(
            _bound, (_bound.c.id == chats.c.place_id) | (_bound.c.id == _moved.c.place_id)
        )
    )
    .where(chats.c.chat_id == bindparam("chat"))
    .limit(1)
)


class GuideReads(Reading):
    """Satisfies GuideSheets."""

    def guide_entry(self, entry_id: int) -> Entry | None:
        """The entry, or None where it is gone."""
        row = self._connection.execute(_ENTRY, {"entry": entry_id}).first()
        return None if row is None else entry_of(row)

    def guide_question(self, question_id: int) -> QuestionSheet | None:
        """The question, or None where there is none."""
        row = self._connection.execute(_QUESTION, {"question": question_id}).first()
        if row is None:
            return None
        question = _opened(self._connection, self._vault, row)
        asker, answerer = self._called(question.asker_id), self._called_if(question.answered_by) or ""
        return QuestionSheet(question, asker, answerer, row.name, row.zone)

    def guide_titles(self, hits: tuple[Hit, ...]) -> tuple[str, ...]:
        """What each of these is called, "" for what is gone."""
        return tuple(self._title(hit) for hit in hits)

    def _title(self, hit: Hit) -> str:
        if hit.kind is HitKind.ENTRY:
            entry = self.guide_entry(hit.id)
            return "" if entry is None else entry.title
        sheet = self.guide_question(hit.id)
        return "" if sheet is None else sheet.question.text


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed in the guide since a revision: entries with theirs (and whether they are gone),
    and answered questions with theirs.
    """

    entries: tuple[tuple[Entry, int, bool], ...]
    questions: tuple[tuple[Question, int], ...]

    def __len__(self) -> int:
        return len(self.entries) + len(self.questions)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose guide an asker sees: their compound's and their own; None where there is none."""

    compound_id: int | None
    person_id: int | None


def changes(connection: Connection, vault: Vault, after: int) -> Changes:
    """All changes above that revision, oldest first."""
    keys = {"after": after}
    size = len(ENTRY_FIELDS)
    entries = tuple(
        (entry_of(row), row[size], row[size + 1]) for row in _all(connection, _ENTRIES_AFTER, keys)
    )
    asked = tuple(
        (_opened(connection, vault, row), row.revision) for row in _all(connection, _QUESTIONS_AFTER, keys)
    )
    return Changes(entries, asked)


def reach(connection: Connection, actor: Actor) -> Reach:
    """What the asker may see, before anything is decided; the decision looks again."""
    found = known(connection, actor)
    if found is None:
        place = connection.execute(_CHAT, {"chat": actor.chat_id}).first()
        bound = (place[0], place[1]) if place is not None else (None, None)
        found = Known(0, None, "", False, bound[0], bound[1], False, ())
    compound_id, _ = where_belongs(connection, found, found.grants, actor)
    return Reach(compound_id, found.person_id or None)


def is_findable(question: Question) -> bool:
    """Whether an answered question still says what was asked and answered."""
    return question.state is State.ANSWERED and bool(question.text) and bool(question.answer)


def _all(connection: Connection, statement: Any, keys: dict[str, int]) -> Iterator[Any]:
    yield from connection.execute(statement, keys).all()


def _opened(connection: Connection, vault: Vault, row: Any) -> Question:
    def unseal(person_id: int, column: str, sealed: bytes) -> str | None:
        return vault.open(connection, person_id, "questions", column, row.id, sealed)

    answer = None if row.answer is None else unseal(row.answered_by, "answer", row.answer)
    return question_of(row, unseal(row.asker_id, "words", row.words) or "", answer)
