"""What neighbours do besides reporting: they vote, come in by a code, help at an hour, and ask."""

import asyncio
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.proofs.acting import WORDS
from tests.proofs.board import Button
from tests.proofs.evidence import OK
from tests.proofs.people import Impossible
from tests.proofs.reports import Reports
from tests.proofs.stage import ZONE, Compound

FEW = 0.3
"""Share of the occasions on which something rare really happens."""

CAP = 3
"""Votes that the first option of every poll takes."""

QUESTIONS = (
    f"周六几点大扫除？早上9点（限{CAP}票）、上午10点、下午",
    f"楼道的灯换不换？现在就换（限{CAP}票）、先不换、下次再说",
)
SETTLES = ("", "一户一票", "最多选2项")
"""Whose the vote is, and how many options it may name."""

POLL_RUNS, CALL_BEGINS = (150, 400), (270, 600)
"""Minutes from now until a poll closes, or a call begins: on the same day, so that a jump reaches it."""

TOMORROW = 0.5
"""Share of the calls that begin tomorrow: the evening before is a reminder too."""

_LINK = re.compile(r"start=(h-[\w-]+)")


class Neighbours(Reports):
    """Polls, household codes, calls with a time, questions."""

    async def poll(self, place: Compound) -> None:
        """A captain drafts a poll, as long as there are few."""
        if self.sure or self.random.random() < FEW:
            await self.draft_poll(place)

    async def draft_poll(self, place: Compound) -> None:
        """One sentence in the group; the preview comes in private."""
        closes = self._in(*POLL_RUNS)
        op = self.begin("poll", place.captain, place.group)
        until = f"{closes.month}月{closes.day}日{closes.hour}:{closes.minute:02}截止"
        question, settles = self.random.choice(QUESTIONS), self.random.choice(SETTLES)
        await self.say(op, f"/poll@linli_bot {question}，{until}，{settles}".rstrip("，"))

    async def lead_poll(self, place: Compound) -> None:
        """The captain posts a draft, looks who is missing, or reminds them."""
        wanted = {"post"} if self.sure else {"post", "who", "nudge", "see"}
        found = await self.board.buttons(place.captain, place.captain, "poll")
        await self._tap_one(
            place.captain, place.captain, [b for b in found if b.extra in wanted], "lead-poll"
        )

    async def vote(self, place: Compound) -> None:
        """One tap, on the group's card."""
        with self.one([*place.residents, *place.silent]) as who:
            await self._tap_vote(place, who)

    async def crowd_votes(self, place: Compound) -> None:
        """Five people at once, two of one household among them."""
        crowd = [*place.residents[:2], *self.random.sample([*place.residents[2:], *place.silent], 3)]
        free = [who for who in crowd if who not in self._busy]
        self._busy.update(free)
        try:
            await asyncio.gather(*(self._tap_vote(place, who) for who in free))
        finally:
            self._busy.difference_update(free)

    async def _tap_vote(self, place: Compound, who: int) -> None:
        buttons = await self.board.buttons(place.group, who, "vote")
        if buttons:
            newest = sorted({button.subject for button in buttons})[-3:]
            await self._tap_one(who, place.group, [b for b in buttons if b.subject in newest])

    async def code(self, place: Compound) -> None:
        """The captain makes a code for the next room, as long as there is one."""
        if place.rooms and (self.sure or self.random.random() < FEW):
            room = place.rooms.pop(0)
            op = self.begin("code", place.captain, place.captain)
            op.room = room
            await self.say(op, f"/code 1号楼{room}")

    async def follow(self, place: Compound) -> None:
        """Somebody follows a code's link: a neighbour, or somebody new; the code may be used, or expired."""
        links = [*place.tokens, *await self._links(place)]
        if not links:
            return
        if self.sure or self.random.random() < FEW:
            place.newcomers.append(await self._people.person(f"{place.name}新户{len(place.newcomers)}"))
        with self.one([*place.residents, *place.newcomers[-4:]]) as who:
            link = links[0] if self.random.random() < 0.2 else self.random.choice(links[-4:])
            await self.say(self.begin("follow", who, who), f"/start {link}")

    async def answer_home(self, place: Compound) -> None:
        """Whoever followed a link says how they live there."""
        asked = []
        for who in [*place.residents, *place.newcomers]:
            found = await self.board.buttons(who, who, "home")
            asked += [(who, button) for button in found if button.extra.startswith("as-")]
        if asked:
            who, button = self.random.choice(asked[-8:])
            await self.tap(self.tapping(who, who, button, "choose"), button)

    async def code_race(self, place: Compound) -> None:
        """Two people at once say how they live in the same household, by the same code."""
        links = await self._links(place)
        pair = [await self._people.person(f"{place.name}新户{len(place.newcomers) + n}") for n in range(2)]
        place.newcomers += pair
        if not links:
            return
        for who in pair:
            await self.say(self.begin("follow", who, who), f"/start {links[-1]}")
        await asyncio.sleep(self.tap_wait / 4)
        await asyncio.gather(*(self._choose(who) for who in pair))

    async def _choose(self, who: int) -> None:
        found = await self.board.buttons(who, who, "home")
        await self._tap_one(who, who, [b for b in found if b.extra.startswith("as-")][-1:], "choose")

    async def vouch(self, place: Compound) -> None:
        """The captain knows them, or does not; after a day a worker may say so too."""
        who = self.random.choice([place.captain] * 4 + place.workers)
        chat_id = who if who == place.captain else self.desk(place, who)
        found = await self.board.buttons(chat_id, who, "home")
        wanted = "no" if self.random.random() < FEW else "yes"
        await self._tap_one(who, chat_id, [b for b in found if b.extra == wanted], "vouch")

    async def timed_call(self, place: Compound) -> None:
        """A captain calls for an hour today or tomorrow."""
        if self.sure or self.random.random() < FEW:
            await self.open_timed(place)

    async def open_timed(self, place: Compound) -> None:
        """Two places, so that people wait, are offered one, and answer or do not."""
        start = self._in(*CALL_BEGINS)
        if self.random.random() < TOMORROW or start.hour >= 20:
            start = start.replace(hour=15) + timedelta(days=1)
        op = self.begin("call", place.captain, place.group)
        when = f"{start.month}月{start.day}日{start.hour}:{start.minute:02}"
        await self.say(op, f"/call@linli_bot {when}清理楼道 2人")

    async def question(self, place: Compound) -> None:
        """Something that the guide does not know."""
        with self.one(place.residents) as who:
            marker = self.history.marker()
            words = f"小区里能不能养蜜蜂 {marker}"
            await self.say(self.begin("question", who, who, marker=marker, parts=(words,)), f"/ask {words}")

    async def hand_on(self, place: Compound) -> None:
        """Whoever asked has it handed to the workers."""
        with self.one(place.residents) as who:
            found = await self.board.buttons(who, who, "ask")
            await self._tap_one(who, who, [b for b in found if b.extra == "w"][-4:], "hand-on")

    async def answer_question(self, place: Compound) -> None:
        """A worker takes a question, and then writes the answer."""
        with self.one(place.workers) as who:
            chat_id = self.desk(place, who)
            found = [b for b in await self.board.buttons(chat_id, who, "ask") if b.extra == "a"][-6:]
            if not found:
                return
            button = self.random.choice(found)
            asked = self.tapping(who, chat_id, button, "answer-tap")
            await self.tap(asked, button)
            if asked.outcome != OK:
                return
            marker = self.history.marker()
            words = self.history.sentence(marker)
            op = self.begin("answer", who, chat_id, marker=marker, parts=(words,))
            op.question_id, op.said = button.subject, WORDS
            await self.say(op, words)

    async def _tap_one(self, who: int, chat_id: int, found: list[Button], kind: str | None = None) -> None:
        if found:
            button = self.random.choice(found[-12:])
            await self.tap(self.tapping(who, chat_id, button, kind), button)

    async def _links(self, place: Compound) -> list[str]:
        """The links that stand in the captain's private chat, the newest last."""
        return [
            found[1]
            for message in await self.board.look(place.captain)
            if (found := _LINK.search(message.get("text") or ""))
        ]

    def _in(self, least: int, most: int) -> datetime:
        """A whole minute so many from now, on the wall where they live; raises Impossible at night."""
        at = self._clock.now() + timedelta(minutes=self.random.randint(least, most))
        local = at.astimezone(ZoneInfo(ZONE)).replace(second=0, microsecond=0)
        if local.hour < 9:
            raise Impossible("nobody plans for the night")
        return local
