"""Polls and their ballots; the poll's row is locked before anything about its votes is read."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, case, delete, select, update
from sqlalchemy import insert as plain_insert

from domain.kernel.errors import NotFound
from domain.kernel.people import Standing
from domain.polls.ports import Group
from domain.polls.rules import Ballot, Option, Poll, PollState, Unit
from storage.roll import SqlRoll, stored_key
from storage.scope import Scope
from storage.tables import ballots, chats, persons, places, poll_options, polls
from storage.upsert import insert

POLL_FIELDS = (
    polls.c.id,
    polls.c.compound_id,
    polls.c.place_id,
    polls.c.creator_id,
    polls.c.question,
    polls.c.unit,
    polls.c.most,
    polls.c.state,
    polls.c.closes_at,
    polls.c.created_at,
    polls.c.opened_at,
    polls.c.closed_at,
    polls.c.closed_before,
    polls.c.voters,
    polls.c.expected,
    polls.c.chat_id,
    polls.c.thread_id,
    polls.c.reminded,
    polls.c.trouble,
)

OPTIONS = (
    select(poll_options.c.text, poll_options.c.cap, poll_options.c.votes)
    .where(poll_options.c.poll_id == bindparam("poll"))
    .order_by(poll_options.c.place)
)
BALLOT_FIELDS = (ballots.c.poll_id, ballots.c.person_id, ballots.c.options, ballots.c.at)
GROUPS = (
    select(chats.c.chat_id, places.c.id, places.c.compound_id, places.c.name)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        chats.c.audience == "residents",
        chats.c.present.is_(True),
        chats.c.moved_to.is_(None),
        places.c.compound_id.in_(bindparam("compounds", expanding=True)),
    )
    .order_by(case((places.c.id == places.c.compound_id, 0), else_=1), places.c.id, chats.c.chat_id)
)
"""The whole compound's before those of its buildings."""

_CHANGING = tuple(column for column in POLL_FIELDS if column.name not in ("id", "creator_id", "created_at"))

_ADD = plain_insert(polls)
_ADD_OPTION = plain_insert(poll_options)
_SAVE = (
    update(polls)
    .where(polls.c.id == bindparam("poll"))
    .values({column.name: bindparam(f"new_{column.name}", type_=column.type) for column in _CHANGING})
)
_COUNT = (
    update(poll_options)
    .where(
        poll_options.c.poll_id == bindparam("poll"),
        poll_options.c.place == bindparam("at_place"),
        poll_options.c.votes != bindparam("counted"),
    )
    .values(votes=bindparam("counted"))
)
_CLEAR_OPTIONS = delete(poll_options).where(poll_options.c.poll_id == bindparam("poll"))
_GET = select(*POLL_FIELDS).where(polls.c.id == bindparam("poll")).with_for_update()
_BALLOT = select(*BALLOT_FIELDS).where(
    ballots.c.poll_id == bindparam("poll"), ballots.c.voter_key == bindparam("key")
)
_inserted = insert(ballots)
_KEEP = _inserted.on_conflict_do_update(
    index_elements=["poll_id", "voter_key"],
    set_={name: _inserted.excluded[name] for name in ("person_id", "options", "at")},
)
_TAKE_BACK = delete(ballots).where(
    ballots.c.poll_id == bindparam("poll"), ballots.c.voter_key == bindparam("key")
)
_VOTED_IN = (
    select(ballots.c.poll_id)
    .join(polls, polls.c.id == ballots.c.poll_id)
    .where(ballots.c.person_id == bindparam("person"), polls.c.state == PollState.OPEN.value)
    .distinct()
    .order_by(ballots.c.poll_id)
)
_GIVEN = select(ballots.c.options).where(
    ballots.c.poll_id == bindparam("poll"), ballots.c.person_id == bindparam("person")
)
_FORGET = delete(ballots).where(
    ballots.c.poll_id == bindparam("poll"), ballots.c.person_id == bindparam("person")
)
_OPEN = select(persons.c.private_open).where(persons.c.id == bindparam("person"))


def poll_of(row: Any, options: Sequence[Any]) -> Poll:
    """The poll of a row of POLL_FIELDS and its rows of OPTIONS."""
    values = {column.name: value for column, value in zip(POLL_FIELDS, row, strict=False)}
    values |= {"unit": Unit(values["unit"]), "state": PollState(values["state"])}
    return Poll(**values, options=tuple(Option(*option) for option in options))


