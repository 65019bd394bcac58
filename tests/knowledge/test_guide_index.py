"""The guide's index: what is found, what never is, and that no words break it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guide_files import read
from knowledge.guide.index import Index, Outcome, Scope
from knowledge.guide.normalise import LONGEST, normal
from knowledge.guide.shelf import Document

NOW = datetime(2026, 3, 2, tzinfo=UTC)
DATA = Path(__file__).parents[1] / "data"
SEED = Path(__file__).parents[2] / "bot" / "seed" / "guide"
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
TITLES = st.lists(
    st.text("垃圾沙发停车收费证明电梯装修宠物abc", min_size=3, max_size=9),
    min_size=1,
    max_size=12,
    unique=True,
)


def index(*documents: Document) -> Index:
    made = Index()
    made.apply(documents)
    return made


ANYBODY = Scope()


def refs(made: Index, query: str, scope: Scope = ANYBODY) -> list[str]:
    return [hit.document.ref for hit in made.search(query, scope, NOW).hits]


def small_guide() -> Index:
    """The entries that the scenes use."""
    entries = read(DATA / "guide")
    return index(
        *(
            Document(
                f"{one['id']}.{one.lang}", at, "", one.lang, one["id"], one["title"], one.asks, one["body"]
            )
            for at, one in enumerate(entries, 1)
        )
    )


def test_the_demos_guide_is_found_by_its_own_questions() -> None:
    entries = read(SEED)
    made = index(
        *(
            Document(
                f"{at}", at, "", one.lang, f"{one['id']}.{one.lang}", one["title"], one.asks, one["body"]
            )
            for at, one in enumerate(entries, 1)
        )
    )
    assert len([one for one in entries if one.lang == "zh-CN"]) >= 60
    missed = [
        words
        for one in entries
        for words in (one["title"], *one.asks)
        if (hits := made.search(words, Scope(lang=one.lang), NOW).hits) == ()
        or f"{one['id']}.{one.lang}" not in [hit.document.slug for hit in hits[:2]]
    ]
    assert missed == []


GOLDEN = [json.loads(line) for line in (DATA / "guide_questions.jsonl").read_text("utf-8").splitlines()]
"""Questions by the index's own builder: they show that it works, not how well; strangers measure that."""


@pytest.mark.parametrize("asked", GOLDEN, ids=lambda asked: str(asked["query"]))
def test_a_golden_question_comes_to_what_it_should(asked: dict[str, str]) -> None:
    found = small_guide().search(asked["query"], Scope(lang=asked.get("lang", "zh-CN")), NOW)
    assert found.outcome.value in asked["outcome"].split("|")
    if asked.get("gold"):
        assert asked["gold"] in [hit.document.slug for hit in found.hits[:3]]


@given(st.text(st.characters(), max_size=400))
def test_no_words_break_a_search(words: str) -> None:
    found = small_guide().search(words, Scope(("c1",)), NOW)
    assert all(0 <= hit.score <= 1 for hit in found.hits)
    assert bool(found.hits) == (found.outcome in (Outcome.ANSWER, Outcome.SUGGEST))


@given(TITLES)
def test_a_title_finds_its_own_entry_first(titles: list[str]) -> None:
    known = [title for title in titles if normal(title)]
    made = index(*(Document(str(at), at, title=title) for at, title in enumerate(known, 1)))
    for at, title in enumerate(known, 1):
        found = made.search(title, Scope(), NOW)
        assert (found.hits[0].document.ref, found.hits[0].score) == (str(at), 1)


@given(TITLES, st.data())
def test_what_was_taken_away_is_never_found(titles: list[str], data: st.DataObject) -> None:
    made = index(*(Document(str(at), at, title=title) for at, title in enumerate(titles, 1)))
    gone = data.draw(st.sets(st.sampled_from(range(1, len(titles) + 1))))
    made.apply(Document(str(at), 100 + at, gone=True) for at in gone)
    for title in titles:
        assert not set(refs(made, title)) & {str(at) for at in gone}


