"""What the guide does not know: workers are asked, one answers, and the asker hears it with a name."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.guide.ports import GuideTx
from domain.guide.rules import ASK_WAIT, Question, State
from domain.kernel.answers import home, listening, prompted
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.tx import WorkingCalendar
from domain.kernel.words import CardKind, Params, Priority, ToPerson, ToWorkers, person
from domain.places.worktimes import days_of

ANSWERING = "guide.answer"
"""The dialogue in which a worker's next words are the answer."""

REMINDER = "guide.unanswered"
"""The kind of the due row that reminds the workers."""


def hand_on(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """Ask the workers; they are reminded after a working day."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id).to_workers()
    tx.guide.save(question)
    tx.cards.open(CardKind.QUESTION, question.id, ToWorkers(question.compound_id))
    zone = tx.places.zone(question.compound_id)
    at = awake(after_a_working_day(days_of(tx, question.compound_id), tx.now, zone), zone)
    tx.due.plan(REMINDER, question.id, at, f"{REMINDER}:{question.id}:0", zone)
    tx.outbox.tell(home(me), "question-handed-on", {"private": me.private}, about=question.id)
    tx.audit.note(question.compound_id, me.person_id, "guide.ask", "question", question.id)
    return question


def withdraw(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """The asker does not want to know any more; the workers' card says so."""
    me = tx.people.enter(actor)
    question = tx.guide.mine(me, question_id).withdrawn()
    over(tx, me, question, "guide.withdraw")
    return question


def over(tx: GuideTx, me: Standing, question: Question, action: str) -> None:
    """Keep a question that nobody waits for any more."""
    tx.guide.save(question)
    tx.due.cancel(REMINDER, question.id)
    tx.cards.refresh(CardKind.QUESTION, question.id)
    tx.audit.note(question.compound_id, me.person_id, action, "question", question.id)


def take(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """A worker wants to answer: their next words here are the answer."""
    me = tx.people.enter(actor)
    question = _to_answer(tx, me, question_id)
    question.waits()
    tx.dialogues.open(listening(me, actor), ANSWERING, {"question": question.id}, tx.now + ASK_WAIT)
    who: Params = {"who": person(me.person_id), "user": actor.user_id, "private": actor.private}
    tx.outbox.tell(prompted(me, actor), "guide-answer-wanted", who, about=question.id)
    return question


def answer(tx: GuideTx, actor: Actor, question_id: int, words: str) -> Question:
    """The worker's words go to the asker with the worker's name."""
    me = tx.people.enter(actor)
    question = _to_answer(tx, me, question_id).answered(words, me.person_id, tx.now)
    over(tx, me, question, "guide.answer")
    tx.dialogues.close(actor)
    asker = ToPerson(question.asker_id, near=None if question.private else question.chat_id)
    tx.outbox.tell(asker, "guide-answered", {"question": question.id}, about=question.id)
    tx.outbox.tell(home(me), "guide-thanks", {"private": me.private}, about=question.id)
    return question


def share(tx: GuideTx, actor: Actor, question_id: int) -> Question:
    """Question and answer may be found by every neighbour: a worker has looked at both and says so."""
    me = tx.people.enter(actor)
    question = _to_answer(tx, me, question_id)
    if question.state is not State.ANSWERED:
        raise NotFound
    shared = replace(question, shared=True)
    tx.guide.save(shared)
    tx.cards.refresh(CardKind.QUESTION, question.id)
    tx.audit.note(question.compound_id, me.person_id, "guide.share", "question", question.id)
    return shared


def remind(tx: GuideTx, question_id: int, digest: str | None) -> None:
    """Nobody has answered in a working day: say so to the workers, once a question."""
    question = tx.guide.question(question_id)
    if question.state is not State.WAITING:
        return
    # After an outage many fall due at once: the first says it for all, each has its card.
    dedupe = f"{REMINDER}:{question.compound_id}:{digest}" if digest is not None else None
    tx.outbox.tell(
        ToWorkers(question.compound_id),
        "guide-unanswered",
        {},
        about=question.id,
        priority=Priority.DUTY,
        not_before=awake(tx.now, tx.places.zone(question.compound_id)),
        dedupe=dedupe,
    )


def after_a_working_day(calendar: WorkingCalendar, now: datetime, zone: str) -> datetime:
    """The same hour of the next working day, UTC; `zone` is IANA."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date() + timedelta(days=1)
    while not calendar.works(day):
        day += timedelta(days=1)
    return datetime.combine(day, local.time(), ZoneInfo(zone)).astimezone(now.tzinfo)


def _to_answer(tx: GuideTx, me: Standing, question_id: int) -> Question:
    """The question, locked, for whoever may answer in its compound; raises NotFound."""
    question = tx.guide.question(question_id)
    if not may(me, Right.ANSWER, tx.places.path(question.compound_id)):
        raise NotFound
    return question
