"""The diary: every call of the bot, and every rule that it broke."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusals import Refusal

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """One call; its outcome is filled in when it ends."""

    seq: int
    at: str
    method: str
    params: Json
    outcome: Json | None = None
    fault: str | None = None
    message_id: int | None = None
    message_ids: list[int] = field(default_factory=list)
    answer: Json | None = None
    """As it went out, for a witness."""

    def dump(self) -> Json:
        return {
            "seq": self.seq, "time": self.at, "method": self.method, "params": self.params,
            "outcome": self.outcome, "fault": self.fault, "message_id": self.message_id,
            "message_ids": self.message_ids,
        }  # fmt: skip


class Diary:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.violations: list[Json] = []

    def open(self, at: str, method: str, params: Json) -> Call:
        call = Call(len(self.calls) + 1, at, method, params)
        self.calls.append(call)
        return call

    def violated(self, call: Call, refusal: Refusal, text: str) -> None:
        self.violations.append({
            "seq": call.seq, "time": call.at, "method": call.method, "rule": refusal.key, "text": text,
            "evidence": refusal.evidence, "chat_id": call.params.get("chat_id"),
        })  # fmt: skip
