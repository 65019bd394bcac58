"""Households, rule by rule: who may make a code, who may vouch, what is sealed, what an erasure leaves."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.places import codes, homes, leaving, me
from domain.places.codes import CodeExpired, CodeUsed, UnknownCode
from domain.places.households import (
    AlreadyHome,
    CaptainFirst,
    HomeDecided,
    HomeState,
    Kind,
    NoSuchRoom,
    OwnHome,
    TooLateToUndo,
    TooManyHomes,
    WasRefused,
)
from domain.places.me import HasPost
from storage import seeding
from storage.tables import audit, grants, home_codes, outbox, residencies
from tests.machines.block import Block, say, token_of
from tests.machines.desk import Desk


def vouched(desk: Desk, who: str, residency_id: int, known: bool = True) -> Any:
    return say(desk, who, lambda tx, actor: homes.vouch(tx, actor, residency_id, known=known))


@pytest.fixture
def block(desk: Desk) -> Block:
    return Block(desk)


@pytest.mark.parametrize("who", ["zhao", "wang"])
def test_a_captain_of_the_building_or_a_worker_makes_a_code(block: Block, who: str) -> None:
    (code,) = say(block.desk, who, codes.make, "3号楼2单元501")
    (row,) = block.desk.rows(select(home_codes))
    assert (row.household_id, row.made_by, row.used) == (block.rooms[2], block.desk.people[who], False)
    assert code.expires_at == block.desk.clock.now() + timedelta(days=14)
    token = block.desk.write(lambda c: token_of(block.desk, c, code.id))
    assert len(token) == 22
    assert token.encode() not in row.token + row.digest
    (told,) = block.desk.fresh_outbox()
    assert (told.key, told.about) == ("home-code", code.id)
    assert token not in told.params


@pytest.mark.parametrize("who", ["qian", "an", "stranger"])
def test_nobody_else_makes_one(block: Block, who: str) -> None:
    with pytest.raises((NotAllowed, NoSuchRoom)):
        say(block.desk, who, codes.make, "3-2-501")
    assert block.desk.rows(select(home_codes)) == []


@pytest.mark.parametrize("room", ["3-501", "3-9-501", "501", "x"])
def test_a_room_that_is_none_or_several_is_asked_for_again(block: Block, room: str) -> None:
    with pytest.raises(NoSuchRoom):
        say(block.desk, "zhao", codes.make, room)


def test_a_code_for_no_home_asks_which(block: Block) -> None:
    with pytest.raises(codes.WhichRoom):
        say(block.desk, "zhao", codes.make, " ")
    with pytest.raises(NotAllowed):
        say(block.desk, "an", codes.make, "")


def test_a_building_gets_a_code_for_every_household_in_which_nobody_lives(block: Block) -> None:
    block.settled("an")
    block.desk.fresh_outbox()
    made = say(block.desk, "zhao", codes.make, "3号楼")
    assert [code.household_id for code in made] == [block.rooms[1]]
    (told,) = block.desk.fresh_outbox()
    assert told.key == "home-codes-making"
    with pytest.raises(codes.NoEmptyHomes):
        say(block.desk, "zhao", codes.make, "3号楼2单元")
    with pytest.raises(NotAllowed):
        say(block.desk, "qian", codes.make, "3号楼")
    with pytest.raises(NoSuchRoom):
        say(block.desk, "bo", homes.say_room, "3号楼1单元")


def test_where_somebody_lives_stands_nowhere_in_the_open(block: Block) -> None:
    lives = block.settled("an")
    assert block.homes_of("an", block.desk.compound) == (block.rooms[2],)
    (row,) = block.desk.rows(select(residencies))
    assert str(block.rooms[2]).encode() not in row.household + row.household_blind
    assert row.place_id == block.units[1]
    held = block.desk.rows(select(grants.c.place_id).where(grants.c.person_id == block.desk.people["an"]))
    assert {place for (place,) in held} == {block.desk.compound, block.units[1]}
    (code,) = block.desk.rows(select(home_codes))
    assert (code.household_id, code.token, code.used) == (None, None, True)
    open_words = [f"{row.destination}{row.params}" for row in block.desk.rows(select(outbox))]
    assert not [words for words in open_words if str(block.rooms[2]) in words or "501" in words]
    assert lives.verified_by == block.desk.people["zhao"]


def test_households_and_members_are_found_both_ways(block: Block) -> None:
    block.settled("an")
    block.settled("bo")
    both = (block.desk.people["an"], block.desk.people["bo"])
    assert block.members(block.rooms[2]) == both
    assert block.members(block.rooms[1]) == ()
    for within in (block.rooms[2], block.units[1], block.building, block.desk.compound):
        assert block.homes_of("an", within) == (block.rooms[2],)
    for elsewhere in (block.rooms[1], block.units[0], block.other):
        assert block.homes_of("an", elsewhere) == ()


def test_somebody_may_live_in_several_households(block: Block) -> None:
    block.settled("an")
    token = block.token("wang", "1-101")
    begun = say(block.desk, "an", homes.open_code, token)
    asked = say(block.desk, "an", homes.choose, begun.id, Kind.OWNER)
    vouched(block.desk, "qian", asked.id)
    assert set(block.homes_of("an", block.desk.compound)) == {block.rooms[2], block.far}


def test_until_it_is_confirmed_nobody_lives_there(block: Block) -> None:
    asked = block.asked("an")
    assert asked.state is HomeState.PENDING
    assert block.members(block.rooms[2]) == ()
    assert block.homes_of("an", block.desk.compound) == ()


@pytest.mark.parametrize("who", ["qian", "bo", "stranger"])
def test_who_has_no_right_there_cannot_vouch_nor_learn_of_it(block: Block, who: str) -> None:
    asked = block.asked("an")
    for known in (True, False):
        with pytest.raises(NotFound):
            vouched(block.desk, who, asked.id, known)
    with pytest.raises(NotFound):
        say(block.desk, who, leaving.still_seen, asked.id)
    with pytest.raises(NotFound):
        say(block.desk, who, leaving.seen_leaving, asked.id)
    assert block.members(block.rooms[2]) == ()


def test_a_worker_waits_a_day_for_the_captain(block: Block) -> None:
    asked = block.asked("an")
    with pytest.raises(CaptainFirst):
        vouched(block.desk, "wang", asked.id)
    block.desk.pass_time(timedelta(hours=24))
    assert vouched(block.desk, "wang", asked.id).lives


def test_nobody_vouches_for_themselves(block: Block) -> None:
    asked = block.asked("zhao")
    with pytest.raises(OwnHome):
        vouched(block.desk, "zhao", asked.id)
    assert vouched(block.desk, "wang", asked.id).lives  # no other captain there: the workers' turn at once


def test_a_decided_one_is_decided(block: Block) -> None:
    lives = block.settled("an")
    for known in (True, False):
        with pytest.raises(HomeDecided):
            vouched(block.desk, "zhao", lives.id, known)


def test_codes_end(block: Block) -> None:
    token = block.token()
    begun = say(block.desk, "an", homes.open_code, token)
    late = say(block.desk, "bo", homes.open_code, token)
    say(block.desk, "an", homes.choose, begun.id, Kind.FAMILY)
    with pytest.raises(CodeUsed):
        say(block.desk, "bo", homes.choose, late.id, Kind.FAMILY)
    with pytest.raises(CodeUsed):
        say(block.desk, "bo", homes.open_code, token)
    with pytest.raises(UnknownCode):
        say(block.desk, "bo", homes.open_code, token[:-1])
    other = block.token()
    slow = say(block.desk, "cui", homes.open_code, other)
    block.desk.pass_time(timedelta(days=14))
    with pytest.raises(CodeExpired):
        say(block.desk, "cui", homes.choose, slow.id, Kind.FAMILY)
    with pytest.raises(CodeExpired):
        say(block.desk, "bo", homes.open_code, other)


def test_the_wrong_person_leaves_a_code_unused(block: Block) -> None:
    block.settled("an")
    token = block.token()
    with pytest.raises(AlreadyHome):
        say(block.desk, "an", homes.open_code, token)
    mine = say(block.desk, "bo", homes.open_code, token)
    with pytest.raises(NotFound):
        say(block.desk, "cui", homes.choose, mine.id, Kind.TENANT)
    assert say(block.desk, "bo", homes.choose, mine.id, Kind.TENANT).state is HomeState.PENDING


def test_one_answer_is_enough(block: Block) -> None:
    asked = block.asked("an", Kind.TENANT)
    with pytest.raises(AlreadyHome):
        say(block.desk, "an", homes.choose, asked.id, Kind.OWNER)


def test_without_a_code_there_are_bounds(block: Block) -> None:
    refused = say(
        block.desk, "an", homes.choose, say(block.desk, "an", homes.say_room, "3-1-501").id, Kind.OWNER
    )
    assert not refused.by_code
    vouched(block.desk, "zhao", refused.id, known=False)
    with pytest.raises(WasRefused):
        say(block.desk, "an", homes.say_room, "3-1-501")
    assert say(block.desk, "an", homes.open_code, block.token(room="3-1-501")).by_code


def test_nobody_waits_everywhere(block: Block) -> None:
    def more(connection: Connection) -> None:
        scope = block.desk.deps.scope(connection)
        for number in range(4):
            seeding.add_place(
                scope, block.other, block.desk.compound, "household", f"20{number}", "Asia/Shanghai"
            )

    block.desk.write(more)
    for number in range(3):
        begun = say(block.desk, "an", homes.say_room, f"1-20{number}")
        say(block.desk, "an", homes.choose, begun.id, Kind.TENANT)
    with pytest.raises(TooManyHomes):
        say(block.desk, "an", homes.say_room, "1-203")


def test_who_lives_there_may_object_and_nobody_else(block: Block) -> None:
    block.settled("an")
    new = block.settled("bo")
    for who in ("cui", "stranger", "bo"):
        with pytest.raises(NotFound):
            say(block.desk, who, homes.object_to, new.id)
    assert say(block.desk, "an", homes.object_to, new.id).state is HomeState.PAUSED
    assert block.members(block.rooms[2]) == (block.desk.people["an"],)
    with pytest.raises(HomeDecided):
        say(block.desk, "an", homes.object_to, new.id)
    assert vouched(block.desk, "zhao", new.id).lives


def test_leaving_is_told_later_and_can_be_taken_back(block: Block) -> None:
    block.settled("an")
    lives = block.settled("bo")
    block.desk.fresh_outbox()
    with pytest.raises(NotFound):
        say(block.desk, "an", leaving.leave, lives.id)
    gone = say(block.desk, "bo", leaving.leave, lives.id)
    assert block.homes_of("bo", block.desk.compound) == ()
    rows = {row.key: row for row in block.desk.fresh_outbox()}
    assert rows["home-gone"].destination == f"person:{block.desk.people['an']}"
    assert rows["home-gone"].not_before == block.desk.clock.now() + timedelta(minutes=10)
    block.desk.pass_time(timedelta(minutes=10))
    assert say(block.desk, "bo", leaving.undo, gone.id).lives
    assert block.homes_of("bo", block.desk.compound) == (block.rooms[2],)
    say(block.desk, "bo", leaving.leave, lives.id)
    block.desk.pass_time(timedelta(minutes=10, seconds=1))
    with pytest.raises(TooLateToUndo):
        say(block.desk, "bo", leaving.undo, gone.id)


def test_leaving_one_household_keeps_the_role_that_another_in_the_unit_gives(block: Block) -> None:
    def more(connection: Connection) -> None:
        scope = block.desk.deps.scope(connection)
        seeding.add_place(scope, block.units[1], block.desk.compound, "household", "502", "Asia/Shanghai")

    block.desk.write(more)
    first = block.settled("an")
    second = say(block.desk, "an", homes.choose, block.begun("an", "3-2-502").id, Kind.OWNER)
    vouched(block.desk, "zhao", second.id)
    there = select(grants.c.id).where(grants.c.place_id == block.units[1])
    say(block.desk, "an", leaving.leave, first.id)
    assert len(block.desk.rows(there)) == 1
    say(block.desk, "an", leaving.leave, second.id)
    assert block.desk.rows(there) == []


def test_who_says_to_own_it_is_confirmed_anew(block: Block) -> None:
    lives = block.settled("an")
    tenant = say(block.desk, "an", lambda tx, a: me.become(tx, a, lives.id, Kind.FAMILY))
    assert (tenant.lives, tenant.kind) == (True, Kind.FAMILY)
    claimed = say(block.desk, "an", lambda tx, a: me.become(tx, a, lives.id, Kind.OWNER))
    assert (claimed.state, claimed.kind) == (HomeState.PENDING, Kind.OWNER)
    with pytest.raises(NotFound):
        vouched(block.desk, "zhao", lives.id)
    assert vouched(block.desk, "zhao", claimed.id).kind is Kind.OWNER
    with pytest.raises(NotFound):
        say(block.desk, "bo", lambda tx, a: me.become(tx, a, claimed.id, Kind.TENANT))


def test_an_erased_person_lives_nowhere(block: Block) -> None:
    block.settled("an")
    block.settled("bo")
    say(block.desk, "an", me.erase)
    assert block.members(block.rooms[2]) == (block.desk.people["bo"],)
    assert [row.person_id for row in block.desk.rows(select(residencies))] == [block.desk.people["bo"]]
    assert block.desk.rows(select(grants).where(grants.c.person_id == block.desk.people["an"])) == []
    with pytest.raises(HasPost):
        say(block.desk, "wang", me.erase)


def test_every_step_is_in_the_audit_without_the_room(block: Block) -> None:
    block.settled("an")
    noted = [(row.action, row.subject) for row in block.desk.rows(select(audit).order_by(audit.c.id))]
    assert noted == [("code.make", "code"), ("home.join", "home"), ("home.confirm", "home")]
    assert not [row for row in block.desk.rows(select(audit)) if row.subject_id == block.rooms[2]]


def test_every_refusal_says_no_room(block: Block) -> None:
    block.settled("an")
    for refused in (AlreadyHome(state="pending"), CaptainFirst(until=block.desk.clock.now())):
        assert isinstance(refused, DomainError)
        assert "501" not in str(refused.params)
