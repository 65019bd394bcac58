"""Imports of rooms: drafts kept beside the tree, and the one statement that makes them places."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from domain.kernel.errors import NotFound
from domain.places.listing import Problem
from domain.places.steps import Import
from domain.places.tree import Level, Place
from storage.places import row_of
from storage.scope import Scope
from storage.tables import imports, place_drafts, places

_ADD = insert(imports)
_IMPORT = select(
    imports.c.id, imports.c.compound_id, imports.c.person_id, imports.c.state, imports.c.households
).where(imports.c.id == bindparam("import_id"))
_LOCKED = _IMPORT.with_for_update()
_FIELDS = ("id", "parent_id", "compound_id", "level", "name", "zone", "area")
_SWAP = insert(places).from_select(
    list(_FIELDS),
    select(*(place_drafts.c[name] for name in _FIELDS))
    .where(place_drafts.c.import_id == bindparam("import_id"))
    .order_by(place_drafts.c.id),
)
_COUNT = select(imports.c.households).where(imports.c.id == bindparam("import_id"))
_STANDING = select(func.count()).where(
    places.c.compound_id == imports.c.compound_id, places.c.level != Level.COMPOUND.value
)
_CHANGED = select(imports.c.standing != _STANDING.scalar_subquery()).where(
    imports.c.id == bindparam("import_id")
)
_CLEAR = delete(place_drafts).where(place_drafts.c.import_id == bindparam("old"))
_END = update(imports).where(imports.c.id == bindparam("import_id")).values(state=bindparam("to_state"))
_STAGE = insert(place_drafts)
_REPORT = (
    update(imports)
    .where(imports.c.id == bindparam("import_id"), imports.c.state == "reading")
    .values(
        state=bindparam("to_state"),
        households=bindparam("count"),
        known=bindparam("there"),
        standing=bindparam("places"),
        bad=bindparam("wrong"),
        problems=bindparam("which"),
    )
)


class SqlDrafts:
    """The domain's imports."""

    _scope: Scope

    def add_import(self, made: Import) -> None:
        """Keep an import that is to be read."""
        row = {"id": made.id, "compound_id": made.compound_id, "person_id": made.person_id}
        self._scope.connection.execute(_ADD, row | {"state": made.state})

    def imported(self, import_id: int) -> Import:
        """The import, its row locked; raises NotFound."""
        row = self._scope.connection.execute(_LOCKED, {"import_id": import_id}).first()
        if row is None:
            raise NotFound
        return Import(*row)

    def changed(self, import_id: int) -> bool:
        """Whether the tree has grown since the file was compared with it."""
        return bool(self._scope.connection.execute(_CHANGED, {"import_id": import_id}).scalar())

    def swap(self, import_id: int) -> int:
        """Put its drafts into the tree, in one statement; the number of households."""
        self._scope.connection.execute(_SWAP, {"import_id": import_id})
        return int(self._scope.connection.execute(_COUNT, {"import_id": import_id}).scalar() or 0)

    def drop(self, import_id: int, state: str) -> None:
        """Forget the drafts; `state` says why."""
        self._scope.connection.execute(_CLEAR, {"old": import_id})
        self._scope.connection.execute(_END, {"import_id": import_id, "to_state": state})


def clear(connection: Connection, import_id: int) -> None:
    """Forget what a reading that was killed has left."""
    connection.execute(_CLEAR, {"old": import_id})


def stage(connection: Connection, import_id: int, drafts: Sequence[tuple[Place, int | None]]) -> None:
    """Keep some drafts, parents first."""
    rows = [row_of(place) | {"area": area, "import_id": import_id} for place, area in drafts]
    if rows:
        connection.execute(_STAGE, rows)


def report(
    connection: Connection,
    import_id: int,
    state: str,
    drafts: Sequence[tuple[Place, int | None]] = (),
    known: int = 0,
    standing: int = 0,
    problems: Sequence[Problem] = (),
    shown: int = 20,
) -> bool:
    """What the file turned out to be; False where the import was ended meanwhile."""
    kept = json.dumps([[one.line, one.why.value] for one in problems[:shown]])
    row = {
        "import_id": import_id,
        "to_state": state,
        "count": sum(place.level is Level.HOUSEHOLD for place, _area in drafts),
        "there": known,
        "places": standing,
        "wrong": len(problems),
        "which": kept,
    }
    return connection.execute(_REPORT, row).rowcount == 1
