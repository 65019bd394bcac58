"""What a steward does by hand: the audit holds, a backup comes back, an erased person stays erased."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import steward
from storage.tables import audit, entries, outbox
from tests.runtime.rehearsal import Rehearsal


async def test_the_audit_holds_until_somebody_touches_it(talk: Rehearsal) -> None:
    await talk.say("li", "/report 电梯坏了")
    await talk.stop()
    assert await steward.verify(talk.settings) == ()
    await talk.again()
    await talk.bot.store.write(lambda c: c.execute(update(audit).values(action="case.forged")).rowcount)
    assert await steward.verify(talk.settings) != ()


async def test_an_erased_persons_words_cannot_be_opened(talk: Rehearsal) -> None:
    await talk.say("li", "/report 我家漏水")
    row = await talk.bot.store.read(lambda c: c.execute(select(entries)).one())
    await talk.stop()
    assert await steward.erase(talk.settings, talk.people["li"])
    assert not await steward.erase(talk.settings, talk.people["li"])
    await talk.again()
    vault = talk.bot.vault
    opened = await talk.bot.store.read(
        lambda c: vault.open(c, row.author_id, "entries", "words", row.id, row.words)
    )
    assert opened is None


async def test_a_backup_comes_back_and_doubts_what_it_thought_unsent(talk: Rehearsal, tmp_path: Path) -> None:
    await talk.say("li", "/report 电梯坏了")
    await talk.bot.store.write(lambda c: c.execute(update(outbox).values(state="new")).rowcount)
    copy = tmp_path / "copy.db"
    await asyncio.to_thread(steward.backup, talk.settings, copy)
    with pytest.raises(FileExistsError):
        steward.backup(talk.settings, copy)
    await talk.say("li", "/report 之后的事")
    await talk.stop()
    doubted = await asyncio.to_thread(steward.restore, talk.settings, copy)
    assert doubted > 0
    await talk.again()
    numbers = await talk.bot.store.read(lambda c: c.execute(select(entries.c.id)).all())
    assert len(numbers) == 1
