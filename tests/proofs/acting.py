"""How one person acts: says something, taps a button, and has it written into the history."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.proofs.board import Board, Button
from tests.proofs.clocks import SharedClock
from tests.proofs.evidence import FAIL, Op
from tests.proofs.history import History, judge_tap
from tests.proofs.people import Impossible, People
from tests.proofs.stage import Compound

TAP_WAIT = 12.0
"""Seconds for which a finger waits for its answer: longer than a restart takes."""

SHORT_TAP_WAIT = 3.0
"""The same in a smoke."""

WORDS = "words for a question that may have been forgotten"
"""Such words may be accepted or not: another step of the same person ends the waiting."""

SUBJECTS = {
    "join": "call_id", "leave": "call_id", "vote": "poll_id", "poll": "poll_id", "home": "home_id",
    "ask": "question_id",
}  # fmt: skip
"""What a button's id names, by its verb; of all others a case."""


class Acting:
    """The people, the boards they look at, and the history of what they did."""

    def __init__(self, people: People, clock: SharedClock, seed: int) -> None:
        self.random = random.Random(seed)
        self.history = History(random.Random(seed + 1))
        self.board = Board(people)
        self._people, self._clock = people, clock
        self._busy: set[int] = set()
        self.tap_wait = TAP_WAIT
        self.sure = False

    async def tap_one(self, who: int, chat_id: int, *verbs: str) -> None:
        """One of the newest buttons with such a verb."""
        buttons = await self.board.buttons(chat_id, who, *verbs)
        if buttons:
            button = self.random.choice(buttons[-12:])
            await self.tap(self.tapping(who, chat_id, button), button)

    @contextmanager
    def one(self, people: Sequence[int]) -> Iterator[int]:
        """Somebody who does nothing else meanwhile: words after a question belong to that question."""
        free = [who for who in people if who not in self._busy]
        if not free:
            raise Impossible("everybody is busy")
        who = self.random.choice(free)
        self._busy.add(who)
        try:
            yield who
        finally:
            self._busy.discard(who)

    def tapping(self, who: int, chat_id: int, button: Button, kind: str | None = None) -> Op:
        """The action that a tap on this button will be: of that kind, or its verb's own."""
        subject = {SUBJECTS.get(button.verb, "case_id"): button.subject}
        return self.begin(kind or button.verb, who, chat_id, choice=button.extra, **subject)

    async def tap(self, op: Op, button: Button) -> None:
        """Tap, and note what the answer says."""
        try:
            answer = await self._people.press(op.chat_id, op.who, button.message, button.data, self.tap_wait)
        except Impossible:
            op.outcome = FAIL
            return
        judge_tap(op, answer)

    async def say(self, op: Op, text: str | None, **more: Any) -> None:
        """Write; a part of the same action may follow."""
        said = {"text": text} if text is not None else {}
        message = await self._people.say(op.chat_id, op.who, **said, **more)
        op.message_ids = (*op.message_ids, message["message_id"])

    def begin(self, kind: str, who: int, chat_id: int, **more: Any) -> Op:
        """Nobody knows yet how it ends."""
        return self.history.begin(kind, who, chat_id, self._clock.now(), **more)

    def desk(self, place: Compound, who: int) -> int:
        """Where a worker hears of cases: the workers' room, or the private chat."""
        return place.workers_chat if place.workers_chat is not None else who
