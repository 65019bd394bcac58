"""How well a document answers a question, and when that is good enough: one small table."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.guide.shelf import Leaf, Shelf

K1, B = 1.2, 0.5
"""BM25: how fast repetition wears off, how much length counts. Entries are of like length."""

CANDIDATES = 100
"""Documents that are compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score something is answered (and how far ahead of the next it must be) or suggested."""

    answer: float
    gap: float
    suggest: float


DEFAULT = Thresholds(answer=0.50, gap=0.04, suggest=0.30)
"""Chosen on development sets: about one in twenty questions that a guide cannot know gets an answer there."""

HEAD, TEXT, ALIKE = 0.4, 0.1, 0.5
"""What counts how much in a likeness; chosen on the same sets, where they hardly differ."""


class Statistics:
    """How rare each token is on the shelves that the asker may see, and on no other."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self._shelves = shelves
        self.count = sum(len(shelf.leaves) for shelf in shelves)
        self.mean = sum(shelf.length for shelf in shelves) / self.count if self.count else 1.0

    def rarity(self, token: str) -> float:
        """BM25's inverse document frequency; never negative, highest for what stands nowhere."""
        here = sum(len(shelf.postings.get(token, ())) for shelf in self._shelves)
        return math.log(1 + (self.count - here + 0.5) / (here + 0.5))


def candidates(
    shelves: Sequence[Shelf], weights: Mapping[str, float], mean: float
) -> list[tuple[float, str, Leaf]]:
    """The best documents by BM25, best first; equal ones in the order of their names."""
    found: list[tuple[float, str, Leaf]] = []
    for shelf in shelves:
        scores: dict[str, float] = {}
        for token, weight in weights.items():
            for ref, count in shelf.postings.get(token, {}).items():
                norm = K1 * (1 - B + B * shelf.leaves[ref].length / mean)
                scores[ref] = scores.get(ref, 0.0) + weight * count * (K1 + 1) / (count + norm)
        found += [(score, ref, shelf.leaves[ref]) for ref, score in scores.items()]
    found.sort(key=lambda one: (-one[0], one[1]))
    return found[:CANDIDATES]


def likeness(leaf: Leaf, query: str, bare: str, weights: Mapping[str, float]) -> float:
    """From 0 to 1: how much of what is asked stands in the questions, and how alike the nearest one is."""
    if query in leaf.variants:
        return 1.0
    whole = sum(weights.values()) or 1.0
    head = sum(weight for token, weight in weights.items() if token in leaf.head) / whole
    text = sum(weight for token, weight in weights.items() if token in leaf.counts) / whole
    alike = max((fuzz.ratio(bare, one) for one in leaf.cores), default=0.0) / 100
    return HEAD * head + TEXT * text + ALIKE * alike
