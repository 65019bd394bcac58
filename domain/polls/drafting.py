"""A poll before anybody votes: said in a sentence, looked at in private, mended by taps, posted by one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.kernel.answers import home, prompted
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.hours import instant
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import RIGHTS, Right, may, may_gather
from domain.kernel.words import CardKind, Params, ToPerson, person
from domain.polls.drafts import (
    LONGEST_RUN,
    Trouble,
    Wording,
    check_question,
    chosen_most,
    options_of,
    usual_closing,
)
from domain.polls.ports import Group, PollsTx
from domain.polls.refusals import PollNotOpen
from domain.polls.rules import FEWEST_OPTIONS, Option, Poll, PollState, Unit

OPTIONS_WANTED = "poll.options"
"""The dialogue in which the next words are options, one a line."""

TEXT_WANTED = "poll.text"
"""The dialogue in which the next words are the whole poll, anew; its subject is 0 for a new one."""

WORDS_WAIT = timedelta(minutes=30)
"""How long those words are waited for."""


class NoGroup(DomainError):
    """Whoever may ask has no group of their own to ask in."""

    key = "error-poll-no-group"


class AlreadyPosted(DomainError):
    """A second tap on a draft's button: it is out, or was thrown away."""

    key = "error-poll-posted"


def begin(tx: PollsTx, actor: Actor) -> None:
    """A poll without a word of what about: say how, and take the next words for it."""
    me = tx.people.enter(actor)
    may_post(tx, me)
    wait(tx, actor, me, TEXT_WANTED, 0)
    ask(tx, actor, me, "poll-how")


def draft(tx: PollsTx, actor: Actor, wording: Wording) -> Poll:
    """Keep what was said and show it to its writer; options that are missing are asked for."""
    me = tx.people.enter(actor)
    groups = may_post(tx, me)
    group = _first_choice(me, groups)
    zone = tx.places.zone(group.place_id)
    options = options_of(wording.options)
    closes, late = closing(wording, tx.now, zone)
    poll = Poll(
        id=tx.new_id(),
        compound_id=group.compound_id,
        place_id=group.place_id,
        creator_id=me.person_id,
        question=check_question(wording.question),
        options=options.kept,
        unit=wording.unit or Unit.PERSON,
        most=chosen_most(wording.most, len(options.kept)),
        state=PollState.DRAFT,
        closes_at=closes,
        created_at=tx.now,
        chat_id=group.chat_id if group.chat_id == me.chat_id or len(groups) == 1 else None,
        thread_id=actor.thread_id if group.chat_id == me.chat_id else None,
        trouble=_troubles(options.trouble, late),
    )
    tx.polls.add(poll)
    tx.audit.note(poll.compound_id, me.person_id, "poll.draft", "poll", poll.id)
    _show(tx, actor, me, poll, options.trouble)
    return poll


def give_options(tx: PollsTx, actor: Actor, poll_id: int, said: tuple[Option, ...]) -> Poll:
    """Options for a draft that had none, or too few: those join the one that stands."""
    me = tx.people.enter(actor)
    poll = own_draft(tx, me, poll_id)
    options = options_of((*poll.options, *said))
    late = [one for one in poll.trouble.split() if one in LATE]
    poll = replace(
        poll,
        options=options.kept or poll.options,
        most=chosen_most(poll.most if poll.most > 1 else None, len(options.kept)),
        trouble=_troubles(options.trouble, Trouble(late[0]) if late else Trouble.NONE),
    )
    tx.polls.reword(poll)
    _show(tx, actor, me, poll, options.trouble)
    return poll


def reword(tx: PollsTx, actor: Actor, poll_id: int, wording: Wording) -> Poll:
    """The whole poll said anew; what the new words do not name stays."""
    me = tx.people.enter(actor)
    if poll_id == 0:
        return draft(tx, actor, wording)
    poll = own_draft(tx, me, poll_id)
    options = options_of(wording.options)
    closes, late = poll.closes_at, Trouble.NONE
    if wording.closes is not None or wording.unread:
        closes, late = closing(wording, tx.now, tx.places.zone(poll.place_id))
    poll = replace(
        poll,
        question=check_question(wording.question),
        options=options.kept,
        unit=wording.unit or poll.unit,
        most=chosen_most(wording.most if wording.most is not None else poll.most, len(options.kept)),
        closes_at=closes,
        trouble=_troubles(options.trouble, late),
    )
    tx.polls.reword(poll)
    _show(tx, actor, me, poll, options.trouble)
    return poll