def choices_of(options: str) -> tuple[int, ...]:
    """What a ballot says, by place in the list."""
    return tuple(map(int, options.split(",")))


def ballot_of(key: str, row: Any) -> Ballot:
    """The ballot with that key of a row of BALLOT_FIELDS."""
    return Ballot(row[0], key, row[1], choices_of(row[2]), row[3])


class SqlPolls(SqlRoll):
    """Satisfies the domain's Polls."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self._execute = scope.connection.execute

    def add(self, poll: Poll) -> None:
        """Keep a new poll."""
        self._execute(_ADD, {column.name: getattr(poll, column.name) for column in POLL_FIELDS})
        self._write_options(poll)

    def save(self, poll: Poll) -> None:
        """Keep a changed poll, its tally too."""
        values = {f"new_{column.name}": getattr(poll, column.name) for column in _CHANGING}
        self._execute(_SAVE, {"poll": poll.id, **values})
        for place, option in enumerate(poll.options):
            self._execute(_COUNT, {"poll": poll.id, "at_place": place, "counted": option.votes})

    def reword(self, poll: Poll) -> None:
        """Keep a draft whose question or options changed."""
        self._execute(_CLEAR_OPTIONS, {"poll": poll.id})
        self._write_options(poll)
        self.save(poll)

    def get_for(self, me: Standing, poll_id: int) -> Poll:
        """The poll, its row locked first, for somebody with a grant in its compound; raises NotFound."""
        poll = self.due(poll_id)
        theirs = any(grant.compound_id == poll.compound_id for grant in me.grants)
        hidden = poll.state in (PollState.DRAFT, PollState.DROPPED) and poll.creator_id != me.person_id
        if hidden or not theirs:
            raise NotFound
        return poll

    def due(self, poll_id: int) -> Poll:
        """The poll, locked, for what falls due; raises NotFound."""
        row = self._execute(_GET, {"poll": poll_id}).first()
        if row is None:
            raise NotFound
        return poll_of(row, self._execute(OPTIONS, {"poll": poll_id}).all())

    def ballots(self, poll_id: int, keys: Sequence[str]) -> Mapping[str, Ballot]:
        """Those ballots that there are, by key."""
        found = {key: self._execute(_BALLOT, self._named(poll_id, key)).first() for key in keys}
        return {key: ballot_of(key, row) for key, row in found.items() if row is not None}

    def keep(self, ballot: Ballot) -> None:
        """Keep a ballot; one per poll and key."""
        row = {
            "poll_id": ballot.poll_id,
            "voter_key": stored_key(self._scope.vault, ballot.poll_id, ballot.key),
            "person_id": ballot.person_id,
            "options": ",".join(map(str, ballot.options)),
            "at": ballot.at,
        }
        self._execute(_KEEP, row)

    def take_back(self, poll_id: int, key: str) -> None:
        """Forget a ballot."""
        self._execute(_TAKE_BACK, self._named(poll_id, key))

    def voted_in(self, person_id: int) -> tuple[int, ...]:
        """The open polls in which the person has a ballot, by id."""
        return tuple(row[0] for row in self._execute(_VOTED_IN, {"person": person_id}).all())

    def forget(self, poll_id: int, person_id: int) -> tuple[tuple[int, ...], ...]:
        """Forget all ballots that the person gave in a poll; answers what each of them said."""
        who = {"poll": poll_id, "person": person_id}
        given = tuple(choices_of(row[0]) for row in self._execute(_GIVEN, who).all())
        self._execute(_FORGET, who)
        return given

    def whispered(self, person_id: int) -> bool:
        """Whether that person's private chat is closed."""
        return not self._execute(_OPEN, {"person": person_id}).scalar()

    def groups(self, compound_ids: Sequence[int]) -> tuple[Group, ...]:
        """The residents' groups of these compounds in which the bot is, the widest first."""
        if not compound_ids:
            return ()
        rows = self._execute(GROUPS, {"compounds": list(compound_ids)}).all()
        return tuple(Group(row[0], row[1], row[2]) for row in rows)

    def _named(self, poll_id: int, key: str) -> dict[str, object]:
        return {"poll": poll_id, "key": stored_key(self._scope.vault, poll_id, key)}

    def _write_options(self, poll: Poll) -> None:
        for place, option in enumerate(poll.options):
            row = {"poll_id": poll.id, "place": place, "text": option.text, "cap": option.cap}
            self._execute(_ADD_OPTION, {**row, "votes": option.votes})
