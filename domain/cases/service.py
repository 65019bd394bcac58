"""What people do with a case: find it, take a step, be told of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from domain.cases import aftermath, timekeeping
from domain.cases.ports import CasesTx
from domain.cases.reaching import reporter_of
from domain.cases.reasons import Reason
from domain.cases.reminders import owner
from domain.cases.rules import Case, EmptyWords, Entry, EntryKind
from domain.cases.steps import enact, moved
from domain.cases.table import Action, Part
from domain.kernel.answers import listening, prompted
from domain.kernel.people import Actor, Standing
from domain.kernel.words import CardKind, Destination, Params, Ref, Value, entry, person, reporter


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
    Action.ASK: Step("case-asked", Part.REPORTER, words=True),
    Action.WAKE: Step("case-resumed", Part.REPORTER),
    Action.AGREE: Step("case-declined", Part.REPORTER),
    Action.OBJECT: Step("case-objected", Part.HANDLER),
    Action.FINISH: Step("case-finished", Part.REPORTER, words=True),
    Action.CONFIRM: Step("case-confirmed", Part.HANDLER),
    Action.PARTLY: Step("case-partly", Part.HANDLER),
    Action.REOPEN: Step("case-reopened", Part.HANDLER),
    Action.WITHDRAW: Step("case-withdrawn", Part.HANDLER),
}

WORDS_WANTED = "case.words"
"""The dialogue in which the next words complete a step."""

WORDS_WAIT = timedelta(minutes=30)
"""How long those words are waited for."""


WELCOME = "case.welcome"
"""The dialogue in which plain words are added to a case; nobody has to say any."""

WORDS_WELCOME = timedelta(minutes=10)
"""How long words are waited for that nobody has to say."""


def act(tx: CasesTx, actor: Actor, which: Which, action: Action, words: str = "") -> Case:
    """Take one step on a case the actor may hold; the other side hears of it."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    moved(tx, me, case, action)
    if STEPS[action].words and not words.strip():
        raise EmptyWords
    stepped = enact(tx, me, case, action)
    said = keep_words(tx, me, stepped, action, words)
    if said is not None and action is Action.TAKE:
        timekeeping.answered(tx, stepped, action)  # "I take it, at ten": a first answer
    said_so(tx, me, stepped, action, said)
    tx.dialogues.close(actor)
    if action is Action.REOPEN and not words.strip():
        _invite(tx, actor, me, stepped)
    return stepped


def said_so(tx: CasesTx, me: Standing, case: Case, action: Action, said: Entry | None) -> Case:
    """Tell the other side of a step that was taken, show it and write it down."""
    told = _params(case, me, said)
    if action is Action.AGREE:
        told["reason"] = _declined_for(tx, case)
    tx.outbox.tell(_hearer(case, STEPS[action]), STEPS[action].tells, told, about=case.id)
    aftermath.follow(tx, case, action)
    tx.cards.refresh(CardKind.CASE, case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{action}", "case", case.id)
    return case


def ask_words(tx: CasesTx, actor: Actor, which: Which, action: Action) -> Case:
    """Check that the step is open to the actor and wait for the words it needs."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    moved(tx, me, case, action)
    waited_for = {"case": case.id, "number": case.number, "action": action.value}
    tx.dialogues.open(listening(me, actor), WORDS_WANTED, waited_for, tx.now + WORDS_WAIT)
    return case


def look(tx: CasesTx, actor: Actor, which: Which) -> Case:
    """The case as it stands, for somebody who may hold it."""
    return find(tx, tx.people.enter(actor), which)


def find(tx: CasesTx, me: Standing, which: Which) -> Case:
    """The case that is meant, locked, for somebody who may hold it; raises NotFound."""
    match which:
        case ById(id=case_id):
            return tx.cases.get_for(me, case_id)
        case ByNumber(number=number):
            return tx.cases.numbered_for(me, number)
        case Latest():
            return tx.cases.latest_for(me)


def speaker(case: Case, me: Standing) -> Ref:
    """Whoever acts, as the other side may know them."""
    return reporter(case.id) if me.person_id == case.reporter_id else person(me.person_id)


def keep_words(tx: CasesTx, me: Standing, case: Case, action: Action, words: str) -> Entry | None:
    """Keep what was said with a step; None where nothing was."""
    if not words.strip():
        return None
    said = Entry(tx.new_id(), case.id, me.person_id, EntryKind.STEP, action, words, tx.now)
    tx.cases.write(said)
    return said


def _invite(tx: CasesTx, actor: Actor, me: Standing, case: Case) -> None:
    """What is still wrong? Welcome, and no condition: the case is reopened already."""
    waited_for: dict[str, int | str] = {"case": case.id, "action": Action.ADD.value}
    tx.dialogues.open(listening(me, actor), WELCOME, waited_for, tx.now + WORDS_WELCOME)
    told: Params = {
        "number": case.number,
        "who": person(me.person_id),
        "user": actor.user_id,
        "private": actor.private,
        "other": person(case.handler_id) if case.handler_id is not None else None,
        "due": case.due_at,
    }
    tx.outbox.tell(prompted(me, actor), "case-reopen-why", told, about=case.id)


def _declined_for(tx: CasesTx, case: Case) -> str:
    proposed = tx.events.last(case.id, Action.DECLINE.value)
    return (proposed.reason if proposed is not None else None) or Reason.NOT_OURS.value


def _hearer(case: Case, step: Step) -> Destination:
    if step.hears is Part.HANDLER:
        return owner(case)
    return reporter_of(case)


def _params(case: Case, me: Standing, said: Entry | None) -> dict[str, Value]:
    return {
        "number": case.number,
        "who": speaker(case, me),
        "due": case.due_at,
        "words": entry(said.id) if said is not None else None,
    }
