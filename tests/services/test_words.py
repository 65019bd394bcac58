"""Ready words, hints and incidents at the desk: what is refused and hidden, and where an hour ends."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from domain.cases import announcing, answered, canned, hints
from domain.cases.canned import HOLES, Known, UnknownHole, check, filled
from domain.cases.incidents import Incident, IncidentOver, Notice, Room, answering, reached, told_at
from domain.cases.intake import report
from domain.cases.screens import show_case
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.hours import QUIET_FROM, QUIET_UNTIL
from handlers.ports import Wanted
from handlers.rendering import Renderer
from handlers.texts import load
from storage import erasing, seeding
from storage.destinations import decode_params
from storage.reader import SqlReader
from storage.tables import canned as ready
from storage.tables import cards, cases, due, entries, incident_reports, incidents, outbox
from storage.tables import hints as hint_rows
from tests.machines.desk import Desk
from tests.services.test_asides import draft, params, say, taken

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SECRET = "under-the-mat"


def fill(words: str, known: Known) -> str:
    return filled(
        words, {"name": known.name or "-", "number": str(known.number), "place": known.place, "due": "6"}
    )


@given(words=st.text(alphabet="{}nameduo x", max_size=30))
def test_words_are_filled_whole_or_not_at_all(words: str) -> None:
    values = dict.fromkeys(HOLES, "{evil}")
    try:
        check(words)
    except UnknownHole:
        with pytest.raises(UnknownHole):
            filled(words, values)
        return
    said = filled(words, values).replace("{evil}", "")
    assert "{" not in said
    assert "}" not in said


@pytest.mark.parametrize("words", ["{phone}", "{", "}", "{}", "{ name }", "{name}}", "{{name}}", "{NAME}"])
def test_a_hole_that_no_case_fills_is_neither_kept_nor_sent(desk: Desk, words: str) -> None:
    with pytest.raises(UnknownHole):
        say(desk, "wang", canned.keep, "lift", f"Hello {words}")
    case = taken(desk)
    say(desk, "wang", canned.keep, "lift", "Hello {name}")
    desk.write(lambda c: c.execute(update(ready).values(words=f"Hello {words}")))
    desk.fresh_outbox()
    with pytest.raises(UnknownHole):
        say(desk, "wang", canned.use, ById(case.id), "lift", fill, 1)
    assert desk.fresh_outbox() == []
    assert not desk.rows(select(entries).where(entries.c.kind == "draft"))


def test_ready_words_wait_like_any_others_and_hide_a_hidden_name(desk: Desk) -> None:
    case = taken(desk)
    say(desk, "wang", canned.keep, "lift", "Hello {name}, #{number}")
    desk.fresh_outbox()
    say(desk, "wang", canned.use, ById(case.id), "LIFT", fill, 1)
    (asked,) = desk.fresh_outbox()
    assert (asked.key, asked.destination) == ("case-note", f"person:{desk.people['wang']}")
    assert words_of(desk, asked) == f"Hello an, #{case.number}"
    desk.write(lambda c: c.execute(update(cases).values(privacy="handlers")))
    say(desk, "wang", canned.use, ById(case.id), "lift", fill, 1)
    assert words_of(desk, desk.fresh_outbox()[0]) == f"Hello -, #{case.number}"
    for who, error in (("an", NotAllowed), ("bo", NotFound), ("stranger", NotFound)):
        with pytest.raises(error):
            say(desk, who, canned.use, ById(case.id), "lift", fill, 1)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    with pytest.raises(DomainError):
        say(desk, "wang", canned.use, ById(case.id), "lift", fill, 1)


def words_of(desk: Desk, row: Any) -> str | None:
    note = params(row)["entry"]
    found = desk.run(desk.store.read(lambda c: SqlReader(c, desk.deps.vault).entry_words(note)))
    return str(found)


def shown(desk: Desk, row: Any) -> str:
    """What stands in the chat for an outbox row."""
    wanted = Wanted(
        row.key,
        dict(decode_params(row.params)),
        row.about,
        row.destination,
        "zh-CN",
        "Asia/Shanghai",
        True,
        1,
        row.id,
    )

    def read(connection: Any) -> str:
        made = Renderer(load(), desk.clock).render(wanted, SqlReader(connection, desk.deps.vault))
        return "" if made is None else made.html

    return str(desk.run(desk.store.read(read)))


def building(desk: Desk) -> int:
    """A building of the compound, in which "an" lives."""

    def put(connection: Any) -> int:
        scope = desk.deps.scope(connection)
        made = seeding.add_place(scope, desk.compound, desk.compound, "building", "3号楼", "Asia/Shanghai")
        connection.execute(update(cases).values(place_id=made))
        return int(made)

    return int(desk.write(put))


def test_a_hint_is_read_by_whoever_works_there_and_by_no_resident(desk: Desk) -> None:
    case = taken(desk)
    building(desk)
    say(desk, "captain", hints.add, "3号楼", SECRET)
    (row,) = desk.rows(select(hint_rows))
    assert SECRET.encode() not in row.words
    desk.fresh_outbox()
    for who, reads in (("wang", True), ("li", True), ("an", False)):
        say(desk, who, show_case, ById(case.id))
        assert (SECRET in shown(desk, desk.fresh_outbox()[-1])) is reads, who
    # A worker who reported reads their own case as whoever reported does.
    own = say(desk, "li", report, draft(desk, "mine"))
    desk.write(lambda c: c.execute(update(cases).values(place_id=row.place_id)))
    desk.fresh_outbox()
    say(desk, "li", show_case, ById(own.id))
    assert SECRET not in shown(desk, desk.fresh_outbox()[-1])
    for who in ("an", "bo"):
        with pytest.raises(NotAllowed):
            say(desk, who, hints.show, "3号楼")
        for service in (hints.drop, hints.ask_change):
            with pytest.raises(NotFound):
                say(desk, who, service, row.id)
    desk.write(lambda c: erasing.erase_person(c, desk.deps.vault, desk.people["captain"]))
    assert desk.rows(select(hint_rows)) == []


def incident(**more: Any) -> Incident:
    told: dict[str, Any] = {
        "planned": False,
        "since": NOON,
        "until": NOON + timedelta(hours=2),
        "posted_at": NOON,
    }
    return Incident(1, 5, 7, "water", "", made_by=3, **(told | more))


TICK, TWO = timedelta(microseconds=1), timedelta(hours=2)


@pytest.mark.parametrize(
    ("at", "answers"),
    [(-TICK, False), (timedelta(0), True), (TWO - TICK, True), (TWO, False), (TWO + TWO, False)],
)
def test_it_answers_from_its_beginning_to_just_before_its_end(at: timedelta, answers: bool) -> None:
    found = answering([incident()], "water", {7, 5}, NOON + at)
    assert (found is not None) is answers
    assert answering([incident(ended_at=NOON)], "water", {7}, NOON + at) is None
    assert answering([incident(posted_at=None)], "water", {7}, NOON + at) is None
    assert answering([incident()], "power", {7}, NOON + at) is None
    assert answering([incident()], "water", {5}, NOON + at) is None


@given(now=st.integers(0, 24 * 60), ahead=st.integers(-60, 5 * 24 * 60))
def test_the_groups_are_told_the_evening_before_and_never_at_night(now: int, ahead: int) -> None:
    at = NOON + timedelta(minutes=now)
    planned = ahead > 0
    since = at + timedelta(minutes=max(ahead, 0))
    told = told_at(incident(planned=planned, since=since), at, "Asia/Shanghai").astimezone(SHANGHAI)
    assert told >= at
    assert QUIET_UNTIL <= told.time() < QUIET_FROM
    evening = since.astimezone(SHANGHAI).date() - timedelta(days=1)
    if planned and told > at and told.date() == evening:
        assert told.time() >= min(time(19), at.astimezone(SHANGHAI).time())


def test_groups_of_the_place_and_within_or_else_the_nearest_above() -> None:
    tree = {1: (1,), 2: (2, 1), 3: (3, 2, 1), 4: (4, 1)}

    def path(place: int) -> Sequence[int]:
        return tree[place]

    rooms = [Room(-1, 1), Room(-2, 2), Room(-4, 4)]
    assert reached(rooms, 2, path) == [-2]
    assert reached(rooms, 1, path) == [-4, -2, -1]
    assert reached(rooms, 3, path) == [-2]
    assert reached(rooms[:1], 3, path) == [-1]
    assert reached([], 3, path) == []


def posted(desk: Desk, hours: int = 5) -> int:
    until = desk.clock.now().astimezone(SHANGHAI).replace(tzinfo=None) + timedelta(hours=hours)
    say(desk, "wang", announcing.announce, Notice("water", None, "new pump", None, until), draft(desk, "off"))
    (row,) = desk.rows(select(incidents.c.id).where(incidents.c.posted_at.is_(None)))
    say(desk, "wang", announcing.post, row.id)
    desk.fresh_outbox()
    return int(row.id)


def hear(desk: Desk, who: str, words: str = "no water") -> None:
    say(desk, who, answered.hear, draft(desk, words), "water", follows=False, vague=False, bare=True)


def test_it_ends_by_time_once_and_answers_nobody_after(desk: Desk) -> None:
    made = posted(desk)
    hear(desk, "an")
    assert [row.key for row in desk.fresh_outbox()] == ["incident-told"]
    assert desk.rows(select(cases)) == []
    desk.clock.at += timedelta(hours=5)
    hear(desk, "bo")
    assert len(desk.rows(select(cases))) == 1, "at its end, before the sweep"
    desk.fresh_outbox()
    desk.pass_time(timedelta(seconds=1))
    (over,) = [row for row in desk.fresh_outbox() if row.key == "incident-over"]
    assert over.destination == f"person:{desk.people['an']}"
    hear(desk, "cui")
    assert len(desk.rows(select(cases))) == 2
    for service in (announcing.end, announcing.lengthen, answered.join):
        with pytest.raises(IncidentOver):
            say(desk, "wang", service, made)


def test_one_that_was_lengthened_goes_on(desk: Desk) -> None:
    made = posted(desk)
    say(desk, "wang", announcing.lengthen, made)
    desk.pass_time(timedelta(hours=5, minutes=1))
    hear(desk, "an")
    assert desk.rows(select(cases)) == []
    desk.pass_time(timedelta(hours=1))
    assert desk.rows(select(incidents.c.ended_at))[0].ended_at is not None
    assert {row.state for row in desk.rows(select(due).where(due.c.kind == "incident.over"))} <= {
        "done",
        "cancelled",
    }


def test_no_words_are_lost_and_nobody_files_anothers(desk: Desk) -> None:
    made = posted(desk)
    hear(desk, "an", "no water here")
    (kept,) = desk.rows(select(incident_reports))
    for who in ("bo", "wang"):
        with pytest.raises(NotFound):
            say(desk, who, answered.insist, kept.id)
    say(desk, "wang", announcing.end, made)
    case = say(desk, "an", answered.insist, kept.id)
    words = desk.rows(select(entries.c.id).where(entries.c.case_id == case.id))[0].id
    read = desk.run(desk.store.read(lambda c: SqlReader(c, desk.deps.vault).entry_words(words)))
    assert read == "no water here"
    with pytest.raises(DomainError):
        say(desk, "an", answered.insist, kept.id)
    hear(desk, "bo")
    desk.write(lambda c: erasing.erase_person(c, desk.deps.vault, desk.people["an"]))
    assert desk.rows(select(incident_reports)) == []


def test_a_home_is_counted_once_and_a_worker_is_never_answered(desk: Desk) -> None:
    made = posted(desk)
    for _ in range(3):
        say(desk, "an", answered.join, made)
    hear(desk, "wang")
    sheet = desk.run(desk.store.read(lambda c: SqlReader(c, desk.deps.vault).incident_sheet(made)))
    assert sheet.backers == 1
    assert len(desk.rows(select(cases))) == 1
    with pytest.raises(NotFound):
        say(desk, "stranger", answered.join, made)


def test_what_ended_before_anybody_read_it_is_not_said(desk: Desk) -> None:
    desk.pass_time(timedelta(hours=14))  # 23:00
    made = posted(desk)
    of_it = (
        select(outbox.c.state).join(cards, cards.c.id == outbox.c.card_id).where(cards.c.kind == "incident")
    )
    assert [row.state for row in desk.rows(of_it)] == ["new"]
    say(desk, "wang", announcing.end, made)
    assert [row.state for row in desk.rows(of_it)] == ["dropped"]
