"""Pictures of cases: which there are, and which neighbours may see."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update

from domain.cases.pictures import Picture, Proves
from domain.cases.rules import Case, MediaKind
from storage.reading import Reading
from storage.scope import Scope
from storage.tables import media, subject_keys

_SHOWABLE = (
    media.c.case_id == bindparam("case"),
    media.c.kind == MediaKind.PHOTO.value,
    media.c.state.in_(("wanted", "kept")),
)
_OF = select(media.c.id).where(*_SHOWABLE).order_by(media.c.id)
_JUDGE = update(media).where(media.c.id == bindparam("picture")).values(approved_by=bindparam("by"))
_SHEET = (
    select(
        media.c.id, media.c.proves, media.c.stored, media.c.approved_by, media.c.person_id, media.c.file_id
    )
    .join(subject_keys, subject_keys.c.person_id == media.c.person_id)
    .where(*_SHOWABLE, subject_keys.c.wrapped.is_not(None))
    .order_by(media.c.id)
)


class SqlPictures:
    """Satisfies the domain's Pictures."""

    def __init__(self, scope: Scope) -> None:
        self._execute = scope.connection.execute

    def of(self, case: Case) -> Sequence[int]:
        """The ids of its pictures, oldest first; what was refused or struck out is none."""
        return self._execute(_OF, {"case": case.id}).scalars().all()

    def judge(self, picture_id: int, approved_by: int | None) -> None:
        """Let neighbours see it from now on, or no longer."""
        self._execute(_JUDGE, {"picture": picture_id, "by": approved_by})


class PictureReads(Reading):
    """Satisfies domain.cases.pictures.PictureSheets; of erased people nothing is left to show."""

    def pictures(self, case_id: int) -> Sequence[Picture]:
        """All of a case, oldest first."""
        return [
            Picture(
                row.id,
                Proves(row.proves),
                row.stored,
                row.approved_by is not None,
                self._open(row.person_id, "media", "file_id", row.id, row.file_id),
            )
            for row in self._connection.execute(_SHEET, {"case": case_id})
        ]
