"""Lists of matters: versions of a compound's list, and the line that words mean."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from domain.kernel.errors import NotFound
from domain.matters.barred import Barred
from domain.matters.rules import ListState, Matter, MatterList
from knowledge import negative
from storage.scope import Scope
from storage.tables import matter_lists, matters

_FIELDS = (
    matters.c.id, matters.c.line, matters.c.name, matters.c.words, matters.c.body_id, matters.c.basis,
    matters.c.minutes, matters.c.stream, matters.c.grade, matters.c.barred, matters.c.subject,
)  # fmt: skip
"""In the order of Matter's own fields."""

_LIST_FIELDS = (
    matter_lists.c.id, matter_lists.c.compound_id, matter_lists.c.version, matter_lists.c.state,
    matter_lists.c.made_by, matter_lists.c.made_at,
)  # fmt: skip
"""In the order of MatterList's own fields."""

_IN_FORCE = (
    select(*_FIELDS)
    .join(matter_lists, matter_lists.c.id == matters.c.list_id)
    .where(matter_lists.c.compound_id == bindparam("compound"), matter_lists.c.state == ListState.LIVE.value)
    .order_by(matters.c.line)
)
_GET = select(*_FIELDS).where(matters.c.id == bindparam("matter"))
_LINES = select(*_FIELDS).where(matters.c.list_id == bindparam("of_list")).order_by(matters.c.line)
_LISTS = select(*_LIST_FIELDS)
_LIST = _LISTS.where(matter_lists.c.id == bindparam("of_list")).with_for_update()
_LIVE = _LISTS.where(
    matter_lists.c.compound_id == bindparam("compound"), matter_lists.c.state == ListState.LIVE.value
)
_VERSION = select(func.max(matter_lists.c.version)).where(matter_lists.c.compound_id == bindparam("compound"))
_DRAFTS = select(matter_lists.c.id).where(
    matter_lists.c.compound_id == bindparam("compound"), matter_lists.c.state == ListState.DRAFT.value
)
_ADD_LIST = insert(matter_lists)
_ADD = insert(matters)
_TURN = update(matter_lists).where(matter_lists.c.id == bindparam("of_list")).values(state=bindparam("into"))
_DROP_LINES = delete(matters).where(matters.c.list_id == bindparam("of_list"))
_DROP = delete(matter_lists).where(matter_lists.c.id == bindparam("of_list"))


class SqlMatters:
    """Satisfies the domain's Matters."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def match(self, compound_id: int, text: str, subject: str) -> Matter | None:
        """The line of the live list that these words mean: the one with the longest word in them, else the
        first about the same subject.
        """
        lines = [matter_of(row) for row in self._execute(_IN_FORCE, {"compound": compound_id})]
        said = folded(text)
        hits = ((_longest(line, said), -line.line, line) for line in lines)
        best = max(hits, key=lambda hit: hit[:2], default=None)
        if best is not None and best[0]:
            return best[2]
        return next((line for line in lines if line.subject is not None and line.subject == subject), None)

    def get(self, matter_id: int) -> Matter:
        """A line of whatever version; raises NotFound."""
        row = self._execute(_GET, {"matter": matter_id}).first()
        if row is None:
            raise NotFound
        return matter_of(row)

    def barred(self, text: str) -> Barred | None:
        """The class of the negative list that these words fall into."""
        found = negative.barred(text)
        return None if found is None else Barred(found)

    def live(self, compound_id: int) -> MatterList | None:
        """The list in force."""
        row = self._execute(_LIVE, {"compound": compound_id}).first()
        return None if row is None else _list_of(row)

    def list_of(self, list_id: int) -> MatterList:
        """A list, locked; raises NotFound."""
        row = self._execute(_LIST, {"of_list": list_id}).first()
        if row is None:
            raise NotFound
        return _list_of(row)

    def lines(self, list_id: int) -> Sequence[Matter]:
        """Its lines, in order."""
        return [matter_of(row) for row in self._execute(_LINES, {"of_list": list_id})]

    def draft(self, compound_id: int, person_id: int, lines: Sequence[Matter]) -> MatterList:
        """Keep a new version that is not in force; an earlier draft is forgotten. The compound is locked."""
        for earlier in self._execute(_DRAFTS, {"compound": compound_id}).scalars().all():
            self.drop(earlier)
        version = int(self._execute(_VERSION, {"compound": compound_id}).scalar() or 0) + 1
        scope = self._scope
        made = MatterList(scope.new_id(), compound_id, version, ListState.DRAFT, person_id, scope.now)
        row = {column.name: getattr(made, column.name) for column in _LIST_FIELDS}
        self._execute(_ADD_LIST, row | {"state": made.state.value})
        self._execute(_ADD, [_row_of(line, made.id) for line in lines])
        return made

    def turn(self, list_id: int, state: str) -> None:
        """The list is that now."""
        self._execute(_TURN, {"of_list": list_id, "into": state})

    def drop(self, list_id: int) -> None:
        """Forget a draft."""
        self._execute(_DROP_LINES, {"of_list": list_id})
        self._execute(_DROP, {"of_list": list_id})


def folded(text: str) -> str:
    """Words as they are compared: widths and cases do not differ, spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _longest(line: Matter, said: str) -> int:
    words = (folded(word) for word in (line.name, *line.words))
    return max((len(word) for word in words if word and word in said), default=0)


def _row_of(line: Matter, list_id: int) -> dict[str, Any]:
    row = {column.name: getattr(line, column.name) for column in _FIELDS}
    barred = line.barred.value if line.barred is not None else None
    return row | {"list_id": list_id, "words": "\n".join(line.words), "barred": barred}


def matter_of(row: Any) -> Matter:
    """The line of a row of its fields."""
    values = list(row)
    values[3] = tuple(word for word in values[3].split("\n") if word)
    values[9] = Barred(values[9]) if values[9] is not None else None
    return Matter(*values)


def _list_of(row: Any) -> MatterList:
    values = list(row)
    values[3] = ListState(values[3])
    return MatterList(*values)
