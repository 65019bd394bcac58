"""Steps taken in words, screens and the ledger: what each leaves, and for whom."""

import json
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from domain.cases import ledger, screens, talk
from domain.cases.intake import report
from domain.cases.rules import Draft, EmptyReport, IllegalTransition, Media, MediaKind
from domain.cases.service import WORDS_WAIT, ById, ByNumber, act
from domain.cases.table import Action
from domain.kernel import answers
from domain.kernel.errors import NotAllowed, NotFound
from domain.places import groups
from storage.tables import albums, audit, cards, dialogues, entries, jobs, media
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
PHOTO = Media(MediaKind.PHOTO, "file-1", 1000)


def say(desk: Desk, who: str, service: Any, *args: Any, group: bool = False) -> Any:
    said = desk.say(next(NUMBERS), who, service, *args, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def draft(desk: Desk, text: str = "the lift", **more: Any) -> Draft:
    return Draft(text, message_id=1, said_at=desk.clock.now(), **more)


def taken(desk: Desk) -> Any:
    case = say(desk, "an", report, draft(desk))
    taken = say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.fresh_outbox()
    return taken


def params(row: Any) -> dict[str, Any]:
    return dict(json.loads(row.params))


def ref(desk: Desk, who: str) -> dict[str, Any]:
    return {"@r": ["person", desk.people[who]]}


def told(desk: Desk) -> list[tuple[str, str]]:
    return [(row.key, row.destination) for row in desk.fresh_outbox()]


def test_in_private_asking_to_report_waits_for_nothing(desk: Desk) -> None:
    say(desk, "an", talk.ask_report)
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("report-how", f"person:{desk.people['an']}")
    assert params(row) == {"who": ref(desk, "an"), "user": desk.actor("an").user_id, "private": True}
    assert desk.rows(select(dialogues)) == []


def test_in_a_group_the_next_words_of_the_asker_are_the_report(desk: Desk) -> None:
    say(desk, "an", talk.ask_report, group=True)
    (row,) = desk.fresh_outbox()
    assert row.destination == f"person:{desk.people['an']}@{GROUP}"  # asked alone, beside the group
    (waiting,) = desk.rows(select(dialogues))
    assert waiting.chat_id == desk.actor("an").chat_id
    assert (waiting.state, waiting.until) == (talk.REPORTING, desk.clock.now() + WORDS_WAIT)


def test_a_step_without_its_words_asks_for_them(desk: Desk) -> None:
    case = taken(desk)
    assert say(desk, "wang", talk.step, ByNumber(case.number), Action.FINISH).state == "taken"
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination, row.about) == (
        "case-words-wanted",
        f"person:{desk.people['wang']}",
        case.id,
    )
    assert params(row) == {
        "number": case.number,
        "action": "finish",
        "who": ref(desk, "wang"),
        "user": desk.actor("wang").user_id,
        "private": True,
    }
    (waiting,) = desk.rows(select(dialogues))
    assert json.loads(waiting.data) == {"case": case.id, "number": case.number, "action": "finish"}


@pytest.mark.parametrize(
    ("who", "action", "words", "other"),
    [
        ("wang", Action.REPLY, "at three", "an"),
        ("wang", Action.FINISH, "done", "an"),
        ("an", Action.ADD, "and it smells", "wang"),
        ("an", Action.WITHDRAW, "", "wang"),
    ],
)
def test_a_step_in_words_is_receipted_to_its_speaker(
    desk: Desk, who: str, action: Action, words: str, other: str
) -> None:
    case = taken(desk)
    moved = say(desk, who, talk.step, ById(case.id), action, words)
    _heard, receipt = desk.fresh_outbox()
    assert (receipt.key, receipt.destination, receipt.about) == (
        "case-noted",
        f"person:{desk.people[who]}",
        case.id,
    )
    noted = params(receipt)
    named = {"@r": ["reporter", case.id]} if other == "an" else ref(desk, other)
    assert (noted["number"], noted["action"], noted["other"]) == (case.number, action.value, named)
    assert moved.number == case.number


def test_withdrawing_what_nobody_took_names_nobody(desk: Desk) -> None:
    case = say(desk, "an", report, draft(desk))
    say(desk, "an", talk.step, ById(case.id), Action.WITHDRAW)
    assert params(desk.fresh_outbox()[-1])["other"] is None


def test_done_is_finished_from_a_worker_and_confirmed_from_the_reporter(desk: Desk) -> None:
    case = taken(desk)
    assert say(desk, "wang", talk.done, ById(case.id), "new bulb").state == "finished"
    assert say(desk, "an", talk.done, ById(case.id)).state == "confirmed"


def test_a_worker_who_reported_finishes_first_and_confirms_then(desk: Desk) -> None:
    case = say(desk, "wang", report, draft(desk))
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    assert say(desk, "wang", talk.done, ById(case.id), "done").state == "finished"
    assert say(desk, "wang", talk.done, ById(case.id)).state == "confirmed"


def test_words_without_a_step_add_for_the_reporter_and_wait_for_the_worker(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "an", talk.say, ById(case.id), draft(desk, "and it smells"))
    say(desk, "wang", talk.say, ById(case.id), draft(desk, "at three"))
    rows = desk.rows(select(entries).where(entries.c.kind != "report").order_by(entries.c.id))
    assert [(row.kind, row.action) for row in rows] == [("step", "add"), ("draft", None)]
    assert [row.key for row in desk.fresh_outbox()] == ["case-added", "case-noted", "case-note"]


