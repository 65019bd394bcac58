"""Guide files: what is written comes back, and what is wrong is named by file, line and mend."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide_files import BadGuide, entry_of, read, told, values_of, warnings
from knowledge.guide import frontmatter, sheet
from knowledge.guide.fields import KEYS

GOOD = """---
id: a-b
title: 标题
ask: 一 | 二
source: 公示栏
checked: 2026-01-02
review: 2027-01-02
lang: zh-CN
---
答案。

1. 步骤
"""
LINE = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
VALUES = st.dictionaries(st.sampled_from(KEYS), LINE.filter(bool)).flatmap(
    lambda head: st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60).map(
        lambda body: {**head, "body": body}
    )
)


@given(VALUES)
def test_what_is_written_is_read_again(values: dict[str, str]) -> None:
    one, wrong = frontmatter.read("a.md", frontmatter.write(values))
    assert one is not None
    assert (dict(one.values), wrong) == (values, ())


@given(st.lists(VALUES, max_size=4))
def test_a_sheet_is_read_again_too(rows: list[dict[str, str]]) -> None:
    found, wrong = sheet.read("a.csv", sheet.write(rows))
    assert ([dict(one.values) for one in found], wrong) == (rows, ())


@given(st.text(max_size=300))
def test_no_file_breaks_the_reading(text: str) -> None:
    frontmatter.read("a.md", text)
    sheet.read("a.csv", text)


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, "utf-8", newline="")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("没有开头", "a.md:1: the file must begin with a line of three hyphens"),
        ("", "a.md:1: the file must begin with a line of three hyphens"),
        ("---\nid: a\ntitle: t\n", "a.md:1: the front matter is never closed"),
        (GOOD.replace("source: 公示栏\n", ""), "a.md:2: source is missing"),
        (GOOD.replace("checked: 2026-01-02\n", ""), "a.md:2: checked is missing"),
        (GOOD.replace("2026-01-02", "2026-13-02"), "a.md:6: checked is no date: write it as 2026-10-01"),
        (GOOD.replace("2026-01-02", "1月2日"), "a.md:6: checked is no date"),
        (GOOD.replace("2027", "2025"), "a.md:7: review lies before checked"),
        (GOOD.replace("lang: zh-CN", "lang: fr"), "a.md:8: lang 'fr': write zh-CN or en"),
        (GOOD.replace("source:", "sourse:"), "a.md:5: 'sourse' is no key of an entry"),
        (GOOD.replace("source: 公示栏", "公示栏"), "a.md:5: '公示栏' has no colon"),
        (GOOD.replace("title: 标题", "title: 标题\ntitle: 又一个"), "a.md:4: title stands twice"),
        (GOOD.replace("id: a-b", "id: A B"), "a.md:2: id 'A B': use small letters"),
        (GOOD.split("答案")[0], "a.md:10: there is no answer below the front matter"),
        (GOOD.replace("答案", "长" * 2001), "a.md:10: body is too long for a message"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_a_mend(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadGuide) as refused:
        read(folder(tmp_path, a_md=text))
    assert any(told(one).startswith(said) for one in refused.value.problems), list(
        map(told, refused.value.problems)
    )


def test_what_two_entries_claim_is_named_with_the_other_place(tmp_path: Path) -> None:
    with pytest.raises(BadGuide) as refused:
        read(folder(tmp_path, a_md=GOOD, b_md=GOOD))
    assert [told(one)[:60] for one in refused.value.problems] == [
        "b.md:2: the same id and language stand at a.md:2: give one o",
        "b.md:3: the same title stands at a.md:3: people could not te",
    ]


def test_what_is_only_worth_a_look(tmp_path: Path) -> None:
    other = GOOD.replace("a-b", "c").replace("标题", "另一个")
    found = warnings(read(folder(tmp_path, a_md=GOOD, b_md=other)), date(2027, 1, 3))
    assert [(one.file, one.line, one.what) for one in found] == [
        ("a.md", 7, "stale"),
        ("b.md", 4, "shared-ask"),
        ("b.md", 4, "shared-ask"),
        ("b.md", 7, "stale"),
    ]


def test_a_bad_sheet_is_named_by_line(tmp_path: Path) -> None:
    text = (
        'id,title,source,checked,body\na,一,公示栏,2026-01-02,"答\n案"\nb,二,,2026-01-02,答\nc,三,公示栏,答\n'
    )
    with pytest.raises(BadGuide) as refused:
        read(folder(tmp_path, a_csv=text))
    assert [(one.line, one.what) for one in refused.value.problems] == [(5, "columns"), (4, "missing")]
    (tmp_path / "a.csv").write_text("id,titel\n", "utf-8")
    with pytest.raises(BadGuide):
        read(tmp_path / "a.csv")


def test_what_is_no_text_or_no_guide_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadGuide) as refused:
        read(tmp_path)
    assert refused.value.problems[0].what == "none"
    (tmp_path / "a.md").write_bytes(b"---\nid: \xff\xfe\n---\n")
    with pytest.raises(BadGuide) as refused:
        read(tmp_path)
    assert [one.what for one in refused.value.problems] == ["no-text"]


def test_an_entry_goes_out_as_it_came_in(tmp_path: Path) -> None:
    (one,) = read(folder(tmp_path, a_md=GOOD))
    entry = entry_of(one)
    assert (entry.short, entry.more, entry.asks) == ("答案。", "1. 步骤", ("一", "二"))
    written = frontmatter.write(values_of(entry))
    assert entry_of(read(folder(tmp_path, a_md=written))[0]) == entry
