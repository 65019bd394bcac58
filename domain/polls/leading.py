"""What a captain does with an open poll: looks who is missing, reminds, extends, ends it early."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.kernel.answers import home
from domain.kernel.errors import NotAllowed
from domain.kernel.hours import awake, instant
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may, may_gather
from domain.kernel.words import CardKind
from domain.polls.drafting import ask, closing, own_draft, show, wait
from domain.polls.drafts import LONGEST_RUN, USUAL_HOUR, Trouble, Wording
from domain.polls.ports import PollsTx
from domain.polls.refusals import EnoughReminders, NotLater, PastDeadline
from domain.polls.rules import MOST_REMINDERS, Poll, PollState
from domain.polls.timing import close, plan, tell_silent

WHEN_WANTED = "poll.when"
"""The dialogue in which the next words are a closing hour."""

DAYS = (0, 1, 3, 7)
"""Days from today that buttons offer for the closing, each at the usual hour."""


def ask_when(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """Offer closing hours, and take the next words for one."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id)
    wait(tx, actor, me, WHEN_WANTED, poll.id)
    ask(tx, actor, me, "poll-when", poll.id)
    return poll


def close_in(tx: PollsTx, actor: Actor, poll_id: int, days: int) -> Poll:
    """Close so many days from today at the usual hour."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id)
    zone = tx.places.zone(poll.place_id)
    today = tx.now.astimezone(ZoneInfo(zone)).date()
    local = datetime.combine(today + timedelta(days=days), USUAL_HOUR)
    return _set_closing(tx, actor, me, poll, instant(local, zone))


def close_at(tx: PollsTx, actor: Actor, poll_id: int, local: datetime | None) -> Poll:
    """Close at a time that was said, naive and local; None where none was understood."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id)
    closes, trouble = closing(
        Wording("", closes=local, unread=local is None), tx.now, tx.places.zone(poll.place_id)
    )
    if trouble is not Trouble.NONE:
        raise PastDeadline(days=LONGEST_RUN.days)
    return _set_closing(tx, actor, me, poll, closes)


def show_missing(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """List in private who has not voted: a captain reads of her own building alone."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id, Right.SEE_MISSING)
    whole = may(me, Right.SEE_MISSING, tx.places.path(poll.place_id))
    within = poll.place_id if whole else _own_part(tx, me, poll)
    tx.outbox.tell(home(me), "poll-missing", {"within": within}, about=poll.id)
    return poll


def nudge(tx: PollsTx, actor: Actor, poll_id: int) -> int:
    """Remind whoever has not voted, at an hour when people are awake; twice at most. Answers how many."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id, Right.SEE_MISSING)
    poll.must_take_votes(tx.now)
    if poll.reminded >= MOST_REMINDERS:
        raise EnoughReminders(most=MOST_REMINDERS)
    poll = replace(poll, reminded=poll.reminded + 1)
    tx.polls.save(poll)
    tx.audit.note(poll.compound_id, me.person_id, "poll.remind", "poll", poll.id)
    return tell_silent(tx, poll, str(poll.reminded), awake(tx.now, tx.places.zone(poll.place_id)))


def ask_end(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """Ask whether it should really end now."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id)
    poll.must_take_votes(tx.now)
    tx.outbox.tell(home(me), "poll-end-sure", {}, about=poll.id)
    return poll


def end(tx: PollsTx, actor: Actor, poll_id: int) -> Poll:
    """End it now; a second time nothing happens but the refusal that says the result."""
    me = tx.people.enter(actor)
    poll = _led(tx, me, poll_id)
    poll.must_take_votes(tx.now)
    return close(tx, poll, me.person_id)


def _set_closing(tx: PollsTx, actor: Actor, me: Standing, poll: Poll, closes: datetime) -> Poll:
    if closes <= tx.now:
        raise PastDeadline(days=LONGEST_RUN.days)
    tx.dialogues.close(actor)
    if poll.state is PollState.DRAFT:
        poll = replace(poll, closes_at=closes, trouble="")
        tx.polls.save(poll)
        show(tx, actor, poll)
        return poll
    return _extend(tx, me, poll, closes)


def _extend(tx: PollsTx, me: Standing, poll: Poll, closes: datetime) -> Poll:
    poll.must_take_votes(tx.now)
    if closes <= poll.closes_at:
        raise NotLater(closes=poll.closes_at)
    poll = replace(poll, closes_at=closes, closed_before=poll.closes_at)
    tx.polls.save(poll)
    plan(tx, poll, tx.places.zone(poll.place_id))
    tx.cards.refresh(CardKind.POLL, poll.id)
    tx.audit.note(poll.compound_id, me.person_id, "poll.extend", "poll", poll.id)
    return poll


def _led(tx: PollsTx, me: Standing, poll_id: int, right: Right = Right.POLL) -> Poll:
    """The poll, locked, for whoever leads it: a draft's writer, or who gathers people there.

    A draft asks nobody yet: who is missing is for whoever may see it there, its writer or not.
    """
    poll = tx.polls.get_for(me, poll_id)
    if poll.state is PollState.DRAFT and right is Right.POLL:
        return own_draft(tx, me, poll_id)
    if not may_gather(me.grants, right, poll.place_id, tx.places.path):
        raise NotAllowed
    return poll


def _own_part(tx: PollsTx, me: Standing, poll: Poll) -> int:
    """The part of the poll's place in which `me` may see who is missing; checked before that there is one."""
    held = (grant.place_id for grant in me.grants if grant.role in RIGHTS[Right.SEE_MISSING])
    return next(place for place in held if poll.place_id in tx.places.path(place))
