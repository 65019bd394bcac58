"""The words of a toast, names behind references opened."""

from collections.abc import Mapping
from functools import partial

from sqlalchemy import Connection

from domain.kernel.words import Ref
from handlers.rendering import Renderer
from storage.reader import SqlReader
from storage.store import Store
from storage.vault import Vault


class _Nobody:
    """Names where no reference asks for one."""

    def person_name(self, person_id: int) -> str | None:
        return None

    def entry_words(self, entry_id: int) -> str | None:
        return None

    def reporter_name(self, case_id: int) -> str | None:
        return None

    def body_name(self, body_id: int) -> str | None:
        return None


class ToastWords:
    """Satisfies bot.toast.Words."""

    def __init__(self, store: Store, vault: Vault, renderer: Renderer) -> None:
        self._store, self._vault, self._renderer = store, vault, renderer

    async def __call__(self, key: str, locale: str, params: Mapping[str, object]) -> str:
        """Plain text; where no name is needed, the database is not asked."""
        if any(isinstance(value, Ref) for value in params.values()):
            return await self._store.read(partial(self._opened, key=key, locale=locale, params=params))
        return self._renderer.toast(key, params, locale, _Nobody())

    def _opened(self, connection: Connection, key: str, locale: str, params: Mapping[str, object]) -> str:
        return self._renderer.toast(key, params, locale, SqlReader(connection, self._vault))
