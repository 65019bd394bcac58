"""How a list of matters is read and written: the words of its columns and cells."""

from collections.abc import Callable, Mapping, Sequence

from domain.cases.rules import Grade
from domain.cases.streams import UNKNOWN, Stream
from domain.matters.listing import Column
from domain.matters.rules import Matter
from domain.places.bodies import Body, BodyKind
from handlers.cases.proposing import proposed
from handlers.commands import listed
from handlers.ledger.sheet import cell
from handlers.setup.wording import KNOWN
from handlers.texts import Texts


def columns() -> Mapping[Column, Sequence[str]]:
    """The words of each column's head."""
    return {
        Column.MATTER: listed("matters-column-matter"),
        Column.BODY: listed("matters-column-body"),
        Column.BASIS: listed("matters-column-basis"),
        Column.WORDS: listed("matters-column-words"),
        Column.LIMIT: listed("matters-column-limit"),
        Column.STREAM: listed("matters-column-stream"),
        Column.GRADE: listed("matters-column-grade"),
    }


STREAMS = {
    Stream.PUBLIC: "matters-stream-public",
    Stream.COMMUNITY: "matters-stream-community",
    Stream.PRIVATE: "matters-stream-private",
}
GRADES = {
    Grade.DANGER: "matters-grade-danger",
    Grade.SUPPLY: "matters-grade-supply",
    Grade.ORDINARY: "matters-grade-ordinary",
    Grade.COMPLEX: "matters-grade-complex",
}


def stream_of(text: str) -> str | None:
    """The code of what a cell says; an empty one is the compound's own."""
    if not text:
        return Stream.COMMUNITY.value
    return next((code.value for code, key in STREAMS.items() if text.casefold() in listed(key)), None)


def grade_of(text: str) -> str | None:
    """The same for how pressing it is; an empty one is ordinary."""
    if not text:
        return Grade.ORDINARY.value
    return next((code.value for code, key in GRADES.items() if text.casefold() in listed(key)), None)


def body_finder(bodies: Sequence[Body]) -> Callable[[str], Body | None]:
    """Finds a body by its own name, or by the word of its kind where there is one of that kind."""

    def find(text: str) -> Body | None:
        said = text.casefold()
        named = [body for body in bodies if body.name.casefold() == said]
        return named[0] if named else _of_kind(bodies, said)

    return find


def subject_of(text: str) -> str | None:
    """What it is about, as triage reads it."""
    found = proposed(text).reason
    return None if found == UNKNOWN.reason else found


def table(
    texts: Texts, locale: str, matters: Sequence[Matter], bodies: Mapping[int, str], day: int
) -> list[list[str]]:
    """The list as rows of a sheet, its head first; without a line, three examples."""
    head = [_first(texts, locale, key) for key in _HEADS]
    if not matters:
        examples = texts.plain(locale, "matters-examples", {}).split("\n")
        return [head, *([cell(part) for part in line.split("|")] for line in examples)]
    return [head, *(_row(texts, locale, one, bodies, day) for one in matters)]


_HEADS = (
    "matters-column-matter",
    "matters-column-words",
    "matters-column-body",
    "matters-column-basis",
    "matters-column-limit",
    "matters-column-stream",
    "matters-column-grade",
)


def _row(texts: Texts, locale: str, one: Matter, bodies: Mapping[int, str], day: int) -> list[str]:
    cells = (
        one.name,
        ";".join(one.words),
        bodies.get(one.body_id, ""),
        one.basis,
        _limit(texts, locale, one.minutes, day),
        _first(texts, locale, STREAMS[Stream(one.stream)]),
        _first(texts, locale, GRADES[Grade(one.grade)]),
    )
    return [cell(text) for text in cells]


def _limit(texts: Texts, locale: str, minutes: int | None, day: int) -> str:
    """As it can be read again: whole days, hours, or minutes."""
    if minutes is None:
        return ""
    unit = "days" if minutes % day == 0 else "hours" if minutes % 60 == 0 else "minutes"
    count = minutes // {"days": day, "hours": 60, "minutes": 1}[unit]
    return texts.plain(locale, "matters-limit", {"count": count, "unit": unit})


def _first(texts: Texts, locale: str, key: str) -> str:
    return texts.plain(locale, key, {}).split("|")[0]


def _of_kind(bodies: Sequence[Body], said: str) -> Body | None:
    kinds = (kind for kind, key in KNOWN.items() if said in listed(key))
    kind: BodyKind | None = next(kinds, None)
    return next((body for body in bodies if body.kind is kind), None)
