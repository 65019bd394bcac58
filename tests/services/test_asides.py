"""What lies beside a case: streams, words that wait, voices, sharing; nothing inside ever gets out."""

import json
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

from domain.cases import hearing, notes, screens, sharing, talk, triage
from domain.cases.intake import report
from domain.cases.rules import Draft, EmptyWords, IllegalTransition, Media, MediaKind
from domain.cases.service import ById, ByNumber, act
from domain.cases.streams import Proposal, SameStream, Stream
from domain.cases.table import Action
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from handlers.ports import Wanted
from handlers.rendering import Renderer
from handlers.texts import load
from storage import memberships, seeding
from storage.destinations import decode_params
from storage.reader import SqlReader
from storage.tables import audit, case_messages, cases, dialogues, due, entries, outbox
from tests.machines.desk import GROUP, Desk

NUMBERS = count(1)
VOICE = Media(MediaKind.VOICE, "file-1", 1000)
WORKERS_CHAT = -1006


def say(desk: Desk, who: str, service: Any, *args: Any, group: bool = False, **more: Any) -> Any:
    def run(tx: Any, actor: Any) -> Any:
        return service(tx, actor, *args, **more)

    said = desk.say(next(NUMBERS), who, run, group=group)
    if said.refused is not None:
        raise said.refused
    return said.answer


def draft(desk: Desk, text: str = "the lift", **more: Any) -> Draft:
    return Draft(text, message_id=next(NUMBERS), said_at=desk.clock.now(), **more)


def taken(desk: Desk, **more: Any) -> Any:
    case = say(desk, "an", report, draft(desk, **more))
    case = say(desk, "wang", act, ById(case.id), Action.TAKE)
    desk.fresh_outbox()
    return case


def waiting(desk: Desk, case: Any, who: str = "wang", words: str = "at three") -> int:
    """A worker's words that wait; the id of their entry."""
    say(desk, who, talk.say, ById(case.id), draft(desk, words))
    (note,) = desk.rows(select(entries.c.id).where(entries.c.kind == "draft").order_by(entries.c.id))
    return int(note.id)


def params(row: Any) -> dict[str, Any]:
    return dict(json.loads(row.params))


def test_a_proposal_comes_with_the_report_and_waits_for_a_worker(desk: Desk) -> None:
    proposal = Proposal(Stream.PUBLIC, "gas", sure=True)
    case = say(desk, "an", report, draft(desk, proposal=proposal))
    (row,) = desk.rows(select(cases))
    assert (row.stream, row.stream_reason, row.stream_sure, row.stream_settled) == (
        "public", "gas", True, False
    )  # fmt: skip
    desk.fresh_outbox()
    assert say(desk, "wang", triage.settle, case.id, Stream.PUBLIC).stream_settled
    (told,) = desk.fresh_outbox()
    assert (told.key, params(told)["stream"]) == ("case-stream-told", "public")
    assert told.destination.startswith(f"person:{desk.people['an']}@")
    note = desk.rows(select(audit).order_by(audit.c.id))[-1]
    assert (note.action, note.subject) == ("stream.public", "triage")
    with pytest.raises(SameStream):
        say(desk, "li", triage.settle, case.id, Stream.PUBLIC)


@pytest.mark.parametrize(("who", "error"), [("an", NotAllowed), ("bo", NotFound), ("stranger", NotFound)])
def test_who_is_no_worker_settles_nothing(desk: Desk, who: str, error: type[DomainError]) -> None:
    case = taken(desk)
    for service in (triage.settle, triage.ask):
        more = (Stream.PUBLIC,) if service is triage.settle else ()
        with pytest.raises(error):
            say(desk, who, service, case.id, *more)
    assert not desk.rows(select(cases))[0].stream_settled


def test_a_later_part_of_an_album_brings_the_words_that_point_somewhere(desk: Desk) -> None:
    photo = Media(MediaKind.PHOTO, "f")
    say(desk, "an", report, draft(desk, "", media=(photo,), album="a"))
    worded = draft(desk, "gas", media=(photo,), album="a", proposal=Proposal(Stream.PUBLIC, "gas", sure=True))
    case = say(desk, "an", report, worded)
    assert desk.rows(select(cases.c.id, cases.c.stream)) == [(case.id, "public")]


