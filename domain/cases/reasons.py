"""Why a case is not done, or not counted: codes, each with its words and what to do instead."""

from enum import StrEnum


class Reason(StrEnum):
    """The only reasons there are. Source: the returns of 12345 hotlines, complaints research, section 5."""

    NOT_OURS = "not-ours"
    NOTHING = "no-such"
    """Looked for, and not found."""
    REPEATED = "repeated"
    UNLAWFUL = "unlawful"
    """What is asked for would break the law."""
    OUTSIDE = "outside"
    """Outside the compound."""
    EXPLAINED = "explained"
    """Unreasonable, and still asked for after it was explained."""
