"""The probe's decisions as data: what an answer to our own keyboard, put under an unknown id, means.

None of these answers has been confirmed on the real platform; `evidence` says where each belief comes from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from bot.delivery.errors import Fate
from bot.delivery.pace import Bounds


class Answer(StrEnum):
    """What the platform said of one id."""

    SAME = "same"
    OURS = "ours"
    OTHER = "other"
    FOREIGN = "foreign"
    MISSING = "missing"
    BEYOND = "beyond"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"


class Step(StrEnum):
    """What follows."""

    ADOPT = "adopt"
    NEXT = "next"
    RESTORE = "restore"
    MISS = "miss"
    AGAIN = "again"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Rule:
    """One answer's meaning, and how sure we are."""

    answer: Answer
    step: Step
    evidence: str
    why: str


TABLE: tuple[Rule, ...] = (
    Rule(Answer.SAME, Step.ADOPT, "seen in the official server's source",
         "not modified: it carries this very keyboard, which names the row"),
    Rule(Answer.OURS, Step.ADOPT, "assumed",
         "edited, and the words are the row's: a server that takes an equal keyboard, or newer buttons"),
    Rule(Answer.OTHER, Step.RESTORE, "assumed",
         "edited, and the words are another row's: a late twin; its keyboard is put back"),
    Rule(Answer.FOREIGN, Step.NEXT, "assumed",
         "can't be edited: somebody else's message, or one of ours without a keyboard"),
    Rule(Answer.MISSING, Step.NEXT, "documented in the server's issues",
         "not found below the highest known id: deleted, or another chat's number"),
    Rule(Answer.BEYOND, Step.MISS, "documented in the server's issues, false ones too (400)",
         "not found beyond the highest known id: three of them mean not delivered"),
    Rule(Answer.UNKNOWN, Step.AGAIN, "documented",
         "no answer, or a wait: nothing was learned, and asking again changes nothing"),
    Rule(Answer.UNREACHABLE, Step.ELSEWHERE, "seen",
         "we are out of this chat, or it has moved: the row looks for another way"),
)  # fmt: skip
"""Every answer has exactly one meaning."""

MEANINGS = {rule.answer: rule.step for rule in TABLE}

FATES = {
    Fate.UNCHANGED: Answer.SAME,
    Fate.FOREIGN: Answer.FOREIGN,
    Fate.GONE: Answer.MISSING,
    Fate.WAIT: Answer.UNKNOWN,
    Fate.NOT_SENT: Answer.UNKNOWN,
    Fate.AMBIGUOUS: Answer.UNKNOWN,
}
"""What a failed call says of the id; every other fate says that the chat is out of reach."""


@dataclass(slots=True)
class Owed:
    """A message of ours that carries another row's keyboard because we asked; what its words are."""

    message_id: int
    digest: bytes
    tries: int = 0


@dataclass(slots=True)
class Doubt:
    """What has been asked for one row in this process; the count of probes is in the database."""

    asked: set[int] = field(default_factory=set)
    missed: int = 0
    top: int = 0
    bare: int | None = None
    owed: Owed | None = None

    def bared(self, message_id: int) -> bool:
        """Whether it was seen with our keyboard but for its mark: said once, the next call changes it."""
        seen, self.bare = self.bare == message_id, None
        return seen

    def answer(self, fate: Fate, message_id: int) -> Answer:
        """The failed call as an answer about that id."""
        answer = FATES.get(fate, Answer.UNREACHABLE)
        return Answer.BEYOND if answer is Answer.MISSING and message_id > self.top else answer

    def learn(self, answer: Answer, message_id: int) -> None:
        """Remember it; whatever stands beyond the highest known id makes that one higher."""
        if answer is Answer.UNKNOWN:
            return
        self.asked.add(message_id)
        if answer is Answer.BEYOND:
            self.missed += 1
        elif message_id > self.top:
            self.top, self.missed = message_id, 0


@dataclass(frozen=True, slots=True)
class Ask:
    """Look under this id."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Resend:
    """Send it again; `marked`: it may stand there, so the words must say which row they are."""

    marked: bool
    cause: str


Plan: TypeAlias = Ask | Resend


def looks(probes: int, bounds: Bounds) -> int:
    """Looks spent on the present sending, of all that the row has counted."""
    return probes % (bounds.probes + 1)


def renewed(probes: int, bounds: Bounds) -> int:
    """What to add to a row's count when it is sent again, so that the new sending has its own looks.

    The count stays above zero, which says that the row may stand somewhere already.
    """
    return -probes % (bounds.probes + 1)


def plan(doubt: Doubt, candidates: Sequence[int], probes: int, findable: bool, bounds: Bounds) -> Plan:
    """The next step for a row in doubt; `candidates` are the unknown ids above its floor, ascending.

    Where no id of the chat is known, three that are missing prove nothing.
    """
    if not findable:
        return Resend(marked=True, cause="no-button")
    if doubt.missed >= bounds.misses:
        return Resend(marked=doubt.top == 0, cause="not-found")
    if looks(probes, bounds) >= bounds.probes:
        return Resend(marked=True, cause="inconclusive")
    ahead = [message_id for message_id in candidates if message_id not in doubt.asked]
    return Ask(ahead[0]) if ahead else Resend(marked=True, cause="no-candidate")
