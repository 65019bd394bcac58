"""A whole guide looked through before anything of it is taken: faults, and what is only worth a look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from knowledge.guide.fields import Fields, Problem, problems
from knowledge.guide.normalise import normal

KeyOf = Callable[[Fields], tuple[str, ...]]


def faults(entries: Sequence[Fields]) -> tuple[Problem, ...]:
    """What keeps the guide from being imported, by file and line."""
    found = [problem for one in entries for problem in problems(one)]
    found += _twice(entries, "twice-id", lambda one: (one["id"],))
    found += _twice(entries, "twice-title", lambda one: (normal(one["title"]),))
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.what)))


def warnings(entries: Sequence[Fields], today: date) -> tuple[Problem, ...]:
    """What a steward should look at: stale entries, questions that two entries claim, a missing language."""
    found = [
        Problem(one.file, one.line("review"), "stale", one["review"])
        for one in entries
        if (review := one.day("review")) is not None and review < today
    ]
    found += _shared(entries)
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.what)))


def _twice(entries: Iterable[Fields], what: str, key_of: KeyOf) -> Iterator[Problem]:
    first: dict[tuple[str, ...], Fields] = {}
    for one in entries:
        key = (*key_of(one), one.lang)
        known = first.setdefault(key, one)
        if known is not one and key[0]:
            name = "id" if what == "twice-id" else "title"
            yield Problem(one.file, one.line(name), what, f"{known.file}:{known.line(name)}")


def _shared(entries: Iterable[Fields]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Fields] = {}
    for one in entries:
        for ask in one.asks:
            known = first.setdefault((normal(ask), one.lang), one)
            if known is not one:
                yield Problem(one.file, one.line("ask"), "shared-ask", f"{known.file}: {ask[:40]}")
