"""How the next workers are to die: at points where nobody died yet, then at random."""

import json
import random
from pathlib import Path
from typing import Any

from tests.proofs.killed import hits

Json = dict[str, Any]

SOME = 3
"""A first try waits for up to so many passes of its point."""

PROVOKED_BY = {
    "albums": "report_album", "media": "report_photo", "photos": "report_photo", "getFile": "report_photo",
    "calls": "call", "signups": "crowd_taps", "chats": "standing", "persons": "newcomer",
    "grants": "newcomer", "subject_keys": "newcomer", "getChatMember": "newcomer",
    "polls": "poll", "ballots": "vote", "poll_options": "poll", "home_codes": "code",
    "residencies": "follow", "questions": "question", "jobs": "code", "sendPhoto": "code",
    "dialogues": "worker_asked", "due": "report", "entries": "report", "cases": "report",
}  # fmt: skip
"""The scene that leads to what is rare, by the last word of the point."""


class Plans:
    """Reads which points were passed and hit from the files that the workers write."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._folder, self._random = folder, chance
        self._tried: set[str] = set()

    def share(self, count: int, parts: int, deaths: int) -> list[Json]:
        """This part's share of `count`: in two parts all points that are known have been tried."""
        most = -(-max(0, count - deaths) // parts)
        left = self._left()
        if parts > 1:
            left = left[: -(-len(left) // 2)]
        elif count < len(left):
            left = left[:most]
        plans = [self._at(label) for label in left]
        plans += [self._anyhow() for _ in range(most - len(plans))]
        self._random.shuffle(plans)
        return plans

    def left(self) -> list[Json]:
        """Every point at which nobody died yet."""
        return [self._at(label) for label in self._left()]

    def seen(self) -> dict[str, int]:
        """Every point that was passed."""
        found: dict[str, int] = json.loads((self._folder / "points.json").read_text("utf-8"))
        return found

    def _left(self) -> list[str]:
        left = sorted(self.seen().keys() - hits(self._folder).keys())
        self._random.shuffle(left)
        return left

    def _at(self, label: str) -> Json:
        nth = 1 if label in self._tried else self._random.randint(1, max(1, min(SOME, self.seen()[label])))
        self._tried.add(label)
        return {"label": label, "nth": nth}

    def _anyhow(self) -> Json:
        anyhow = {"any": self._random.randint(1, 600)}, {"after": self._random.uniform(0.02, 2.5)}
        return self._random.choice(anyhow)


def provoking(plan: Json) -> str | None:
    """The scene that leads to a plan's point, where ordinary life seldom does."""
    return PROVOKED_BY.get(str(plan.get("label", "")).rpartition(" ")[2])
