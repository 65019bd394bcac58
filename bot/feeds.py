"""What feeds the indexes: the guide's changes are read from the database and applied before each search."""

import asyncio
from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection

from domain.guide.rules import Found, Hit, HitKind, Outcome
from domain.kernel.people import Actor
from knowledge.guide.index import CHINESE, ENGLISH, Index, Scope
from knowledge.guide.normalise import is_chinese
from knowledge.guide.shelf import Document
from storage.guide import owner
from storage.guide_reads import Changes, Reach, changes, is_findable, reach
from storage.store import Store
from storage.tx import TxDeps

MANY = 50
"""Changes from which indexing takes longer than the loop may be held."""


class Library:
    """Satisfies handlers.ports.Library: one index, brought up to date by the read before a search."""

    def __init__(self, store: Store, deps: TxDeps) -> None:
        self._store, self._deps = store, deps
        self._index = Index()
        self._turn = asyncio.Lock()

    async def refresh(self) -> None:
        """Take in what has changed, so that the first question does not wait for it."""
        async with self._turn:
            found = await self._store.read(
                partial(changes, vault=self._deps.vault, after=self._index.revision)
            )
            await self._apply(found)

    async def find(self, words: str, actor: Actor) -> Found:
        """What answers these words for that asker, as the guide stands now."""
        async with self._turn:
            fresh, who = await self._store.read(partial(self._look, actor=actor, after=self._index.revision))
            await self._apply(fresh)
            return self._search(words, who, actor.locale)

    def _look(self, connection: Connection, actor: Actor, after: int) -> tuple[Changes, Reach]:
        return changes(connection, self._deps.vault, after), reach(connection, actor)

    async def _apply(self, fresh: Changes) -> None:
        if len(fresh) > MANY:
            await asyncio.to_thread(self._index.apply, documents(fresh))
        elif fresh:
            self._index.apply(documents(fresh))

    def _search(self, words: str, who: Reach, lang: str) -> Found:
        owners = [owner(compound_id=who.compound_id)] if who.compound_id is not None else []
        owners += [owner(person_id=who.person_id)] if who.person_id is not None else []
        found = self._index.search(words, Scope(tuple(owners), lang), self._deps.clock.now())
        hits = tuple(Hit(HitKind(one.document.ref[0]), int(one.document.ref[1:])) for one in found.hits)
        return Found(Outcome(found.outcome.value), hits)


def documents(fresh: Changes) -> Iterator[Document]:
    """The changes as the index takes them: an answered question is its asker's until a worker shares it."""
    for entry, revision, gone in fresh.entries:
        yield Document(
            ref=f"{HitKind.ENTRY.value}{entry.id}",
            revision=revision,
            owner=owner(entry.compound_id),
            lang=entry.lang,
            slug=entry.slug,
            title=entry.title,
            asks=entry.asks,
            body="\n".join((entry.body, entry.category, entry.who, entry.place, entry.papers)),
            gone=gone,
        )
    for question, revision in fresh.questions:
        whose = owner(question.compound_id) if question.shared else owner(person_id=question.asker_id)
        yield Document(
            ref=f"{HitKind.ANSWERED.value}{question.id}",
            revision=revision,
            owner=whose,
            lang=CHINESE if is_chinese(question.text) else ENGLISH,
            title=question.text,
            body=question.answer or "",
            gone=not is_findable(question),
        )
