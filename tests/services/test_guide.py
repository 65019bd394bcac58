"""What asking, answering and importing leave behind, and who may do what."""

import json
from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from domain.flows.question_to_case import report_instead
from domain.guide import answering, asking
from domain.guide.importing import Change, take_in
from domain.guide.rules import (
    AnswerEmpty,
    Asked,
    Entry,
    Found,
    Hit,
    HitKind,
    NothingAsked,
    NotYours,
    OnlyChat,
    Outcome,
    QuestionOver,
)
from domain.kernel.errors import NotFound
from knowledge.calendar import WorkingCalendar
from storage.guide_reads import changes
from storage.tables import audit, cases, due, guide_entries, guide_revisions, places, questions
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
UNKNOWN = Found(Outcome.UNKNOWN)


def say(desk: Desk, who: str, service: Any, *args: Any, group: bool = False) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def asked(desk: Desk, text: str = "能不能养蜜蜂", **more: Any) -> Asked:
    return Asked(text, 77, desk.clock.now(), **more)


def entry(slug: str = "a", **more: Any) -> Entry:
    texts = dict.fromkeys(("category", "who", "place", "hours", "phone", "fee", "papers"), "")
    known = {"lang": "zh-CN", "title": slug, "asks": ("问", "再问"), "body": "答", "source": "公示栏"}
    days = {"checked": date(2026, 1, 2), "review": None}
    return Entry(**{"id": 0, "compound_id": None, "slug": slug, **texts, **known, **days, **more})


def published(desk: Desk, *entries: Entry, compound_id: int | None = None, **how: bool) -> Any:
    options = {"whole": False, "dry": False, **how}
    return desk.write(lambda c: take_in(desk.deps.open(c), compound_id, entries, **options))


def ids(desk: Desk) -> dict[str, int]:
    return {row.slug: row.id for row in desk.rows(select(guide_entries))}


def elsewhere(desk: Desk) -> int:
    (row,) = desk.rows(select(places).where(places.c.name == "Elsewhere"))
    return int(row.id)


def answer_with(desk: Desk, *slugs: str, outcome: Outcome = Outcome.ANSWER) -> Found:
    return Found(outcome, tuple(Hit(HitKind.ENTRY, ids(desk)[slug]) for slug in slugs))


def handed_on(desk: Desk, who: str = "an") -> int:
    question = say(desk, who, asking.ask, asked(desk), UNKNOWN)
    say(desk, who, answering.hand_on, question.id)
    desk.fresh_outbox()
    return int(question.id)


def test_a_question_in_a_group_is_answered_alone_and_its_words_are_sealed(desk: Desk) -> None:
    published(desk, entry())
    question = say(desk, "an", asking.ask, asked(desk), answer_with(desk, "a"), group=True)
    nod, row = desk.fresh_outbox()
    assert (nod.key, nod.destination) == ("act:react", f"chat:{GROUP}>77")
    told = f"person:{desk.people['an']}@{GROUP}"
    assert (row.key, row.destination, row.about) == ("guide-card", told, ids(desk)["a"])
    assert json.loads(row.params) == {"question": question.id, "private": True}
    (kept,) = desk.rows(select(questions))
    assert "蜜蜂".encode() not in kept.words
    assert (kept.state, kept.hits, kept.asker_id) == ("open", f"e{ids(desk)['a']}", desk.people["an"])


@pytest.mark.parametrize(("outcome", "error"), [(Outcome.NOTHING, NothingAsked), (Outcome.CHAT, OnlyChat)])
def test_what_asks_nothing_is_not_kept(desk: Desk, outcome: Outcome, error: type[Exception]) -> None:
    with pytest.raises(error):
        say(desk, "an", asking.ask, asked(desk), Found(outcome))
    assert desk.rows(select(questions)) == []


