"""Guide files: found, read and checked, and every problem said so that it can be mended."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from domain.guide.rules import Entry
from knowledge.guide import frontmatter, lint, sheet
from knowledge.guide.fields import Fields, Problem

LARGEST = 2_000_000
"""Bytes of one guide file; an entry has two or three thousand, a CSV of a thousand about one million."""

MENDS = {
    "missing": "{about} is missing: add the line `{about}: …`",
    "slug": "id {about!r}: use small letters, digits and hyphens only, as in bulky-waste",
    "lang": "lang {about!r}: write zh-CN or en",
    "empty": "there is no answer below the front matter: write it there",
    "long": "{about} is too long for a message: shorten it, or make two entries",
    "date": "{about} is no date: write it as 2026-10-01",
    "order": "review lies before checked: one of the two is wrong",
    "no-front": "the file must begin with a line of three hyphens, then `id: …`",
    "open-front": "the front matter is never closed: add a line of three hyphens before the answer",
    "no-colon": "{about!r} has no colon: write `key: value`",
    "unknown-key": "{about!r} is no key of an entry; known are: id, title, ask, category, who, place, hours, "
    "phone, fee, papers, source, checked, review, lang",
    "twice-key": "{about} stands twice: keep one of them",
    "twice-id": "the same id and language stand at {about}: give one of them another id",
    "twice-title": "the same title stands at {about}: people could not tell them apart, change one",
    "shared-ask": "the same question stands at {about}: leave it with one of them",
    "stale": "its review date, {about}, has passed: check it, then change checked and review",
    "no-head": "the first line must name the columns, each once: id,title,…,body",
    "columns": "this line has {about} columns, the first line another number: are the quotes closed?",
    "no-csv": "this is no readable CSV from here on: are the quotes closed?",
    "no-text": "this is no UTF-8 text: save it as UTF-8",
    "large": "the file is larger than 2 MB: is it a guide?",
    "none": "there is no guide file here: .md files, or one .csv",
}
"""What is wrong, said so that it can be mended."""


class BadGuide(ValueError):
    """The files cannot be taken in; nothing of them was."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


def told(problem: Problem) -> str:
    """One line: where, what, and the mend."""
    return f"{problem.file}:{problem.line}: {MENDS[problem.what].format(about=problem.about)}"


def read(source: Path) -> list[Fields]:
    """The entries of a folder of Markdown files or of one CSV; raises BadGuide with all that is wrong."""
    entries, found = _gathered(source)
    wrong = [*found, *lint.faults(entries)]
    if not entries and not wrong:
        wrong = [Problem(source.name, 1, "none")]
    if wrong:
        raise BadGuide(wrong)
    return entries


def entries_of(source: Path) -> list[Entry]:
    """The same as the guide keeps them, before anybody owns them; raises BadGuide."""
    return [entry_of(one) for one in read(source)]


def warnings(entries: Sequence[Fields], today: date) -> tuple[Problem, ...]:
    """What is no fault, but worth a look."""
    return lint.warnings(entries, today)


def entry_of(one: Fields) -> Entry:
    """The entry behind checked fields; its id and compound come later."""
    checked = one.day("checked")
    assert checked is not None  # lint.faults() has looked
    plain = {
        name: one[name] for name in ("title", "category", "who", "place", "hours", "phone", "fee", "papers")
    }
    return Entry(
        id=0, compound_id=None, slug=one["id"], lang=one.lang, asks=one.asks, body=one["body"],
        source=one["source"], checked=checked, review=one.day("review"), **plain,
    )  # fmt: skip


def values_of(entry: Entry) -> dict[str, str]:
    """The keys of an entry as they are written in a file."""
    texts = {name: str(getattr(entry, name) or "") for name in Entry.__slots__}
    return {**texts, "id": entry.slug, "ask": " | ".join(entry.asks)}


def _gathered(source: Path) -> tuple[list[Fields], list[Problem]]:
    entries, found = list[Fields](), list[Problem]()
    for path in _files(source):
        text = _text(path)
        if isinstance(text, Problem):
            found.append(text)
        elif path.suffix == ".csv":
            rows, wrong = sheet.read(path.name, text)
            entries += rows
            found += wrong
        else:
            one, wrong = frontmatter.read(path.name, text)
            entries += [one] if one is not None else []
            found += wrong
    return entries, found


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
        return
    found = [
        path for path in source.rglob("*") if path.suffix in (".md", ".csv") and path.name != "README.md"
    ]
    yield from sorted(found)


def _text(path: Path) -> str | Problem:
    if path.stat().st_size > LARGEST:
        return Problem(path.name, 1, "large")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return Problem(path.name, 1, "no-text")
