"""What else of somebody is left when a key goes: links to their platform id, drafts, cards with a name."""

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Update,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    update,
)

from domain.kernel.words import CardKind
from storage.cards import NEVER_BEHIND
from storage.days import MAIL
from storage.purging import PRIVATE_FILES
from storage.tables import (
    albums,
    appointments,
    ballots,
    calls,
    cards,
    case_drafts,
    cases,
    day_notes,
    due,
    entries,
    hints,
    inbox,
    incident_reports,
    incidents,
    job_rows,
    jobs,
    offers,
    outbox,
    poll_options,
    polls,
    questions,
    residencies,
    shelves,
    signups,
    trials,
)

NOBODY = 0
"""Stands where a platform id stood; message ids of private chats stay known below it."""

_SETTLED = ("sent", "dropped", "stuck", "expanded")
_UNANSWERED = ("open", "doubted", "waiting")
_person: ColumnElement[int] = bindparam("person")
_user: ColumnElement[int] = bindparam("user")

_own_rows = or_(outbox.c.destination == bindparam("own"), outbox.c.destination.like(bindparam("near")))
_here = or_(
    outbox.c.destination == bindparam("shelf"),
    outbox.c.destination.like(bindparam("topic")),
    outbox.c.destination.like(bindparam("answer")),
)
_own_cards = or_(cards.c.destination == bindparam("own"), cards.c.destination.like(bindparam("near")))
_cases_of = or_(cases.c.reporter_id == _person, cases.c.handler_id == _person, cases.c.assignee_id == _person)
_draft_polls = select(polls.c.id).where(polls.c.creator_id == _person, polls.c.state == "draft")
_asked = and_(questions.c.asker_id == _person, questions.c.state.in_(_UNANSWERED))
_jobs_of = and_(
    jobs.c.asked_by == _person, jobs.c.kind.in_(PRIVATE_FILES), jobs.c.state.in_(("waiting", "running"))
)

_NAMED_ON = {
    CardKind.CASE: (
        select(cases.c.id).where(_cases_of),
        select(entries.c.case_id).where(entries.c.author_id == _person),
    ),
    CardKind.CALL: (
        select(calls.c.id).where(calls.c.creator_id == _person),
        select(signups.c.call_id).where(signups.c.person_id == _person),
    ),
    CardKind.ROLL: (select(signups.c.call_id).where(signups.c.person_id == _person),),
    CardKind.POLL: (
        select(polls.c.id).where(polls.c.creator_id == _person),
        select(ballots.c.poll_id).where(ballots.c.person_id == _person),
    ),
    CardKind.QUESTION: (
        select(questions.c.id).where(
            or_(questions.c.asker_id == _person, questions.c.answered_by == _person)
        ),
    ),
    CardKind.INCIDENT: (select(incidents.c.id).where(incidents.c.made_by == _person),),
    CardKind.DAY: (
        select(day_notes.c.day_id).where(day_notes.c.kind == MAIL, day_notes.c.subject_id == _person),
    ),
    CardKind.HOME: (
        select(residencies.c.id).where(
            or_(residencies.c.person_id == _person, residencies.c.verified_by == _person)
        ),
    ),
}
"""The subjects whose cards may say a person's name."""

_REFRESH = [
    update(cards)
    .where(cards.c.kind == kind.value, cards.c.subject_id.in_(subjects))
    .values(version=cards.c.version + 1, not_before=None)
    for kind, several in _NAMED_ON.items()
    for subjects in several
]

