"""A store for a database address."""

from sqlalchemy import make_url

from storage.postgres import PostgresStore
from storage.sqlite import SqliteStore

Stores = SqliteStore | PostgresStore


def open_store(url: str) -> Stores:
    """The store of `sqlite:///path` or `postgresql://…`; raises ValueError for any other database.

    Nothing is opened before `start()`.
    """
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return SqliteStore(address)
        case "postgresql":
            return PostgresStore(address)
        case other:
            raise ValueError(f"{other} is no database that this program knows; use sqlite or postgresql")