def test_a_nod_is_left_in_the_group_and_none_in_private(desk: Desk) -> None:
    said = draft(desk)
    say(desk, "an", report, said, group=True)
    nod = next(row for row in desk.fresh_outbox() if row.key == "act:react")
    assert (nod.destination, params(nod)) == (f"chat:{GROUP}>{said.message_id}", {"emoji": "👌"})
    say(desk, "an", report, draft(desk))
    assert [row.key for row in desk.fresh_outbox()] == ["card", "case-filed"]


def test_the_question_stands_among_workers_and_nowhere_else(desk: Desk) -> None:
    case = taken(desk)
    desk.write(
        lambda c: seeding.bind_chat(desk.deps.scope(c), WORKERS_CHAT, "supergroup", desk.compound, "workers")
    )
    among = desk.write(lambda c: desk.deps.open(c).cases.among_workers(case, WORKERS_CHAT))
    assert among
    assert not desk.write(lambda c: desk.deps.open(c).cases.among_workers(case, GROUP))
    say(desk, "wang", talk.say, ById(case.id), draft(desk, "inside"), group=True)
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("case-note", f"person:{desk.people['wang']}@{GROUP}")


def test_words_that_were_chosen_for_are_chosen_for_once(desk: Desk) -> None:
    case = taken(desk)
    note = waiting(desk, case)
    desk.fresh_outbox()
    say(desk, "wang", notes.send, case.id, note)
    (row,) = desk.fresh_outbox()
    assert (row.key, params(row)["words"]) == ("case-replied", {"@r": ["entry", note]})
    for service in (notes.send, notes.keep):
        with pytest.raises(notes.NoteDecided) as refused:
            say(desk, "wang", service, case.id, note)
        assert refused.value.params["sent"] == 1
    assert desk.fresh_outbox() == []
    desk.pass_time(timedelta(minutes=31))
    assert desk.fresh_outbox() == []
    assert desk.rows(select(entries.c.kind).where(entries.c.id == note)) == [("step",)]


def test_half_an_hour_later_they_stay_inside_and_their_writer_hears_it_once(desk: Desk) -> None:
    case = taken(desk)
    note = waiting(desk, case)
    desk.fresh_outbox()
    desk.pass_time(timedelta(minutes=30, seconds=1))
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("case-note-kept", f"person:{desk.people['wang']}")
    with pytest.raises(notes.NoteDecided):
        say(desk, "wang", notes.send, case.id, note)
    desk.pass_time(timedelta(minutes=5))
    assert desk.fresh_outbox() == []


def test_after_an_outage_all_that_stayed_inside_is_said_in_one_message(desk: Desk) -> None:
    case = taken(desk)
    for words in ("one", "two"):
        say(desk, "wang", talk.say, ById(case.id), draft(desk, words))
    desk.fresh_outbox()
    desk.pass_time(timedelta(hours=3))
    assert [row.key for row in desk.fresh_outbox() if row.key != "case-due-soon"] == ["case-note-kept"]


def test_at_night_their_writer_is_not_woken(desk: Desk) -> None:
    case = taken(desk)
    desk.pass_time(timedelta(hours=12, minutes=20))  # 21:20
    waiting(desk, case)
    desk.fresh_outbox()
    desk.pass_time(timedelta(minutes=31))
    (row,) = desk.fresh_outbox()
    assert row.not_before - desk.clock.now() > timedelta(hours=10)


def test_only_their_writer_chooses_and_only_the_handler_sends(desk: Desk) -> None:
    case = taken(desk)
    note = waiting(desk, case, who="li")
    for who, error in (("wang", notes.NoteOfAnother), ("an", NotFound), ("bo", NotFound)):
        for service in (notes.send, notes.keep):
            with pytest.raises(error):
                say(desk, who, service, case.id, note)
    with pytest.raises(IllegalTransition):
        say(desk, "li", notes.send, case.id, note)
    assert desk.rows(select(entries.c.kind).where(entries.c.id == note)) == [("draft",)]
    say(desk, "li", notes.keep, case.id, note)


def test_no_entry_of_another_kind_or_case_is_taken_for_waiting_words(desk: Desk) -> None:
    case, other = taken(desk), taken(desk)
    note = waiting(desk, case)
    first = desk.rows(select(entries.c.id).where(entries.c.kind == "report"))[0].id
    for case_id, entry_id in ((other.id, note), (case.id, first), (case.id, 12345)):
        with pytest.raises(NotFound):
            say(desk, "wang", notes.send, case_id, entry_id)
    with pytest.raises(EmptyWords):
        say(desk, "wang", talk.say, ById(case.id), draft(desk, "  "))
    with pytest.raises(talk.WordsOnly):
        say(desk, "wang", talk.say, ById(case.id), draft(desk, "see", media=(VOICE,)))


