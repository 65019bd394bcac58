"""The composition root: what the program is made of, read from top to bottom."""

from dataclasses import dataclass
from datetime import timedelta

import aiohttp
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.answering import Answering, Desk
from bot.chores import Chores, Lease, ticking
from bot.clock import Clock
from bot.delivery.delivery import Bounds, Ceilings, Delivery, Waits
from bot.feeds import Library
from bot.flood import Flood
from bot.gate import Me
from bot.ingress import Accept
from bot.intake import Intake
from bot.jobs.kinds import makers
from bot.jobs.runner import Runner, Shop
from bot.lanes import Lanes
from bot.listening import Listening
from bot.media import Fetching, Platform
from bot.menus import Menus
from bot.purging import Purging
from bot.settings import Settings
from bot.sweep import Sweep
from bot.tasks import Tasks
from bot.words import ToastWords
from handlers import routers
from handlers.rendering import Renderer
from handlers.texts import load
from knowledge.calendar import WorkingCalendar
from storage import inbox
from storage.ids import Ids
from storage.open import open_store
from storage.tx import TxDeps
from storage.vault import Vault


def build_dispatcher() -> Dispatcher:
    """The whole tree; state is in our tables, so aiogram keeps none."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(*routers())
    return dispatcher


@dataclass(frozen=True, slots=True)
class Pace:
    """What differs between the program and its rehearsals: seconds per tick, and who moves the clock."""

    tick: float = 1.0
    moved_by_hand: bool = False
    patience: float = 35.0
    """Seconds to wait for a token whose owner may have died: longer than its lease."""
    waits: Waits | None = None
    """The dispatcher's, where they are not its own."""


class App:
    """One bot: made from settings, a clock and its supervisor's name; the schema is at head before `open`."""

    def __init__(self, settings: Settings, clock: Clock, owner: str, pace: Pace = Pace()) -> None:
        assert settings.bot_token is not None  # without one there is the demo, which brings its own
        self._settings, self._clock, self._pace = settings, clock, pace
        self._token = settings.bot_token.get_secret_value()
        bot_id = int(self._token.partition(":")[0])
        self.tasks = Tasks()
        self.store = open_store(settings.url)
        self.vault = Vault.from_settings(settings.master())
        self.deps = TxDeps(clock, self.vault, WorkingCalendar(), Ids(clock), bot_id)
        self.listening: Listening | None = None
        self._lease = Lease(self.store, bot_id, owner)
        self._chores = Chores(self.store, self.deps, settings.folder())

    async def open(self) -> None:
        """Open the store and take the token; raises TokenTaken where another process runs with it."""
        await self.store.start()
        try:
            await self._lease.wait(self._pace.patience)
        except BaseException:
            await self.store.close()
            raise

    async def start(self) -> None:
        """Take up what a restart left, then let updates in."""
        self._session = aiohttp.ClientSession()
        api = TelegramAPIServer.from_base(self._settings.api_base)
        self.bot = Bot(self._token, session=AiohttpSession(api=api))
        self._texts = load()
        renderer = Renderer(self._texts, self._clock)
        self.delivery = Delivery(
            self.bot,
            self.store,
            self.deps,
            renderer,
            self._clock,
            self.tasks,
            self._ceilings(),
            self._pace.waits,
            bounds=Bounds(aloud=self._settings.aloud_a_day),
            media=self._settings.media,
        )
        words = ToastWords(self.store, self.vault, renderer)
        self.library = Library(self.store, self.deps)
        await self.library.refresh()
        desk = Desk(
            self.bot,
            build_dispatcher(),
            self.store,
            self.deps,
            self.tasks,
            words,
            self.library,
            self.delivery.wake,
        )
        self.lanes = Lanes(self.tasks, self._settings.lanes, Answering(desk))
        self.sweep = Sweep(self.store, self.deps, moved_by_hand=self._pace.moved_by_hand)
        self.lanes.add(await self.store.read(lambda connection: inbox.waiting(connection, self.bot.id)))
        self.lanes.start()
        self.menus = Menus(self.store, self.deps, self._texts)
        await self.menus.start()
        await self.delivery.start()
        await self._chores.plan_mornings()
        await self._chores.plan_weeks()
        await self._chores.settle_hours()
        self._tick()
        self.listening = Listening(self._settings, self._session, self._clock, self._intake)
        self.tasks.spawn(self.listening.run(), "listen")

    async def stop(self) -> None:
        """Let nothing in, give what runs a moment, then close; what is left stands in the database."""
        self._ticks.shutdown(wait=False)
        if self.listening is not None:
            self.listening.close()
        await self.delivery.stop()
        await self.tasks.cancel()
        await self.bot.session.close()
        await self._session.close()
        await self._lease.release()
        await self.store.close()

    @property
    def accept(self) -> Accept | None:
        """Takes updates in; None while the program starts or ends."""
        return self.listening.accept if self.listening is not None else None

    async def quiet(self) -> None:
        """Until due work is done, lanes are empty and nothing more can be sent now."""
        await self.sweep()
        await self.lanes.quiet()
        await self.delivery.quiet()

    async def figures(self) -> dict[str, float]:
        """What waits, for health and metrics."""
        if self.listening is None:
            return {}
        lag = await self.store.read(inbox.lag)
        age = (self._clock.now() - lag.oldest) if lag.oldest else timedelta()
        return {
            "answering": float(self.accept is not None),
            "inbox_waiting": lag.waiting,
            "inbox_oldest_seconds": age.total_seconds(),
            "dead_letters": lag.dead,
            "lanes_waiting": self.lanes.waiting,
            **await self.delivery.figures(),
        }

    def _intake(self, me: Me) -> Intake:
        flood = Flood(self._clock.monotonic, self._settings.flood_burst, self._settings.flood_rate)
        return Intake(self.store, self.deps, me, flood, self.lanes)

    def _ceilings(self) -> Ceilings:
        set_by = self._settings
        return Ceilings(set_by.per_second, set_by.per_group_minute, set_by.per_chat_second)

    async def _sweeping(self) -> None:
        """What a sweep leaves to be said leaves at once."""
        if await self.sweep():
            self.delivery.wake()

    def _tick(self) -> None:
        every, chores = self._pace.tick, self._chores
        platform = Platform(self._session, self._settings.api_base, self._token)
        media, delivery = self._settings.media, self.delivery
        shop = Shop(self.store, self.deps, self._texts, media, platform, lambda: delivery.link)
        fetching = Fetching(self.store, self.deps, platform, self._settings.media)
        self._ticks = ticking(
            {
                self._sweeping: every,
                chores.seal: every,
                fetching: 2 * every,
                Runner(shop, makers(shop)): every,
                chores.anchor: 60 * every,
                chores.forget: 600 * every,
                chores.let_go: 10 * every,
                chores.plan_mornings: 600 * every,
                chores.plan_weeks: 600 * every,
                self.menus: 10 * every,
                Purging(self.store, self._clock, media): 600 * every,
                self._lease.take: 10.0,
            }
        )
        self._ticks.start()
