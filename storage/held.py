"""Words that wait for a tap, sealed under the key of whoever said or passed them on."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, insert

from domain.cases.held import Held, Why
from domain.cases.rules import Draft, Media, MediaKind
from domain.cases.streams import Proposal, Stream
from domain.places.mentioned import Mention
from storage.scope import Scope
from storage.tables import case_drafts as rows

_KEEP = insert(rows)
_TAKE = (
    delete(rows)
    .where(rows.c.id == bindparam("held"), rows.c.person_id == bindparam("person"))
    .returning(rows.c.kind, rows.c.words, rows.c.at)
)
_DROP = delete(rows).where(rows.c.id == bindparam("held"))


class SqlHeld:
    """Satisfies the domain's Holding."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def keep(self, held: Held) -> None:
        """Keep them, sealed."""
        scope = self._scope
        packed = json.dumps(_packed(held.draft), ensure_ascii=False)
        sealed = scope.vault.seal(scope.connection, held.person_id, "case_drafts", "words", held.id, packed)
        row = {"id": held.id, "person_id": held.person_id, "kind": held.why.value}
        scope.connection.execute(_KEEP, row | {"words": sealed, "at": held.draft.said_at})

    def take(self, held_id: int, person_id: int) -> Held | None:
        """That person's words, forgotten with this."""
        scope = self._scope
        row = scope.connection.execute(_TAKE, {"held": held_id, "person": person_id}).first()
        if row is None:
            return None
        opened = scope.vault.open(scope.connection, person_id, "case_drafts", "words", held_id, row[1])
        return Held(held_id, person_id, Why(row[0]), _unpacked(json.loads(opened or "{}"), row[2]))

    def drop(self, held_id: int) -> None:
        """Forget them."""
        self._scope.connection.execute(_DROP, {"held": held_id})


def _packed(draft: Draft) -> dict[str, Any]:
    return {
        "text": draft.text,
        "message": draft.message_id,
        "media": [[one.kind.value, one.file_id, one.size] for one in draft.media],
        "proposal": asdict(draft.proposal),
        "where": asdict(draft.where),
    }


def _unpacked(kept: dict[str, Any], said_at: Any) -> Draft:
    proposal, where = kept["proposal"], kept["where"]
    return Draft(
        kept["text"],
        kept["message"],
        said_at,
        tuple(Media(MediaKind(kind), file_id, size) for kind, file_id, size in kept["media"]),
        proposal=Proposal(Stream(proposal["stream"]), proposal["reason"], proposal["sure"]),
        where=Mention(tuple(where["names"]), where["spot"], where["text"]),
    )
