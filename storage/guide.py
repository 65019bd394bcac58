"""What is kept of the guide: entries by revision, questions with their words sealed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, or_, select, update

from domain.guide.rules import Entry, Hit, HitKind, NotYours, Outcome, Question, State
from domain.kernel.errors import NotFound
from domain.kernel.people import Standing
from storage.scope import Scope
from storage.tables import guide_entries, guide_revisions, questions
from storage.upsert import insert as upsert

_TEXTS = ("title", "body", "category", "who", "place", "hours", "phone", "fee", "papers", "source")
ENTRY_FIELDS = tuple(guide_entries.c[name] for name in Entry.__slots__)
"""In the order of Entry's own fields."""

ASKS = Entry.__slots__.index("asks")
_SEALED = ("text", "answer")
_PLAIN = tuple(name for name in Question.__slots__ if name not in _SEALED)
QUESTION_FIELDS = (*(questions.c[name] for name in _PLAIN), questions.c.words, questions.c.answer)
"""What a question is made of, sealed words last."""

_CHANGING = ("state", "shown", "useful", "answered_by", "answered_at", "shared", "answer", "revision")

_next = upsert(guide_revisions)
_NEXT = _next.on_conflict_do_update(
    index_elements=["id"], set_={"revision": guide_revisions.c.revision + 1}
).returning(guide_revisions.c.revision)
_ENTRY = select(*ENTRY_FIELDS).where(
    guide_entries.c.id == bindparam("entry"), guide_entries.c.gone.is_(False)
)
_standing = select(*ENTRY_FIELDS).where(guide_entries.c.gone.is_(False)).order_by(guide_entries.c.id)
_OF_COMPOUND = _standing.where(guide_entries.c.compound_id == bindparam("compound"))
_OF_ALL = _standing.where(guide_entries.c.compound_id.is_(None))
_inserted = upsert(guide_entries)
_PUT = _inserted.on_conflict_do_update(
    index_elements=["id"],
    set_={column.name: _inserted.excluded[column.name] for column in guide_entries.c if column.name != "id"},
)
_GONE = (
    update(guide_entries)
    .where(guide_entries.c.id == bindparam("entry"))
    .values(gone=True, revision=bindparam("at_revision"), changed_at=bindparam("now"))
)
QUESTION = select(*QUESTION_FIELDS).where(questions.c.id == bindparam("question"))
_LOCKED = QUESTION.with_for_update()
_LATEST = (
    select(questions.c.id)
    .where(questions.c.asker_id == bindparam("person"))
    .order_by(questions.c.id.desc())
    .limit(1)
)
_FORGET = (
    update(questions)
    .where(
        or_(questions.c.asker_id == bindparam("person"), questions.c.answered_by == bindparam("person")),
        questions.c.revision.is_not(None),
    )
    .values(revision=bindparam("at_revision"))
)
_ADD = insert(questions)
_SAVE = (
    update(questions)
    .where(questions.c.id == bindparam("question"))
    .values({name: bindparam(f"new_{name}", type_=questions.c[name].type) for name in _CHANGING})
)


def entry_of(row: Any) -> Entry:
    """The entry of a row of ENTRY_FIELDS."""
    values = list(row[: len(ENTRY_FIELDS)])
    values[ASKS] = tuple(values[ASKS].splitlines())
    return Entry(*values)


def question_of(row: Any, text: str, answer: str | None) -> Question:
    """The question of a row of QUESTION_FIELDS, its words opened."""
    values = dict(zip(_PLAIN, row, strict=False))
    values["state"], values["outcome"] = State(values["state"]), Outcome(values["outcome"])
    values["hits"] = tuple(Hit(HitKind(one[0]), int(one[1:])) for one in values["hits"].split())
    return Question(**values, text=text, answer=answer)


def owner(compound_id: int | None = None, person_id: int | None = None) -> str:
    """Whose it is, as the index names owners: "" for everybody's."""
    if person_id is not None:
        return f"p{person_id}"
    return "" if compound_id is None else f"c{compound_id}"


def forget(connection: Connection, person_id: int) -> None:
    """Let every index hear that this person's words can be read no more; after the key is destroyed."""
    revision = connection.execute(_NEXT, {"id": 1, "revision": 1}).scalar_one()
    connection.execute(_FORGET, {"person": person_id, "at_revision": revision})


