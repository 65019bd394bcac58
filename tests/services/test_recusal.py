"""回避: whoever a case is about meets it nowhere, from its first second on."""

import json
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from domain.cases import ledger, recusal, screens
from domain.cases.intake import report
from domain.cases.recusal import KeptOut
from domain.cases.rules import Draft
from domain.cases.service import ById, ByNumber, act
from domain.cases.sharing import share
from domain.cases.table import Action, State
from domain.flows import duties
from domain.kernel.errors import NotFound
from handlers.ports import Wanted
from handlers.rendering import Renderer
from handlers.texts import load
from storage import jobs, seeding
from storage.destinations import decode, decode_params
from storage.directory import directory
from storage.reader import SqlReader
from storage.routes import Fan
from storage.tables import case_events, cases, outbox, persons
from tests.machines.desk import Desk

NUMBERS = count(1)
CANARY = "xylophone"
WORKERS_CHAT = -1006


def say(desk: Desk, who: str, service: Any, *args: Any, group: bool = False, **more: Any) -> Any:
    said = desk.say(next(NUMBERS), who, lambda tx, a: service(tx, a, *args, **more), group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def filed(desk: Desk, text: str = f"Wang shouted {CANARY}", **more: Any) -> Any:
    """Reported by An; Wang and Li work there."""
    return say(desk, "an", report, Draft(text, next(NUMBERS), desk.clock.now()), **more)


def people(desk: Desk) -> None:
    """Names as the platform tells them, long enough to be looked for."""
    for who in ("wang", "li"):
        say(desk, who, screens.show_mine)

    def rename(connection: Connection) -> None:
        vault = desk.deps.vault
        for who, name in (("wang", "Wang"), ("li", "Li Xiang")):
            one = desk.people[who]
            sealed = vault.seal(connection, one, "persons", "name", one, name)
            connection.execute(update(persons).where(persons.c.id == one).values(name=sealed))

    desk.write(rename)
    desk.fresh_outbox()


def row(desk: Desk) -> Any:
    (found,) = desk.rows(select(cases))
    return found


def shown_to(desk: Desk, wanted: Any, recipient: int | None, private: bool) -> Any:
    renderer = Renderer(load(), desk.clock)

    def render(connection: Connection) -> Any:
        made = Wanted(
            key=wanted.key if wanted.key != "card" else "card:case",
            params=dict(decode_params(wanted.params)),
            about=wanted.about,
            destination=wanted.destination,
            locale="en",
            zone="Asia/Shanghai",
            private=private,
            recipient_id=recipient,
        )
        return renderer.render(made, SqlReader(connection, desk.deps.vault))

    return desk.run(desk.store.read(render))


def bind_workers(desk: Desk) -> None:
    desk.write(
        lambda c: seeding.bind_chat(desk.deps.scope(c), WORKERS_CHAT, "supergroup", desk.compound, "workers")
    )


def reads(desk: Desk, who: str) -> list[str]:
    """All that this person is shown of what waits to leave, whispers and the workers' group included."""
    me, seen = desk.people[who], []
    for one in desk.rows(select(outbox).order_by(outbox.c.id)):
        if one.key.startswith("act:"):
            continue
        to = decode(one.destination)
        way = desk.run(desk.store.read(lambda c, to=to: directory(c, [to]).way(to)))
        if isinstance(way, Fan):
            readers = [(me, True)] if me in way.person_ids else []
        elif getattr(way, "chat_id", 0) == WORKERS_CHAT:
            readers = [(None, False)]
        else:
            readers = [(me, True)] if getattr(way, "person_id", None) == me else []
        for recipient, private in readers:
            shown = shown_to(desk, one, recipient, private)
            if shown is not None:
                seen.append(shown.html + " ".join(b.text for line in shown.buttons for b in line))
    return seen


def test_words_that_name_a_worker_keep_them_out_before_anybody_answers(desk: Desk) -> None:
    people(desk)
    bind_workers(desk)
    case = filed(desk)
    assert row(desk).assignee_id == desk.people["li"]
    keys = [one.key for one in desk.fresh_outbox()]
    assert "case-about-worker" in keys
    with pytest.raises(NotFound):
        say(desk, "wang", act, ById(case.id), Action.TAKE)
    with pytest.raises(NotFound):
        say(desk, "wang", screens.show_case, ByNumber(case.number))
    assert not [words for words in reads(desk, "wang") if CANARY in words or f"#{case.number}" in words]
    assert [words for words in reads(desk, "li") if CANARY in words]


def test_it_is_not_about_them(desk: Desk) -> None:
    people(desk)
    case = filed(desk)
    say(desk, "an", recusal.deny, case.id, desk.people["wang"])
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    assert row(desk).handler_id == desk.people["wang"]
    with pytest.raises(NotFound):
        say(desk, "an", recusal.deny, case.id, desk.people["wang"])


def test_it_is_about_them(desk: Desk) -> None:
    people(desk)
    case = filed(desk)
    say(desk, "an", recusal.affirm, case.id, desk.people["wang"])
    with pytest.raises(KeptOut):
        say(desk, "an", recusal.affirm, case.id, desk.people["wang"])
    with pytest.raises(NotFound):
        say(desk, "wang", act, ById(case.id), Action.TAKE)


def test_nobody_but_the_reporter_says_whom_it_is_about(desk: Desk) -> None:
    case = filed(desk, "the lift")
    for who in ("li", "bo", "stranger"):
        for service in (recusal.affirm, recusal.deny):
            with pytest.raises(NotFound):
                say(desk, who, service, case.id, desk.people["wang"])


def test_a_worker_keeps_out_and_the_case_goes_on(desk: Desk) -> None:
    case = filed(desk, f"the lift {CANARY}")
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    due = row(desk).due_at
    say(desk, "wang", recusal.step_back, case.id)
    now = row(desk)
    assert (now.state, now.handler_id, now.assignee_id, now.due_at) == (
        State.FILED, None, desk.people["li"], due
    )  # fmt: skip
    with pytest.raises(NotFound):
        say(desk, "wang", act, ById(case.id), Action.TAKE)
    with pytest.raises(NotFound):
        say(desk, "an", recusal.deny, case.id, desk.people["wang"])  # nobody takes back what they said
    say(desk, "li", act, ById(case.id), Action.TAKE)
    assert [one.action for one in desk.rows(select(case_events).order_by(case_events.c.id))] == [
        "file", "take", "recuse", "take"
    ]  # fmt: skip


def test_a_paused_case_runs_again_when_its_handler_keeps_out(desk: Desk) -> None:
    case = filed(desk, "the lift")
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.write(lambda c: c.execute(update(cases).values(state="waiting")))
    say(desk, "wang", recusal.step_back, case.id)
    assert (row(desk).state, row(desk).handler_id) == (State.FILED, None)


def test_no_list_no_count_no_ledger_and_no_offer_names_it(desk: Desk) -> None:
    people(desk)
    case = filed(desk)
    wang = desk.people["wang"]

    def look(connection: Connection) -> Any:
        reader = SqlReader(connection, desk.deps.vault)
        lists = (reader.duties_of(wang, 10), reader.duty_counts(wang), reader.late_for(f"person:{wang}", 9))
        return (*lists, reader.late_for(f"workers:{desk.compound}", 9), reader.colleagues(case.id, 0))

    mine, counts, late, together, colleagues = desk.run(desk.store.read(look))
    assert (mine, counts, late, together) == ((), (0, 0), (), ())
    assert [one for one, _ in colleagues] == [desk.people["li"]]
    say(desk, "wang", ledger.ask, group=True)
    job = desk.run(desk.store.read(jobs.following))
    assert desk.run(desk.store.read(lambda c: jobs.case_ids(c, job, 10))) == []
    say(desk, "li", act, ById(case.id), Action.TAKE)
    with pytest.raises(NotFound):
        say(desk, "li", duties.offer, case.id, wang)


def test_a_case_shown_to_everybody_is_not_shown_to_them(desk: Desk) -> None:
    people(desk)
    case = filed(desk)
    say(desk, "an", share, case.id, shared=True)
    with pytest.raises(NotFound):
        say(desk, "wang", screens.show_case, ByNumber(case.number), group=True)


def test_reminders_find_the_others_alone(desk: Desk) -> None:
    people(desk)
    bind_workers(desk)
    case = filed(desk)
    desk.fresh_outbox()
    desk.pass_time(timedelta(hours=9))
    reminders = [one for one in desk.fresh_outbox() if one.about == case.id]
    assert reminders
    assert not [words for words in reads(desk, "wang") if f"#{case.number}" in words or CANARY in words]


def test_a_reopened_case_does_not_go_back_to_whom_it_is_about(desk: Desk) -> None:
    case = filed(desk, "the lift")
    say(desk, "wang", act, ById(case.id), Action.TAKE)
    say(desk, "wang", act, ById(case.id), Action.FINISH, "done")
    say(desk, "an", recusal.affirm, case.id, desk.people["wang"])
    say(desk, "an", act, ById(case.id), Action.REOPEN, "no")
    now = row(desk)
    assert (now.state, now.handler_id, now.assignee_id) == (State.FILED, None, desk.people["li"])


def test_where_nobody_is_left_whoever_reported_is_told(desk: Desk) -> None:
    case = filed(desk, "the lift")
    for who in ("wang", "li"):
        say(desk, "an", recusal.affirm, case.id, desk.people[who])
    told = [one for one in desk.fresh_outbox() if one.key == "case-about-nobody"]
    assert [json.loads(one.params)["number"] for one in told] == [case.number]
    assert row(desk).assignee_id is None
