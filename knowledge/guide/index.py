"""The index in memory: changes are applied, a question finds what its asker may see, best first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.guide.normalise import LONGEST, core, is_chat, is_chinese, normal, says_something, tokens
from knowledge.guide.score import DEFAULT, Statistics, Thresholds, candidates, likeness
from knowledge.guide.shelf import Document, Leaf, Shelf

MOST = 6
"""Documents that a search names: three suggestions, and three more for "not this"."""

CHINESE, ENGLISH = "zh-CN", "en"

RAMBLING = 16
"""Characters from which there may be more than the question in it, so that it is sought piece by piece."""

PIECE = 4
"""Characters of the shortest piece that asks anything."""

_PIECES = re.compile(r"[，。,.;；！!？?\s]+|[呀啊呢哦啦嘛吗]|(?<=.)(?=我)")
"""Where spoken sentences part; they carry few marks."""


class Outcome(StrEnum):
    """What a search comes to."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNKNOWN = "unknown"
    CHAT = "chat"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks: the owners whose documents they may see, and the language that they read."""

    owners: tuple[str, ...] = ()
    lang: str = CHINESE


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, and how well it answers, from 0 to 1."""

    document: Document
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome and the documents behind it, best first; empty for chat and for what is unknown."""

    outcome: Outcome
    hits: tuple[Hit, ...] = ()


class Index:
    """Everything published. Not safe to change while it is searched."""

    def __init__(self, thresholds: Thresholds = DEFAULT) -> None:
        self.revision = 0
        """The newest change that was applied."""
        self._thresholds = thresholds
        self._shelves: dict[tuple[str, str], Shelf] = {}
        self._places: dict[str, tuple[tuple[str, str], int]] = {}
        self._tongues: dict[tuple[str, str, str], Document] = {}

    def apply(self, changes: Iterable[Document]) -> None:
        """Take changes in, in any order and as often as one likes: the newest form of each stands."""
        for one in changes:
            self.revision = max(self.revision, one.revision)
            place, known = self._places.get(one.ref, (None, -1))
            if one.revision <= known:
                continue
            if place is not None:
                self._remove(place, one.ref)
            self._put(one)

    def search(self, query: str, scope: Scope, now: datetime) -> Found:
        """What answers the question for that asker; never raises for any text.

        `now` is there for what holds only for a time; nothing of today's guide does.
        """
        asked = normal(query, LONGEST)
        if not says_something(asked):
            return Found(Outcome.NOTHING)
        if is_chat(asked):
            return Found(Outcome.CHAT)
        first, second = (CHINESE, ENGLISH) if is_chinese(asked) else (ENGLISH, CHINESE)
        found = self._in(first, asked, scope)
        if found.outcome is Outcome.UNKNOWN:
            found = self._in(second, asked, scope)
        if found.outcome is Outcome.UNKNOWN and len(asked) >= RAMBLING:
            found = self._in_pieces(first, asked, scope)
        return Found(found.outcome, tuple(self._read(hit, scope) for hit in found.hits))

    def _put(self, one: Document) -> None:
        place = (one.owner, one.lang)
        self._places[one.ref] = (place, one.revision)
        if one.gone:
            return
        self._shelves.setdefault(place, Shelf()).put(one)
        self._tongues[(one.owner, one.slug or one.ref, one.lang)] = one

    def _remove(self, place: tuple[str, str], ref: str) -> None:
        shelf = self._shelves.get(place)
        old = shelf.leaves.get(ref) if shelf is not None else None
        if shelf is None or old is None:
            return
        shelf.take(ref)
        key = (old.document.owner, old.document.slug or ref, old.document.lang)
        if self._tongues.get(key) is old.document:
            del self._tongues[key]

    def _in(self, lang: str, asked: str, scope: Scope) -> Found:
        """One language's shelves that the asker may see: what others own is not even counted."""
        shelves = [
            self._shelves[key] for owner in ("", *scope.owners) if (key := (owner, lang)) in self._shelves
        ]
        statistics = Statistics(shelves)
        weights = {token: statistics.rarity(token) for token in tokens(asked)}
        best = candidates(shelves, weights, statistics.mean)
        bare = core(asked)
        scored = sorted(
            ((likeness(leaf, asked, bare, weights), rank, leaf) for rank, (_, _, leaf) in enumerate(best)),
            key=lambda one: (-one[0], one[1]),
        )
        return self._decide([(score, leaf) for score, _, leaf in scored])

    def _in_pieces(self, lang: str, asked: str, scope: Scope) -> Found:
        """What one piece of a long sentence asks clearly: offered, never taken for granted."""
        pieces = (piece for piece in _PIECES.split(asked) if len(piece) >= PIECE)
        found = [self._in(lang, piece, scope) for piece in pieces]
        sure = [one for one in found if one.outcome is Outcome.ANSWER]
        best = max(sure, key=lambda one: one.hits[0].score, default=None)
        return Found(Outcome.SUGGEST, best.hits) if best is not None else Found(Outcome.UNKNOWN)

    def _decide(self, scored: Sequence[tuple[float, Leaf]]) -> Found:
        limits = self._thresholds
        good = [(score, leaf) for score, leaf in scored[:MOST] if score >= limits.suggest]
        if not good:
            return Found(Outcome.UNKNOWN)
        hits = tuple(Hit(leaf.document, score) for score, leaf in good)
        ahead = hits[0].score - (hits[1].score if len(hits) > 1 else 0.0)
        sure = hits[0].score >= limits.answer and ahead >= limits.gap
        return Found(Outcome.ANSWER if sure else Outcome.SUGGEST, hits)

    def _read(self, hit: Hit, scope: Scope) -> Hit:
        """The same entry in the asker's language, where it is there."""
        one = hit.document
        other = self._tongues.get((one.owner, one.slug, scope.lang)) if one.slug else None
        return Hit(other, hit.score) if other is not None else hit