def ask_text(tx: PollsTx, actor: Actor, poll_id: int) -> None:
    """Take the writer's next words for the whole poll."""
    me = tx.people.enter(actor)
    poll = own_draft(tx, me, poll_id)
    wait(tx, actor, me, TEXT_WANTED, poll.id)
    ask(tx, actor, me, "poll-text-wanted", poll.id)


def own_draft(tx: PollsTx, me: Standing, poll_id: int) -> Poll:
    """The writer's draft, locked; raises AlreadyPosted once it is out, NotFound for anybody else."""
    poll = tx.polls.get_for(me, poll_id)
    if poll.creator_id != me.person_id:
        raise NotFound
    if poll.state is PollState.DROPPED:
        raise PollNotOpen
    if poll.state is not PollState.DRAFT:
        raise AlreadyPosted
    return poll


def closing(wording: Wording, now: datetime, zone: str) -> tuple[datetime, Trouble]:
    """When such a poll closes (UTC), and what to say of it."""
    local = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    usual = instant(usual_closing(local), zone)
    if wording.closes is None:
        return usual, Trouble.UNREAD if wording.unread else Trouble.USUAL
    closes = instant(wording.closes, zone)
    if closes <= now:
        return usual, Trouble.PAST
    return (closes, Trouble.NONE) if closes <= now + LONGEST_RUN else (usual, Trouble.FAR)


def show(tx: PollsTx, actor: Actor, poll: Poll) -> None:
    """Bring the writer's own card up; whoever has no private chat is whispered a new copy each time."""
    me = tx.people.enter(actor)
    if not actor.private and tx.polls.whispered(me.person_id):
        tx.outbox.tell(home(me), "poll-preview", {}, about=poll.id)
        return
    tx.cards.open(CardKind.POLL, poll.id, ToPerson(me.person_id))
    tx.cards.refresh(CardKind.POLL, poll.id)


LATE = frozenset({Trouble.PAST, Trouble.FAR, Trouble.UNREAD, Trouble.USUAL})


def may_post(tx: PollsTx, me: Standing) -> Sequence[Group]:
    """The groups that the asker may post to; raises NotAllowed or NoGroup where there is none."""
    if not any(grant.role in RIGHTS[Right.POLL] for grant in me.grants):
        raise NotAllowed
    compounds = tuple({grant.compound_id for grant in me.grants})
    found = [
        group
        for group in tx.polls.groups(compounds)
        if may_gather(me.grants, Right.POLL, group.place_id, tx.places.path)
    ]
    if not found:
        raise NoGroup
    # A captain's own building comes before the whole compound.
    return sorted(found, key=lambda group: not may(me, Right.POLL, tx.places.path(group.place_id)))


def _first_choice(me: Standing, groups: Sequence[Group]) -> Group:
    return next((group for group in groups if group.chat_id == me.chat_id), groups[0])


def _troubles(*found: Trouble) -> str:
    return " ".join(one for one in found if one)


def _show(tx: PollsTx, actor: Actor, me: Standing, poll: Poll, trouble: Trouble) -> None:
    if len(poll.options) < FEWEST_OPTIONS:
        wait(tx, actor, me, OPTIONS_WANTED, poll.id)
        ask(tx, actor, me, "poll-options-wanted", poll.id, trouble)
        return
    tx.dialogues.close(actor)
    show(tx, actor, poll)


def wait(tx: PollsTx, actor: Actor, me: Standing, state: str, poll_id: int) -> None:
    """Take the actor's next words, in private where that is open: a group need not hear of a draft."""
    tx.dialogues.open(_where(tx, actor, me), state, {"poll": poll_id}, tx.now + WORDS_WAIT)


def ask(
    tx: PollsTx, actor: Actor, me: Standing, key: str, about: int | None = None, trouble: str = ""
) -> None:
    """Ask for words where they are waited for; in a group by a reply box that names whom it asks."""
    to = ToPerson(me.person_id) if _where(tx, actor, me).private else prompted(me, actor)
    who: Params = {"who": person(me.person_id), "user": actor.user_id}
    tx.outbox.tell(to, key, {**who, "trouble": trouble or Trouble.NO_OPTIONS.value}, about=about)


def _where(tx: PollsTx, actor: Actor, me: Standing) -> Actor:
    if actor.private or tx.polls.whispered(me.person_id):
        return actor
    return replace(actor, chat_id=actor.user_id, thread_id=None, private=True)
