"""Old links, old drafts, old posts and passers-by: what was once allowed is asked again when it is used."""

from typing import Any

import pytest
from sqlalchemy import select, update

from domain.cases.intake import report
from domain.cases.rules import Draft
from domain.cases.screens import show_case
from domain.cases.service import ById, ByNumber, act
from domain.cases.sharing import share
from domain.cases.table import Action
from domain.guide import answering, asking
from domain.guide.rules import Asked, Found, Hit, HitKind, Outcome
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Role
from domain.places import groups, homes, me, staff
from domain.places.households import Kind
from domain.places.steps import BadLink, NotAdmin, Offer
from domain.polls import drafting, leading
from domain.polls.drafts import Wording
from domain.polls.rules import Option
from storage import seeding
from storage.purging import old_files
from storage.setups import proof_of
from storage.tables import appointments, cards, chats, grants, jobs, outbox, places
from storage.tx import transaction
from tests.machines.block import NUMBERS, Block, say
from tests.machines.desk import GROUP, Desk

UNKNOWN = Found(Outcome.UNKNOWN)
PASSER_BY, WORKERS_GROUP = 99_001, -1011


def steward(desk: Desk) -> None:
    desk.people = dict(desk.people)
    desk.write(lambda c: desk._add(desk.deps.scope(c), "chief", Role.STEWARD, desk.compound))


def nobody(desk: Desk) -> None:
    """Somebody known, without a place anywhere, where only one compound is left to be meant."""

    def put(connection: Any) -> None:
        scope = desk.deps.scope(connection)
        desk.people = {**desk.people, "passer": 0}
        user = 1000 + list(desk.people).index("passer")
        desk.people["passer"] = seeding.add_person(scope, user, "passer", "zh-CN", private_open=True)
        connection.execute(
            update(places)
            .where(places.c.level == "compound", places.c.id != desk.compound)
            .values(level="gone")
        )

    desk.write(put)


def test_a_link_of_a_steward_who_is_none_any_more_appoints_nobody(desk: Desk) -> None:
    steward(desk)
    say(desk, "chief", staff.invite_everywhere, desk.compound)
    made = desk.rows(select(appointments.c.id))[0].id
    proof = proof_of(desk.deps.vault, made)
    desk.write(lambda c: c.execute(grants.delete().where(grants.c.person_id == desk.people["chief"])))
    with pytest.raises(BadLink):
        say(desk, "an", staff.accept, made, proof)


def test_a_former_captain_does_not_learn_from_an_old_draft_who_lives_there(desk: Desk) -> None:
    poll = say(desk, "captain", drafting.draft, Wording("When?", (Option("9"), Option("10"))))
    desk.write(
        lambda c: c.execute(
            update(grants).where(grants.c.person_id == desk.people["captain"]).values(role="resident")
        )
    )
    for service in (leading.show_missing, leading.nudge):
        with pytest.raises(NotAllowed):
            say(desk, "captain", service, poll.id)


@pytest.mark.parametrize("admin", [True, False])
def test_a_steward_takes_no_group_that_they_do_not_administer(desk: Desk, admin: bool) -> None:
    steward(desk)

    def put(tx: Any) -> int:
        made = tx.new_id()
        tx.setups.add_offer(Offer(made, -1012, desk.people["chief"], "New", admin, tx.now))
        tx.setups.choose(made, desk.compound)
        return int(made)

    offer = desk.write(transaction(desk.deps, put))
    if admin:
        say(desk, "chief", groups.bind, offer, "residents")
        return
    with pytest.raises(NotAdmin):
        say(desk, "chief", groups.bind, offer, "residents")
    assert desk.rows(select(chats).where(chats.c.chat_id == -1012)) == []


def test_a_group_that_workers_read_no_more_shows_their_cards_no_more(desk: Desk) -> None:
    steward(desk)
    desk.write(
        lambda c: seeding.bind_chat(desk.deps.scope(c), WORKERS_GROUP, "supergroup", desk.compound, "workers")
    )
    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    of_case = cards.c.subject_id == filed.id
    desk.write(
        lambda c: c.execute(update(cards).where(of_case).values(chat_id=WORKERS_GROUP, message_id=5, shown=1))
    )
    desk.write(lambda c: c.execute(update(outbox).where(outbox.c.key == "card").values(state="sent")))
    offer = say(desk, "chief", groups.move, WORKERS_GROUP)
    offer = desk.write(
        lambda c: c.execute(select(outbox.c.about).where(outbox.c.key == "setup-bind")).scalar()
    )
    say(desk, "chief", groups.bind, offer, "residents")
    (card,) = desk.rows(select(cards.c.chat_id, cards.c.message_id).where(of_case))
    assert tuple(card) == (None, None)
    again = select(outbox.c.state).where(outbox.c.key == "card", outbox.c.about == filed.id)
    assert [row.state for row in desk.rows(again)] == ["new"]


