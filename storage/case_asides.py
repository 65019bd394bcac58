"""What lies beside a case: words that wait, where groups have seen it, and what others may know of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from domain.cases.rules import Case, Entry, EntryKind
from domain.cases.table import OPEN, Action, State
from domain.kernel.errors import NotFound
from domain.kernel.people import Role, Standing
from storage.case_rows import FIELDS, case_of
from storage.recusals import TOGETHER, kept_from, open_to
from storage.scope import Scope
from storage.tables import case_messages, cases, chats, entries, places
from storage.upsert import insert

_ENTRY_FIELDS = (
    entries.c.id,
    entries.c.case_id,
    entries.c.author_id,
    entries.c.kind,
    entries.c.action,
    entries.c.words,
    entries.c.at,
)
_ENTRY = select(*_ENTRY_FIELDS).where(entries.c.id == bindparam("entry"))
_OWN = select(*FIELDS).where(cases.c.reporter_id == bindparam("person"))
_NEWEST = _OWN.order_by(cases.c.id.desc()).limit(1).with_for_update()
_NOT_OVER = (
    _OWN.where(cases.c.state.in_((*sorted(OPEN), State.FINISHED.value)))
    .order_by(cases.c.id.desc())
    .limit(1)
    .with_for_update()
)
_SEVERAL = (
    _OWN.where(cases.c.state.in_((*sorted(OPEN), State.FINISHED.value))).order_by(cases.c.id.desc()).limit(6)
)
_HELD = (
    select(*FIELDS)
    .where(cases.c.handler_id == bindparam("person"), cases.c.state == State.TAKEN.value)
    .order_by(cases.c.id.desc())
    .limit(1)
    .with_for_update()
)
_ASKED = (
    _OWN.where(cases.c.state == State.WAITING.value).order_by(cases.c.id.desc()).limit(1).with_for_update()
)
_CASE = select(*FIELDS).where(cases.c.id == bindparam("case")).with_for_update()
_TURN = (
    update(entries)
    .where(entries.c.id == bindparam("entry"), entries.c.kind == bindparam("was"))
    .values(kind=bindparam("into"), action=bindparam("step"))
)
_AMONG = (
    select(chats.c.chat_id)
    .join(places, places.c.id == chats.c.place_id)
    .where(
        chats.c.chat_id == bindparam("chat"),
        chats.c.audience == "workers",
        places.c.compound_id == bindparam("compound"),
    )
)
_KEEP = insert(case_messages).on_conflict_do_nothing(index_elements=["chat_id", "message_id"])
_MESSAGES = (
    select(case_messages.c.chat_id, case_messages.c.message_id)
    .join(chats, chats.c.chat_id == case_messages.c.chat_id)
    .where(
        chats.c.present.is_(True),
        chats.c.deletes.is_(True),
        case_messages.c.case_id == bindparam("case"),
        case_messages.c.at > bindparam("since", type_=case_messages.c.at.type),
    )
    .order_by(case_messages.c.message_id)
)
_UNTAKEN = select(func.count()).where(
    cases.c.compound_id == bindparam("compound"),
    cases.c.state == State.FILED.value,
    cases.c.due_at == bindparam("due", type_=cases.c.due_at.type),
    TOGETHER,
)
_SHOWN = select(*FIELDS).where(
    cases.c.compound_id == bindparam("compound"),
    cases.c.number == bindparam("number"),
    cases.c.shared.is_(True),
    cases.c.state != State.WITHDRAWN.value,
    open_to(bindparam("person", type_=cases.c.id.type)),
)


class CaseAsides:
    """The second half of the domain's Cases."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def entry(self, case: Case, entry_id: int) -> Entry:
        """An entry of that case, which the asker was allowed to hold; raises NotFound."""
        found = self._entry(entry_id)
        if found.case_id != case.id:
            raise NotFound
        return found

    def opened_entry(self, entry_id: int) -> tuple[Case, Entry]:
        """An entry and its case, the case locked, for the clock itself; raises NotFound."""
        found = self._entry(entry_id)
        row = self._execute(_CASE, {"case": found.case_id}).first()
        if row is None:
            raise NotFound
        return case_of(row), self._entry(entry_id)

    def turn(self, entry: Entry, into: EntryKind, action: Action | None = None) -> bool:
        """Make an entry another kind, if it still is what `entry` says; one statement guards the race."""
        step = action.value if action is not None else None
        values = {"entry": entry.id, "was": entry.kind.value, "into": into.value, "step": step}
        return self._execute(_TURN, values).rowcount == 1

    def among_workers(self, case: Case, chat_id: int) -> bool:
        """Whether only workers of the case's compound read that chat, and it is about none of them."""
        if self._kept_from(case, None):
            return False
        return self._execute(_AMONG, {"chat": chat_id, "compound": case.compound_id}).first() is not None

    def keep_message(self, case_id: int, chat_id: int, message_id: int) -> None:
        """Remember in which message of a group something of the case was said; the platform's ids alone."""
        row = {"case_id": case_id, "chat_id": chat_id, "message_id": message_id, "at": self._scope.now}
        self._execute(_KEEP, row)

    def messages(self, case_id: int, since: datetime) -> tuple[tuple[int, int], ...]:
        """Chat and message ids of what was said since then (UTC) in groups where the bot may delete."""
        return tuple((row[0], row[1]) for row in self._execute(_MESSAGES, {"case": case_id, "since": since}))

    def untaken(self, case: Case) -> int:
        """How many cases of the same compound nobody has taken, with the same promised instant; 0 for one
        that somebody is kept out of, which is never told of with others.
        """
        if self._kept_from(case, None):
            return 0
        keys = {"compound": case.compound_id, "due": case.due_at}
        return int(self._execute(_UNTAKEN, keys).scalar() or 0)

    def shown_to_all(self, me: Standing, number: int) -> Case:
        """A shared case by its number in the compound where the asker holds anything; raises NotFound."""
        row = self._execute(
            _SHOWN, {"compound": me.compound_id, "number": number, "person": me.person_id}
        ).first()
        if row is None or all(grant.compound_id != me.compound_id for grant in me.grants):
            raise NotFound
        return case_of(row)

    def newest_of(self, me: Standing) -> Case:
        """The asker's newest case as a reporter whatever became of it, locked; raises NotFound."""
        row = self._execute(_NEWEST, {"person": me.person_id}).first()
        if row is None:
            raise NotFound
        return case_of(row)

    def newest_open_for(self, me: Standing) -> Case | None:
        """The asker's newest case as a reporter that is not over yet, locked."""
        row = self._execute(_NOT_OVER, {"person": me.person_id}).first()
        return None if row is None else case_of(row)

    def open_of(self, me: Standing) -> Sequence[Case]:
        """The asker's cases as a reporter that are not over yet, the newest first."""
        return [case_of(row) for row in self._execute(_SEVERAL, {"person": me.person_id}).all()]

    def asked_of(self, me: Standing) -> Case | None:
        """The asker's newest case as a reporter that waits for their answer, locked."""
        row = self._execute(_ASKED, {"person": me.person_id}).first()
        return None if row is None else case_of(row)

    def held_by(self, me: Standing) -> Case | None:
        """The newest case in work that the asker has taken and still works on, locked."""
        row = self._execute(_HELD, {"person": me.person_id}).first()
        case = None if row is None else case_of(row)
        if case is None or not me.has(Role.WORKER, case.compound_id) or self._kept_from(case, me.person_id):
            return None
        return case

    def _kept_from(self, case: Case, person_id: int | None) -> bool:
        return kept_from(self._scope.connection, case.id, person_id)

    def _entry(self, entry_id: int) -> Entry:
        """Without its words where its author was erased."""
        row = self._execute(_ENTRY, {"entry": entry_id}).first()
        if row is None:
            raise NotFound
        scope = self._scope
        text = scope.vault.open(scope.connection, row[2], "entries", "words", row[0], row[5]) or ""
        action = Action(row[4]) if row[4] is not None else None
        return Entry(row[0], row[1], row[2], EntryKind(row[3]), action, text, row[6])