def test_a_hit_is_only_a_claim(desk: Desk) -> None:
    published(desk, entry("ours"), compound_id=desk.compound)
    published(desk, entry("theirs"), compound_id=elsewhere(desk))
    question = say(desk, "an", asking.ask, asked(desk), answer_with(desk, "theirs"))
    assert (question.outcome, question.hits) == (Outcome.UNKNOWN, ())
    question = say(desk, "an", asking.ask, asked(desk), answer_with(desk, "theirs", "ours"))
    assert (question.outcome, len(question.hits)) == (Outcome.SUGGEST, 1)
    with pytest.raises(NotFound):
        say(desk, "an", asking.steps, ids(desk)["theirs"])
    say(desk, "an", asking.steps, ids(desk)["ours"])


def test_an_entry_taken_away_meanwhile_is_not_offered(desk: Desk) -> None:
    published(desk, entry())
    found = answer_with(desk, "a")
    published(desk, entry("b"), whole=True)
    assert say(desk, "an", asking.ask, asked(desk), found).outcome is Outcome.UNKNOWN


def test_a_long_text_is_suggested_never_answered(desk: Desk) -> None:
    published(desk, entry())
    question = say(desk, "an", asking.ask, asked(desk, "长" * 201), answer_with(desk, "a"))
    assert question.outcome is Outcome.SUGGEST


def test_a_neighbour_touches_nobodys_question(desk: Desk) -> None:
    published(desk, entry())
    question = say(desk, "an", asking.ask, asked(desk), answer_with(desk, "a"))
    for service in (
        asking.not_this,
        asking.useful,
        asking.again,
        asking.meant,
        answering.hand_on,
        answering.withdraw,
        report_instead,
    ):
        with pytest.raises(NotYours):
            say(desk, "bo", service, question.id)
        with pytest.raises(NotFound) as refused:
            say(desk, "stranger", service, question.id)
        assert type(refused.value) is NotFound
    with pytest.raises(NotYours):
        say(desk, "bo", asking.choose, question.id, 0)
    with pytest.raises(NotFound):
        say(desk, "an", asking.choose, question.id, 1)


def test_only_who_may_answer_answers(desk: Desk) -> None:
    question = handed_on(desk)
    for who in ("an", "bo", "captain", "stranger"):
        for service, *args in ((answering.take,), (answering.answer, "不能"), (answering.share,)):
            with pytest.raises(NotFound):
                say(desk, who, service, question, *args)
    say(desk, "li", answering.take, question)
    with pytest.raises(AnswerEmpty):
        say(desk, "li", answering.answer, question, "  ")
    with pytest.raises(AnswerEmpty):
        say(desk, "li", answering.answer, question, "长" * 3001)
    assert say(desk, "li", answering.answer, question, "不能").answered_by == desk.people["li"]


def test_the_first_answer_stands(desk: Desk) -> None:
    question = handed_on(desk)
    say(desk, "wang", answering.answer, question, "不能")
    desk.fresh_outbox()
    with pytest.raises(QuestionOver) as refused:
        say(desk, "li", answering.answer, question, "能")
    assert refused.value.params == {"state": "answered"}
    with pytest.raises(QuestionOver):
        say(desk, "an", answering.withdraw, question)
    assert desk.fresh_outbox() == []
    notes = [row.action for row in desk.rows(select(audit).order_by(audit.c.id))]
    assert notes == ["guide.ask", "guide.answer"]
    (kept,) = desk.rows(select(questions))
    assert "不能".encode() not in kept.answer


def test_an_answer_is_its_askers_until_a_worker_shares_it(desk: Desk) -> None:
    question = handed_on(desk)
    say(desk, "wang", answering.answer, question, "不能")
    found = Found(Outcome.ANSWER, (Hit(HitKind.ANSWERED, question),))
    assert say(desk, "an", asking.ask, asked(desk), found).outcome is Outcome.ANSWER
    assert say(desk, "bo", asking.ask, asked(desk), found).outcome is Outcome.UNKNOWN
    say(desk, "li", answering.share, question)
    assert say(desk, "bo", asking.ask, asked(desk), found).outcome is Outcome.ANSWER
    assert say(desk, "stranger", asking.ask, asked(desk), found).outcome is Outcome.UNKNOWN


def test_an_erased_askers_question_is_found_by_nobody(desk: Desk) -> None:
    question = handed_on(desk)
    say(desk, "wang", answering.answer, question, "不能")
    say(desk, "wang", answering.share, question)
    desk.write(lambda c: desk.deps.vault.erase(c, desk.people["an"]))
    found = Found(Outcome.ANSWER, (Hit(HitKind.ANSWERED, question),))
    assert say(desk, "bo", asking.ask, asked(desk), found).outcome is Outcome.UNKNOWN


