"""Messages that their writer changed: ours where what they change was said to us, and no other talk."""

from sqlalchemy import Connection, bindparam, exists, literal, literal_column, or_, select

from storage.arrivals import Arrival
from storage.tables import entries, inbox
from storage.vault import Vault

EDITED = "edited_message"

_SAID_TO_US = select(literal(1)).where(
    or_(
        exists().where(entries.c.message == bindparam("message")),
        # Said to us a moment ago, and not worked off yet.
        exists().where(
            inbox.c.chat_id == bindparam("in_chat"),
            inbox.c.message_id == bindparam("in_message"),
            inbox.c.kind == literal_column("'message'"),
            inbox.c.state == literal_column("'new'"),
        ),
    )
)


def changes_ours(connection: Connection, vault: Vault, arrival: Arrival) -> bool:
    """Whether it changes words of a case, or words that are on their way to become some."""
    if arrival.kind != EDITED or arrival.chat_id is None or arrival.message_id is None:
        return False
    keys = {
        "message": blind(vault, arrival.chat_id, arrival.message_id),
        "in_chat": arrival.chat_id,
        "in_message": arrival.message_id,
    }
    return connection.execute(_SAID_TO_US, keys).first() is not None


def blind(vault: Vault, chat_id: int, message_id: int) -> bytes:
    """A message as it is looked up by; neither chat nor message can be read from it."""
    return vault.blind("entries", "message", f"{chat_id}:{message_id}")