@given(TITLES, st.data())
def test_another_compounds_entry_is_neither_found_nor_counted(titles: list[str], data: st.DataObject) -> None:
    owners = data.draw(
        st.lists(st.sampled_from(["", "c1", "c2"]), min_size=len(titles), max_size=len(titles))
    )
    every = [
        Document(str(at), at, owner, title=title)
        for at, (title, owner) in enumerate(zip(titles, owners, strict=True), 1)
    ]
    all_of_them, ours = index(*every), index(*(one for one in every if one.owner != "c2"))
    for title in titles:
        mine = all_of_them.search(title, Scope(("c1",)), NOW)
        assert "c2" not in [hit.document.owner for hit in mine.hits]
        assert mine == ours.search(title, Scope(("c1",)), NOW)


@given(TITLES, st.randoms(use_true_random=False))
def test_changes_come_in_any_order_and_twice(titles: list[str], chance: object) -> None:
    changes = [Document(str(at % 3), at, title=title, gone=at % 4 == 0) for at, title in enumerate(titles, 1)]
    shuffled = changes * 2
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    straight, mixed = index(*changes), index(*shuffled)
    assert straight.revision == mixed.revision
    for title in titles:
        assert straight.search(title, Scope(), NOW) == mixed.search(title, Scope(), NOW)


def test_a_changed_entry_is_found_by_its_new_words_and_not_by_its_old() -> None:
    made = index(Document("1", 1, title="宠物登记"), Document("2", 2, title="装修备案"))
    made.apply([Document("1", 3, title="游泳池开放")])
    assert refs(made, "游泳池几点") == ["1"]
    assert refs(made, "宠物登记") == []


def test_a_move_to_another_language_leaves_nothing_behind() -> None:
    made = index(Document("1", 1, lang="en", slug="a", title="swimming pool"))
    made.apply([Document("1", 2, lang="zh-CN", slug="a", title="游泳池")])
    assert refs(made, "swimming pool", Scope(lang="en")) == []
    assert refs(made, "游泳池", Scope(lang="en")) == ["1"]


def test_the_askers_language_is_answered_whatever_they_wrote() -> None:
    made = small_guide()
    assert refs(made, "大件垃圾怎么扔", Scope(lang="en"))[0] == "bulky-waste.en"
    assert refs(made, "old sofa", Scope(lang="zh-CN"))[0] == "bulky-waste.zh-CN"
    assert refs(made, "居住证怎么办", Scope(lang="en"))[0] == "residence-permit.zh-CN"


def test_only_the_head_of_a_long_message_is_read() -> None:
    made = index(Document("1", 1, title="大件垃圾"))
    assert refs(made, "大件垃圾" + "无" * LONGEST) == refs(made, "大件垃圾" + "无" * (LONGEST - 4))
    assert refs(made, "无" * LONGEST + "大件垃圾") == []


def test_entries_that_are_alike_are_listed_and_none_is_picked() -> None:
    made = index(Document("1", 1, title="访客停车"), Document("2", 2, title="月租停车"))
    found = made.search("停车", Scope(), NOW)
    assert found.outcome is Outcome.SUGGEST
    assert len(found.hits) == 2


@given(st.text(max_size=60))
def test_a_normal_text_stays_as_it_is(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def test_a_question_in_a_long_spoken_sentence_is_offered_not_taken_for_granted() -> None:
    index = Index()
    index.apply([Document("e1", 1, title="敬老卡怎么办", asks=("老年卡怎么办",), body="带身份证。")])
    found = index.search("我想问问那个老年卡怎么办呀我今年都六十六了要带什么东西去哪里办啊", Scope(), NOW)
    assert [hit.document.ref for hit in found.hits] == ["e1"]
    assert found.outcome is Outcome.SUGGEST
