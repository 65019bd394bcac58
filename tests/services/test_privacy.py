"""Who may know who reported, by choice and by eyes; words struck out; who writes down rates nothing."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from domain.cases import behalf, calling, choosing, editing, held, menus, own, striking
from domain.cases.intake import report
from domain.cases.locating import Where
from domain.cases.rules import Case, Draft, IllegalTransition, Privacy
from domain.cases.service import ById, Latest, act
from domain.cases.sheets import CaseSheet, Eyes
from domain.cases.table import Action
from domain.kernel.errors import NotFound
from storage.reader import SqlReader
from storage.tables import case_drafts, entries
from storage.tables import cases as rows
from tests.machines.block import Block, say
from tests.machines.desk import Desk

TOLD = {
    Privacy.NAMED: {Eyes.REPORTER, Eyes.HANDLER, Eyes.NEIGHBOUR},
    Privacy.NEIGHBOURS: {Eyes.REPORTER, Eyes.HANDLER},
    Privacy.HANDLERS: {Eyes.REPORTER},
}
"""Whose eyes read the name, said a second time and by hand. Source: issue 4, point 1."""


def filed(desk: Desk, words: str = "lift stuck", who: str = "an", message: int = 7) -> Case:
    case: Case = say(desk, who, report, Draft(words, message, desk.clock.now()))
    return case


def opened(desk: Desk, case_id: int, eyes: Eyes, privacy: Privacy | None = None) -> CaseSheet:
    def read(connection: Connection) -> CaseSheet | None:
        return SqlReader(connection, desk.deps.vault).case_sheet(case_id, eyes, privacy)

    sheet = desk.run(desk.store.read(read))
    assert isinstance(sheet, CaseSheet)
    return sheet


@pytest.mark.parametrize("eyes", Eyes)
@pytest.mark.parametrize("privacy", Privacy)
def test_a_sheet_tells_what_its_eyes_may_know(desk: Desk, privacy: Privacy, eyes: Eyes) -> None:
    case = filed(desk)
    say(desk, "an", choosing.choose, ById(case.id), privacy)
    say(desk, "an", act, ById(case.id), Action.ADD, "fourth floor")
    sheet = opened(desk, case.id, eyes)
    told = eyes in TOLD[privacy]
    assert sheet.reporter == ("an" if told else None)
    assert [line.author for line in sheet.lines] == ["an" if told else None] * 2
    assert opened(desk, case.id, eyes, Privacy.NAMED).reporter == "an"  # a preview opens it so, memory not
    name = desk.run(desk.store.read(lambda c: SqlReader(c, desk.deps.vault).reporter_name(case.id)))
    assert name == ("an" if Eyes.HANDLER in TOLD[privacy] else None)


def test_what_is_given_to_nobody_else_by_default(desk: Desk) -> None:
    case = filed(desk)
    assert case.privacy is Privacy.NEIGHBOURS
    assert opened(desk, case.id, Eyes.NEIGHBOUR).reporter is None
    assert opened(desk, case.id, Eyes.HANDLER).reporter == "an"


def test_a_home_is_no_place_of_a_case_whose_reporter_is_hidden(desk: Desk) -> None:
    block = Block(desk)
    block.settled("cui")
    case = filed(desk, who="cui")
    assert opened(desk, case.id, Eyes.HANDLER).place == "2单元"
    say(desk, "cui", choosing.choose, ById(case.id), Privacy.HANDLERS)
    assert opened(desk, case.id, Eyes.HANDLER).place == "Sunshine"
    assert opened(desk, case.id, Eyes.REPORTER).place == "2单元"
    there = Where(desk.compound, block.building, None, placed=True)
    said = say(desk, "cui", lambda tx, a: report(tx, a, Draft("x", 8, desk.clock.now()), there))
    say(desk, "cui", choosing.choose, ById(said.id), Privacy.HANDLERS)
    assert opened(desk, said.id, Eyes.HANDLER).place == "3号楼"


def test_nobody_else_chooses_strikes_or_looks_before(desk: Desk) -> None:
    case = filed(desk)
    for who in ("bo", "wang", "captain", "stranger"):
        for service, args in (
            (menus.own, (case.id,)),
            (choosing.ask, (ById(case.id),)),
            (choosing.preview, (ById(case.id), Privacy.NAMED)),
            (choosing.choose, (ById(case.id), Privacy.NAMED)),
            (striking.show, (ById(case.id),)),
            (own.reported, (ById(case.id),)),
        ):
            with pytest.raises(NotFound):
                say(desk, who, service, *args)


def test_struck_words_are_gone_with_all_that_they_said_before(desk: Desk) -> None:
    case = filed(desk, "the code is 1357")
    say(desk, "an", editing.follow, Draft("the code is 2468", 7, desk.clock.now()))
    (first,) = [line for line in opened(desk, case.id, Eyes.HANDLER).lines if line.of_id is None]
    assert first.text == "the code is 2468"
    say(desk, "an", striking.strike, case.id, first.entry_id)
    with pytest.raises(striking.StruckAlready):
        say(desk, "an", striking.strike, case.id, first.entry_id)

    def words(connection: Connection) -> list[str | None]:
        reader = SqlReader(connection, desk.deps.vault)
        return [reader.entry_words(row.id) for row in connection.execute(select(entries.c.id))]

    assert desk.run(desk.store.read(words)) == ["", ""]
    assert say(desk, "an", editing.follow, Draft("again", 7, desk.clock.now())) is None


def test_a_worker_changes_nobodys_words(desk: Desk) -> None:
    filed(desk)
    assert say(desk, "wang", editing.follow, Draft("lift fine", 7, desk.clock.now())) is None
    assert say(desk, "bo", editing.follow, Draft("lift fine", 7, desk.clock.now())) is None


@pytest.mark.parametrize("who", ["wang", "captain"])
@pytest.mark.parametrize("step", [Action.CONFIRM, Action.REOPEN, Action.WITHDRAW, Action.ADD])
def test_whoever_wrote_it_down_takes_no_step_of_theirs(desk: Desk, who: str, step: Action) -> None:
    case = recorded(desk, who)
    say(desk, "li", act, ById(case.id), Action.TAKE)
    say(desk, "li", act, ById(case.id), Action.FINISH, "done")
    with pytest.raises(IllegalTransition):
        say(desk, who, act, ById(case.id), step, "it is fine")
    with pytest.raises(NotFound):
        say(desk, who, act, Latest(), step, "it is fine")


def test_what_was_heard_by_telephone_closes_nothing(desk: Desk) -> None:
    case = recorded(desk, "captain")
    with pytest.raises(IllegalTransition):
        say(desk, "captain", calling.called, case.id, calling.Outcome.SOLVED)
    say(desk, "li", act, ById(case.id), Action.TAKE)
    say(desk, "li", act, ById(case.id), Action.FINISH, "done")
    owed = one(desk, case.id)
    assert owed.call_at == desk.clock.now()
    say(desk, "captain", calling.called, case.id, calling.Outcome.SOLVED)
    after = one(desk, case.id)
    assert (after.state, after.closed_at, after.rating, after.call_at) == ("finished", None, None, None)
    say(desk, "captain", calling.called, case.id, calling.Outcome.UNSOLVED)
    assert (one(desk, case.id).state, one(desk, case.id).round) == ("taken", 1)
    for stranger in ("bo", "stranger"):
        with pytest.raises(NotFound):
            say(desk, stranger, calling.called, case.id, calling.Outcome.REACHED)


def test_a_call_is_owed_once_asked_for(desk: Desk) -> None:
    case = recorded(desk, "captain")
    say(desk, "captain", calling.later, case.id)
    first = one(desk, case.id).call_at
    desk.pass_time(timedelta(hours=1))
    say(desk, "captain", calling.later, case.id)
    assert one(desk, case.id).call_at == first
    with pytest.raises(NotFound):
        say(desk, "an", calling.later, filed(desk).id)


def test_waiting_words_are_their_writers_and_forgotten_after_a_week(desk: Desk) -> None:
    say(desk, "an", held.pass_on, Draft("water below", 9, desk.clock.now()))
    (row,) = desk.rows(select(case_drafts))
    with pytest.raises(held.HeldNoMore):
        say(desk, "bo", held.file, row.id)
    desk.pass_time(held.KEPT + timedelta(minutes=1))
    assert desk.rows(select(case_drafts)) == []
    with pytest.raises(held.HeldNoMore):
        say(desk, "an", held.file, row.id)


def recorded(desk: Desk, who: str) -> Case:
    told = Draft("the pipe leaks", 5, desk.clock.now())
    case: Case = say(desk, who, behalf.record, behalf.Caller("Ms Zhang", "13800000000"), told)
    return case


def one(desk: Desk, case_id: int) -> Any:
    (row,) = desk.rows(select(rows).where(rows.c.id == case_id))
    return row
