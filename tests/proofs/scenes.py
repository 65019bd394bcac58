"""What residents, workers and captains do all day, in seeded order; every action goes into the history."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.proofs.acting import WORDS
from tests.proofs.clocks import SharedClock
from tests.proofs.neighbours import FEW, Neighbours
from tests.proofs.people import Impossible, People
from tests.proofs.stage import BOT, Compound, Stage

CASE_TAPS = ("take", "confirm", "reopen", "withdraw")
ASKING_TAPS = ("reply", "finish", "add")

Scene = Callable[[Compound], Awaitable[None]]


class Scenes(Neighbours):
    """One day's life; `step` plays one scene, chosen by the seed."""

    def __init__(self, people: People, stage: Stage, clock: SharedClock, seed: int) -> None:
        super().__init__(people, clock, seed)
        self._stage = stage
        self._scenes: list[tuple[Scene, int]] = [
            (self.report, 6), (self.report_in_group, 4), (self.report_photo, 1), (self.report_album, 1),
            (self.report_split, 1), (self.own_case_in_words, 3), (self.own_case_tap, 5), (self.worker_tap, 8),
            (self.worker_in_words, 7), (self.worker_asked, 2), (self.crowd_taps, 3), (self.one_taps, 5),
            (self.double_tap, 3), (self.old_button, 3), (self.screens, 1), (self.newcomer, 1),
            (self.standing, 1), (self.call, 1), (self.poll, 1), (self.lead_poll, 2), (self.vote, 10),
            (self.crowd_votes, 3), (self.code, 2), (self.follow, 2), (self.answer_home, 2), (self.vouch, 2),
            (self.code_race, 1), (self.timed_call, 1), (self.question, 1), (self.hand_on, 2),
            (self.answer_question, 2),
        ]  # fmt: skip

    async def step(self) -> None:
        """One scene in one compound; what the platform does not allow a person is no scene."""
        scenes, weights = zip(*self._scenes, strict=True)
        scene = self.random.choices(scenes, weights)[0]
        place = self.random.choices(self._stage.compounds, (3, 1))[0]
        try:
            await scene(place)
        except Impossible:
            return

    async def provoke(self, name: str) -> None:
        """One certain scene, in either compound; what is rare then happens."""
        await self.provoked(getattr(self, name), self.random.choice(self._stage.compounds))

    async def provoked(self, scene: Scene, place: Compound) -> None:
        """This scene in this compound; what is rare then happens."""
        self.sure = True
        try:
            await scene(place)
        except Impossible:
            return
        finally:
            self.sure = False

    async def open_call(self, place: Compound, places: int) -> None:
        """A captain calls for help."""
        op = self.begin("call", place.captain, place.group)
        await self.say(op, f"/call@linli_bot 周六一起清理花坛 {places}人")

    async def call(self, place: Compound) -> None:
        """Another call, as long as there are few: a card with hundreds of taps says more than many cards."""
        if self.sure or self.random.random() < FEW:
            await self.open_call(place, self.random.randint(1, 5))

    async def newcomer(self, place: Compound) -> None:
        """Somebody moves in and reports at once."""
        if self.sure or self.random.random() < FEW:
            who = await self._people.person(f"{place.name}新居民{len(place.silent)}")
            await self._people.post(f"/chats/{place.group}/members", {"user_id": who})
            place.silent.append(who)
            await self.file(who, place.group, "/report@linli_bot ")

    async def standing(self, place: Compound) -> None:
        """Somewhere else the bot is made an administrator, or is one no more."""
        admin = self.random.random() < 0.5
        await self._people.change(self._stage.elsewhere, BOT, {"admin": admin})

    async def own_case_in_words(self, place: Compound) -> None:
        """A reporter adds, confirms, reopens or withdraws by number."""
        with self.one(place.residents) as who:
            await self._in_words(place, who, who, ("add", "add", "confirm", "reopen", "withdraw"))

    async def worker_in_words(self, place: Compound) -> None:
        """A worker takes, replies or finishes by number."""
        with self.one(place.workers) as who:
            await self._in_words(place, who, self.desk(place, who), ("take", "reply", "finish", "finish"))

    async def _in_words(self, place: Compound, who: int, chat_id: int, verbs: tuple[str, ...]) -> None:
        numbers = await self.board.numbers(chat_id)
        if not numbers:
            return
        number, verb = self.random.choice(numbers[-30:]), self.random.choice(verbs)
        marker = self.history.marker() if verb in ASKING_TAPS else ""
        words = self.history.sentence(marker) if marker else ""
        op = self.begin(
            verb, who, chat_id, marker=marker, parts=(words,), number=number, compound_id=place.id
        )  # fmt: skip
        await self.say(op, f"/{verb} {number} {words}".rstrip())

    async def own_case_tap(self, place: Compound) -> None:
        """A reporter taps below one of the bot's messages."""
        with self.one(place.residents) as who:
            await self.tap_one(who, who, "confirm", "reopen", "withdraw")

    async def worker_tap(self, place: Compound) -> None:
        """A worker takes a case from its card."""
        with self.one(place.workers) as who:
            await self.tap_one(who, self.desk(place, who), "take")

    async def worker_asked(self, place: Compound) -> None:
        """A worker taps reply or finish, and then says the words."""
        with self.one(place.workers) as who:
            chat_id = self.desk(place, who)
            buttons = await self.board.buttons(chat_id, who, *ASKING_TAPS)
            if buttons:
                button = self.random.choice(buttons[-20:])
                asked = self.begin("ask", who, chat_id, case_id=button.subject)
                await self.tap(asked, button)
                if asked.outcome != "ok":
                    return
                marker = self.history.marker()
                words = self.history.sentence(marker)
                op = self.begin(
                    button.verb, who, chat_id, marker=marker, parts=(words,), case_id=button.subject
                )
                op.said = WORDS
                await self.say(op, words)

    async def one_taps(self, place: Compound) -> None:
        """Somebody signs up, or gives the place back."""
        with self.one([*place.residents, *place.silent]) as who:
            chat_id = who if who in place.residents and self.random.random() < 0.3 else place.group
            await self.tap_one(who, chat_id, "join", "leave")

    async def crowd_taps(self, place: Compound) -> None:
        """Six people at once."""
        everybody = [*place.residents, *place.silent, *place.workers]
        crowd = self.random.sample(everybody, 6)
        await asyncio.gather(*(self.tap_one(who, place.group, "join", "leave") for who in crowd))

    async def double_tap(self, place: Compound) -> None:
        """The same button twice, as fingers do."""
        with self.one([*place.residents, *place.workers]) as who:
            desk = self.desk(place, who) if who in place.workers else place.group
            buttons = await self.board.buttons(desk, who, "take", "join", "leave")
            if buttons:
                button = self.random.choice(buttons[-10:])
                await asyncio.gather(*(self.tap(self.tapping(who, desk, button), button) for _ in range(2)))

    async def old_button(self, place: Compound) -> None:
        """Any button that ever stood, by anybody who sees it."""
        with self.one([*place.residents, *place.silent, *place.workers]) as who:
            chat_id = self.random.choice([who, place.group]) if who not in place.silent else place.group
            buttons = await self.board.buttons(
                chat_id, who, *CASE_TAPS, "join", "leave", "look", "mine", "words", "vote"
            )
            if buttons:
                button = self.random.choice(buttons)
                await self.tap(self.tapping(who, chat_id, button), button)

    async def screens(self, place: Compound) -> None:
        """Somebody looks at their own cases."""
        with self.one(place.residents) as who:
            await self.say(self.begin("look", who, who), "/my")
