"""Which errors of PostgreSQL go away by themselves, so that the same work may be tried again."""

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

STATES = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
        "55P03",  # lock_not_available
        "53300",  # too_many_connections
        "57P01",  # admin_shutdown
        "57P02",  # crash_shutdown
        "57P03",  # cannot_connect_now: starting up or shutting down
        "57P05",  # idle_session_timeout
    }
)
"""SQLSTATEs besides class 08. Source: PostgreSQL documentation, Appendix A."""

CONNECTION_CLASS = "08"


def is_transient(error: BaseException) -> bool:
    """Whether the server was away or another transaction in the way; never an error of the work itself."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _by_state(error)
    return isinstance(error, PoolTimeout | OSError)


def _by_state(error: DBAPIError) -> bool:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return state in STATES or state.startswith(CONNECTION_CLASS)
