"""Residents' pictures: neighbours see one only after whoever has the case has looked at it and said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.cases.ports import CasesTx
from domain.cases.rules import Case
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.people import Actor


class Proves(StrEnum):
    """What a picture is there for. "Before" and "after" are a worker's, of the work."""

    REPORT = "report"
    BEFORE = "before"
    AFTER = "after"


class NotTheHandler(DomainError):
    """Only whoever has the case says which pictures neighbours see."""

    key = "error-picture-handler"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of a case that can still be shown; `stored` names its file without EXIF, once fetched;
    `file_id` is the platform's, None where its owner was erased.
    """

    id: int
    proves: Proves
    stored: str | None
    approved: bool
    file_id: str | None = None


class Pictures(Protocol):
    """Pictures of a case that the asker was allowed to hold."""

    def of(self, case: Case) -> Sequence[int]:
        """The ids of its pictures, oldest first; what was refused or struck out is none."""

    def judge(self, picture_id: int, approved_by: int | None) -> None:
        """Let neighbours see it from now on, or no longer."""


class PicturesTx(CasesTx, Protocol):
    """A transaction that knows pictures."""

    @property
    def pictures(self) -> Pictures: ...


class PictureSheets(Protocol):
    """Reads of pictures for showing."""

    def pictures(self, case_id: int) -> Sequence[Picture]:
        """All of a case, oldest first; what of them a reader may see is the view's to say."""


def judge(tx: PicturesTx, actor: Actor, case_id: int, picture_id: int | None, *, shown: bool) -> Case:
    """Let neighbours see one picture, or all of them where none is named; `shown` False takes it back.

    They see it on the shared view of a case, so only where whoever reported has shared it. Raises
    NotTheHandler, and NotFound where the picture is none of this case's.
    """
    me = tx.people.enter(actor)
    case = tx.cases.get_for(me, case_id)
    if me.person_id != case.handler_id:
        raise NotTheHandler(number=case.number)
    there = tx.pictures.of(case)
    wanted = there if picture_id is None else [one for one in there if one == picture_id]
    if not wanted:
        raise NotFound
    for one in wanted:
        tx.pictures.judge(one, me.person_id if shown else None)
        what = "picture.show" if shown else "picture.hide"
        tx.audit.note(case.compound_id, me.person_id, what, "picture", one)
    return case


def for_neighbours(found: Sequence[Picture]) -> Sequence[Picture]:
    """What of a case's pictures neighbours see: approved, and lying here without its EXIF."""
    return [one for one in found if one.approved and one.stored is not None]


def before_and_after(found: Sequence[Picture]) -> Sequence[Picture]:
    """What was wrong beside what was done: the first picture of before, and all of after; nothing where no
    picture shows what was done.
    """
    after = [one for one in found if one.proves is Proves.AFTER]
    before = [one for one in found if one.proves is not Proves.AFTER]
    return [*before[:1], *after] if after else []
