"""What is shown of the guide: read-only values."""

from dataclasses import dataclass
from typing import Protocol

from domain.guide.rules import Entry, Hit, Question


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """A question opened for showing: names and words in plain, "" where they are gone; `zone` is IANA."""

    question: Question
    asker: str
    answerer: str
    place: str
    zone: str


class GuideSheets(Protocol):
    """Reads of the guide for showing; callers ask only for what the recipient may see."""

    def guide_entry(self, entry_id: int) -> Entry | None:
        """The entry, or None where it is gone."""

    def guide_question(self, question_id: int) -> QuestionSheet | None:
        """The question, or None where there is none."""

    def guide_titles(self, hits: tuple[Hit, ...]) -> tuple[str, ...]:
        """What each of these is called, "" for what is gone."""
