"""Command menus on the platform: told once per version, and anew to whoever's role or language changes."""

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection

from domain.kernel.words import Act
from handlers.menus.commands import Menu, listing, menu_of
from handlers.texts import DEFAULT, Texts
from storage import menus
from storage.menus import Reader
from storage.store import Store
from storage.tx import TxDeps

EVERYBODY: Mapping[str, Menu] = {
    "default": Menu.RESIDENT,
    "all_private_chats": Menu.RESIDENT,
    "all_group_chats": Menu.GROUP,
}
"""The platform's scopes that name nobody."""

NOBODY = 0
"""The chat of an act that nobody hears of: a lane of its own, so that no word waits behind it."""


class Menus:
    """Compares what should stand with what was told last; what differs is left as acts, in one commit."""

    def __init__(self, store: Store, deps: TxDeps, texts: Texts) -> None:
        self._store, self._deps, self._texts = store, deps, texts

    async def start(self) -> None:
        """The menus of everybody, in every language; after a restart of the same version nothing is left."""
        await self._store.write(self._everybody)

    async def __call__(self) -> bool:
        """The menus of those who have one of their own; answers whether something was left to do."""
        wanted = await self._store.read(menus.of_their_own)
        stands = await self._store.read(menus.private)
        changed = {
            chat_id: reader
            for chat_id, reader in {**{chat: Reader(DEFAULT, ()) for chat in stands}, **wanted}.items()
            if stands.get(chat_id) != self._digest(menu_of(reader.roles), reader.locale)
        }
        if changed:
            await self._store.write(partial(self._some, changed=changed))
        return bool(changed)

    def _everybody(self, connection: Connection) -> None:
        for scope, menu in EVERYBODY.items():
            for locale in self._texts.locales:
                only = locale != DEFAULT
                name = f"{scope}:{locale}"
                params = {"scope": scope, "menu": menu.value, "language": locale, "only": only}
                self._put(connection, name, self._digest(menu, locale), params)

    def _some(self, connection: Connection, changed: Mapping[int, Reader]) -> None:
        for chat_id, reader in changed.items():
            menu = menu_of(reader.roles)
            params = {"scope": "chat", "chat": chat_id, "menu": menu.value, "language": reader.locale}
            self._put(connection, f"chat:{chat_id}", self._digest(menu, reader.locale), params)

    def _put(self, connection: Connection, name: str, digest: str, params: dict[str, Any]) -> None:
        if menus.put(connection, name, digest):
            self._deps.open(connection).outbox.act(Act.COMMANDS, NOBODY, params=params)

    def _digest(self, menu: Menu, locale: str) -> str:
        said = repr((menu.value, locale, listing(self._texts, locale, menu)))
        return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()
