"""The result of a poll as a picture, drawn beside the traffic and posted once, as the answer to its card."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from bot.jobs.drawing import Bars, draw
from bot.jobs.runner import Shop
from domain.kernel.jobs import JobState
from domain.kernel.words import Params, Priority, ToChat
from domain.polls.rules import How, Poll
from domain.polls.sheets import PollSheet
from handlers.texts import DEFAULT
from storage import jobs
from storage.reader import SqlReader


class PollPicture:
    """Draws a result and leaves it for the group."""

    def __init__(self, shop: Shop) -> None:
        self._store, self._deps, self._texts, self._folder = shop.store, shop.deps, shop.texts, shop.folder

    async def __call__(self, job: jobs.Job) -> None:
        """Draw, then post and end in one commit; where no font has our characters, words alone are posted."""
        poll_id = int(job.params["poll"])
        sheet = await self._store.read(partial(self._sheet, poll_id=poll_id))
        file = await self._drawn(sheet) if sheet is not None else None
        await self._store.write(partial(self._end, job=job, sheet=sheet, file=file))

    def _sheet(self, connection: Connection, poll_id: int) -> PollSheet | None:
        return SqlReader(connection, self._deps.vault).poll_sheet(poll_id)

    async def _drawn(self, sheet: PollSheet) -> str | None:
        if sheet.poll.standing()[0] is How.NOBODY:
            return None
        name = f"poll-{sheet.poll.id}.png"
        bars = self._bars(sheet.poll)
        return name if await asyncio.to_thread(write, self._folder, name, bars) else None

    def _bars(self, poll: Poll) -> Bars:
        said = partial(self._texts.plain, DEFAULT)
        counted = {"unit": poll.unit.value, "voted": poll.voters, "expected": poll.expected or 0}
        scope = said("poll-class", {"unit": poll.unit.value, "choices": "one", "most": 1})
        return Bars(
            title=poll.question,
            below=f"{said('poll-turnout', counted)} · {scope}",
            rows=tuple(
                (option.text, option.votes, said("poll-count", {"votes": option.votes}))
                for option in poll.options
            ),
            leading=frozenset(poll.standing()[1]),
        )

    def _end(self, connection: Connection, job: jobs.Job, sheet: PollSheet | None, file: str | None) -> None:
        tx = self._deps.open(connection)
        if not jobs.end(connection, job.id, JobState.DONE, file, tx.now) or sheet is None:
            return
        told: Params = {"file": file}
        for to in self._places(connection, sheet.poll):
            tx.outbox.tell(
                to,
                "poll-result",
                told,
                about=sheet.poll.id,
                priority=Priority.BROADCAST,
                dedupe=f"poll-result:{sheet.poll.id}:{to.chat_id}",
            )

    def _places(self, connection: Connection, poll: Poll) -> Sequence[ToChat]:
        """Where its cards stand, each as the message that the result answers."""
        found = SqlReader(connection, self._deps.vault).poll_messages(poll.id)
        return [ToChat(chat, thread, message) for chat, thread, message in found]


def write(folder: Path, name: str, bars: Bars) -> bool:
    """The picture, readable by nobody else, whole or not there; False where it cannot be drawn."""
    drawn = draw(bars)
    if drawn is None:
        return False
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = folder / f"{name}.part"
    part.touch(mode=0o600)
    part.write_bytes(drawn)
    part.replace(folder / name)
    return True