def test_a_voice_is_written_down_by_a_worker_and_judged_by_whoever_spoke(desk: Desk) -> None:
    case = taken(desk, media=(VOICE,))
    for who, error in (("an", NotAllowed), ("bo", NotFound)):
        with pytest.raises(error):
            say(desk, who, hearing.begin, case.id)
    say(desk, "li", hearing.begin, case.id)
    (dialogue,) = desk.rows(select(dialogues))
    assert json.loads(dialogue.data) == {"case": case.id, "number": case.number, "action": "heard"}
    desk.fresh_outbox()
    heard = Proposal(Stream.PUBLIC, "gas", sure=True)
    say(desk, "li", hearing.write, case.id, draft(desk, "gas in the cellar", proposal=heard))
    asked, noted = desk.fresh_outbox()
    assert (asked.key, noted.key, noted.destination) == (
        "case-heard", "case-heard-asked", f"person:{desk.people['li']}"
    )  # fmt: skip
    line = params(asked)["entry"]
    for who in ("li", "wang", "bo"):
        with pytest.raises(NotFound):
            say(desk, who, hearing.confirm, case.id, line)
    say(desk, "an", hearing.confirm, case.id, line)
    with pytest.raises(hearing.HeardAlready):
        say(desk, "an", hearing.deny, case.id, line)
    assert desk.rows(select(entries.c.kind).where(entries.c.id == line)) == [("spoken",)]
    assert desk.rows(select(cases.c.stream)) == [("public",)]


def test_what_a_group_has_seen_is_known_by_its_ids_and_taken_down_where_the_bot_may(desk: Desk) -> None:
    said = draft(desk)
    case = say(desk, "an", report, said, group=True)
    assert desk.rows(select(case_messages.c.chat_id, case_messages.c.message_id)) == [
        (GROUP, said.message_id)
    ]
    desk.fresh_outbox()
    assert not say(desk, "an", sharing.take_down, case.id)
    assert [row.key for row in desk.fresh_outbox()] == ["case-down-yourself"]
    desk.write(lambda c: memberships.deletes(c, GROUP, True))
    for _ in range(2):
        assert say(desk, "an", sharing.take_down, case.id)
    (row,) = desk.fresh_outbox()  # a second tap deletes nothing twice
    assert (row.key, row.destination) == ("act:delete", f"chat:{GROUP}>{said.message_id}")
    desk.pass_time(sharing.DELETABLE)
    assert not say(desk, "an", sharing.take_down, case.id)
    for who in ("wang", "bo"):
        with pytest.raises(NotFound):
            say(desk, who, sharing.take_down, case.id)


def test_a_case_is_for_workers_until_its_reporter_says_otherwise(desk: Desk) -> None:
    case = taken(desk)
    with pytest.raises(NotFound):
        say(desk, "bo", screens.show_case, ByNumber(case.number))
    with pytest.raises(NotFound):
        say(desk, "wang", sharing.share, case.id, shared=True)
    say(desk, "an", sharing.share, case.id, shared=True)
    desk.fresh_outbox()
    say(desk, "bo", screens.show_case, ByNumber(case.number))
    (row,) = desk.fresh_outbox()
    assert (row.key, row.destination) == ("case-shared", f"person:{desk.people['bo']}")
    for which in (ById(case.id), ByNumber(case.number)):
        with pytest.raises(NotFound):
            say(desk, "stranger", screens.show_case, which)
        with pytest.raises(NotFound):
            say(desk, "bo", screens.show_words, which, 0)
    say(desk, "an", sharing.share, case.id, shared=False)
    with pytest.raises(NotFound):
        say(desk, "bo", screens.show_case, ByNumber(case.number))


