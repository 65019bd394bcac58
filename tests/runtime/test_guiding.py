"""A guide taken in from the command line, and what the running bot knows of it."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select
from typer.testing import CliRunner

from bot.cli import app
from bot.feeds import Library
from bot.guide_files import entries_of
from bot.guiding import plant
from domain.guide import answering, asking
from domain.guide.importing import take_in
from domain.guide.rules import Asked, Entry, Found, Outcome
from domain.kernel.people import Actor
from storage.guide import forget
from storage.open import open_store
from storage.tables import guide_entries, outbox
from storage.tx import SqlTx, transaction
from tests.compound import Compound, stranger

GUIDE = Path(__file__).parents[1] / "data" / "guide"


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LINLI_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def linli(*arguments: str | Path) -> tuple[int, str]:
    said = CliRunner().invoke(app, ["guide", *map(str, arguments)])
    return said.exit_code, said.output


def test_a_guide_goes_in_is_asked_and_comes_out_as_it_was(settled: Path) -> None:
    code, said = linli("import", GUIDE, "--dry-run")
    assert code == 0, said
    assert said.splitlines()[-1] == "5 new, 0 changed, 0 gone, 0 same; nothing was changed"
    assert linli("import", GUIDE)[1].splitlines()[-1] == "5 new, 0 changed, 0 gone, 0 same"
    assert linli("import", GUIDE)[1].splitlines()[-1] == "0 new, 0 changed, 0 gone, 5 same"
    asked = linli("ask", "旧沙发扔哪里")[1].splitlines()
    assert asked[-2:] == ["answer", "1.00 bulky-waste [zh-CN] 大件垃圾怎么扔"]
    assert linli("ask", "能不能养蜜蜂")[1].splitlines()[-1] == "unknown"

    assert linli("export", settled / "out") == (0, f"5 entries written to {settled / 'out'}\n")
    assert linli("export", settled / "out")[0] == 1
    assert {path.name for path in (settled / "out").iterdir()} == {path.name for path in GUIDE.iterdir()}
    assert linli("import", settled / "out", "--replace")[1].splitlines()[-1] == (
        "0 new, 0 changed, 0 gone, 5 same"
    )
    (settled / "out" / "bulky-waste.en.md").unlink()
    assert "gone     bulky-waste [en]" in linli("import", settled / "out", "--replace")[1]


def test_one_bad_file_and_nothing_is_imported(settled: Path) -> None:
    for path in GUIDE.iterdir():
        (settled / path.name).write_bytes(path.read_bytes())
    (settled / "bad.md").write_text("---\nid: bad\ntitle: 坏\n", "utf-8")
    code, said = linli("import", settled)
    assert (code, said.splitlines()) == (
        1,
        ["bad.md:1: the front matter is never closed: add a line of three hyphens before the answer"],
    )
    assert linli("lint", settled)[0] == 1
    assert not (settled / "data").exists()
    code, said = linli("import", GUIDE, "--compound", "没有的小区")
    assert (code, "there is no compound of that name" in said) == (1, True)
    assert linli("ask", "旧沙发扔哪里")[1].splitlines()[-1] == "unknown"


def test_lint_tells_what_is_stale_and_is_content(settled: Path) -> None:
    code, said = linli("lint", GUIDE)
    assert code == 0
    assert "look at residence-permit.md:10: its review date, 2025-06-01, has passed" in said
    assert said.splitlines()[-1] == "5 entries, no fault"


def entry(slug: str, title: str) -> Entry:
    return replace(entries_of(GUIDE)[0], slug=slug, title=title, asks=(), lang="zh-CN")


def test_the_search_is_measured_on_questions_whose_answer_is_known(settled: Path) -> None:
    rows = [{"id": "a", "question": "大件垃圾怎么扔"}, {"id": "b", "question": "居住证怎么办"}]
    asked = [
        {"query": "大件垃圾怎么扔", "gold": "a", "kind": "answerable"},
        {"query": "居住证怎么办", "gold": "a", "kind": "answerable"},
        {"query": "养蜜蜂行吗", "gold": "b", "also": [], "kind": "answerable"},
        {"query": "居住证", "gold": "a", "also": ["b"], "kind": "answerable"},
        {"query": "谢谢", "gold": None, "kind": "oos_chat"},
        {"query": "大件垃圾怎么扔", "gold": None, "kind": "oos_near"},
    ]
    for name, lines in (("kb", rows), ("queries", asked)):
        (settled / name).write_text("\n".join(map(json.dumps, lines)), "utf-8")
    code, said = linli("eval", "--entries", settled / "kb", "--queries", settled / "queries", "--json")
    assert code == 0, said
    found = json.loads(said)
    assert (found["recall_at_1"], found["answered_wrong"], found["not_known"]) == (0.5, 0.25, 0.25)
    assert found["answered_right"] + found["right_in_three"] == 0.5
    assert (found["oos_chat_answered"], found["oos_chat_suggested"], found["oos_near_answered"]) == (0, 0, 1)


async def test_an_edit_of_another_process_is_found_by_the_next_question(seeded: Compound) -> None:
    library = Library(seeded.store, seeded.deps)
    await library.refresh()
    somebody, stranger_ = seeded.actor("zhang"), stranger(99, "-", 99)
    assert (await library.find("大件垃圾怎么扔", somebody)).outcome is Outcome.UNKNOWN

    def publish(tx: SqlTx) -> None:
        plant(tx, seeded.id, entries_of(GUIDE))

    await seeded.store.write(lambda connection: publish(seeded.deps.open(connection)))
    assert (await library.find("大件垃圾怎么扔", somebody)).outcome is Outcome.ANSWER
    group = stranger(98, "-", seeded.residents)
    assert (await library.find("大件垃圾怎么扔", group)).outcome is Outcome.ANSWER  # the group's own guide
    assert (await library.find("大件垃圾怎么扔", stranger_)).outcome is Outcome.ANSWER  # the only compound
    await seeded.store.write(
        lambda c: take_in(seeded.deps.open(c), seeded.id, [entry("a", "新的")], whole=True, dry=False)
    )
    assert (await library.find("大件垃圾怎么扔", somebody)).outcome is Outcome.UNKNOWN


async def test_an_erased_persons_words_leave_the_index_too(seeded: Compound) -> None:
    library, who = Library(seeded.store, seeded.deps), seeded.actor("zhang")

    async def do(service: Any, actor: Actor, *args: Any) -> Any:
        return await seeded.store.write(transaction(seeded.deps, service, actor, *args))

    words = Asked("能不能养蜜蜂", 1, seeded.clock.now())
    question = await do(asking.ask, who, words, Found(Outcome.UNKNOWN))
    await do(answering.hand_on, who, question.id)
    await do(answering.answer, seeded.actor("wang"), question.id, "不能")
    assert (await library.find("能不能养蜜蜂", who)).outcome is Outcome.ANSWER

    def erase(connection: Connection) -> None:
        seeded.deps.vault.erase(connection, seeded.person_ids["zhang"])
        forget(connection, seeded.person_ids["zhang"])

    await seeded.store.write(erase)
    assert (await library.find("能不能养蜜蜂", who)).outcome is Outcome.UNKNOWN
    assert not any(shelf.leaves for shelf in library._index._shelves.values())


async def test_of_two_workers_who_answer_at_once_one_is_heard(seeded: Compound) -> None:
    async def do(service: Any, actor: Actor, *args: Any) -> Any:
        return await seeded.store.write(transaction(seeded.deps, service, actor, *args))

    who = seeded.actor("zhang")
    words = Asked("能不能养蜜蜂", 1, seeded.clock.now())
    question = await do(asking.ask, who, words, Found(Outcome.UNKNOWN))
    await do(answering.hand_on, who, question.id)
    barrier = asyncio.Barrier(8)

    async def answer(number: int) -> Any:
        await barrier.wait()
        return await do(answering.answer, seeded.actor("wang"), question.id, f"答{number}")

    ended = await asyncio.gather(*map(answer, range(8)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in ended) == ["Question"] + ["QuestionOver"] * 7
    heard = await seeded.store.read(
        lambda c: c.execute(select(outbox.c.id).where(outbox.c.key == "guide-answered")).all()
    )
    assert len(heard) == 1


async def test_two_imports_at_once_make_each_entry_once(seeded: Compound) -> None:
    entries = entries_of(GUIDE)
    barrier = asyncio.Barrier(4)

    async def publish() -> None:
        await barrier.wait()
        await seeded.store.write(lambda c: plant(seeded.deps.open(c), None, entries))

    await asyncio.gather(*(publish() for _ in range(4)))
    rows = await seeded.store.read(lambda c: c.execute(select(guide_entries.c.slug)).all())
    assert len(rows) == len(entries)


async def test_a_library_that_reads_while_others_write_misses_nothing(
    seeded: Compound, database: str
) -> None:
    """Revisions commit in their order: what is above the last one seen is all that was not seen."""
    library = Library(seeded.store, seeded.deps)
    other = open_store(database)
    await other.start()
    writing = True

    async def write(store: object, name: str) -> None:
        for at in range(8):
            one = entry(f"{name}-{at}", f"{name} {at}")
            await store.write(  # type: ignore[attr-defined]
                lambda c, one=one: take_in(seeded.deps.open(c), None, [one], whole=False, dry=False)
            )

    async def look() -> None:
        while writing:
            await library.find("沙发", seeded.actor("zhang"))

    looking = asyncio.create_task(look())
    await asyncio.gather(write(seeded.store, "east"), write(other, "west"))
    writing = False
    await looking
    for name in ("east", "west"):
        for at in range(8):
            found = await library.find(f"{name} {at}", seeded.actor("zhang"))
            assert found.hits, (name, at)
    assert len(library._index._places) == 16
    await other.close()
