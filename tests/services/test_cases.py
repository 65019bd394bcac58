"""What reporting and each step of a case leave behind: rows told, planned, kept and audited."""

import json
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from domain.cases.climbing import climb
from domain.cases.intake import ALBUM_WAIT, CONTINUING, SPLIT_AT, SPLIT_WAIT, continued, report
from domain.cases.rules import Draft, EmptyReport, EmptyWords, IllegalTransition, Media, MediaKind
from domain.cases.service import WORDS_WANTED, ById, ByNumber, Latest, act, ask_words, look
from domain.cases.table import Action
from domain.kernel.due import Due
from domain.kernel.errors import NotFound
from storage.tables import audit, cards, cases, dialogues, due, entries, grants, media, places
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
PHOTO = Media(MediaKind.PHOTO, "file-1", 1000)


def say(desk: Desk, who: str, service: Any, *args: Any) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args)
    if said.refused is not None:
        raise said.refused
    return said.answer


def draft(desk: Desk, text: str = "the lift", **more: Any) -> Draft:
    return Draft(text, message_id=1, said_at=desk.clock.now(), **more)


def filed(desk: Desk, text: str = "the lift", **more: Any) -> Any:
    case = say(desk, "an", report, draft(desk, text, **more))
    desk.fresh_outbox()
    return case


def taken(desk: Desk) -> Any:
    case = say(desk, "wang", act, ById(filed(desk).id), Action.TAKE)
    desk.fresh_outbox()
    return case


def params(row: Any) -> dict[str, Any]:
    return dict(json.loads(row.params))


def test_a_report_is_kept_and_told_to_both_sides(desk: Desk) -> None:
    case = say(desk, "an", report, draft(desk))
    card, receipt = desk.fresh_outbox()
    wang, an = desk.people["wang"], desk.people["an"]
    assert (case.number, case.state, case.reporter_id, case.assignee_id) == (1, "filed", an, wang)
    assert (case.place_id, case.filed_at, case.provisional) == (desk.compound, desk.clock.now(), False)
    assert (card.key, card.destination) == ("card", f"workers:{desk.compound}")
    assert (receipt.key, receipt.destination, receipt.about) == ("case-filed", f"person:{an}", case.id)
    told = params(receipt)
    assert (told["number"], told["who"], told["body"]) == (1, {"@r": ["person", wang]}, case.body_id)
    assert datetime.fromisoformat(told["due"]["@t"]) == case.due_at
    assert card.not_before == receipt.not_before == desk.clock.now()


def test_a_report_plans_its_two_reminders(desk: Desk) -> None:
    case = filed(desk)
    rows = {row.kind: row for row in desk.rows(select(due))}
    assert rows["case.over"].at == case.due_at
    assert rows["case.soon"].at == case.due_at - timedelta(hours=2)
    assert rows["case.over"].occurrence == f"case.over:{case.id}:0"
    assert (rows["case.over"].local, rows["case.over"].zone) == ("2026-11-23T18:00", "Asia/Shanghai")
    assert rows["case.soon"].subject_id == case.id


def test_a_report_is_audited_by_pseudonym(desk: Desk) -> None:
    case = filed(desk)
    (row,) = desk.rows(select(audit))
    assert (row.action, row.subject, row.subject_id, row.compound_id) == (
        "case.report",
        "case",
        case.id,
        desk.compound,
    )
    assert row.who not in ("", "clock", "an", str(desk.people["an"]))


def test_a_report_in_the_group_is_answered_beside_it(desk: Desk) -> None:
    desk.say(next(NUMBERS), "an", report, draft(desk), group=True)
    receipt = desk.fresh_outbox()[-1]
    assert receipt.destination == f"person:{desk.people['an']}@{GROUP}"


def test_where_nobody_works_the_body_looks(desk: Desk) -> None:
    desk.write(lambda connection: connection.execute(update(places).values(duty_person_id=None)))
    desk.write(lambda connection: connection.execute(delete(grants).where(grants.c.role == "worker")))
    case = say(desk, "an", report, draft(desk))
    assert case.assignee_id is None
    assert params(desk.fresh_outbox()[-1])["who"] is None


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_said_and_nothing_shown_is_no_report(desk: Desk, text: str) -> None:
    with pytest.raises(EmptyReport):
        say(desk, "an", report, draft(desk, text))
    assert desk.rows(select(cases)) == []


def test_a_picture_alone_is_a_report(desk: Desk) -> None:
    case = filed(desk, "", media=(PHOTO,))
    (row,) = desk.rows(select(media))
    assert (row.case_id, row.kind, row.size, row.state) == (case.id, "photo", 1000, "wanted")


