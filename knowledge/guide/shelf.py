"""One shelf of documents: those of one owner in one language, with the postings to find them by."""

from collections import Counter
from dataclasses import dataclass

from knowledge.guide.normalise import core, normal, tokens

HEAD = 3
"""How much more a word of the title or of an alternative question counts than one of the answer."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found; `owner` is empty where everybody may, else who may, such as "c12".

    `ref` names it to whoever asked, `slug` is the same for its translations; a `gone` one is a tombstone.
    """

    ref: str
    revision: int
    owner: str = ""
    lang: str = "zh-CN"
    slug: str = ""
    title: str = ""
    asks: tuple[str, ...] = ()
    body: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document as it is indexed: its questions as they are compared, how often each token, how long."""

    document: Document
    variants: tuple[str, ...]
    cores: tuple[str, ...]
    head: frozenset[str]
    counts: Counter[str]
    length: int


def leaf(document: Document) -> Leaf:
    """Index one document."""
    variants = tuple(dict.fromkeys(normal(one) for one in (document.title, *document.asks) if one.strip()))
    counts: Counter[str] = Counter()
    for one in variants:
        for token in tokens(one):
            counts[token] += HEAD
    head = frozenset(counts)
    counts.update(tokens(normal(document.body)))
    return Leaf(document, variants, tuple(core(one) for one in variants), head, counts, counts.total())


class Shelf:
    """Leaves and postings."""

    def __init__(self) -> None:
        self.leaves: dict[str, Leaf] = {}
        self.postings: dict[str, dict[str, int]] = {}
        self.length = 0

    def put(self, document: Document) -> None:
        """Add a document, or put it in the place of its older form."""
        self.take(document.ref)
        made = leaf(document)
        self.leaves[document.ref] = made
        self.length += made.length
        for token, count in made.counts.items():
            self.postings.setdefault(token, {})[document.ref] = count

    def take(self, ref: str) -> None:
        """Take a document away, if it stands here."""
        old = self.leaves.pop(ref, None)
        if old is None:
            return
        self.length -= old.length
        for token in old.counts:
            posting = self.postings[token]
            del posting[ref]
            if not posting:
                del self.postings[token]
