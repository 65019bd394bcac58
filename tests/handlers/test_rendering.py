"""Whatever people are called and write, a message is whole, fits, and says only what they said."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.markup import parse_html
from domain.cases.rules import ASIDE
from domain.cases.table import OPEN, Action, State
from domain.kernel.words import person
from handlers.ports import Shown
from handlers.presses import parse
from handlers.rendering import VIEWS, Renderer
from handlers.sizes import CAPTION, TEXT, TOAST, units
from handlers.texts import MissingText, Texts, load
from tests.handlers.sheets import Clock, Sheets, erased, sheets, wanted

LOCALES = load().locales
HOSTILE = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        [
            "<b>bold",
            "</blockquote><a href='https://evil.example'>x</a>",
            "&lt;&amp;&#60;",
            "*_[x](y)`~|",
            "\u202e\u2066moc.live\u2069",
            "\u200b\u200d\ufeff",
            "👨\u200d👩\u200d👧" * 300,
            "😀" * 4096,
            "é\u0301\u0302" * 2000,
            "字" * 4096,
            "\n" * 500,
            "&" * 4096,
            "<" * 4096,
            "\0\0290\0{ $x } { -x }",
            "none",
            "some",
            "\ud83d lone",
            "@everyone /report #12 https://evil.example",
        ]
    ),
)


SECRET = "internal-only"


def secretive(known: Sheets) -> Sheets:
    """The same with words that are for workers alone."""
    lines = tuple(replace(line, text=SECRET) if line.kind in ASIDE else line for line in known.case.lines)
    return replace(known, case=replace(known.case, lines=lines))


def drawn(key: str, reader: Sheets, locale: str = "zh-CN", **params: object) -> Shown | None:
    return Renderer(load(), Clock()).render(wanted(key, locale, **params), reader)


def render(key: str, reader: Sheets, locale: str = "zh-CN", **params: object) -> Shown:
    shown = drawn(key, reader, locale, **params)
    assert shown is not None
    return shown


def check(shown: Shown) -> tuple[str, list[str]]:
    """What stands in the chat, and which entities; raises where the platform's parser would refuse."""
    text, entities = parse_html(shown.html)
    text.encode()
    assert 0 < units(text) <= (CAPTION if shown.attachments else TEXT)
    assert not re.search("[\0\u202a-\u202e\u2066-\u2069]", text)
    assert len(entities) <= 100
    for row in shown.buttons:
        assert 0 < len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert (button.url is None) != (parse(button.data) is None)
    return text, sorted(entity["type"] for entity in entities)


ABOUT_NO_ROW = {
    "case-words-wanted",
    "case-reopen-why",
    "case-decided",
    "case-passed-on",
    "case-which",
    "card:menu",
    "card:home",
    "card:day",
}
"""What services tell without a case that it is about, or where words are waited for already."""

NOTHING_TO_DO = {
    "welcome",
    "hello",
    "language-set",
    "card:job",
    "card:rooms",
    "ledger-ready",
    "case-decided",
    "case-rung-captain",
    "group-lost",
    "leave-noted",
    "leave-over",
    "matters-live",
    "matters-reading",
    "matters-sheet",
    "numbers-excluded",
    "numbers-promised",
    "numbers-sheet",
    "numbers-switched",
    "numbers-weekly",
    "numbers:picture",
    "recused-noted",
    "task-noted",
    "task-returned",
    "task-waits",
}
"""Receipts, files, and what only lets somebody know: nothing is left to tap."""


@pytest.mark.parametrize("key", sorted(VIEWS))
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_hostile_words_neither_break_nor_forge_a_message(key: str, data: st.DataObject) -> None:
    name, words, title = data.draw(HOSTILE), data.draw(HOSTILE), data.draw(HOSTILE)
    state, locale = data.draw(st.sampled_from(State)), data.draw(st.sampled_from(LOCALES))
    for private in (True, False):
        hostile = drawn(key, sheets(name, words, title, state), locale, private=private)
        plain = drawn(key, sheets(state=state), locale, private=private)
        assert (hostile is None) == (plain is None)
        if hostile is None or plain is None:
            continue
        (_, found), (_, expected) = check(hostile), check(plain)
        assert [kind for kind in found if kind != "blockquote"] == [
            kind for kind in expected if kind != "blockquote"
        ]
        assert found.count("blockquote") <= expected.count("blockquote")


@pytest.mark.parametrize("part", ["bodies", "buildings", "categories"])
def test_a_board_of_forty_of_each_fits_and_says_that_there_are_more(part: str) -> None:
    known = replace(sheets("n" * 64, "w" * 256), many=40)
    shown = drawn("numbers:board", known, shows=part)
    assert shown is not None
    text, _ = check(shown)
    assert "还有" in text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("key", sorted(VIEWS))
def test_what_is_erased_leaves_no_hole(key: str, locale: str) -> None:
    shown = Renderer(load(), Clock()).render(wanted(key, locale), erased(sheets()))
    assert shown is not None
    text, _ = check(shown)
    assert "None" not in text
    assert "王师傅" not in text


