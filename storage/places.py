"""The place tree: what stands where, what it is called, and who is on duty in a compound."""

from collections.abc import Iterable

from sqlalchemy import bindparam, insert, select, update

from domain.kernel.errors import NotFound
from domain.places.rooms import Growth
from domain.places.rules import Duty
from domain.places.tree import Level, LevelWords, Place, by_name, chosen
from storage.scope import Scope
from storage.tables import places

_DUTY = select(places.c.zone, places.c.duty_body_id, places.c.duty_person_id).where(
    places.c.id == bindparam("compound")
)
PLACE_FIELDS = (
    places.c.id,
    places.c.parent_id,
    places.c.compound_id,
    places.c.level,
    places.c.name,
    places.c.zone,
)
"""In the order of Place's own fields."""

_PLACE = select(*PLACE_FIELDS).where(places.c.id == bindparam("place"))
_CHILDREN = select(*PLACE_FIELDS).where(places.c.parent_id == bindparam("parent"))

_LOCK = _PLACE.where(places.c.level == Level.COMPOUND.value).with_for_update()
_STANDING = select(*PLACE_FIELDS).where(
    places.c.compound_id == bindparam("compound"), places.c.level != Level.COMPOUND.value
)
_ADD = insert(places)
_RENAME = update(places).where(places.c.id == bindparam("place")).values(name=bindparam("new_name"))
_WORDS = select(places.c.words).where(places.c.id == bindparam("place"))
_SET_WORDS = update(places).where(places.c.id == bindparam("place")).values(words=bindparam("new_words"))

DEEPEST = 8
"""Levels of the place tree at most; a path is never longer."""


class SqlPlaces:
    """Satisfies the domain's Places."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def duty(self, compound_id: int) -> Duty:
        """Who looks at new reports of that compound; raises NotFound where nobody was named."""
        found = self._scope.connection.execute(_DUTY, {"compound": compound_id}).first()
        if found is None or found[1] is None:
            raise NotFound
        return Duty(compound_id, found[0], found[1], found[2])

    def get(self, place_id: int) -> Place:
        """The place; raises NotFound."""
        row = self._scope.connection.execute(_PLACE, {"place": place_id}).first()
        if row is None:
            raise NotFound
        return place_of(*row)

    def children(self, place_id: int) -> tuple[Place, ...]:
        """What stands directly below, 2 before 10."""
        rows = self._scope.connection.execute(_CHILDREN, {"parent": place_id}).all()
        return tuple(sorted((place_of(*row) for row in rows), key=by_name))

    def path(self, place_id: int) -> tuple[int, ...]:
        """The place's id and those of all places above it; raises NotFound."""
        return tuple(place.id for place in self._upward(place_id))

    def zone(self, place_id: int) -> str:
        """The IANA zone of the place; raises NotFound."""
        return self.get(place_id).zone

    def find(self, compound_id: int, words: tuple[str, ...]) -> int | None:
        """The place that these names lead to; None where nothing or several are meant."""
        here: tuple[Place, ...] = (self.get(compound_id),) if words else ()
        for word in words:
            here = self._below(here, word)
        return here[0].id if len(here) == 1 else None

    def named(self, place_id: int) -> str:
        """The full name within its compound."""
        upward = list(self._upward(place_id))
        within = [place.name for place in upward if place.level is not Level.COMPOUND]
        return "".join(reversed(within)) if within else upward[0].name

    def lock(self, compound_id: int) -> Place:
        """The compound, its row locked; raises NotFound."""
        row = self._scope.connection.execute(_LOCK, {"place": compound_id}).first()
        if row is None:
            raise NotFound
        return place_of(*row)

    def standing(self, compound_id: int) -> tuple[Place, ...]:
        """Every place of a compound, itself left out."""
        rows = self._scope.connection.execute(_STANDING, {"compound": compound_id}).all()
        return tuple(place_of(*row) for row in rows)

    def add(self, place: Place) -> None:
        """Keep a new place."""
        self._scope.connection.execute(_ADD, row_of(place) | {"area": None})

    def extend(self, growth: Growth) -> None:
        """Keep many new places, parents first."""
        rows = [row_of(place) | {"area": area} for place, area in growth.places]
        if rows:
            self._scope.connection.execute(_ADD, rows)

    def rename(self, place_id: int, name: str) -> None:
        """Call a place otherwise."""
        self._scope.connection.execute(_RENAME, {"place": place_id, "new_name": name})

    def words(self, compound_id: int) -> LevelWords | None:
        """What the compound calls its levels, where it has said so."""
        kept = self._scope.connection.execute(_WORDS, {"place": compound_id}).scalar()
        return None if kept is None else LevelWords.unpacked(kept)

    def set_words(self, compound_id: int, words: LevelWords) -> None:
        """Keep what it calls its levels."""
        kept = {"place": compound_id, "new_words": words.packed()}
        self._scope.connection.execute(_SET_WORDS, kept)

    def _below(self, here: tuple[Place, ...], word: str) -> tuple[Place, ...]:
        """What the word means directly below, or one level further down."""
        below = self._all_below(here)
        return chosen(below, word) or chosen(self._all_below(below), word)

    def _all_below(self, here: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(child for place in here for child in self.children(place.id))

    def _upward(self, place_id: int) -> Iterable[Place]:
        place = self.get(place_id)
        yield place
        for _ in range(DEEPEST):
            if place.parent_id is None:
                return
            place = self.get(place.parent_id)
            yield place


def row_of(place: Place) -> dict[str, int | str | None]:
    """A place as its row."""
    return {
        "id": place.id,
        "parent_id": place.parent_id,
        "compound_id": place.compound_id,
        "level": place.level.value,
        "name": place.name,
        "zone": place.zone,
    }


def place_of(
    place_id: int, parent_id: int | None, compound_id: int | None, level: str, name: str, zone: str
) -> Place:
    """The place of a row of PLACE_FIELDS."""
    return Place(place_id, parent_id, compound_id or place_id, Level(level), name, zone)
