"""Voting: by a tap, by words, changed and taken back until the closing hour; one vote a key, whoever taps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.answers import home
from domain.kernel.people import Actor, Standing
from domain.kernel.words import Act, CardKind, person
from domain.polls.ports import PollsTx
from domain.polls.refusals import HouseholdVoted, NothingToTakeBack, NotOnRoll
from domain.polls.rules import SECOND_TAP, Ballot, Poll, Unit, household_key, person_key

SEEN = "\N{OK HAND SIGN}"
"""The reaction on a vote that was written in a group."""


class Done(StrEnum):
    """What a tap came to."""

    NOTED = "noted"
    AGAIN = "again"
    BACK = "back"
    HOMELESS = "homeless"


@dataclass(frozen=True, slots=True)
class Voted:
    """What became of a vote: `mine` is what stands now, by place in the list; `keys` how many votes it is."""

    poll: Poll
    done: Done
    mine: tuple[int, ...] = ()
    keys: int = 1


@dataclass(frozen=True, slots=True)
class _Hand:
    """What somebody can vote with: the ballots that are theirs by key, and the keys without a ballot."""

    held: Mapping[str, Ballot]
    free: tuple[str, ...]

    @property
    def mine(self) -> tuple[int, ...]:
        newest = max(self.held.values(), key=lambda ballot: ballot.at, default=None)
        return newest.options if newest is not None else ()


def tap(tx: PollsTx, actor: Actor, poll_id: int, choice: int) -> Voted:
    """Choose an option, or take it back by the same tap; a tap that shook is counted once."""

    def chosen(poll: Poll, hand: _Hand) -> tuple[int, ...]:
        shook = any(
            ballot.options[-1:] == (choice,) and tx.now - ballot.at < SECOND_TAP
            for ballot in hand.held.values()
        )
        return hand.mine if shook else poll.toggled(hand.mine, choice)

    return _vote(tx, actor, poll_id, chosen)


def say(
    tx: PollsTx,
    actor: Actor,
    poll_id: int,
    read: Callable[[Poll], tuple[int, ...]],
    message_id: int,
    *,
    quietly: bool,
) -> Voted | None:
    """Vote by words: `read` finds the options that they name. Where it finds none, their writer alone is told
    so, or `quietly` nobody. Said again, the same words change nothing. In a group the receipt is a reaction.
    """
    me = tx.people.enter(actor)
    poll = tx.polls.get_for(me, poll_id)
    named = read(poll)
    if not named:
        if not quietly:
            tx.outbox.tell(home(me), "poll-puzzled", {}, about=poll.id)
        return None
    voted = _vote(tx, actor, poll_id, lambda poll, hand: poll.checked(named))
    if voted.done is not Done.HOMELESS:
        _receipt(tx, actor, me, voted.poll, message_id)
    return voted


def take_back(tx: PollsTx, actor: Actor, poll_id: int, message_id: int) -> Voted:
    """Take one's vote back by words; raises NothingToTakeBack."""

    def nothing(poll: Poll, hand: _Hand) -> tuple[int, ...]:
        if not hand.held:
            raise NothingToTakeBack
        return ()

    voted = _vote(tx, actor, poll_id, nothing)
    _receipt(tx, actor, tx.people.enter(actor), voted.poll, message_id)
    return voted


def look(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """Show the poll in private, with buttons of its own."""
    me = tx.people.enter(actor)
    poll = tx.polls.get_for(me, poll_id)
    tx.outbox.tell(home(me), "poll-shown", {}, about=poll.id)
    return poll


def _vote(tx: PollsTx, actor: Actor, poll_id: int, choose: Callable[[Poll, _Hand], tuple[int, ...]]) -> Voted:
    me = tx.people.enter(actor)
    poll = tx.polls.get_for(me, poll_id)
    poll.must_take_votes(tx.now)
    keys = _keys(tx, me, poll)
    if not keys:
        tx.outbox.tell(home(me), "poll-homeless", {}, about=poll.id)
        return Voted(poll, Done.HOMELESS)
    hand = _hand(tx, me, poll, keys)
    after = choose(poll, hand)
    changed, touched = _put(tx, me, poll, hand, after)
    if not touched:
        return Voted(poll, Done.AGAIN, after, len(hand.held))
    tx.polls.save(changed)
    tx.cards.refresh(CardKind.POLL, poll.id)
    done = Done.NOTED if after else Done.BACK
    tx.audit.note(poll.compound_id, me.person_id, f"poll.{_NOTE[done]}", "poll", poll.id)
    return Voted(changed, done, after, touched)


_NOTE = {Done.NOTED: "vote", Done.BACK: "withdraw"}
"""What the audit says; which option, it never learns."""


def _put(tx: PollsTx, me: Standing, poll: Poll, hand: _Hand, after: tuple[int, ...]) -> tuple[Poll, int]:
    """The tally after the hand's ballots say `after`, and how many ballots that changed."""
    free = hand.free if after else ()
    before = {key: ballot.options for key, ballot in hand.held.items()} | dict.fromkeys(free, ())
    touched = [key for key, options in before.items() if set(options) != set(after)]
    for key in touched:
        poll = poll.recounted(before[key], after)
        if after:
            tx.polls.keep(Ballot(poll.id, key, me.person_id, after, tx.now))
        else:
            tx.polls.take_back(poll.id, key)
    return poll, len(touched)


def _hand(tx: PollsTx, me: Standing, poll: Poll, keys: tuple[str, ...]) -> _Hand:
    """Raises HouseholdVoted where all of somebody's votes were given by others at home."""
    given = tx.polls.ballots(poll.id, keys)
    held = {key: ballot for key, ballot in given.items() if ballot.person_id == me.person_id}
    free = tuple(key for key in keys if key not in given)
    if not held and not free:
        raise HouseholdVoted(person(next(iter(given.values())).person_id))
    return _Hand(held, free)


def _keys(tx: PollsTx, me: Standing, poll: Poll) -> tuple[str, ...]:
    """The votes that somebody has in a poll: their own, or one for each of their households there."""
    if poll.unit is Unit.HOUSEHOLD:
        return tuple(map(household_key, tx.polls.households_of(me.person_id, poll.place_id)))
    if any(poll.place_id in tx.places.path(grant.place_id) for grant in me.grants):
        return (person_key(me.person_id),)
    raise NotOnRoll


def _receipt(tx: PollsTx, actor: Actor, me: Standing, poll: Poll, message_id: int) -> None:
    if actor.private:
        tx.outbox.tell(home(me), "poll-noted", {}, about=poll.id)
    else:
        tx.outbox.act(Act.REACT, actor.chat_id, message_id, params={"emoji": SEEN})
