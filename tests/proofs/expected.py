"""What a card should say at rest: rendered once more from the tables, as words without markup."""

import html
import re

from sqlalchemy import Connection, select

from handlers.ports import Wanted
from handlers.rendering import Renderer
from handlers.texts import load
from storage.reader import SqlReader
from storage.tables import persons
from storage.vault import Vault
from tests.proofs.clocks import SharedClock
from tests.proofs.evidence import Row
from tests.proofs.stage import ZONE

_TAG = re.compile(r"<[^>]+>")
_PERSON = re.compile(r"person:(\d+)")


class Expected:
    """Renders cards; whether the words are the right ones is the business of the handlers' own tests."""

    def __init__(self, vault: Vault, clock: SharedClock) -> None:
        self._renderer, self._vault = Renderer(load(), clock), vault

    def __call__(self, connection: Connection, card: Row) -> str | None:
        """The card's words; None where there is nothing to show."""
        shown = self._renderer.render(self._wanted(connection, card), SqlReader(connection, self._vault))
        return None if shown is None else plain(shown.html)

    def _wanted(self, connection: Connection, card: Row) -> Wanted:
        found = _PERSON.match(card["destination"])
        reader = int(found[1]) if found else None
        locale = "zh-CN"
        if reader is not None:
            locale = connection.execute(select(persons.c.locale).where(persons.c.id == reader)).scalar_one()
        return Wanted(
            key=f"card:{card['kind']}",
            params={},
            about=card["subject_id"],
            destination=card["destination"],
            locale=locale,
            zone=ZONE,
            private=reader is not None,
            recipient_id=reader,
        )


def plain(markup: str) -> str:
    """Telegram HTML as it is read."""
    return html.unescape(_TAG.sub("", markup)).strip()