def test_a_question_that_became_a_case_keeps_its_words_and_rings_nobody(desk: Desk) -> None:
    question = handed_on(desk)
    case = say(desk, "an", report_instead, question)
    (kept,) = desk.rows(select(cases))
    assert (kept.id, kept.reporter_id) == (case.id, desk.people["an"])
    assert {row.state for row in desk.rows(select(due).where(due.c.kind == answering.REMINDER))} == {
        "cancelled"
    }
    with pytest.raises(QuestionOver):
        say(desk, "an", report_instead, question)


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-11-23T09:00", "2026-11-24T09:00"),  # Monday
        ("2026-11-27T09:00", "2026-11-30T09:00"),  # Friday: over the weekend
        ("2026-09-30T16:00", "2026-10-08T16:00"),  # before the long holiday
    ],
)
def test_a_working_day_later(local: str, expected: str) -> None:
    zone = ZoneInfo("Asia/Shanghai")
    at = datetime.fromisoformat(local).replace(tzinfo=zone)
    later = answering.after_a_working_day(WorkingCalendar(), at, zone.key)
    assert later == datetime.fromisoformat(expected).replace(tzinfo=zone)


def test_importing_tells_what_changes_and_a_dry_run_changes_nothing(desk: Desk) -> None:
    table = published(desk, entry("a"), entry("b"), dry=True)
    assert [line.change for line in table] == [Change.NEW, Change.NEW]
    assert desk.rows(select(guide_entries)) == []
    published(desk, entry("a"), entry("b"), entry("a", lang="en"))
    before = ids(desk)
    table = published(desk, entry("a"), entry("b", body="另答", fee="免费"), entry("c"))
    assert [(line.slug, line.change, line.fields) for line in table] == [
        ("a", Change.SAME, ()),
        ("b", Change.CHANGED, ("body", "fee")),
        ("c", Change.NEW, ()),
    ]
    assert ids(desk)["b"] == before["b"]
    table = published(desk, entry("a"), whole=True)
    assert [(line.slug, line.lang) for line in table if line.change is Change.GONE] == [
        ("b", "zh-CN"),
        ("a", "en"),
        ("c", "zh-CN"),
    ]
    standing = desk.write(lambda c: desk.deps.open(c).guide.published(None))
    assert [(one.slug, one.lang, one.asks) for one in standing] == [("a", "zh-CN", ("问", "再问"))]


def test_every_change_has_a_higher_revision_and_each_is_heard_of(desk: Desk) -> None:
    published(desk, entry("a"), entry("b"))
    first = desk.write(lambda c: changes(c, desk.deps.vault, 0))
    top = max(revision for _, revision, _ in first.entries)
    published(desk, entry("a"), whole=True)
    then = desk.write(lambda c: changes(c, desk.deps.vault, top))
    assert [(one.slug, gone) for one, _, gone in then.entries] == [("b", True)]
    question = handed_on(desk)
    say(desk, "wang", answering.answer, question, "不能")
    (row,) = desk.rows(select(guide_revisions))
    last = desk.write(lambda c: changes(c, desk.deps.vault, then.entries[0][1]))
    assert [(one.id, one.text, one.answer, revision) for one, revision in last.questions] == [
        (question, "能不能养蜜蜂", "不能", row.revision)
    ]


def test_somebody_called_to_private_finds_the_answer_there_for_a_week(desk: Desk) -> None:
    question = handed_on(desk)
    say(desk, "wang", answering.answer, question, "不能")
    desk.fresh_outbox()
    say(desk, "an", asking.resume)
    assert [(row.key, row.about) for row in desk.fresh_outbox()] == [("guide-answered", question)]
    long_ago = desk.clock.now() - asking.RESUME * 2
    desk.write(lambda c: c.execute(update(questions).values(answered_at=long_ago)))
    say(desk, "an", asking.resume)
    say(desk, "bo", asking.resume)
    assert desk.fresh_outbox() == []
