"""Tasks that the street hands to the committee: on the list, or agreed to, or given back with a reason.

For the six classes of the negative list the committee can never be the owner, whoever asks and however it is
put: that is said at once. Source: MISSION M3.
"""

from dataclasses import replace

from domain.cases import intake, routing
from domain.cases.handed import Back, Task, TaskState
from domain.cases.ports import CasesTx
from domain.cases.routing import Route
from domain.cases.rules import Case, Draft, EmptyWords
from domain.kernel.answers import home
from domain.kernel.errors import DomainError, NotAllowed, NotFound
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import CardKind, Destination, Params, Priority, ToPerson, ToWorkers, person
from domain.matters.rules import BarredMatter, Matter
from domain.places.bodies import Body, BodyKind
from domain.places.charges import EVERYWHERE, Charge
from domain.places.rules import NoCompound
from domain.places.setup import at_home
from domain.places.steps import PATIENCE

WANTED = "task.words"
"""The dialogue in which the words of a task are waited for."""


class NoCommittee(DomainError):
    """The compound has no residents' committee that it could be handed to."""

    key = "error-task-nobody"


class TaskDecided(DomainError):
    """The committee has answered already."""

    key = "error-task-decided"


def begin(tx: CasesTx, actor: Actor) -> None:
    """Ask what is to be done."""
    me, _compound_id, _committee = _giver(tx, actor)
    tx.dialogues.open(at_home(actor), WANTED, {}, tx.now + PATIENCE)
    tx.outbox.tell(home(me), "task-wanted", {})


def hand_down(tx: CasesTx, actor: Actor, words: str, message_id: int) -> Task:
    """Hand it to the committee: what is on its list begins, the rest waits for its word."""
    me, compound_id, committee = _giver(tx, actor)
    if not words.strip():
        raise EmptyWords
    barred = tx.matters.barred(words)
    if barred is not None:
        raise BarredMatter(barred=barred.value)
    matter = tx.matters.match(compound_id, words, "")
    listed = matter if matter is not None and matter.body_id == committee.id else None
    state = TaskState.AGREED if listed is not None else TaskState.ASKED
    matter_id = listed.id if listed is not None else None
    task = Task(tx.new_id(), compound_id, matter_id, me.person_id, words, state, tx.now)
    tx.tasks.add(task)
    tx.dialogues.close(at_home(actor))
    tx.audit.note(compound_id, me.person_id, "task.hand-down", "task", task.id)
    if listed is not None:
        case = _file(tx, task, committee, listed)
        tx.outbox.tell(home(me), "task-listed", {"number": case.number, "to": committee.id}, about=case.id)
        return task
    for to in _committees(tx, compound_id, committee):
        told: Params = {"who": person(me.person_id)}
        tx.outbox.tell(to, "task-asked", told, about=task.id, priority=Priority.DUTY)
    tx.outbox.tell(home(me), "task-waits", {"to": committee.id})
    return task


def agree(tx: CasesTx, actor: Actor, task_id: int) -> Case:
    """The committee takes it: it becomes a case of its own."""
    me, task, committee = _asked(tx, actor, task_id)
    if (barred := tx.matters.barred(task.words)) is not None:
        raise BarredMatter(barred=barred.value)
    tx.tasks.save(replace(task, state=TaskState.AGREED, decided_by=me.person_id, decided_at=tx.now))
    case = _file(tx, task, committee, None)
    told: Params = {"number": case.number, "who": person(me.person_id), "due": case.due_at}
    tx.outbox.tell(ToPerson(task.from_id), "task-agreed", told, about=case.id)
    tx.outbox.tell(home(me), "task-taken", {"number": case.number, "due": case.due_at}, about=case.id)
    tx.audit.note(task.compound_id, me.person_id, "task.agree", "task", task.id)
    return case


def ask_why(tx: CasesTx, actor: Actor, task_id: int) -> None:
    """Ask why it is given back."""
    me, task, _committee = _asked(tx, actor, task_id)
    tx.outbox.tell(home(me), "task-why", {}, about=task.id)


def give_back(tx: CasesTx, actor: Actor, task_id: int, reason: Back) -> Task:
    """The committee gives it back; whoever handed it down reads why."""
    me, task, _committee = _asked(tx, actor, task_id)
    back = replace(task, state=TaskState.RETURNED, reason=reason, decided_by=me.person_id, decided_at=tx.now)
    tx.tasks.save(back)
    told: Params = {"who": person(me.person_id), "reason": reason.value}
    tx.outbox.tell(ToPerson(task.from_id), "task-returned", told, about=task.id)
    tx.outbox.tell(home(me), "task-noted", {})
    tx.audit.note(task.compound_id, me.person_id, "task.return", "task", task.id)
    return back


def _giver(tx: CasesTx, actor: Actor) -> tuple[Standing, int, Body]:
    me = tx.people.enter(actor)
    if me.compound_id is None:
        raise NoCompound
    named = tx.leads.named(me.compound_id, Charge.STREET, EVERYWHERE)
    if me.person_id != named and not may(me, Right.HAND_DOWN, (me.compound_id,)):
        raise NotAllowed
    return me, me.compound_id, _committee(tx, me.compound_id)


def _committee(tx: CasesTx, compound_id: int) -> Body:
    found = (body for body in tx.staff.bodies(compound_id) if body.kind is BodyKind.COMMITTEE)
    committee = next(found, None)
    if committee is None:
        raise NoCommittee
    return committee


def _committees(tx: CasesTx, compound_id: int, committee: Body) -> list[Destination]:
    """The committee's people on duty; where it has none, whoever works there."""
    there = [load.person_id for load in tx.shifts.loads(compound_id, committee.id)]
    return [ToPerson(one) for one in there] or [ToWorkers(compound_id)]


def _asked(tx: CasesTx, actor: Actor, task_id: int) -> tuple[Standing, Task, Body]:
    """A task that waits, for somebody of the committee; raises NotFound, TaskDecided."""
    me = tx.people.enter(actor)
    task = tx.tasks.get(task_id)
    committee = _committee(tx, task.compound_id)
    works = me.has(Role.WORKER, task.compound_id)
    if not works or tx.shifts.body_of(me.person_id, task.compound_id) not in (None, committee.id):
        raise NotFound
    if task.state is not TaskState.ASKED:
        raise TaskDecided
    return me, task, committee


def _file(tx: CasesTx, task: Task, committee: Body, matter: Matter | None) -> Case:
    """The case that a task becomes; whoever handed it down is its reporter."""
    users = tx.people.telegram_ids((task.from_id,))
    place = task.compound_id
    giver = Standing(task.from_id, (), place, place, users.get(task.from_id, 0), private=True)
    number = tx.cases.next_number(place)
    who = routing.person_for(tx, place, committee.id, place, (task.from_id,))
    draft = Draft(task.words, 0, tx.now)
    case, _ = intake.file(tx, giver, draft, number, Route(committee.id, who, matter))
    tx.cards.open(CardKind.CASE, case.id, ToWorkers(place))
    return case