def test_an_album_is_one_case_and_waits_for_its_parts(desk: Desk) -> None:
    first = say(desk, "an", report, draft(desk, "the lift", media=(PHOTO,), album="a"))
    told = desk.fresh_outbox()
    assert {row.not_before for row in told} == {desk.clock.now() + ALBUM_WAIT}
    later = say(desk, "an", report, draft(desk, "", media=(PHOTO,), album="a"))
    worded = say(desk, "an", report, draft(desk, "the second one", media=(PHOTO,), album="a"))
    assert first.id == later.id == worded.id
    assert desk.fresh_outbox() == []
    assert len(desk.rows(select(media))) == 3
    assert [row.kind for row in desk.rows(select(entries).order_by(entries.c.id))] == ["report", "continued"]
    (card,) = desk.rows(select(cards))
    assert card.version == 3


def test_the_same_album_name_of_somebody_else_is_another_case(desk: Desk) -> None:
    first = filed(desk, media=(PHOTO,), album="a")
    second = say(desk, "bo", report, draft(desk, media=(PHOTO,), album="a"))
    assert first.id != second.id


def test_a_text_at_the_limit_waits_for_its_next_part(desk: Desk) -> None:
    case = filed(desk, "长" * SPLIT_AT)
    (waiting,) = desk.rows(select(dialogues))
    assert (waiting.state, json.loads(waiting.data)) == (CONTINUING, {"case": case.id})
    assert waiting.until == desk.clock.now() + SPLIT_WAIT
    say(desk, "an", continued, case.id, draft(desk, "😀" * (SPLIT_AT // 2)))
    assert len(desk.rows(select(dialogues))) == 1
    say(desk, "an", continued, case.id, draft(desk, "the end"))
    assert desk.rows(select(dialogues)) == []
    kinds = [row.kind for row in desk.rows(select(entries).order_by(entries.c.id))]
    assert kinds == ["report", "continued", "continued"]
    assert desk.fresh_outbox() == []
    (card,) = desk.rows(select(cards))
    assert card.version == 3


def test_a_shorter_text_waits_for_nothing(desk: Desk) -> None:
    filed(desk, "长" * (SPLIT_AT - 1))
    assert desk.rows(select(dialogues)) == []


def test_words_go_to_the_other_side_by_reference(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", act, ById(case.id), Action.REPLY, "at three")
    (row,) = desk.fresh_outbox()
    assert row.about == case.id
    said = desk.rows(select(entries).where(entries.c.action == "reply"))
    assert row.destination == f"person:{desk.people['an']}@{case.origin_chat_id}"
    assert params(row)["words"] == {"@r": ["entry", said[0].id]}
    assert params(row)["who"] == {"@r": ["person", desk.people["wang"]]}
    assert params(row)["number"] == case.number
    assert datetime.fromisoformat(params(row)["due"]["@t"]) == case.due_at
    assert (said[0].kind, said[0].case_id, said[0].author_id) == ("step", case.id, desk.people["wang"])


def test_a_step_without_words_keeps_no_entry(desk: Desk) -> None:
    case = filed(desk)
    say(desk, "wang", act, ById(case.id), Action.TAKE, "  ")
    assert len(desk.rows(select(entries))) == 1
    (row,) = desk.fresh_outbox()
    assert params(row)["words"] is None


def test_a_step_refreshes_the_card_and_is_audited(desk: Desk) -> None:
    case = taken(desk)
    (card,) = desk.rows(select(cards))
    assert (card.kind, card.subject_id, card.version) == ("case", case.id, 2)
    rows = desk.rows(select(audit).order_by(audit.c.id))
    assert [(row.action, row.subject) for row in rows] == [("case.report", "case"), ("case.take", "case")]
    assert len({row.who for row in rows} - {"clock"}) == 2


def test_a_step_that_needs_words_changes_nothing_without(desk: Desk) -> None:
    case = taken(desk)
    for action in (Action.REPLY, Action.FINISH):
        with pytest.raises(EmptyWords):
            say(desk, "wang", act, ById(case.id), action, " ")
    (row,) = desk.rows(select(cases))
    assert row.state == "taken"


def test_finishing_stops_both_clocks_and_reopening_starts_them_anew(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    clocks = select(due.c.state).where(due.c.kind.in_(("case.soon", "case.over")))
    assert {row.state for row in desk.rows(clocks)} == {"cancelled"}
    desk.clock.at += timedelta(days=1)
    again = say(desk, "an", act, ById(case.id), Action.REOPEN)
    assert again.due_at == case.due_at + timedelta(days=1)
    opened = {row.occurrence: row.at for row in desk.rows(select(due).where(due.c.state == "open"))}
    assert opened == {
        f"case.soon:{case.id}:1": again.due_at - timedelta(hours=2),
        f"case.over:{case.id}:1": again.due_at,
        f"case.rung:{case.id}:1:lead": again.due_at + timedelta(hours=17),
        f"case.rung:{case.id}:1:committee": again.due_at + timedelta(hours=23),
        f"case.rung:{case.id}:1:street": again.due_at + timedelta(hours=69),
    }
    (kept,) = desk.rows(select(cases))
    assert (kept.due_at, kept.round) == (again.due_at, 1)


def test_a_case_is_found_by_id_by_number_and_as_the_latest(desk: Desk) -> None:
    first, second = filed(desk), filed(desk)
    assert say(desk, "an", look, ById(first.id)).id == first.id
    assert say(desk, "wang", look, ByNumber(second.number)).id == second.id
    assert say(desk, "an", look, Latest()).id == second.id
    say(desk, "an", act, ById(second.id), Action.WITHDRAW)
    assert say(desk, "an", look, Latest()).id == first.id


@pytest.mark.parametrize("who", ["bo", "stranger"])
def test_neither_a_neighbour_nor_a_worker_of_elsewhere_finds_it(desk: Desk, who: str) -> None:
    case = filed(desk)
    for which in (ById(case.id), ByNumber(case.number), Latest()):
        with pytest.raises(NotFound):
            say(desk, who, look, which)


def test_asking_for_words_opens_a_dialogue_and_the_step_closes_it(desk: Desk) -> None:
    case = taken(desk)
    assert say(desk, "wang", ask_words, ById(case.id), Action.FINISH).id == case.id
    (waiting,) = desk.rows(select(dialogues))
    asked = {"case": case.id, "number": case.number, "action": "finish"}
    assert (waiting.state, json.loads(waiting.data)) == (WORDS_WANTED, asked)
    assert waiting.until == desk.clock.now() + timedelta(minutes=30)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    assert desk.rows(select(dialogues)) == []


def test_words_are_not_asked_for_a_step_that_is_closed(desk: Desk) -> None:
    case = filed(desk)
    with pytest.raises(IllegalTransition):
        say(desk, "li", ask_words, ById(case.id), Action.FINISH)
    assert desk.rows(select(dialogues)) == []


@pytest.mark.parametrize(("kind", "key"), [("case.soon", "case-due-soon"), ("case.over", "case-overdue")])
def test_a_reminder_goes_to_whoever_has_it(desk: Desk, kind: str, key: str) -> None:
    case = filed(desk)
    say(desk, "li", _remind, case.id, kind, None)
    (row, *told) = desk.fresh_outbox()
    assert [one.key for one in told] == (["case-overdue-told"] if kind == "case.over" else [])
    assert (row.key, row.destination, row.about) == (key, f"workers:{desk.compound}", case.id)
    assert (row.priority, row.dedupe) == (1, f"{kind}:{case.id}:0")
    assert params(row)["reporter"] == {"@r": ["reporter", case.id]}
    assert params(row)["number"] == case.number
    assert datetime.fromisoformat(params(row)["due"]["@t"]) == case.due_at
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.fresh_outbox()
    say(desk, "li", _remind, case.id, kind, None)
    assert desk.fresh_outbox() == []  # the same occurrence is told once, whoever has it now


def test_one_digest_says_all_that_an_outage_missed(desk: Desk) -> None:
    first, second = taken(desk), taken(desk)
    for case in (first, second):
        say(desk, "li", _remind, case.id, "case.over", "sweep")
    row, reporter = desk.fresh_outbox()
    assert (row.key, row.destination, row.priority) == ("duties-late", f"person:{desk.people['wang']}", 1)
    assert (reporter.key, reporter.about) == ("cases-overdue-told", None)
    say(desk, "li", _remind, first.id, "case.over", "another sweep")
    assert desk.fresh_outbox() == []


def test_a_case_out_of_work_or_unknown_is_not_reminded_of(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    desk.fresh_outbox()
    say(desk, "li", _remind, case.id, "case.over", None)
    say(desk, "li", _remind, 12345, "case.over", None)
    assert desk.fresh_outbox() == []


def _remind(tx: Any, _actor: Any, case_id: int, kind: str, digest: str | None) -> None:
    climb(tx, Due(0, kind, case_id, tx.now, f"{kind}:{case_id}:0"), digest)
