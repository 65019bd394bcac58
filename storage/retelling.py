"""Messages that stand somewhere and say what is no longer so: found again, to be shown anew or taken down."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, String, and_, bindparam, cast, func, or_, select

from storage.tables import cards, outbox

ATTACHED = "attached:"
"""Head of the key of a row that brings another row's attachments: `attached:<first>:<count>:<its key>`."""

LISTS = ("duty-list", "duty-digest", "cases-untaken", "duties-late", "my-cases")
"""Messages about several cases, each in a few of its words."""

_POSTED = (
    select(func.min(outbox.c.id))
    .join(cards, outbox.c.dedupe == "card:" + cast(cards.c.id, String))
    .where(cards.c.kind == bindparam("of"), cards.c.subject_id == bindparam("subject"))
    .scalar_subquery()
)
"""No message of a case is older than its card: so that not all that was ever said is looked through."""

_STANDING = and_(
    outbox.c.id >= func.coalesce(_POSTED, 0),
    outbox.c.state == "sent",
    outbox.c.message_id.is_not(None),
    outbox.c.card_id.is_(None),
)
_TOLD = (
    select(outbox.c.id, outbox.c.key, outbox.c.chat_id, outbox.c.message_id)
    .where(_STANDING, or_(outbox.c.about == bindparam("subject"), outbox.c.key.in_(LISTS)))
    .order_by(outbox.c.id)
)


@dataclass(frozen=True, slots=True)
class Told:
    """A message of ours that stands in a chat (the platform's ids)."""

    row_id: int
    key: str
    chat_id: int
    message_id: int


def told(connection: Connection, kind: str, subject_id: int) -> Sequence[Told]:
    """Every message that speaks of the subject, and every list that may; cards are none."""
    rows = connection.execute(_TOLD, {"of": kind, "subject": subject_id}).all()
    return [Told(*row) for row in rows]


def brought(found: Told) -> Sequence[int]:
    """The ids of the messages that brought attachments by that row; an album's stand one after another.
    Recalled: the platform numbers an album's messages in one go, and answers them in that order.
    """
    if not found.key.startswith(ATTACHED):
        return (found.message_id,)
    count = int(found.key.split(":")[2])
    return range(found.message_id - count + 1, found.message_id + 1)
