"""A case outlives its chat: topic, group, private chat, database; words reach the next best place, and
whoever looks after the compound is told.
"""

import asyncio
from pathlib import Path

from sqlalchemy import func, select

from bot import steward
from domain.cases.table import State
from storage.tables import case_rungs, chats, due
from tests.conversations.hearing import filed, last
from tests.runtime.rehearsal import Rehearsal

NAMES = {"wang": "王师傅", "li": "李阿姨"}


async def taken(talk: Rehearsal) -> None:
    await talk.say("li", "3号楼电梯坏了")
    await talk.tap("wang", "我来接", "workers")


async def stands(talk: Rehearsal) -> None:
    """The whole case, its ladder planned."""
    (case,) = await filed(talk)
    assert (case.number, case.state, case.handler) == (1, State.TAKEN, "王师傅")
    assert case.lines[0].text == "3号楼电梯坏了"
    open_ = select(func.count()).where(
        due.c.kind.in_(("case.soon", "case.over", "case.rung")), due.c.state == "open"
    )
    assert await talk.bot.store.read(lambda c: c.execute(open_).scalar()) == 5


async def put_out(talk: Rehearsal, where: str) -> None:
    bot = talk.bot.deps.bot_id
    address = f"{talk.base}/sandbox/v1/chats/{talk.chat(where)}/members/{bot}"
    async with talk.platform._session.delete(address) as answer:
        assert answer.status < 300
    await talk.quiet()


async def test_the_bot_is_put_out_of_the_workers_group(running: Rehearsal) -> None:
    talk = running
    await taken(talk)
    await put_out(talk, "workers")
    await stands(talk)
    assert "我被移出了“阳光花园”的工作群。反映的事都在" in await last(talk, "chen")
    await talk.say("li", "2号楼灯坏了")
    assert "2号楼灯坏了" in await last(talk, "wang")  # each worker in private


async def test_whoever_reported_blocks_the_bot(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "/report 3号楼电梯坏了", "residents")
    await talk.tap("wang", "我来接", "workers")
    await block(talk, "li")
    before = len(await talk.spoken("residents"))
    await talk.say("wang", "#1 办完了，换了控制板")
    (case,) = await filed(talk)
    assert case.state is State.FINISHED
    assert len(await talk.spoken("li")) == len(set(await talk.spoken("li")))
    assert len(await talk.spoken("residents")) >= before


async def block(talk: Rehearsal, who: str) -> None:
    """Somebody shuts the private chat, as the platform says it."""
    user = {"id": talk.people[who], "is_bot": False, "first_name": NAMES[who]}
    bot = {"id": talk.bot.deps.bot_id, "is_bot": True, "first_name": "bot", "username": "linli_bot"}
    body = {
        "chat": {"id": user["id"], "type": "private", "first_name": NAMES[who]},
        "from": user,
        "date": int(talk.clock.now().timestamp()),
        "old_chat_member": {"user": bot, "status": "member"},
        "new_chat_member": {"user": bot, "status": "kicked", "until_date": 0},
    }
    talk.sandbox.engine.updates.inject({"my_chat_member": body}, "my_chat_member", "x")
    await talk.quiet()


async def test_a_worker_blocks_the_bot_and_the_steward_hears_of_it(running: Rehearsal) -> None:
    talk = running
    await taken(talk)
    await block(talk, "wang")
    await stands(talk)
    assert await last(talk, "chen") == (
        "王师傅关了和我的私聊，提醒发不过去了。手上的事都在。请告诉本人点一下 /start，或者请别人办："
    )
    await block(talk, "li")  # whoever works nowhere is nobody's business
    assert "李阿姨" not in await last(talk, "chen")


async def test_a_group_that_moves_takes_the_case_along(running: Rehearsal) -> None:
    talk = running
    await taken(talk)
    old, new = talk.groups["workers"], -1007
    body = {"message_id": 99, "date": 0, "chat": {"id": old, "type": "group"}, "migrate_to_chat_id": new}
    talk.sandbox.engine.updates.inject({"message": body}, "message", "x")
    await talk.quiet()
    await stands(talk)
    where = select(chats.c.moved_to).where(chats.c.chat_id == old)
    assert await talk.bot.store.read(lambda c: c.execute(where).scalar()) == new
    heirs = select(chats.c.audience).where(chats.c.chat_id == new)
    assert await talk.bot.store.read(lambda c: c.execute(heirs).scalar()) == "workers"


async def test_a_database_that_comes_back_from_a_backup_climbs_on(talk: Rehearsal, tmp_path: Path) -> None:
    await taken(talk)
    copy = tmp_path / "copy.db"
    await asyncio.to_thread(steward.backup, talk.settings, copy)
    await talk.move(hours=9, minutes=1)  # what the copy knows nothing of
    await talk.stop()
    await asyncio.to_thread(steward.restore, talk.settings, copy)
    await talk.again()
    await talk.quiet()
    await talk.move(hours=17)
    (case,) = await filed(talk)
    assert (case.state, case.lines[0].text) == (State.TAKEN, "3号楼电梯坏了")
    climbed = await talk.bot.store.read(lambda c: c.execute(select(case_rungs.c.rung)).scalars().all())
    assert sorted(climbed) == ["lead", "over", "soon"]
