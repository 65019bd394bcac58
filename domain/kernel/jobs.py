"""Work that takes longer than a transaction may: asked for in one, done beside the traffic."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

NOTHING: Mapping[str, int | str] = {}


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobSheet:
    """What a job's card shows; `total` is None until it is counted."""

    id: int
    kind: str
    state: JobState
    done: int
    total: int | None
    compound_id: int


class JobSheets(Protocol):
    """Reads of jobs for showing."""

    def job_sheet(self, job_id: int) -> JobSheet | None:
        """The sheet, or None where there is no such job."""


class Jobs(Protocol):
    """Work that takes longer than a transaction may."""

    def ask(
        self,
        kind: str,
        compound_id: int,
        person_id: int,
        params: Mapping[str, int | str] = NOTHING,
        *,
        sealed: str | None = None,
    ) -> int:
        """Leave a job; its id. `params` are ids and choices in plain; `sealed` is kept encrypted, such as the
        platform's id of a file.
        """
