"""Leaving words that must reach somebody, and recognising one of them by the press of its button."""

from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, or_, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.kernel.words import Act, CardKind, Destination, Params, Priority, ToChat
from storage import retelling
from storage.destinations import decode, decode_params, encode, encode_params
from storage.recusals import among
from storage.scope import Scope
from storage.tables import cards, outbox

__all__ = ["SqlOutbox", "adopt", "decode", "decode_params", "encode", "encode_params"]

ACT = "act:"
"""Head of the key of a row that does something instead of saying it: `act:<Act>`."""

MEDIA = "case-media"
"""The key of the message that brings a case's attachments."""

_TELL = {
    "sqlite": sqlite.insert(outbox).on_conflict_do_nothing(index_elements=["dedupe"]),
    "postgresql": postgresql.insert(outbox).on_conflict_do_nothing(index_elements=["dedupe"]),
}

# A pressed message stands, whatever we believed of its sending; one that has its place already keeps it.
_ADOPT = (
    update(outbox)
    .where(
        and_(
            outbox.c.id == bindparam("row_id"),
            outbox.c.message_id.is_(None),
            outbox.c.state.in_(("new", "leased", "ambiguous", "stuck")),
            or_(outbox.c.chat_id.is_(None), outbox.c.chat_id == bindparam("chat")),
        )
    )
    .values(
        state="sent",
        chat_id=bindparam("chat"),
        message_id=bindparam("message"),
        settled_at=bindparam("at"),
    )
    .returning(outbox.c.card_id)
)

# Which version stands there is not known: 0 is behind, so that the card is edited once.
_PLACE_CARD = (
    update(cards)
    .where(cards.c.id == bindparam("card"), cards.c.message_id.is_(None))
    .values(chat_id=bindparam("chat"), message_id=bindparam("message"), shown=0)
)


def leave(connection: Connection, **row: object) -> None:
    """Add one outbox row; a second one with the same dedupe key is not added."""
    connection.execute(_TELL[connection.dialect.name], {"state": "new", "attempts": 0, "probes": 0, **row})


def adopt(
    connection: Connection, row_id: int, chat_id: int, message_id: int, now: datetime | None = None
) -> bool:
    """Take a message whose row mark came back with a press as that row's; False where nothing was to mend.

    Ids are the platform's. The mark must come from the message's own keyboard, never from the pressed data.
    """
    where = {"row_id": row_id, "chat": chat_id, "message": message_id, "at": now}
    found = connection.execute(_ADOPT, where).first()
    if found is None:
        return False
    if found.card_id is not None:
        connection.execute(_PLACE_CARD, {"card": found.card_id, "chat": chat_id, "message": message_id})
    return True


class SqlOutbox:
    """The domain's `Outbox` over one transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def tell(
        self,
        to: Destination,
        key: str,
        params: Params,
        *,
        about: int | None = None,
        priority: Priority = Priority.ANSWER,
        not_before: datetime | None = None,
        dedupe: str | None = None,
        silent: bool = False,
    ) -> None:
        """Leave one message; see `domain.kernel.tx.Outbox`."""
        leave(
            self._scope.connection,
            destination=encode(among(self._scope.connection, to, about)),
            key=key,
            params=encode_params(params),
            about=about,
            priority=int(priority),
            silent=silent,
            not_before=not_before or self._scope.now,
            dedupe=dedupe,
            created_at=self._scope.now,
        )

    def act(
        self,
        act: Act,
        chat_id: int,
        message_id: int | None = None,
        *,
        params: Params | None = None,
        dedupe: str | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Leave something to do; see `domain.kernel.tx.Outbox`."""
        to = ToChat(chat_id, reply_to=message_id)
        self.tell(to, f"{ACT}{act}", params or {}, dedupe=dedupe, not_before=not_before, silent=True)

    def show_anew(self, kind: CardKind, subject_id: int) -> None:
        """Let every message about that subject say what is so now."""
        for one in retelling.told(self._scope.connection, kind.value, subject_id):
            if not one.key.startswith((ACT, retelling.ATTACHED)):
                self.act(Act.EDIT, one.chat_id, one.message_id, params={"row": one.row_id})

    def take_back(self, kind: CardKind, subject_id: int) -> None:
        """Delete every message that brought attachments of that subject."""
        for one in retelling.told(self._scope.connection, kind.value, subject_id):
            if one.key == MEDIA or (one.key.startswith(retelling.ATTACHED) and one.key.endswith(f":{MEDIA}")):
                for message_id in retelling.brought(one):
                    dedupe = f"back:{one.chat_id}:{message_id}"
                    self.act(Act.DELETE, one.chat_id, message_id, dedupe=dedupe)