@pytest.mark.parametrize("key", sorted(key for key in VIEWS if key.startswith(("case-", "card:", "call-"))))
def test_nothing_is_said_of_what_is_gone(key: str) -> None:
    shown = Renderer(load(), Clock()).render(wanted(key, about=1), sheets())
    assert shown is None or key in ABOUT_NO_ROW


@pytest.mark.parametrize("key", sorted(VIEWS))
def test_a_message_that_matters_carries_a_button(key: str) -> None:
    shown = render(key, sheets())
    assert shown.buttons or key in NOTHING_TO_DO


@pytest.mark.parametrize("words", ["字" * 4096, "😀" * 2048, "a&b<c>" * 680])
def test_all_of_the_words_can_be_read_page_by_page(words: str) -> None:
    reader = sheets(words=words)
    read, page = "", 0
    while True:
        shown = render("case-words", reader, page=page)
        text, _ = check(shown)
        read += text.split("\n", 1)[1].rsplit("\n", 1)[0]
        presses = [parse(button.data) for row in shown.buttons for button in row]
        following = [press for press in presses if press is not None and press.verb == "words"]
        if not following:
            break
        page = int(following[0].extra or "")
    assert (
        read.count(words) == 3 + len(Action) + 2
    )  # the report in three parts, every step, what stays inside


@pytest.mark.parametrize("key", ["case-words", "case-shown", "case-media", "case-shared", "my-cases"])
@pytest.mark.parametrize("more", [{"viewer": 1, "worker": True}, {"viewer": 2, "worker": False}])
def test_what_stays_inside_is_shown_to_no_reporter(key: str, more: dict[str, int]) -> None:
    shown = render(key, secretive(sheets()), **more)
    assert SECRET not in shown.html


@pytest.mark.parametrize("key", ["case-words", "case-shown", "card:case"])
def test_what_stays_inside_is_shown_to_workers(key: str) -> None:
    assert SECRET in render(key, secretive(sheets()), viewer=2, worker=True).html


def test_a_report_that_does_not_fit_says_so_and_offers_the_rest() -> None:
    short, long = render("card:case", sheets(words="坏了")), render("card:case", sheets(words="坏" * 701))
    assert "…" not in short.html
    assert "…" in long.html
    assert not [b for row in short.buttons for b in row if b.text == "全文"]
    assert [b for row in long.buttons for b in row if b.text == "全文"]


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        (State.FILED, ["我来接", "更多"]),
        (State.TAKEN, ["回话", "办完了", "更多"]),
        (State.FINISHED, []),
        (State.CONFIRMED, []),
        (State.WITHDRAWN, []),
    ],
)
def test_a_workers_card_offers_the_next_step_only(state: State, labels: list[str]) -> None:
    streams = ["小事 ✓", "大事", "私事"] if state in OPEN else []
    ready = ["常用回复"] if state is State.TAKEN else []
    shown = render("card:case", sheets(state=state))
    assert [button.text for row in shown.buttons for button in row] == [
        *labels,
        "看图（3）",
        *streams,
        *ready,
    ]


def test_a_repeat_is_recognised_and_a_first_is_not_marked() -> None:
    again = wanted("cancelled")
    renderer = Renderer(load(), Clock())
    assert "R-1099511627776" in render("cancelled", sheets()).html
    once = type(again)(**{name: getattr(again, name) for name in again.__slots__ if name != "repeat"})
    first = renderer.render(once, sheets())
    assert first is not None
    assert "R-" not in first.html


def test_an_unknown_key_is_loud() -> None:
    with pytest.raises(MissingText):
        Renderer(load(), Clock()).render(wanted("no-such-key"), sheets())


@settings(max_examples=60, deadline=None)
@given(name=HOSTILE)
def test_a_toast_is_plain_and_short(name: str) -> None:
    params = {"state": "taken", "action": "take", "mine": 0, "reporter": 0, "number": 1, "handler": person(1)}
    for locale in LOCALES:
        toast = Renderer(load(), Clock()).toast("error-case-step", params, locale, sheets(name))
        assert 0 < units(toast) <= TOAST
        toast.encode()


@given(st.text(max_size=80))
def test_a_string_is_escaped_once_and_comes_back_as_it_was(words: str) -> None:
    texts = Texts({"en": ["echo = { $words }"]})
    said = texts.html("en", "echo", {"words": words})
    assert html.unescape(said) == words
    assert texts.plain("en", "echo", {"words": words}) == words


def test_a_missing_variable_or_key_is_loud_and_numbers_are_not_grouped() -> None:
    texts = Texts({"en": ["echo = { $words }"]})
    with pytest.raises(MissingText):
        texts.html("en", "echo", {})
    with pytest.raises(MissingText):
        texts.html("en", "ehco", {"words": ""})
    assert texts.html("en", "echo", {"words": 1234567}) == "1234567"


def test_words_that_look_like_a_choice_choose_nothing() -> None:
    shown = render("case-filed", sheets(name="none"), look=None)
    assert "none来看" in shown.html
