"""The list of matters: sent as a file, read beside the traffic, shown, put into force by one tap, kept."""

from collections.abc import Sequence

from domain.kernel.answers import home
from domain.kernel.errors import NotFound
from domain.kernel.people import Actor, Standing
from domain.kernel.rights import Right, may
from domain.kernel.words import Params, ToPerson
from domain.matters.listing import Line, Problem
from domain.matters.ports import MattersTx
from domain.matters.rules import ListState, Matter, MatterList, NoSheet, StaleList
from domain.places.rules import NoCompound
from domain.places.setup import at_home, mine, stewarded
from domain.places.steps import PATIENCE

READ, WRITE = "matters.read", "matters.write"
"""Kinds of jobs: a file is read; the list, or a template, is written."""

FILE_WANTED = "matters.file"
"""The dialogue in which a file is waited for."""

NAMED = 20
"""Bad lines that are named; the others are counted."""


def show(tx: MattersTx, actor: Actor) -> None:
    """Say how the list stands, send it (or a template) as a file, and wait for a new one."""
    me = tx.people.enter(actor)
    compound_id = _compound(me)
    mine(tx, me, compound_id)
    live = tx.matters.live(compound_id)
    told: Params = {
        "version": live.version if live is not None else 0,
        "count": len(tx.matters.lines(live.id)) if live is not None else 0,
    }
    tx.dialogues.open(at_home(actor), FILE_WANTED, {"compound": compound_id}, tx.now + PATIENCE)
    tx.outbox.tell(home(me), "matters-how", told, about=compound_id)
    tx.jobs.ask(WRITE, compound_id, me.person_id, {"list": live.id if live is not None else 0})


def upload(tx: MattersTx, actor: Actor, compound_id: int, file_id: str | None) -> None:
    """Have a file read; nothing of it is in force before a tap says so."""
    me = tx.people.enter(actor)
    mine(tx, me, compound_id)
    if file_id is None:
        raise NoSheet
    tx.jobs.ask(READ, compound_id, me.person_id, sealed=file_id)
    tx.outbox.tell(home(me), "matters-reading", {})


def keep(tx: MattersTx, compound_id: int, person_id: int, lines: Sequence[Line], job_id: int) -> MatterList:
    """Keep what was read as a draft, whole, and show what it would change; for the job that read it."""
    tx.places.lock(compound_id)
    live = tx.matters.live(compound_id)
    before = {line.name: line for line in tx.matters.lines(live.id)} if live is not None else {}
    made = tx.matters.draft(compound_id, person_id, [_matter(tx, line) for line in lines])
    names = {line.name for line in lines}
    told: Params = {
        "count": len(lines),
        "new": len(names - before.keys()),
        "gone": len(before.keys() - names),
        "version": made.version,
        "bodies": len({line.body_id for line in lines}),
    }
    tx.outbox.tell(ToPerson(person_id), "matters-preview", told, about=made.id, dedupe=f"job:{job_id}")
    return made


def refuse(tx: MattersTx, person_id: int, problems: Sequence[Problem], job_id: int) -> None:
    """Say which lines are bad, and why; nothing was kept."""
    named = ",".join(f"{one.line}:{one.why}" for one in problems[:NAMED])
    told: Params = {"bad": len(problems), "named": named}
    tx.outbox.tell(ToPerson(person_id), "matters-bad", told, dedupe=f"job:{job_id}")


def enable(tx: MattersTx, actor: Actor, list_id: int) -> MatterList:
    """Put a draft into force; the list before it is kept, because cases cite it. Raises StaleList."""
    me, draft = _draft(tx, actor, list_id)
    live = tx.matters.live(draft.compound_id)
    if live is not None:
        tx.matters.turn(live.id, ListState.OLD.value)
    tx.matters.turn(draft.id, ListState.LIVE.value)
    told: Params = {"version": draft.version, "count": len(tx.matters.lines(draft.id))}
    tx.outbox.tell(home(me), "matters-live", told, about=draft.compound_id)
    tx.audit.note(draft.compound_id, me.person_id, "matters.enable", "matters", draft.id)
    tx.dialogues.close(at_home(actor))
    return draft


def drop(tx: MattersTx, actor: Actor, list_id: int) -> None:
    """Forget a draft."""
    me, draft = _draft(tx, actor, list_id)
    tx.matters.drop(draft.id)
    tx.audit.note(draft.compound_id, me.person_id, "matters.drop", "matters", draft.id)


def _draft(tx: MattersTx, actor: Actor, list_id: int) -> tuple[Standing, MatterList]:
    me = tx.people.enter(actor)
    try:
        found = tx.matters.list_of(list_id)
    except NotFound:
        raise StaleList from None
    mine(tx, me, found.compound_id)
    # Read again below the compound's lock: two who tap at once put one list into force.
    found = tx.matters.list_of(list_id)
    if found.state is not ListState.DRAFT:
        raise StaleList
    return me, found


def _compound(me: Standing) -> int:
    """The compound that is meant: where it is said, or else the newest that one looks after."""
    if me.compound_id is not None and may(me, Right.SET_UP, (me.compound_id,)):
        return me.compound_id
    found = stewarded(me)
    if found:
        return found[0]
    if me.compound_id is None:
        raise NoCompound
    return me.compound_id


def _matter(tx: MattersTx, line: Line) -> Matter:
    return Matter(
        id=tx.new_id(),
        line=line.line,
        name=line.name,
        words=line.words,
        body_id=line.body_id,
        basis=line.basis,
        minutes=line.minutes,
        stream=line.stream,
        grade=line.grade,
        barred=line.barred,
        subject=line.subject,
    )