SECRET = "zq-inside"
STEPS = st.sampled_from([
    "draft", "draft-by-another", "send-last", "keep-last", "share", "look", "words", "media", "mine",
    "neighbour", "add", "reply", "finish", "reopen", "confirm", "half-an-hour", "stream", "voice",
])  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(STEPS, min_size=4, max_size=14))
def test_what_stays_inside_never_reaches_a_resident(steps: list[str]) -> None:
    desk = Desk.fresh()
    try:
        case = taken(desk, media=(VOICE,))
        sent: set[int] = set()
        for step in [*steps, "look", "words", "neighbour"]:
            _walk(desk, case, step, sent)
        for name in ("an", "bo"):
            shown = _all_shown(desk, name)
            for number in _inside(desk, sent):
                assert f"{SECRET}-{number}" not in shown
    finally:
        desk.close()


def _walk(desk: Desk, case: Any, step: str, sent: set[int]) -> None:
    """One step of somebody; what is refused is refused."""
    last = [row.id for row in desk.rows(select(entries).where(entries.c.kind == "draft"))]
    by_id = ById(case.id)
    ways: dict[str, tuple[Any, ...]] = {
        "draft": ("wang", talk.say, by_id, draft(desk, f"{SECRET}-{next(NUMBERS)}.")),
        "draft-by-another": ("li", talk.say, by_id, draft(desk, f"{SECRET}-{next(NUMBERS)}.")),
        "send-last": ("wang", notes.send, case.id, last[-1] if last else 0),
        "keep-last": ("wang", notes.keep, case.id, last[-1] if last else 0),
        "look": ("an", screens.show_case, by_id),
        "words": ("an", screens.show_words, by_id, 0),
        "media": ("an", screens.show_media, by_id),
        "mine": ("an", screens.show_mine),
        "neighbour": ("bo", screens.show_case, ByNumber(case.number)),
        "add": ("an", talk.say, by_id, draft(desk, "more")),
        "reply": ("wang", act, by_id, Action.REPLY, "at three"),
        "finish": ("wang", act, by_id, Action.FINISH, "done"),
        "reopen": ("an", act, by_id, Action.REOPEN),
        "confirm": ("an", act, by_id, Action.CONFIRM),
        "stream": ("wang", triage.settle, case.id, Stream.PRIVATE),
        "voice": ("wang", hearing.write, case.id, draft(desk, "heard")),
    }
    if step == "half-an-hour":
        desk.pass_time(timedelta(minutes=31))
        return
    try:
        if step == "share":
            say(desk, "an", sharing.share, case.id, shared=True)
        else:
            say(desk, *ways[step])
            sent |= {last[-1]} if step == "send-last" else set()
    except DomainError:
        return


def _inside(desk: Desk, sent: set[int]) -> list[str]:
    """The marks of all words that nobody has sent."""

    def read(connection: Connection) -> list[str]:
        reader = SqlReader(connection, desk.deps.vault)
        rows = connection.execute(select(entries.c.id).where(entries.c.kind != "report")).all()
        found = {row.id: reader.entry_words(row.id) or "" for row in rows}
        return [w.removeprefix(f"{SECRET}-") for i, w in found.items() if SECRET in w and i not in sent]

    return list(desk.run(desk.store.read(read)))


def _all_shown(desk: Desk, name: str) -> str:
    """Every message to that person, rendered as it would leave now."""

    def render(connection: Connection) -> str:
        renderer, reader = Renderer(load(), desk.clock), SqlReader(connection, desk.deps.vault)
        told = connection.execute(
            select(outbox).where(outbox.c.destination.like(f"person:{desk.people[name]}%"))
        ).all()
        assert name == "bo" or told
        shown = (
            renderer.render(
                Wanted(row.key, dict(decode_params(row.params)), row.about, row.destination, "en",
                       "Asia/Shanghai", True, desk.people[name], row.id), reader
            )
            for row in told
        )  # fmt: skip
        return "\n".join(one.html for one in shown if one is not None)

    return str(desk.run(desk.store.read(render)))


def test_several_untaken_cases_of_one_hour_are_one_reminder(desk: Desk) -> None:
    for _ in range(3):
        say(desk, "an", report, draft(desk))
    one = say(desk, "bo", report, draft(desk))
    say(desk, "li", act, ById(one.id), Action.TAKE)
    desk.fresh_outbox()
    desk.write(lambda c: c.execute(update(due).where(due.c.kind == "duty.digest").values(state="done")))
    desk.pass_time(timedelta(hours=7))
    told = [row for row in desk.fresh_outbox() if row.key.startswith("case")]
    assert [(row.key, row.about) for row in told] == [("cases-untaken", None), ("case-due-soon", one.id)]
