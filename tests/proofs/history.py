"""What people did, as the checker reads it: every action with its outcome, and words that occur only once."""

import random
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.proofs.evidence import FAIL, INFO, OK, Evidence, Op
from tests.proofs.voices import key_of

TALK = (
    "电梯又停在三楼不动了，老人下不来。",
    "楼道灯坏了两天，晚上看不见台阶。",
    "Water drips from the ceiling again.",
    "垃圾房的门关不上。",
)
"""Sentences that residents say; a marker makes each of them the only one."""


@dataclass(slots=True)
class History:
    """Writes actions down; the same seed makes the same words."""

    random: random.Random
    ops: list[Op] = field(default_factory=list)

    def marker(self) -> str:
        """A word that nobody else will say."""
        return f"zqm{len(self.ops)}x"

    def sentence(self, marker: str) -> str:
        """A resident's sentence with that word in it."""
        return f"{self.random.choice(TALK)} {marker}"

    def begin(self, kind: str, who: int, chat_id: int, at: datetime, **more: Any) -> Op:
        """An action begins; nobody knows yet how it ends."""
        op = Op(len(self.ops), kind, who, chat_id, at, **more)
        self.ops.append(op)
        return op


def judge_tap(op: Op, answer: dict[str, Any]) -> None:
    """What the answer to a tap tells of it: accepted, refused, or nothing."""
    op.said = answer.get("text") or ""
    key = key_of(op.said) if op.said else None
    op.key = key or ""
    if key is not None and key.startswith("error"):
        op.outcome = FAIL
    elif key is not None and key.startswith("toast"):
        op.outcome = OK
    else:
        op.outcome = INFO


def settle(evidence: Evidence) -> None:
    """Outcomes of what was said in words: the platform keeps a message until we have it, so the inbox knows.

    What the inbox calls done was accepted, what it calls refused was not: mark and decision are one commit,
    which is what the checks then test.
    """
    ends = {
        (r["chat_id"], r["message_id"]): r["state"] for r in evidence.rows("inbox") if r["kind"] == "message"
    }
    by_number = {(c["compound_id"], c["number"]): c["id"] for c in evidence.cases.values()}
    for op in evidence.history:
        if op.message_ids and op.outcome == INFO and not op.said:
            found = {ends.get((op.chat_id, message_id)) for message_id in op.message_ids}
            op.outcome = OK if found == {"done"} else FAIL if found == {"refused"} else INFO
        if op.case_id is None and op.number is not None:
            op.case_id = by_number.get((op.compound_id or 0, op.number))