def test_a_picture_can_be_added_and_its_album_follows(desk: Desk) -> None:
    case = taken(desk)
    more = draft(desk, "see here", media=(PHOTO,), album="a")
    assert say(desk, "an", talk.complete, case.id, Action.ADD, more).id == case.id
    rows = desk.fresh_outbox()
    assert [(row.key, row.destination, row.about) for row in rows] == [
        ("case-added", f"person:{desk.people['wang']}", case.id),
        ("case-noted", f"person:{desk.people['an']}", case.id),
    ]
    assert params(rows[0])["who"] == {"@r": ["reporter", case.id]}
    assert params(rows[0])["number"] == case.number
    assert params(rows[0])["words"] is None
    assert len(desk.rows(select(media))) == 1
    (album,) = desk.rows(select(albums))
    assert album.case_id == case.id
    assert desk.rows(select(audit).order_by(audit.c.id))[-1].action == "case.add"
    assert desk.rows(select(dialogues)) == []


def test_a_picture_completes_no_other_step_and_adds_to_no_closed_case(desk: Desk) -> None:
    case = taken(desk)
    with pytest.raises(talk.WordsOnly):
        say(desk, "wang", talk.complete, case.id, Action.REPLY, draft(desk, "x", media=(PHOTO,)))
    say(desk, "an", act, ById(case.id), Action.WITHDRAW)
    with pytest.raises(IllegalTransition):
        say(desk, "an", talk.complete, case.id, Action.ADD, draft(desk, "x", media=(PHOTO,)))
    assert desk.rows(select(media)) == []


def test_the_list_of_mine_is_shown_to_me(desk: Desk) -> None:
    say(desk, "an", screens.show_mine)
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("my-cases", f"person:{desk.people['an']}")
    assert params(row) == {"person": desk.people["an"]}


@pytest.mark.parametrize(("who", "worker"), [("an", False), ("wang", True)])
def test_a_case_is_shown_with_what_its_viewer_may_do(desk: Desk, who: str, worker: bool) -> None:
    case = taken(desk)
    shown = [
        (screens.show_case, (), "case-shown", {}),
        (screens.show_words, (2,), "case-words", {"page": 2}),
        (screens.show_media, (), "case-media", {}),
    ]
    for service, more, key, extra in shown:
        assert say(desk, who, service, ById(case.id), *more).id == case.id
        (row,) = desk.fresh_outbox()
        assert (row.key, row.destination, row.about) == (key, f"person:{desk.people[who]}", case.id)
        assert params(row) == {"viewer": desk.people[who], "worker": worker, **extra}


def test_a_neighbour_is_shown_nothing(desk: Desk) -> None:
    case = taken(desk)
    with pytest.raises(NotFound):
        say(desk, "bo", screens.show_words, ById(case.id), 0)


def test_a_screen_asked_for_in_the_group_comes_beside_it(desk: Desk) -> None:
    say(desk, "an", screens.show_mine, group=True)
    assert told(desk) == [("my-cases", f"person:{desk.people['an']}@{GROUP}")]


def test_greeting_and_cancelling_forget_what_was_waited_for(desk: Desk) -> None:
    for service, key in [(answers.begin, "welcome"), (answers.cancel, "cancelled"), (answers.drop, None)]:
        say(desk, "an", talk.ask_report, group=True)
        desk.fresh_outbox()
        say(desk, "an", service, group=True)
        rows = desk.fresh_outbox()
        assert [row.key for row in rows] == ([key] if key else [])
        assert all(params(row)["private"] is False for row in rows)
        assert desk.rows(select(dialogues)) == []


def test_an_answer_carries_its_own_words(desk: Desk) -> None:
    say(desk, "an", answers.answer, "help", {"page": 1})
    (row,) = desk.fresh_outbox()
    assert (row.key, params(row)) == ("help", {"page": 1, "private": True})


def test_a_group_is_greeted_once_there_is_room(desk: Desk) -> None:
    say(desk, "an", lambda tx, _actor: groups.introduce(tx, -100999))
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination, row.priority) == ("setup-hello", "chat:-100999", 2)


def test_a_worker_has_the_ledger_made_for_themselves(desk: Desk) -> None:
    job = say(desk, "wang", ledger.ask)
    (kept,) = desk.rows(select(jobs))
    assert (kept.id, kept.kind, kept.compound_id, kept.asked_by) == (
        job,
        "ledger",
        desk.compound,
        desk.people["wang"],
    )
    (card,) = desk.rows(select(cards))
    assert (card.kind, card.subject_id, card.destination) == ("job", job, f"person:{desk.people['wang']}")
    (note,) = desk.rows(select(audit))
    assert (note.action, note.subject, note.subject_id) == ("ledger.ask", "job", job)


def test_a_worker_in_the_group_still_gets_it_in_private(desk: Desk) -> None:
    say(desk, "wang", ledger.ask, group=True)
    assert told(desk) == [("card", f"person:{desk.people['wang']}@{GROUP}")]


@pytest.mark.parametrize("who", ["an", "captain"])
def test_a_neighbour_gets_no_ledger(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        say(desk, who, ledger.ask)


def test_an_empty_report_says_how(desk: Desk) -> None:
    with pytest.raises(EmptyReport):
        say(desk, "an", report, draft(desk, " "))
