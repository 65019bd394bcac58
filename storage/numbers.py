"""What is left out of the figures, what bodies promise, and where the week's digest goes."""

from sqlalchemy import bindparam, delete, insert, select, update

from domain.numbers.rules import BodyPromise, Exclusion, Why
from storage.scope import Scope
from storage.tables import body_promises, case_exclusions, chats, places
from storage.upsert import insert as upsert

_EXCLUSION = select(
    case_exclusions.c.case_id,
    case_exclusions.c.reason,
    case_exclusions.c.proposed_by,
    case_exclusions.c.agreed_by,
).where(case_exclusions.c.case_id == bindparam("case"))
_PROPOSE = upsert(case_exclusions).on_conflict_do_nothing(index_elements=["case_id"])
_AGREE = (
    update(case_exclusions)
    .where(
        case_exclusions.c.case_id == bindparam("case"),
        case_exclusions.c.agreed_by.is_(None),
        case_exclusions.c.proposed_by != bindparam("person"),
    )
    .values(
        agreed_by=bindparam("second"),
        agreed_at=bindparam("at", type_=case_exclusions.c.agreed_at.type),
    )
)
_DROP = delete(case_exclusions).where(
    case_exclusions.c.case_id == bindparam("case"), case_exclusions.c.agreed_by.is_(None)
)
_LIVE = (body_promises.c.body_id == bindparam("body"), body_promises.c.until.is_(None))
_PROMISED = select(
    body_promises.c.id,
    body_promises.c.body_id,
    body_promises.c.words,
    body_promises.c.made_by,
    body_promises.c.since,
).where(*_LIVE)
_END = update(body_promises).where(*_LIVE).values(until=bindparam("at", type_=body_promises.c.until.type))
_PUBLISH = insert(body_promises)
_WEEKLY = select(places.c.weekly).where(places.c.id == bindparam("compound"))
_SET_WEEKLY = update(places).where(places.c.id == bindparam("compound")).values(weekly=bindparam("on"))
_GROUPS = (
    select(chats.c.chat_id)
    .where(
        chats.c.place_id == bindparam("compound"),
        chats.c.audience == "residents",
        chats.c.kind != "private",
        chats.c.present.is_(True),
        chats.c.moved_to.is_(None),
    )
    .order_by(chats.c.chat_id)
)


class SqlNumbers:
    """Satisfies the domain's Numbers."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._execute = scope.connection.execute

    def exclusion(self, case_id: int) -> Exclusion | None:
        """The exclusion of a case, agreed or not."""
        row = self._execute(_EXCLUSION, {"case": case_id}).first()
        return None if row is None else Exclusion(row[0], Why(row[1]), row[2], row[3])

    def propose(self, exclusion: Exclusion) -> bool:
        """Keep a new one; False where there is one already."""
        row = {
            "case_id": exclusion.case_id,
            "reason": exclusion.why.value,
            "proposed_by": exclusion.proposed_by,
            "proposed_at": self._scope.now,
        }
        return self._execute(_PROPOSE, row).rowcount == 1

    def agree(self, case_id: int, person_id: int) -> bool:
        """A second person agrees; False where it is gone, agreed, or their own."""
        keys = {"case": case_id, "person": person_id, "second": person_id, "at": self._scope.now}
        return self._execute(_AGREE, keys).rowcount == 1

    def drop(self, case_id: int) -> bool:
        """Forget one that nobody has agreed to; False where there is none."""
        return self._execute(_DROP, {"case": case_id}).rowcount == 1

    def promised(self, body_id: int) -> BodyPromise | None:
        """What the body promises now."""
        row = self._execute(_PROMISED, {"body": body_id}).first()
        return None if row is None else BodyPromise(*row)

    def publish(self, promise: BodyPromise) -> None:
        """Keep a new one; the one before ends with it."""
        self.retract(promise.body_id)
        row = {
            "id": promise.id,
            "body_id": promise.body_id,
            "words": promise.words,
            "made_by": promise.made_by,
            "since": promise.since,
            "until": None,
        }
        self._execute(_PUBLISH, row)

    def retract(self, body_id: int) -> bool:
        """The body promises nothing any more; False where it promised nothing."""
        return self._execute(_END, {"body": body_id, "at": self._scope.now}).rowcount > 0

    def weekly(self, compound_id: int) -> bool:
        """Whether the compound's groups get the week's digest."""
        return bool(self._execute(_WEEKLY, {"compound": compound_id}).scalar())

    def set_weekly(self, compound_id: int, on: bool) -> None:
        """Switch it on or off."""
        self._execute(_SET_WEEKLY, {"compound": compound_id, "on": on})

    def groups(self, compound_id: int) -> tuple[int, ...]:
        """The residents' groups of the whole compound in which the bot is."""
        return tuple(row[0] for row in self._execute(_GROUPS, {"compound": compound_id}).all())