def test_a_captain_who_read_tenant_confirms_no_owner(desk: Desk) -> None:
    block = Block(desk)
    asked = block.asked("an", Kind.TENANT)
    say(desk, "an", lambda tx, a: me.become(tx, a, asked.id, Kind.OWNER))
    with pytest.raises(NotFound):
        say(desk, "zhao", lambda tx, a: homes.vouch(tx, a, asked.id, known=True))


def test_what_neighbours_share_is_not_for_passers_by(desk: Desk) -> None:
    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "an", lambda tx, a: share(tx, a, filed.id, shared=True))
    asked = say(desk, "an", asking.ask, Asked("bees?", 7, desk.clock.now()), UNKNOWN)
    say(desk, "an", answering.hand_on, asked.id)
    say(desk, "wang", answering.answer, asked.id, "no")
    say(desk, "wang", answering.share, asked.id)
    nobody(desk)
    assert say(desk, "bo", show_case, ByNumber(filed.number)).id == filed.id
    with pytest.raises(NotFound):
        say(desk, "passer", show_case, ByNumber(filed.number))
    found = Found(Outcome.ANSWER, (Hit(HitKind.ANSWERED, asked.id),))
    assert say(desk, "bo", asking.ask, Asked("bees?", 8, desk.clock.now()), found).hits
    assert not say(desk, "passer", asking.ask, Asked("bees?", 9, desk.clock.now()), found).hits


def test_sheets_of_codes_and_their_pictures_go_after_a_week_too(desk: Desk) -> None:
    def put(connection: Any) -> list[tuple[int, str]]:
        kinds = ("ledger", "code-sheet", "qr", "poll.picture")
        for number, kind in enumerate(kinds):
            row = {"id": number, "kind": kind, "compound_id": desk.compound, "asked_by": desk.people["an"]}
            at = {"created_at": desk.clock.now(), "ended_at": desk.clock.now()}
            connection.execute(jobs.insert(), row | at | {"params": "{}", "state": "done", "result": kind})
        return list(old_files(connection, desk.clock.now().replace(year=2030)))

    assert [name for _, name in desk.write(put)] == ["ledger", "code-sheet", "qr"]


OUTSIDERS = ("stranger", "deng", "captain")


@pytest.mark.parametrize("who", OUTSIDERS)
def test_forged_buttons_on_another_persons_things_do_nothing(desk: Desk, who: str) -> None:
    """A worker elsewhere, a neighbour, a captain: the id of a case, a question or a draft opens nothing."""
    from domain.cases import hearing, notes, screens, sharing, talk
    from domain.flows import duties, question_to_case
    from domain.polls import posting

    filed = say(desk, "an", report, Draft("lift", 1, desk.clock.now()))
    say(desk, "wang", act, ById(filed.id), Action.TAKE)
    question = say(desk, "an", asking.ask, Asked("bees?", 7, desk.clock.now()), UNKNOWN)
    poll = say(desk, "captain", drafting.draft, Wording("When?", (Option("9"), Option("10"))))
    which, worker = ById(filed.id), desk.people["wang"]
    drafted = Draft("x", 9, desk.clock.now())
    forged: list[tuple[Any, ...]] = [
        *((act, which, action, "x") for action in Action),
        *((talk.ask, which, action) for action in Action),
        (talk.done, which, "x"),
        (talk.say, which, drafted),
        (screens.show_case, which),
        (screens.show_words, which, 0),
        (screens.show_media, which),
        (lambda tx, a: sharing.share(tx, a, filed.id, shared=True),),
        (sharing.take_down, filed.id),
        (hearing.begin, filed.id),
        (hearing.confirm, filed.id, 1),
        (notes.send, filed.id, 1),
        (duties.choose, filed.id),
        (duties.offer, filed.id, worker),
        (duties.accept, filed.id, worker),
        (duties.decline, filed.id, worker),
        (asking.choose, question.id, 0),
        (asking.not_this, question.id),
        (asking.useful, question.id),
        (asking.again, question.id),
        (asking.meant, question.id),
        (answering.hand_on, question.id),
        (answering.withdraw, question.id),
        (answering.take, question.id),
        (answering.answer, question.id, "x"),
        (question_to_case.report_instead, question.id),
    ]
    if who != "captain":
        forged += [
            (posting.post, poll.id, GROUP),
            (posting.drop, poll.id),
            (posting.set_unit, poll.id),
            (drafting.ask_text, poll.id),
            (leading.show_missing, poll.id),
            (leading.end, poll.id),
        ]
    before = len(desk.rows(select(outbox)))
    done = []
    for service, *args in forged:
        said = desk.say(next(NUMBERS), who, service, *args)
        if not isinstance(said.refused, DomainError):
            done.append(service)
    assert done == []
    assert len(desk.rows(select(outbox))) == before
