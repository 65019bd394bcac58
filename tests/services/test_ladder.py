"""A case that waits too long: who is asked, in which order, once each, and who is never woken."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.cases.ladder import plan
from domain.cases.service import ById, act
from domain.cases.table import Action
from domain.flows import dismissing, duties
from domain.kernel.errors import NotFound
from domain.kernel.people import Role
from domain.places import leads
from domain.places.bodies import BodyKind
from domain.places.charges import Charge, NoSuchCharge, NoSuchWorker
from storage import seeding
from storage.tables import case_events, case_rungs, cases, due, grants, places, recusals
from storage.tx import transaction
from tests.machines.desk import Desk
from tests.services.test_cases import filed, params, say, taken

DAY = timedelta(days=1)


@pytest.fixture
def chief(desk: Desk) -> Desk:
    """The desk with a steward who does not work there, a committee, and a worker of it."""

    def put(connection: Any) -> None:
        scope = desk.deps.scope(connection)
        desk._add(scope, "chief", Role.STEWARD, desk.compound)
        body = seeding.add_body(scope, desk.compound, "committee", "Committee")
        desk._add(scope, "qian", Role.WORKER, desk.compound, body)

    desk.people = dict(desk.people)
    desk.write(put)
    return desk


def name(desk: Desk, who: str, charge: Charge, kind: BodyKind | None) -> None:
    held = select(grants.c.id).where(
        grants.c.person_id == desk.people[who], grants.c.role == Role.WORKER.value
    )
    say(desk, "chief", leads.name, desk.rows(held)[0].id, charge, kind)


def named(desk: Desk) -> None:
    name(desk, "li", Charge.LEAD, BodyKind.PROPERTY)
    name(desk, "qian", Charge.COMMITTEE, None)
    name(desk, "li", Charge.STREET, None)
    desk.fresh_outbox()


def told(desk: Desk) -> list[tuple[str, str]]:
    """Key and reader of what has been left since the last look, the readers by name."""
    names = {f"person:{person}": who for who, person in desk.people.items()}
    rows = desk.fresh_outbox()
    return [(row.key, names.get(row.destination.partition("@")[0], row.destination)) for row in rows]


def hour_by_hour(desk: Desk, hours: int) -> list[tuple[str, str]]:
    found = []
    for _ in range(hours):
        desk.pass_time(timedelta(hours=1))
        found += told(desk)
    return found


def test_the_whole_ladder_each_rung_once(chief: Desk) -> None:
    named(chief)
    taken(chief)
    chief.fresh_outbox()
    assert hour_by_hour(chief, 24 * 9) == [
        ("case-due-soon", "wang"),
        ("case-overdue", "wang"),
        ("case-overdue-told", "an"),
        ("case-rung", "li"),
        ("case-rung", "qian"),
        ("case-rung", "li"),
    ]
    rungs = {(row.rung, row.person_id) for row in chief.rows(select(case_rungs))}
    wang, li, qian = (chief.people[one] for one in ("wang", "li", "qian"))
    assert rungs == {("soon", wang), ("over", wang), ("lead", li), ("committee", qian), ("street", li)}


def test_nobody_is_named_and_nothing_is_silent(chief: Desk) -> None:
    taken(chief)
    chief.fresh_outbox()
    keys = [one for one in hour_by_hour(chief, 24 * 9) if one[0] in ("case-rung", "ladder-nobody")]
    assert keys == [
        ("ladder-nobody", "chief"),
        ("case-rung", "li"),  # the other worker of the body
        ("ladder-nobody", "chief"),
        ("case-rung", "qian"),  # the committee's
        ("ladder-nobody", "chief"),
        ("case-rung", "chief"),
    ]


def test_a_steward_is_told_once_that_a_rung_has_no_person(chief: Desk) -> None:
    for _ in range(2):
        taken(chief)
    chief.fresh_outbox()
    keys = [key for key, _ in hour_by_hour(chief, 24 * 9)]
    assert keys.count("ladder-nobody") == 3
    assert keys.count("case-rung") == 6


def test_a_lead_who_has_the_case_is_not_asked_about_it(chief: Desk) -> None:
    name(chief, "wang", Charge.LEAD, BodyKind.PROPERTY)
    taken(chief)
    chief.fresh_outbox()
    asked = [who for key, who in hour_by_hour(chief, 30) if key == "case-rung"]
    assert asked == ["li"]


def test_whoever_a_case_is_about_is_not_asked(chief: Desk) -> None:
    named(chief)
    case = taken(chief)
    row = {"case_id": case.id, "person_id": chief.people["li"], "at": chief.clock.now(), "why": "named"}
    chief.write(lambda c: c.execute(recusals.insert().values(row)))
    chief.fresh_outbox()
    asked = [who for key, who in hour_by_hour(chief, 24 * 9) if key == "case-rung"]
    assert asked == ["qian", "qian", "chief"]


def test_somebody_who_works_there_no_more_is_not_asked(chief: Desk) -> None:
    named(chief)
    chief.write(lambda c: c.execute(grants.delete().where(grants.c.person_id == chief.people["li"])))
    taken(chief)
    chief.fresh_outbox()
    assert "li" not in [who for _, who in hour_by_hour(chief, 24 * 9)]


def state(desk: Desk, case_id: int, **values: Any) -> None:
    desk.write(lambda c: c.execute(update(cases).where(cases.c.id == case_id).values(**values)))


@pytest.mark.parametrize("paused", ["waiting", "deferred"])
def test_a_paused_case_climbs_no_further_and_goes_on_where_it_stood(chief: Desk, paused: str) -> None:
    named(chief)
    case = taken(chief)
    hour_by_hour(chief, 10)
    state(chief, case.id, state=paused)
    chief.write(transaction(chief.deps, lambda tx: plan(tx, tx.cases.due(case.id))))
    assert hour_by_hour(chief, 48) == []
    state(chief, case.id, state="taken", due_at=chief.clock.now() + DAY)
    chief.write(transaction(chief.deps, lambda tx: plan(tx, tx.cases.due(case.id))))
    assert [who for key, who in hour_by_hour(chief, 24 * 9)] == ["li", "qian", "li"]


def test_a_finished_case_climbs_no_further_and_a_reopened_one_begins_anew(chief: Desk) -> None:
    named(chief)
    case = taken(chief)
    assert len(hour_by_hour(chief, 10)) == 3
    say(chief, "wang", act, ById(case.id), Action.FINISH, "done")
    chief.fresh_outbox()
    assert hour_by_hour(chief, 48) == []
    say(chief, "an", act, ById(case.id), Action.REOPEN)
    chief.fresh_outbox()
    assert [key for key, _ in hour_by_hour(chief, 24 * 9)] == [
        "case-due-soon", "case-overdue", "case-overdue-told", "case-rung", "case-rung", "case-rung"
    ]  # fmt: skip
    assert {row.round for row in chief.rows(select(case_rungs).where(case_rungs.c.rung == "street"))} == {1}


def test_a_moved_hour_moves_what_is_left_of_the_ladder(chief: Desk) -> None:
    named(chief)
    case = taken(chief)
    state(chief, case.id, due_at=case.due_at + DAY)
    chief.write(transaction(chief.deps, lambda tx: plan(tx, tx.cases.due(case.id))))
    chief.fresh_outbox()
    assert hour_by_hour(chief, 24) == []
    assert [key for key, _ in hour_by_hour(chief, 12)] == [
        "case-due-soon", "case-overdue", "case-overdue-told"
    ]  # fmt: skip


def test_a_ladder_planned_late_warns_of_nothing_that_has_passed(chief: Desk) -> None:
    named(chief)
    case = taken(chief)
    state(chief, case.id, due_at=chief.clock.now() - DAY)
    chief.write(transaction(chief.deps, lambda tx: plan(tx, tx.cases.due(case.id))))
    chief.fresh_outbox()
    chief.pass_time(timedelta(seconds=1))
    keys = [key for key, _ in told(chief)]
    assert "case-due-soon" not in keys
    assert keys.count("case-overdue") == 1


@pytest.mark.parametrize("grade", ["ordinary", "danger"])
def test_nobody_is_woken_danger_aside(chief: Desk, grade: str) -> None:
    named(chief)
    case = taken(chief)
    night = case.due_at.replace(hour=18)  # two in the morning in Shanghai
    state(chief, case.id, grade=grade, due_at=night)
    chief.clock.at = night - timedelta(hours=1)
    chief.write(transaction(chief.deps, lambda tx: plan(tx, tx.cases.due(case.id))))
    chief.fresh_outbox()
    for _ in range(60):
        chief.pass_time(timedelta(minutes=10))
    rows = [row for row in chief.fresh_outbox() if row.created_at < night + timedelta(hours=4)]
    morning = night.replace(hour=0) + DAY  # eight
    left = {row.key: row.not_before for row in rows}
    if grade == "danger":
        assert all(row.not_before == row.created_at for row in rows)
        assert [row.key for row in rows].count("case-rung") == 3
        assert {row.priority for row in rows if row.key == "case-rung"} == {0}
    else:
        assert left["case-overdue"] == left["case-overdue-told"] == morning
        assert "case-rung" not in left


def test_a_day_without_us_is_one_digest_for_each(chief: Desk) -> None:
    named(chief)
    for _ in range(3):
        taken(chief)
    chief.fresh_outbox()
    chief.pass_time(timedelta(days=8))
    keys = told(chief)
    assert sorted(keys) == [
        ("cases-overdue-told", "an"), ("duties-late", "li"), ("duties-late", "qian"), ("duties-late", "wang")
    ]  # fmt: skip
    assert len(chief.rows(select(case_rungs))) == 15


def test_danger_does_not_wait_for_the_digest_of_the_morning(chief: Desk) -> None:
    named(chief)
    calm, danger = taken(chief), taken(chief)
    state(chief, danger.id, grade="danger")
    chief.fresh_outbox()
    chief.clock.at = calm.due_at + timedelta(hours=17) - timedelta(hours=12)  # 23:00
    chief.pass_time(timedelta(0))
    rows = [row for row in chief.fresh_outbox() if row.key == "duties-late"]
    wang = [row for row in rows if row.destination == f"person:{chief.people['wang']}"]
    assert sorted(row.not_before > chief.clock.now() for row in wang) == [False, True]


def captain_of(desk: Desk) -> None:
    """A building with a captain of its own."""

    def put(connection: Any) -> None:
        scope = desk.deps.scope(connection)
        building = seeding.add_place(scope, desk.compound, desk.compound, "building", "3", "Asia/Shanghai")
        desk._add(scope, "zhao", Role.CAPTAIN, desk.compound)
        held = update(grants).where(grants.c.person_id == desk.people["zhao"])
        connection.execute(held.values(place_id=building))

    desk.people = dict(desk.people)
    desk.write(put)


@pytest.mark.parametrize(
    ("within", "shared", "informed"),
    [(True, False, ["zhao"]), (True, True, ["zhao"]), (False, True, ["captain"]), (False, False, [])],
)
def test_captains_read_one_quiet_line_of_what_they_may_know(
    chief: Desk, within: bool, shared: bool, informed: list[str]
) -> None:
    named(chief)
    captain_of(chief)
    case = taken(chief)
    building = chief.rows(select(places.c.id).where(places.c.level == "building"))[0].id
    state(chief, case.id, shared=shared, place_id=building if within else chief.compound)
    chief.fresh_outbox()
    for _ in range(24 * 9):
        chief.pass_time(timedelta(hours=1))
    lines = [row for row in chief.fresh_outbox() if row.key == "case-rung-captain"]
    assert [row.destination for row in lines] == [f"person:{chief.people[one]}" for one in informed]
    for row in lines:
        assert row.silent
        assert set(json.loads(row.params)) == {"number", "lead", "late"}


def test_a_lead_finds_somebody_else_for_it(chief: Desk) -> None:
    named(chief)
    case = taken(chief)
    hour_by_hour(chief, 30)
    with pytest.raises(NotFound):
        say(chief, "li", duties.offer, case.id, chief.people["wang"])
    say(chief, "li", duties.offer, case.id, chief.people["qian"])
    (offer, _) = chief.fresh_outbox()
    assert (offer.key, params(offer)["from"]) == ("duty-offer", chief.people["wang"])
    assert say(chief, "qian", duties.accept, case.id, chief.people["wang"]).handler_id == chief.people["qian"]


def test_a_colleague_who_was_not_asked_finds_nobody_for_it(chief: Desk) -> None:
    case = taken(chief)
    with pytest.raises(duties.NothingOpen):
        say(chief, "li", duties.offer, case.id, chief.people["qian"])


def test_who_is_named_works_there(chief: Desk) -> None:
    say(chief, "chief", leads.name_by_words, None, " LI ", Charge.LEAD, BodyKind.PROPERTY)
    assert [row.key for row in chief.fresh_outbox()] == ["setup-lead-named", "setup-lead-you"]
    for who in ("an", "nobody at all"):
        with pytest.raises(NoSuchWorker):
            say(chief, "chief", leads.name_by_words, None, who, Charge.STREET, None)
    with pytest.raises(NoSuchCharge):
        say(chief, "chief", leads.name_by_words, None, "li", Charge.LEAD, BodyKind.BRANCH)
    captain = select(grants.c.id).where(grants.c.person_id == chief.people["captain"])
    with pytest.raises(NotFound):
        say(chief, "chief", leads.name, chief.rows(captain)[0].id, Charge.STREET, None)


def test_nobody_is_named_any_more(chief: Desk) -> None:
    named(chief)
    say(chief, "chief", leads.nobody, chief.compound, Charge.LEAD, BodyKind.PROPERTY)
    read = lambda tx: tx.leads.named(chief.compound, Charge.LEAD, 0)  # noqa: E731
    assert chief.write(transaction(chief.deps, read)) is None


def test_what_a_departed_worker_leaves_has_somebody_in_the_same_commit(chief: Desk) -> None:
    paused, open_, declining = taken(chief), taken(chief), taken(chief)
    finished = taken(chief)
    say(chief, "wang", act, ById(finished.id), Action.FINISH, "done")
    state(chief, paused.id, state="deferred", wake_at=chief.clock.now() + DAY)
    state(chief, declining.id, state="declining")
    chief.fresh_outbox()
    held = select(grants.c.id).where(grants.c.person_id == chief.people["wang"])
    say(chief, "chief", dismissing.dismiss, chief.rows(held)[0].id)
    others = (chief.people["li"], chief.people["qian"])
    now = {row.id: (row.state, row.handler_id, row.assignee_id) for row in chief.rows(select(cases))}
    assert now[open_.id][:2] == ("filed", None)
    assert now[declining.id][:2] == ("declining", None)
    assert now[paused.id][0] == "deferred"
    assert now[paused.id][1] == now[paused.id][2]
    assert all(now[one.id][2] in others for one in (open_, paused, declining))
    assert now[finished.id][0] == "finished"
    heard = told(chief)
    assert [key for key, _ in heard].count("case-new-hands") == 3
    asked = [who for key, who in heard if key == "cases-left"]
    assert len(asked) == len(set(asked)) > 0
    gone = chief.rows(select(case_events).where(case_events.c.action.in_(("left", "hand"))))
    assert {(row.case_id, row.action, row.after) for row in gone} == {
        (open_.id, "left", "filed"), (paused.id, "hand", "deferred"), (declining.id, "left", "declining")
    }  # fmt: skip
    chief.pass_time(timedelta(seconds=30))
    assert told(chief) == []


def test_a_case_taken_while_the_post_ended_is_found_within_a_minute(chief: Desk) -> None:
    case = filed(chief)
    held = select(grants.c.id).where(grants.c.person_id == chief.people["wang"])
    say(chief, "chief", dismissing.dismiss, chief.rows(held)[0].id)
    state(chief, case.id, state="taken", handler_id=chief.people["wang"])
    chief.fresh_outbox()
    chief.pass_time(timedelta(seconds=30))
    assert [key for key, _ in told(chief)] == ["case-new-hands", "cases-left"]
    assert chief.rows(select(cases.c.state)) == [("filed",)]


def test_of_two_who_leave_in_turn_each_is_spoken_of_once(chief: Desk) -> None:
    case = taken(chief)
    for who in ("wang", "li"):
        held = select(grants.c.id).where(grants.c.person_id == chief.people[who])
        say(chief, "chief", dismissing.dismiss, chief.rows(held)[0].id)
        keys = [key for key, _ in told(chief)]
        assert keys.count("case-new-hands") == 1
        other = "li" if who == "wang" else "qian"
        say(chief, other, act, ById(case.id), Action.TAKE)
        chief.fresh_outbox()


def test_everything_planned_is_called_off_with_the_case(chief: Desk) -> None:
    case = filed(chief)
    assert len(chief.rows(select(due).where(due.c.subject_id == case.id, due.c.state == "open"))) == 5
    say(chief, "an", act, ById(case.id), Action.WITHDRAW)
    assert not chief.rows(select(due).where(due.c.subject_id == case.id, due.c.state == "open"))
