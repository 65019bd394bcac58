"""Hints on places: sealed under whoever wrote them, read up the tree for a case and down it for a list."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from domain.cases.hints import Hint, HintLine
from domain.kernel.errors import NotFound
from storage.case_rows import shown_place
from storage.places import DEEPEST
from storage.reading import Reading
from storage.scope import Scope
from storage.tables import cases, hints, places, subject_keys
from storage.upsert import insert

_AT = select(func.count()).where(hints.c.place_id == bindparam("place"))
_GET = (
    select(hints.c.id, hints.c.compound_id, hints.c.place_id, hints.c.person_id, hints.c.at)
    .where(hints.c.id == bindparam("hint"))
    .with_for_update()
)
_put = insert(hints)
_KEEP = _put.on_conflict_do_update(
    index_elements=["id"],
    set_={"words": _put.excluded.words, "person_id": _put.excluded.person_id, "at": _put.excluded.at},
)
_DROP = delete(hints).where(hints.c.id == bindparam("hint"))
_SHEET = (
    select(hints.c.id, hints.c.place_id, hints.c.person_id, hints.c.words)
    .join(subject_keys, subject_keys.c.person_id == hints.c.person_id)
    .where(hints.c.compound_id == bindparam("compound"), subject_keys.c.wrapped.is_not(None))
    .order_by(hints.c.id)
)
_CASE = select(
    shown_place(cases.c.place_id, cases.c.compound_id).label("place_id"), cases.c.compound_id
).where(cases.c.id == bindparam("case"))
_PLACE = select(places.c.parent_id, places.c.compound_id, places.c.name).where(
    places.c.id == bindparam("place")
)


class SqlHints:
    """Satisfies the domain's Hints."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def at(self, place_id: int) -> int:
        """How many there are on exactly that place."""
        return int(self._execute(_AT, {"place": place_id}).scalar() or 0)

    def get(self, hint_id: int) -> Hint:
        """The hint, locked, without its words; raises NotFound."""
        row = self._execute(_GET, {"hint": hint_id}).first()
        if row is None:
            raise NotFound
        return Hint(row.id, row.compound_id, row.place_id, row.person_id, "", row.at)

    def keep(self, hint: Hint) -> None:
        """Keep it, sealed under its writer's key, new or in its old place."""
        scope = self._scope
        words = scope.vault.seal(scope.connection, hint.person_id, "hints", "words", hint.id, hint.words)
        row = {
            "id": hint.id,
            "compound_id": hint.compound_id,
            "place_id": hint.place_id,
            "person_id": hint.person_id,
            "words": words,
            "at": hint.at,
        }
        self._execute(_KEEP, row)

    def drop(self, hint_id: int) -> None:
        """Forget it."""
        self._execute(_DROP, {"hint": hint_id})


class HintReads(Reading):
    """Satisfies domain.cases.hints.HintSheets."""

    def hints_on(self, case_id: int) -> Sequence[HintLine]:
        """Those of a case's place and of all places above it."""
        row = self._connection.execute(_CASE, {"case": case_id}).first()
        found = [] if row is None else self._hints(row.compound_id)
        if row is None or not found:
            return []
        path = dict(self._upward(row.place_id))
        return [self._line(one) for one in found if one.place_id in path]

    def hints_below(self, place_id: int) -> Sequence[HintLine]:
        """Those of a place and of all places below it, oldest first."""
        row = self._connection.execute(_PLACE, {"place": place_id}).first()
        found = [] if row is None else self._hints(row.compound_id or place_id)
        return [self._line(one) for one in found if place_id in dict(self._upward(one.place_id))]

    def _hints(self, compound_id: int) -> Sequence[Any]:
        return self._connection.execute(_SHEET, {"compound": compound_id}).all()

    def _line(self, row: Any) -> HintLine:
        names = [name for _, name in self._upward(row.place_id)]
        # The compound's own name goes without saying, unless the hint is for all of it.
        place = "".join(reversed(names[:-1])) or "".join(names)
        words = self._open(row.person_id, "hints", "words", row.id, row.words)
        return HintLine(row.id, place, self._called(row.person_id), words or "")

    def _upward(self, place_id: int | None) -> Iterator[tuple[int, str]]:
        for _ in range(DEEPEST):
            row = None if place_id is None else self._connection.execute(_PLACE, {"place": place_id}).first()
            if place_id is None or row is None:
                return
            yield place_id, row.name
            place_id = row.parent_id