_DROP: list[Update | Delete] = [
    delete(poll_options).where(poll_options.c.poll_id.in_(_draft_polls)),
    update(polls)
    .where(polls.c.creator_id == _person, polls.c.state == "draft")
    .values(state="dropped", question=""),
    update(calls)
    .where(calls.c.creator_id == _person, calls.c.state == "draft")
    .values(state="dropped", title=""),
    update(due)
    .where(
        due.c.kind == "guide.unanswered",
        due.c.state == "open",
        due.c.subject_id.in_(select(questions.c.id).where(_asked)),
    )
    .values(state="cancelled"),
    update(questions).where(_asked).values(state="withdrawn"),
    delete(job_rows).where(job_rows.c.job_id.in_(select(jobs.c.id).where(_jobs_of))),
    update(jobs).where(_jobs_of).values(state="failed"),
    update(jobs).where(jobs.c.asked_by == _person, jobs.c.kind.in_(PRIVATE_FILES)).values(result=None),
    delete(offers).where(offers.c.person_id == _person),
    delete(appointments).where(appointments.c.made_by == _person, appointments.c.used_by.is_(None)),
    delete(trials).where(trials.c.person_id == _person),
    delete(albums).where(albums.c.person_id == _person),
    delete(case_drafts).where(case_drafts.c.person_id == _person),
    delete(hints).where(hints.c.person_id == _person),
    delete(incident_reports).where(incident_reports.c.person_id == _person),
]
"""What they had begun and nobody else needs; what they had taken on is released by the flow."""

_UNLINK: list[Update | Delete] = [
    update(cases)
    .where(cases.c.reporter_id == _person, cases.c.origin_chat_id == _user)
    .values(origin_chat_id=NOBODY),
    update(questions)
    .where(questions.c.asker_id == _person, questions.c.chat_id == _user)
    .values(chat_id=NOBODY),
    update(calls).where(calls.c.chat_id == _user).values(chat_id=None),
    delete(shelves).where(shelves.c.name == bindparam("shelf")),
    update(inbox)
    .where(inbox.c.payload.is_(None), inbox.c.chat_id == _user)
    .values(chat_id=NOBODY, lane=NOBODY),
    update(inbox).where(inbox.c.payload.is_(None), inbox.c.lane == _user).values(lane=NOBODY),
    update(inbox).where(inbox.c.payload.is_(None), inbox.c.sender_id == _user).values(sender_id=NOBODY),
    update(outbox).where(or_(_own_rows, _here), outbox.c.state == "new").values(state="dropped"),
    update(outbox).where(outbox.c.state.in_(_SETTLED), outbox.c.chat_id == _user).values(chat_id=NOBODY),
    update(outbox).where(_here, outbox.c.state.in_(_SETTLED)).values(destination=f"chat:{NOBODY}"),
    update(outbox)
    .where(outbox.c.state.in_(_SETTLED), outbox.c.params.like(bindparam("some")))
    .values(
        params=func.replace(
            func.replace(outbox.c.params, bindparam("as_user"), f'"user": {NOBODY}'),
            bindparam("as_chat"),
            f'"chat": {NOBODY}',
        )
    ),
    update(cards)
    .where(_own_cards)
    .values(chat_id=None, thread_id=None, message_id=None, shown=NEVER_BEHIND, stuck=True),
]
"""What still said which platform id their pseudonymous rows belong to."""

_FILES = select(jobs.c.result).where(
    jobs.c.asked_by == _person, jobs.c.kind.in_(PRIVATE_FILES), jobs.c.result.is_not(None)
)


def forget_traces(connection: Connection, person_id: int, user_id: int | None) -> list[str]:
    """Take all that away, before roles, homes and the key go; answers names of files made for them alone."""
    who = {"person": person_id}
    files = [name for (name,) in connection.execute(_FILES, who).all()]
    for statement in (*_REFRESH, *_DROP):
        connection.execute(statement, who)
    if user_id is None:
        return files
    known = {
        **who,
        "user": user_id,
        "own": f"person:{person_id}",
        "near": f"person:{person_id}@%",
        "shelf": f"chat:{user_id}",
        "topic": f"chat:{user_id}/%",
        "answer": f"chat:{user_id}>%",
        "some": f"%{user_id}%",
        "as_user": f'"user": {user_id}',
        "as_chat": f'"chat": {user_id}',
    }
    for statement in _UNLINK:
        names = set(statement.compile().params)
        connection.execute(statement, {name: value for name, value in known.items() if name in names})
    return files
