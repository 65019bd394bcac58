"""What a check says: a broken promise, or a residue that is only counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise that did not hold: which one, and what shows it."""

    promise: str
    shown_by: str


@dataclass(slots=True)
class Verdict:
    """All findings of a run, the promises looked at, and what is allowed but told: doubles, stuck rows."""

    findings: list[Finding] = field(default_factory=list)
    promises: dict[str, int] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)

    def found(self, promise: str, shown_by: Iterable[str]) -> None:
        """Every broken case of one promise; the promise is listed as looked at, broken or not."""
        new = [Finding(promise, text) for text in shown_by]
        self.findings.extend(new)
        self.promises[promise] = self.promises.get(promise, 0) + len(new)

    def of(self, promise: str) -> list[Finding]:
        """The findings against one promise."""
        return [finding for finding in self.findings if finding.promise == promise]
