"""What stands in a chat and in the ledger after a scene."""

from typing import Any

from sqlalchemy import select

from domain.cases.sheets import CaseSheet
from storage.reader import SqlReader
from storage.tables import cases
from tests.runtime.rehearsal import TOKEN, Rehearsal

Json = dict[str, Any]


async def last(talk: Rehearsal, where: str) -> str:
    """The bot's newest words there."""
    return (await talk.spoken(where))[-1]


async def labels(talk: Rehearsal, where: str) -> list[str]:
    """The buttons below the bot's newest message there."""
    ours = [
        one for one in await talk.messages(where) if one.get("from", {}).get("id") == talk.bot.deps.bot_id
    ]
    return [button["text"] for button in talk.buttons(ours[-1])]


async def filed(talk: Rehearsal) -> list[CaseSheet]:
    """All cases, as a reader opens them, in the order of their numbers."""

    def read(connection: Any) -> list[CaseSheet]:
        ids = connection.execute(select(cases.c.id).order_by(cases.c.number)).scalars().all()
        opened = (SqlReader(connection, talk.bot.vault).case_sheet(case_id) for case_id in ids)
        return [sheet for sheet in opened if sheet is not None]

    return await talk.bot.store.read(read)


async def post(talk: Rehearsal, method: str, body: Json) -> Json:
    """A call of the Bot API past the program: what an older version may have sent."""
    root = talk.platform
    async with root._session.post(f"{talk.base}/bot{TOKEN}/{method}", json=body) as answer:
        said: Json = await answer.json()
    return said["result"]


async def reads_all(talk: Rehearsal) -> None:
    """The bot's owner switches privacy mode off: the group's talk reaches it."""
    talk.sandbox.world.can_read_all_group_messages = True
