"""The documents say what is so."""

import re
from pathlib import Path

import pytest

from tests.shape.drawing import PAGE, drawn

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
NAMED = re.compile(r"`((?:bot|handlers|storage|domain|knowledge|tests|benchmarks|docs)/[\w./-]+)`")
LINKED = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_the_architecture_page_draws_the_real_state_machine() -> None:
    page = PAGE.read_text("utf-8")
    assert drawn(page) == page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    named = [ROOT / name for name in NAMED.findall(text)]
    linked = [page.parent / name for name in LINKED.findall(text)]
    missing = [str(path.relative_to(ROOT)) for path in named + linked if not path.exists()]
    assert missing == []


def test_decisions_are_dated_pages() -> None:
    pages = list((ROOT / "docs" / "decisions").glob("*.md"))
    assert pages
    for page in pages:
        assert re.match(r"\d{4}-\d{2}-\d{2}-", page.name)
        assert page.read_text("utf-8").startswith(f"# {page.name[:10]}: ")
