"""How good the index is on questions whose answer is known: shares, not impressions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from statistics import quantiles
from typing import Any

from knowledge.guide.index import Found, Index, Outcome, Scope
from knowledge.guide.score import DEFAULT, Thresholds
from knowledge.guide.shelf import Document

ANSWERABLE = "answerable"


@dataclass(frozen=True, slots=True)
class Judged:
    """One question: its kind, what right answers there are, what was found, and the seconds it took."""

    kind: str
    right: frozenset[str]
    found: Found
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether one entry was given as the answer."""
        return self.found.outcome is Outcome.ANSWER

    def within(self, most: int) -> bool:
        """Whether a right one stands among the first so many."""
        return any(hit.document.ref in self.right for hit in self.found.hits[:most])


def indexed(rows: Sequence[Mapping[str, Any]], lang: str, thresholds: Thresholds = DEFAULT) -> Index:
    """An index of rows with `id`, `question` (or `text`), and perhaps `similar` and `answer`."""
    made = Index(thresholds)
    made.apply(
        Document(
            ref=str(row["id"]),
            revision=number,
            lang=lang,
            title=row.get("question") or row["text"],
            asks=tuple(row.get("similar") or ()),
            body=row.get("answer") or "",
        )
        for number, row in enumerate(rows, 1)
    )
    return made


def judged(
    index: Index,
    queries: Sequence[Mapping[str, Any]],
    scope: Scope,
    now: datetime,
    seconds: Callable[[], float],
) -> list[Judged]:
    """Ask everything; `seconds` is a stopwatch that runs on."""
    found = []
    for query in queries:
        begun = seconds()
        answer = index.search(query["query"], scope, now)
        right = frozenset({query["gold"], *(query.get("also") or ())} - {None})
        found.append(Judged(query["kind"], right, answer, seconds() - begun))
    return found


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """Recall among what may be offered, and the three outcomes by kind; shares from 0 to 1."""
    known = [one for one in found if one.kind == ANSWERABLE]
    told: dict[str, float] = {}
    for most in (1, 3, 5):
        told[f"recall_at_{most}"] = _share(known, partial(Judged.within, most=most))
    told["answered_right"] = _share(known, lambda one: one.answered and one.within(1))
    told["answered_wrong"] = _share(known, lambda one: one.answered and not one.within(1))
    told["right_in_three"] = _share(known, lambda one: one.found.outcome is Outcome.SUGGEST and one.within(3))
    told["not_known"] = _share(known, lambda one: not one.found.hits)
    for kind in sorted({one.kind for one in found} - {ANSWERABLE}):
        these = [one for one in found if one.kind == kind]
        told[f"{kind}_answered"] = _share(these, lambda one: one.answered)
        told[f"{kind}_suggested"] = _share(these, lambda one: one.found.outcome is Outcome.SUGGEST)
    times = sorted(one.seconds * 1000 for one in found)
    cuts = quantiles(times, n=20) if len(times) > 1 else [*times * 19]
    return {name: round(value, 4) for name, value in (told | {"ms_p50": cuts[9], "ms_p95": cuts[18]}).items()}


def _share(these: Sequence[Judged], test: Callable[[Judged], bool]) -> float:
    return sum(map(test, these)) / len(these) if these else 0.0
