"""The dispatcher's waits and bounds, in one place; seconds unless said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """How long and how often; tests bring shorter ones."""

    probe_after: float = 60.0
    """From a send with an unknown end to the first look for it: it may still be accepted until then."""
    request: float = 20.0
    """A call's time-out, real seconds; below `probe_after`, so that a lease outlives its call."""
    edit_gap: float = 4.0
    """Between two edits of one card: 15 a minute, where 20 messages and edits are all that a group allows."""
    look: float = 1.0
    """Between looks at the database where nothing wakes us."""
    scan: float = 5.0
    """Between looks at everything open: what fell due, what another process left."""
    resend: float = 2.0
    """Before a message that cannot be found again (no button of ours) is sent again."""
    backoff: float = 0.5
    """The first wait when the platform cannot be reached; doubled up to `backoff_most`."""
    backoff_most: float = 30.0
    rights: float = 600.0
    """How long we believe that we are, or are not, an administrator of a group."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many."""

    aloud: int = 6
    """Messages to neighbours in one group and local day. Source: MISSION, How it talks."""
    probes: int = 5
    misses: int = 3
    """Ids beyond the highest known one that are not there, until a message counts as not delivered."""
    tries: int = 8
    """Tries of one row that failed while others went through, until it is stuck."""
    refusals: int = 3
    """The same where the platform says that the message itself is wrong."""
    batch: int = 64
    scan: int = 20_000
