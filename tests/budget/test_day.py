"""A day of five hundred residents in one group: the bot says six things aloud, and everybody is answered."""

import base64
import random
from collections import Counter
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import Connection, func, select

from storage import settling
from storage.tables import cases
from tests.budget.crowd import RESIDENTS, aloud, calm, crowded, gently, touch
from tests.conversations.polling import BUILDING
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

log = structlog.get_logger(__name__)

SEED = 20261122
PICTURE = base64.b64encode(PNG).decode()
SEVEN = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
"""Tuesday, 7:00 in the compound."""

TALK = ("今天天气真好", "谁家的猫跑出来了", "哈哈", "快递到了吗", "明天要降温")
QUESTIONS = ("小邻 居住证怎么办？", "/ask 大件垃圾怎么扔", "小邻 停车费多少钱？")
WRONG = ("/poll", "/report", "/ask", "/call", "/nosuch", "#99 好了", "/ledger")
REPORTS = ("小邻 3号楼{}层的灯不亮了", "/report 3号楼{}层漏水")


class Day:
    """What people do, each time somebody else."""

    def __init__(self, here: Rehearsal) -> None:
        self._here, self._dice = here, random.Random(SEED)
        self.reports = self.albums = 0

    def _who(self) -> str:
        return f"r{self._dice.randrange(RESIDENTS)}"

    def hour(self) -> list[Awaitable[Any]]:
        """A fifteenth of the day: reports in the group and in private, questions, thanks, slips, chatter."""
        said = [(self._dice.choice(REPORTS).format(self._dice.randrange(2, 18)), BUILDING) for _ in range(5)]
        said += [(self._dice.choice(QUESTIONS), BUILDING) for _ in range(3)]
        said += [(self._dice.choice(WRONG), BUILDING), ("小邻 谢谢", BUILDING)]
        said += [(self._dice.choice(TALK), BUILDING) for _ in range(15)]
        self._dice.shuffle(said)
        there: list[Awaitable[Any]] = [self._here.send(self._who(), text, where) for text, where in said]
        alone = [f"r{4 * self._dice.randrange(RESIDENTS // 4)}" for _ in range(4)]
        there += [
            self._album(self._who(), "小邻 楼道堆满了", BUILDING),
            self._album(alone.pop(), "墙上有裂缝"),
        ]
        self.reports += 10
        return there + [self._here.send(who, "路灯坏了，请来看看") for who in alone]

    async def _album(self, who: str, words: str, where: str | None = None) -> None:
        """Three pictures, the words below the first."""
        self.albums += 1
        for part in range(3):
            more: dict[str, Any] = {"caption": words} if part == 0 else {}
            await self._here.send(who, where=where, photo=PICTURE, media_group_id=f"{self.albums}", **more)

    async def to(self, hour: int) -> None:
        """Each hour until that one, 7 to 22."""
        while self._here.clock.now() < SEVEN + timedelta(hours=hour - 7):
            await gently(self.hour())
            await calm(self._here)
            self._here.clock.advance(timedelta(hours=1))
        await calm(self._here)


def _cases(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(cases)).scalar_one())


async def _everybody(here: Rehearsal, label: str, who: range) -> None:
    card = next(
        message
        for message in reversed(await aloud(here))
        if any(label in button["text"] for button in here.buttons(message))
    )
    data = next(button["callback_data"] for button in here.buttons(card) if label in button["text"])
    await gently(touch(here, f"r{number}", card["message_id"], data) for number in who)


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.parametrize("whispers", [True, False])
async def test_six_messages_a_day(tmp_path: Path, database: str, whispers: bool) -> None:
    async with crowded(tmp_path, database, rate=120.0) as here:
        if whispers:
            url = f"/chats/{here.chat(BUILDING)}/members/{here.bot.deps.bot_id}"
            async with here.platform._session.patch(
                f"{here.base}/sandbox/v1{url}", json={"admin": True}
            ) as answer:
                assert answer.status < 300
        here.clock.set(SEVEN)
        await calm(here)
        before, day = len(await aloud(here)), Day(here)
        await here.send("zhao", "/menu", BUILDING)
        await day.to(9)
        await here.send("zhao", "/poll 周六几点大扫除？9点、10点还是下午？今晚8点截止", BUILDING)
        await calm(here)
        await here.tap("zhao", "发到群里（3号楼）")
        await _everybody(here, "10点", range(350))
        await day.to(11)
        for title in ("打扫楼道 20", "搬花盆 25"):
            await here.send("zhao", f"/call 周六一起{title}", BUILDING)
            await calm(here)
            await _everybody(here, "我报名", range(30))
        await day.to(22)
        said = (await aloud(here))[before:]
        kinds = Counter((one.get("text") or one.get("caption") or "")[:8] for one in said)
        filed = await here.bot.store.read(
            lambda c: c.execute(select(func.count()).select_from(cases)).scalar_one()
        )
        states = await here.bot.store.read(settling.counts)
        log.info("day", seed=SEED, whispers=whispers, aloud=dict(kinds), outbox=dict(states), cases=filed)
        assert 0 < len(said) <= 6, kinds
        assert filed == day.reports
        assert not states.get("stuck"), await here.bot.store.read(settling.stuck)
        async with here.platform.get("/violations") as answer:
            assert await answer.json() == []
