"""What people do with a case: take, reply, add, finish, confirm, reopen, withdraw; and its reminders."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeAlias

from domain.cases.intake import plan
from domain.cases.ports import CasesTx
from domain.cases.promise import promise
from domain.cases.rules import OPEN, Action, Case, EmptyWords, Entry, EntryKind, Part, State
from domain.kernel.answers import listening
from domain.kernel.errors import NotFound
from domain.kernel.hours import awake
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.words import CardKind, Destination, Priority, ToPerson, ToWorkers, Value, entry, person


@dataclass(frozen=True, slots=True)
class ById:
    """A case by its id, as a button names it."""

    id: int


@dataclass(frozen=True, slots=True)
class ByNumber:
    """A case by its number, as people say it."""

    number: int


@dataclass(frozen=True, slots=True)
class Latest:
    """The asker's own newest case, where nobody said which."""


Which: TypeAlias = ById | ByNumber | Latest


@dataclass(frozen=True, slots=True)
class Step:
    """What a step needs and whom it tells."""

    tells: str
    hears: Part
    words: bool = False


STEPS: Mapping[Action, Step] = {
    Action.TAKE: Step("case-taken", Part.REPORTER),
    Action.REPLY: Step("case-replied", Part.REPORTER, words=True),
    Action.ADD: Step("case-added", Part.HANDLER, words=True),
    Action.FINISH: Step("case-finished", Part.REPORTER, words=True),
    Action.CONFIRM: Step("case-confirmed", Part.HANDLER),
    Action.REOPEN: Step("case-reopened", Part.HANDLER),
    Action.WITHDRAW: Step("case-withdrawn", Part.HANDLER),
}

WORDS_WANTED = "case.words"
"""The dialogue in which the next words complete a step."""

WORDS_WAIT = timedelta(minutes=30)
"""How long those words are waited for."""


def act(tx: CasesTx, actor: Actor, which: Which, action: Action, words: str = "") -> Case:
    """Take one step on a case the actor may hold; the other side hears of it."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    stepped = moved(tx, me, case, action)
    if STEPS[action].words and not words.strip():
        raise EmptyWords
    stepped = _follow(tx, stepped, action)
    tx.cases.save(stepped)
    said_so(tx, me, stepped, action, _said(tx, me, stepped, action, words))
    tx.dialogues.close(actor)
    return stepped


def said_so(tx: CasesTx, me: Standing, case: Case, action: Action, said: Entry | None) -> Case:
    """Tell the other side of a step that was taken, show it and write it down."""
    tx.outbox.tell(_hearer(case, STEPS[action]), STEPS[action].tells, _params(case, me, said), about=case.id)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{action}", "case", case.id)
    return case


def ask_words(tx: CasesTx, actor: Actor, which: Which, action: Action) -> Case:
    """Check that the step is open to the actor and wait for the words it needs."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    moved(tx, me, case, action)
    waited_for = {"case": case.id, "action": action.value}
    tx.dialogues.open(listening(me, actor), WORDS_WANTED, waited_for, tx.now + WORDS_WAIT)
    return case


def look(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """The case as it stands, for somebody who may hold it."""
    return find(tx, tx.people.enter(actor), which)


def remind(tx: CasesTx, case_id: int, kind: str, digest: str | None) -> None:
    """Tell whoever has the case that it is due soon or overdue; after an outage one digest says all.

    `kind` is "case.soon" or "case.over"; `digest` names the sweep that caught up, or None in time.
    """
    try:
        case = tx.cases.due(case_id)
    except NotFound:
        return
    if case.state not in OPEN:
        return
    to = owner(case)
    if digest is not None:
        morning = awake(tx.now, tx.places.zone(case.compound_id))
        once = f"late:{to}:{digest}"
        tx.outbox.tell(to, "duties-late", {}, priority=Priority.DUTY, not_before=morning, dedupe=once)
        return
    if case.handler_id is None and tx.cases.untaken(case) > 1:
        _remind_together(tx, case, kind, to)
        return
    key = "case-due-soon" if kind == "case.soon" else "case-overdue"
    tx.outbox.tell(
        to,
        key,
        {"number": case.number, "due": case.due_at, "reporter": person(case.reporter_id)},
        about=case.id,
        priority=Priority.DUTY,
        dedupe=f"{kind}:{case.id}:{case.round}",
    )


def _remind_together(tx: CasesTx, case: Case, kind: str, to: Destination) -> None:
    """Several that nobody has taken, promised for the same hour: one message lists them all."""
    tx.outbox.tell(
        to,
        "cases-untaken",
        {"due": case.due_at, "over": int(kind == "case.over"), "compound": case.compound_id},
        priority=Priority.DUTY,
        dedupe=f"untaken:{kind}:{case.compound_id}:{int(case.due_at.timestamp())}",
    )


def find(tx: CasesTx, me: Standing, which: Which) -> Case:
    """The case that is meant, locked, for somebody who may hold it; raises NotFound."""
    match which:
        case ById(id=case_id):
            return tx.cases.get_for(me, case_id)
        case ByNumber(number=number):
            return tx.cases.numbered_for(me, number)
        case Latest():
            return tx.cases.latest_for(me)


def moved(tx: CasesTx, me: Standing, case: Case, action: Action) -> Case:
    """The case after that step, not kept yet; raises IllegalTransition."""
    parts = case.parts(me.person_id, worker=me.has(Role.WORKER, case.compound_id))
    return case.apply(action, parts, me.person_id, tx.now)


def _said(tx: CasesTx, me: Standing, case: Case, action: Action, words: str) -> Entry | None:
    if not words.strip():
        return None
    said = Entry(tx.new_id(), case.id, me.person_id, EntryKind.STEP, action, words, tx.now)
    tx.cases.write(said)
    return said


def _follow(tx: CasesTx, case: Case, action: Action) -> Case:
    """The clock follows the step: a new promise for a reopened case, none for one out of work."""
    if action is Action.REOPEN:
        duty = tx.places.duty(case.compound_id)
        promised = promise(tx.calendar, tx.now, duty.zone)
        plan(tx, case, promised, duty.zone)
        case = replace(case, due_at=promised.due_at, provisional=promised.provisional)
        if case.handler_id in tx.staff.holders(case.compound_id, Role.WORKER):
            return case
        # Whoever had it works there no more: it is anybody's, and not theirs to read.
        return replace(case, state=State.FILED, handler_id=None, assignee_id=duty.person_id)
    if case.state not in OPEN:
        tx.due.cancel("case.soon", case.id)
        tx.due.cancel("case.over", case.id)
    return case


def owner(case: Case) -> Destination:
    """Whoever took the case; while nobody has, the workers of its compound."""
    return ToPerson(case.handler_id) if case.handler_id is not None else ToWorkers(case.compound_id)


def _hearer(case: Case, step: Step) -> Destination:
    if step.hears is Part.HANDLER:
        return owner(case)
    return ToPerson(case.reporter_id, near=case.origin_chat_id)


def _params(case: Case, me: Standing, said: Entry | None) -> dict[str, Value]:
    return {
        "number": case.number,
        "who": person(me.person_id),
        "due": case.due_at,
        "words": entry(said.id) if said is not None else None,
    }
