"""Steps taken in words: asked for, completed, receipted; and words on a case that name no step."""

from collections.abc import Callable, Set
from typing import Any

from domain.cases import notes
from domain.cases.intake import continued
from domain.cases.ports import CasesTx
from domain.cases.reminders import owner
from domain.cases.rules import AFTER, SHOWS, Case, Draft
from domain.cases.service import (
    STEPS,
    WORDS_WAIT,
    ById,
    Latest,
    Which,
    act,
    ask_words,
    find,
    keep_words,
    said_so,
)
from domain.cases.steps import enact, parts_of
from domain.cases.table import Action, Part, State
from domain.kernel.answers import home, listening, prompted
from domain.kernel.errors import Invalid
from domain.kernel.people import Actor
from domain.kernel.words import Params, Ref, person, reporter

AT_WORK = frozenset({State.TAKEN, State.WAITING})
"""States in which whoever has a case may finish it."""

REPORTING = "case.reporting"
"""The dialogue in which the next words are a report, for groups, where not all is meant for the bot."""


class NoProof(Invalid):
    """Neither words nor a picture say that it is done."""

    key = "error-no-proof"


class WordsOnly(Invalid):
    """The step waits for words, and something else came."""

    key = "error-words-only"


def ask_report(tx: CasesTx, actor: Actor) -> None:
    """Say how to report; in a group, take the asker's next words as the report."""
    me = tx.people.enter(actor)
    if not actor.private:
        tx.dialogues.open(listening(me, actor), REPORTING, {}, tx.now + WORDS_WAIT)
    params: Params = {"who": person(me.person_id), "user": actor.user_id, "private": actor.private}
    tx.outbox.tell(prompted(me, actor), "report-how", params)


def ask(tx: CasesTx, actor: Actor, which: Which, action: Action) -> Case:
    """Check that the step is open to the actor, and ask for the words that it needs."""
    case = ask_words(tx, actor, which, action)
    me = tx.people.enter(actor)
    tx.outbox.tell(
        prompted(me, actor),
        "case-words-wanted",
        {
            "number": case.number,
            "action": action.value,
            "who": person(me.person_id),
            "user": actor.user_id,
            "private": actor.private,
        },
        about=case.id,
    )
    return case


def step(tx: CasesTx, actor: Actor, which: Which, action: Action, words: str = "") -> Case:
    """Take a step that was said, with a receipt for the speaker; ask for the words that it lacks."""
    if STEPS[action].words and not words.strip():
        return ask(tx, actor, which, action)
    if action is Action.WITHDRAW and which == Latest():
        # Said twice, the second must not take back the one before.
        which = ById(tx.cases.newest_of(tx.people.enter(actor)).id)
    moved = act(tx, actor, which, action, words)
    if action is not Action.REOPEN or words.strip():  # or else the question what is wrong says so
        _receipt(tx, actor, moved, action)
    return moved


def done(tx: CasesTx, actor: Actor, which: Which, words: str = "") -> Case:
    """ "It is done": a worker finishes, a reporter confirms."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    return step(tx, actor, ById(case.id), _done(case, parts_of(tx, me, case)), words)


def say(tx: CasesTx, actor: Actor, which: Which, draft: Draft) -> Case:
    """Words on a case without a step named: a reporter's are added, a worker's wait for [send]."""
    me = tx.people.enter(actor)
    case = find(tx, me, which)
    if Part.REPORTER in (parts := parts_of(tx, me, case)):
        action = Action.REPLY if Part.HANDLER in parts else Action.ADD
        return complete(tx, actor, case.id, action, draft)
    if draft.media:
        raise WordsOnly
    return notes.write(tx, actor, me, case, draft.text, draft.message_id)


def complete(tx: CasesTx, actor: Actor, case_id: int, action: Action, draft: Draft) -> Case:
    """Take a step with the words it waited for; additions may bring pictures, and so may the proof that
    something is done: a picture is as good as a sentence.
    """
    if not draft.media:
        return step(tx, actor, ById(case_id), action, draft.text)
    if action is Action.FINISH:
        return _proven(tx, actor, case_id, draft)
    if action is not Action.ADD:
        raise WordsOnly
    return _more(tx, actor, case_id, draft)


def _proven(tx: CasesTx, actor: Actor, case_id: int, draft: Draft) -> Case:
    me = tx.people.enter(actor)
    case = find(tx, me, ById(case_id))
    if not any(media.kind in SHOWS for media in draft.media):
        raise NoProof
    done = enact(tx, me, case, Action.FINISH)
    tx.cases.attach(case.id, me.person_id, draft.media, proves=AFTER)
    if draft.album is not None:
        tx.cases.keep_album(me, draft.album, case_id)
    said_so(tx, me, done, Action.FINISH, keep_words(tx, me, done, Action.FINISH, draft.text))
    tx.dialogues.close(actor)
    _receipt(tx, actor, done, Action.FINISH)
    return done


def _more(tx: CasesTx, actor: Actor, case_id: int, draft: Draft) -> Case:
    me = tx.people.enter(actor)
    case = find(tx, me, ById(case_id))
    case = enact(tx, me, case, Action.ADD)
    continued(tx, actor, case_id, draft)
    if draft.album is not None:
        tx.cases.keep_album(me, draft.album, case_id)
    tx.dialogues.close(actor)
    params: Params = {"number": case.number, "who": reporter(case.id), "due": case.due_at, "words": None}
    tx.outbox.tell(owner(case), STEPS[Action.ADD].tells, params, about=case.id)
    tx.audit.note(case.compound_id, me.person_id, f"case.{Action.ADD}", "case", case.id)
    _receipt(tx, actor, case, Action.ADD)
    return case


def noted(tx: CasesTx, actor: Actor, done: str, service: Callable[..., Case], *args: Any) -> Case:
    """Do what was said in words, with a receipt for the speaker; `done` names it in "case-noted"."""
    case = service(tx, actor, *args)
    params: Params = {"number": case.number, "action": done, "other": None, "due": case.due_at}
    tx.outbox.tell(home(tx.people.enter(actor)), "case-noted", params, about=case.id)
    return case


def _receipt(tx: CasesTx, actor: Actor, case: Case, action: Action) -> None:
    me = tx.people.enter(actor)
    if action in (Action.CONFIRM, Action.PARTLY):
        return  # they are thanked, which is receipt enough
    theirs = STEPS[action].hears is Part.REPORTER
    tx.outbox.tell(
        home(me),
        "case-noted",
        {
            "number": case.number,
            "action": action.value,
            "other": reporter(case.id) if theirs else _handler(case),
            "due": case.due_at,
        },
        about=case.id,
    )


def _handler(case: Case) -> Ref | None:
    return person(case.handler_id) if case.handler_id is not None else None


def _done(case: Case, parts: Set[Part]) -> Action:
    if Part.REPORTER in parts and (case.state not in AT_WORK or Part.WORKER not in parts):
        return Action.CONFIRM
    return Action.FINISH
