"""A year of calls and polls: who calls, who comes, who votes."""

from datetime import timedelta
from functools import partial

from bot.year import Year
from domain.calls import service as calls
from domain.kernel.people import Actor
from domain.polls import drafting, posting, voting
from domain.polls.drafts import Wording
from domain.polls.rules import Option, Unit
from storage.tx import SqlTx


def calls_of(year: Year) -> None:
    """One a month; the captain calls in the owners' group, neighbours sign up in the days after."""
    now = year.local(year.end)
    for month, title, places in year.told["calls"]:
        opened = now.replace(month=month, day=9, hour=10, minute=12)
        if opened >= now:
            opened = opened.replace(year=now.year - 1)
        year.plan(opened.astimezone(year.end.tzinfo), partial(_call, year, title, places))


def _call(year: Year, title: str, places: int, tx: SqlTx) -> None:
    lead = year.actor("zhao", "residents")
    call = calls.open_call(tx, lead, title, places)
    residents = [one["key"] for one in year.planted.seed["people"] if one["role"] == "resident"]
    for key in year.chance.sample(residents, round(places * year.chance.uniform(0.7, 1.4))):
        me, at = year.actor(key, "residents"), year.later(tx.now, 0.1, 60)
        year.plan(at, partial(_join, me, call.id))
        if year.chance.random() < 0.08:
            year.plan(year.later(at, 1, 30), partial(_leave, me, call.id))
    year.plan(tx.now + timedelta(days=6), partial(_close, lead, call.id))


def _join(me: Actor, call_id: int, tx: SqlTx) -> None:
    calls.join(tx, me, call_id)


def _leave(me: Actor, call_id: int, tx: SqlTx) -> None:
    calls.leave(tx, me, call_id)


def _close(me: Actor, call_id: int, tx: SqlTx) -> None:
    calls.close(tx, me, call_id)


def polls_of(year: Year) -> None:
    """One every second month, in the group it is about; voters come in two days, the clock closes it."""
    for ago, group, question, options, unit in year.told["polls"]:
        at = year.later(year.end - timedelta(days=ago), 0, 3)
        wording = Wording(question, tuple(map(Option, options)), unit=Unit(unit))
        year.plan(at, partial(_poll, year, group, wording))


def _poll(year: Year, group: str, wording: Wording, tx: SqlTx) -> None:
    lead = year.actor("zhao" if group == "building3" else "chen", group)
    poll = drafting.draft(tx, lead, wording)
    posting.post(tx, lead, poll.id, lead.chat_id)
    members = next(one["members"] for one in year.planted.seed["groups"] if one["key"] == group)
    voters = [key for key in members if year.lives(key)]
    for key in year.chance.sample(voters, round(len(voters) * year.chance.uniform(0.4, 0.75))):
        choice = min(year.chance.randrange(len(wording.options)), year.chance.randrange(len(wording.options)))
        year.plan(year.later(tx.now, 0.1, 50), partial(_vote, year.actor(key, group), poll.id, choice))


def _vote(me: Actor, poll_id: int, choice: int, tx: SqlTx) -> None:
    voting.tap(tx, me, poll_id, choice)