class SqlGuide:
    """Satisfies the domain's Guide."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def seen_by(self, me: Standing, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Those of these hits that the asker may see now, in the same order."""
        return tuple(hit for hit in hits if self._seen(me, hit))

    def entry_for(self, me: Standing, entry_id: int) -> Entry:
        """The entry, for somebody of its compound, or for everybody where it is shared; raises NotFound."""
        row = self._execute(_ENTRY, {"entry": entry_id}).first()
        found = None if row is None else entry_of(row)
        if found is None or not _belongs(me, found.compound_id):
            raise NotFound
        return found

    def add(self, question: Question) -> None:
        """Keep a new question, its words sealed under the asker's key."""
        row = {name: getattr(question, name) for name in _PLAIN}
        words = self._sealed(question.asker_id, "words", question.id, question.text)
        row |= {"hits": _written(question.hits), "words": words, "answer": None, "revision": None}
        self._execute(_ADD, row | {"state": question.state.value, "outcome": question.outcome.value})

    def save(self, question: Question) -> None:
        """Keep a changed question; an answer is sealed under the worker's key."""
        row = {f"new_{name}": getattr(question, name) for name in _CHANGING[:-2]}
        found = question.state is State.ANSWERED
        answer = question.answered_by if found else None
        row["new_state"] = question.state.value
        row["new_answer"] = (
            self._sealed(answer, "answer", question.id, question.answer)
            if answer is not None and question.answer is not None
            else None
        )
        self._execute(_SAVE, row | {"question": question.id, "new_revision": self._next() if found else None})

    def mine(self, me: Standing, question_id: int) -> Question:
        """The asker's own question, locked; raises NotYours for a neighbour's, else NotFound."""
        question = self.question(question_id)
        if question.asker_id == me.person_id:
            return question
        raise NotYours if _belongs(me, question.compound_id) else NotFound

    def latest(self, me: Standing) -> Question | None:
        """The question that the asker asked last, locked; None where there is none."""
        found = self._execute(_LATEST, {"person": me.person_id}).scalar()
        return None if found is None else self.question(found)

    def question(self, question_id: int) -> Question:
        """The question, locked, for whoever may answer it or the clock; raises NotFound."""
        return self._question(_LOCKED, question_id)

    def published(self, compound_id: int | None) -> tuple[Entry, ...]:
        """Every entry of that compound, or the shared ones for None; locked until commit."""
        self._next()
        statement = _OF_ALL if compound_id is None else _OF_COMPOUND
        keys = {} if compound_id is None else {"compound": compound_id}
        return tuple(entry_of(row) for row in self._execute(statement, keys).all())

    def put(self, entry: Entry) -> None:
        """Publish a new or a changed entry under the next revision."""
        row = {name: getattr(entry, name) for name in Entry.__slots__}
        more = {"asks": "\n".join(entry.asks), "gone": False, "revision": self._next()}
        self._execute(_PUT, row | more | {"changed_at": self._scope.now})

    def withdraw(self, entry_ids: Iterable[int]) -> None:
        """Take entries away; their tombstones stay, so that every index hears of it."""
        for entry_id in entry_ids:
            keys = {"entry": entry_id, "at_revision": self._next(), "now": self._scope.now}
            self._execute(_GONE, keys)

    def _next(self) -> int:
        """The next revision; whoever has it holds the row until commit, so that none is overtaken."""
        return int(self._execute(_NEXT, {"id": 1, "revision": 1}).scalar_one())

    def _question(self, statement: Select[Any], question_id: int) -> Question:
        row = self._execute(statement, {"question": question_id}).first()
        if row is None:
            raise NotFound
        answer = None if row.answer is None else self._opened(row.answered_by, "answer", row.id, row.answer)
        return question_of(row, self._opened(row.asker_id, "words", row.id, row.words) or "", answer)

    def _seen(self, me: Standing, hit: Hit) -> bool:
        try:
            if hit.kind is HitKind.ENTRY:
                self.entry_for(me, hit.id)
                return True
            question = self._question(QUESTION, hit.id)
        except NotFound:
            return False
        mine = question.asker_id == me.person_id
        known = question.state is State.ANSWERED and bool(question.text and question.answer)
        return known and (mine or (question.shared and _lives(me, question.compound_id)))

    def _sealed(self, person_id: int, column: str, row_id: int, text: str) -> bytes:
        scope = self._scope
        return scope.vault.seal(scope.connection, person_id, "questions", column, row_id, text)

    def _opened(self, person_id: int, column: str, row_id: int, sealed: bytes) -> str | None:
        scope = self._scope
        return scope.vault.open(scope.connection, person_id, "questions", column, row_id, sealed)


def _belongs(me: Standing, compound_id: int | None) -> bool:
    """Whether somebody holds anything in that compound, or speaks in it."""
    held = {grant.compound_id for grant in me.grants}
    return compound_id is None or compound_id == me.compound_id or compound_id in held


def _lives(me: Standing, compound_id: int) -> bool:
    """Whether somebody holds anything there: what neighbours asked is not for whoever passes by."""
    return any(grant.compound_id == compound_id for grant in me.grants)


def _written(hits: tuple[Hit, ...]) -> str:
    return " ".join(f"{hit.kind.value}{hit.id}" for hit in hits)
