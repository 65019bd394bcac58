"""Who may act alone: one owner per name until a wall-clock instant; the same owner takes it again at once."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, or_

from storage.tables import leases
from storage.upsert import insert

_inserted = insert(leases)
_FREE = or_(
    leases.c.owner == _inserted.excluded.owner, leases.c.until < bindparam("now", type_=leases.c.until.type)
)

_TAKE = _inserted.on_conflict_do_update(
    index_elements=["name"],
    set_={"owner": _inserted.excluded.owner, "until": _inserted.excluded.until},
    where=_FREE,
)
_RELEASE = delete(leases).where(leases.c.name == bindparam("name"), leases.c.owner == bindparam("owner"))


def take(connection: Connection, name: str, owner: str, until: datetime, now: datetime) -> bool:
    """Take or renew; False where another owner holds it beyond `now`."""
    wanted = {"name": name, "owner": owner, "until": until, "now": now}
    return connection.execute(_TAKE, wanted).rowcount == 1


def release(connection: Connection, name: str, owner: str) -> None:
    """Give it back, if it is this owner's."""
    connection.execute(_RELEASE, {"name": name, "owner": owner})
