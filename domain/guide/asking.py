"""Asking: an answer, suggestions or an honest "I do not know"; what the asker does with it."""

from dataclasses import replace
from datetime import timedelta

from domain.guide.ports import GuideTx
from domain.guide.rules import (
    ASK_WAIT,
    Asked,
    Found,
    Hit,
    HitKind,
    NothingAsked,
    OnlyChat,
    Outcome,
    Question,
    State,
)
from domain.kernel.answers import SEEN, home, listening, prompted
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.words import Act, Params, ToChat, person
from domain.places.rules import NoCompound

RESUME = timedelta(days=7)
"""How long somebody who was called to their private chat finds there what they were called for."""

WAITING = "ask.question"
"""The dialogue in which the next words are a question."""


def ask(tx: GuideTx, actor: Actor, asked: Asked, found: Found) -> Question:
    """Answer a question from what was found, offer what is near, or say that it is not known."""
    if found.outcome is Outcome.NOTHING:
        raise NothingAsked
    if found.outcome is Outcome.CHAT:
        raise OnlyChat
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    tx.dialogues.close(actor)
    question = _kept(tx, me, actor, asked, found)
    if me.neighbours and asked.message_id is not None:  # what the neighbours see of the answer
        tx.outbox.act(Act.REACT, actor.chat_id, asked.message_id, params={"emoji": SEEN})
    if question.state is State.DOUBTED:
        tx.outbox.tell(home(me), "question-doubted", _frame(me), about=question.id)
    else:
        _reply(tx, me, question)
    return question


def begin(tx: GuideTx, actor: Actor) -> None:
    """Ask what they would like to know; the next words are the question."""
    me = tx.people.enter(actor)
    tx.dialogues.open(listening(me, actor), WAITING, {}, tx.now + ASK_WAIT)
    who: Params = {"who": person(me.person_id), "user": actor.user_id}
    tx.outbox.tell(prompted(me, actor), "question-how", {**who, **_frame(me)})


def meant(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """What could have been a report is a question."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id).meant()
    tx.guide.save(question)
    _reply(tx, me, question)
    return question


def choose(tx: GuideTx, actor: Actor, question_id: int, place: int) -> Question:
    """One of the suggestions it is."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id)
    if not 0 <= place < len(question.hits):
        raise NotFound
    _show(tx, me, question, question.hits[place])
    return question


def not_this(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """What was offered is not it: offer what is next, or own up."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id).not_this()
    tx.guide.save(question)
    _offer(tx, me, question)
    return question


def useful(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """It helped."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id)
    rated = replace(question, useful=True)
    tx.guide.save(rated)
    return rated


def steps(tx: GuideTx, actor: Actor, entry_id: int) -> None:
    """Show all of an entry, in private."""
    me = tx.people.enter(actor)
    entry = tx.guide.entry_for(me, entry_id)
    tx.outbox.tell(home(me), "guide-steps", _frame(me), about=entry.id)


def again(tx: GuideTx, actor: Actor, question_id: int) -> None:
    """Ask in other words; a question that no worker has is forgotten."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id)
    if question.state in (State.OPEN, State.DOUBTED):
        tx.guide.save(question.withdrawn())
    begin(tx, actor)


def resume(tx: GuideTx, actor: Actor) -> None:
    """Say again, in private, what somebody could only be called to hear: about their last question."""
    me = tx.people.enter(actor)
    question = tx.guide.latest(me)
    if question is None or (question.answered_at or question.asked_at) < tx.now - RESUME:
        return
    if question.state is State.ANSWERED:
        tx.outbox.tell(home(me), "guide-answered", {"question": question.id, **_frame(me)}, about=question.id)
    elif question.state is State.DOUBTED:
        tx.outbox.tell(home(me), "question-doubted", _frame(me), about=question.id)
    elif question.state is State.OPEN:
        _reply(tx, me, question)


def _kept(tx: GuideTx, me: Standing, actor: Actor, asked: Asked, found: Found) -> Question:
    assert me.compound_id is not None  # checked by ask()
    hits = tx.guide.seen_by(me, found.hits)
    outcome = found.outcome if hits else Outcome.UNKNOWN
    if outcome is Outcome.ANSWER and (asked.long or hits[0] != found.hits[0]):
        outcome = Outcome.SUGGEST  # it is not the question that was searched for, or not what was best
    question = Question(
        id=tx.new_id(),
        compound_id=me.compound_id,
        asker_id=me.person_id,
        chat_id=actor.chat_id,
        thread_id=actor.thread_id,
        message_id=asked.message_id,
        private=actor.private,
        lang=actor.locale,
        text=asked.text,
        state=State.OPEN if asked.sure else State.DOUBTED,
        outcome=outcome,
        hits=hits,
        shown=0,
        asked_at=tx.now,
    )
    tx.guide.add(question)
    return question


def _reply(tx: GuideTx, me: Standing, question: Question) -> None:
    if question.outcome is Outcome.ANSWER:
        _show(tx, me, question, question.hits[0])
        return
    _offer(tx, me, question)


def _offer(tx: GuideTx, me: Standing, question: Question) -> None:
    key = "question-suggested" if question.offered else "question-unknown"
    tx.outbox.tell(home(me), key, {"first": question.shown, **_frame(me)}, about=question.id)


def _show(tx: GuideTx, me: Standing, question: Question, hit: Hit) -> None:
    """The card: among workers one compact answer below the question; neighbours are not talked into."""
    there = not question.private and me.chat_id == question.chat_id and not me.neighbours
    public = there and hit.kind is HitKind.ENTRY
    to = ToChat(question.chat_id, question.thread_id, question.message_id) if public else home(me)
    if hit.kind is HitKind.ANSWERED:
        tx.outbox.tell(to, "guide-answered", {"question": question.id, **_frame(me)}, about=hit.id)
        return
    tx.outbox.tell(to, "guide-card", {"question": question.id, "private": not public}, about=hit.id)


def _frame(me: Standing) -> dict[str, bool]:
    return {"private": me.private}
