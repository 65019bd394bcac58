"""Who may know whoever reported: one table, asked wherever a case is opened for somebody's eyes."""

from collections.abc import Mapping, Set

from domain.cases.rules import MediaKind, Privacy
from domain.cases.sheets import Eyes

KNOWS: Mapping[Privacy, Set[Eyes]] = {
    Privacy.NAMED: frozenset({Eyes.REPORTER, Eyes.HANDLER, Eyes.NEIGHBOUR}),
    Privacy.NEIGHBOURS: frozenset({Eyes.REPORTER, Eyes.HANDLER}),
    Privacy.HANDLERS: frozenset({Eyes.REPORTER}),
}
"""Whose eyes read the name. Source: complaints research, section 5, criterion 6."""

TELLING: Set[MediaKind] = frozenset(
    {MediaKind.DOCUMENT, MediaKind.VIDEO, MediaKind.AUDIO, MediaKind.ANIMATION}
)
"""What the platform hands on with its file name and with what a camera wrote into it; a photo has neither."""


def knows(privacy: Privacy, eyes: Eyes) -> bool:
    """Whether those eyes may read who reported."""
    return eyes in KNOWS[privacy]
