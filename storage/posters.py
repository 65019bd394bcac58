"""Posters in their table."""

from sqlalchemy import bindparam, insert, select

from domain.cases.posters import Poster
from storage.scope import Scope
from storage.tables import posters

_FIELDS = (posters.c.id, posters.c.compound_id, posters.c.place_id, posters.c.spot, posters.c.made_by)
"""In the order of Poster's own fields."""

_ADD = insert(posters)
GET = select(*_FIELDS).where(posters.c.id == bindparam("poster"), posters.c.retired.is_(False))


class SqlPosters:
    """Satisfies the domain's Posters."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, poster: Poster) -> None:
        """Keep a new one."""
        row = {column.name: getattr(poster, column.name) for column in _FIELDS}
        self._scope.connection.execute(_ADD, row | {"at": self._scope.now})

    def get(self, poster_id: int) -> Poster | None:
        """The poster, unless it was taken down."""
        row = self._scope.connection.execute(GET, {"poster": poster_id}).first()
        return None if row is None else Poster(*row)
