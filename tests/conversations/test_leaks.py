"""A canary sings nowhere: whoever reported, by role, choice of privacy and kind of output."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import structlog
from openpyxl import load_workbook
from sqlalchemy import select

from bot import logs
from domain.cases.rules import Privacy
from domain.kernel.people import Role
from storage import seeding
from storage.tables import audit, case_events, outbox
from tests.conversations.test_homes import ROOMS, built, coded
from tests.runtime.rehearsal import Rehearsal

NAME, USER, ROOM, PHONE = "小新NAMEQ7", "userq7", "Q7R", "13977770007"
LABELS = {Privacy.NAMED: "都能看到是我", Privacy.NEIGHBOURS: "只有工作人员看得到是我"}
HANDLERS = ("wang", "manager", "chen", "workers")
"""Who works there, a worker of another body and the steward among them."""

NEIGHBOURS = ("liu", "zhao", "residents", "stranger")
"""A resident, the captain of her own building, the group, somebody of another compound."""

PARTS = ("text", "caption", "entities", "caption_entities", "reply_markup", "document", "forward_origin")


async def settled_in(talk: Rehearsal) -> None:
    """The reporter in a home of her own, and people of other bodies and other places."""
    ROOMS["3号楼"] = ("501", "502", ROOM)
    try:
        await built(talk)
    finally:
        ROOMS["3号楼"] = ("501", "502")
    for key, told in {
        "xin": {"first_name": NAME, "username": USER},
        "manager": {"first_name": "居委会老周"},
        "chen": {"first_name": "陈主任"},
        "stranger": {"first_name": "路人"},
    }.items():
        made = await talk.platform.post("/users", {**told, "language_code": "zh-hans"})
        talk.people[key] = made["id"]

    def posts(connection: Any) -> None:
        scope = talk.bot.deps.scope(connection)
        home = talk.planted.compound_id
        body = seeding.add_body(scope, home, "committee", "居委会", None)
        away = seeding.add_compound(scope, "别处", "Asia/Shanghai")
        for key, role, where in (
            ("manager", Role.WORKER, home), ("chen", Role.STEWARD, home), ("stranger", Role.WORKER, away),
        ):  # fmt: skip
            who = seeding.add_person(scope, talk.people[key], key, "zh-CN", private_open=True)
            seeding.grant(scope, who, role, where, where, body if where == home else None)

    await talk.bot.store.write(posts)
    for key in ("manager", "chen"):
        joined = {"user_id": talk.people[key]}
        await talk.platform.post(f"/chats/{talk.groups['workers']}/members", joined)
    await talk.say("xin", await coded(talk, room=f"3-{ROOM}"))
    await talk.tap("xin", "租客")
    await talk.tap("zhao", "是我们楼的")


async def answers(talk: Rehearsal, words: str) -> None:
    prompt = (await talk.messages("workers"))[-1]
    await talk.say("wang", words, "workers", reply_to=prompt["message_id"])


async def lived(talk: Rehearsal, privacy: Privacy) -> list[str]:
    """A case's whole life, each side's words and each list of it; answers the toasts."""
    toasts = list[str]()
    if privacy is Privacy.HANDLERS:
        await talk.say("xin", "匿名反映 有人在楼道给电瓶车充电")
    else:
        await talk.say("xin", "有人在楼道给电瓶车充电")
        await talk.tap("xin", "谁能看到")
        await talk.tap("xin", LABELS[privacy])
        await talk.tap("xin", "就这样")
    await talk.say("xin", "#1")
    await talk.tap("xin", "更多")
    await talk.tap("xin", "大家都能看")
    await talk.say("wang", "我的任务")
    await talk.move(hours=7)
    toasts.append((await talk.tap("manager", "我来接", "workers"))["text"])
    toasts.append((await talk.tap("wang", "我来接", "workers"))["text"])
    await talk.say("manager", "#1 我去看看")
    await talk.say("manager", "#1 回 今天去看")
    await talk.say("xin", "#1 补充 在四楼")
    await talk.say("manager", "#1")
    await talk.say("manager", "我的任务")
    await talk.move(hours=20)
    await talk.say("manager", "#1 办完了 拔掉了")
    await talk.say("xin", "#1 没解决")
    await talk.say("manager", "#1 办完了 又拔掉了")
    await talk.say("xin", "#1 解决了")
    for who in ("liu", "zhao", "stranger", "chen", "wang"):
        await talk.say(who, "#1")
        await talk.say(who, "#1 撤回")
        await talk.say(who, "#1 谁能看到")
    for who in ("wang", "chen"):
        await talk.say(who, "/ledger")
    async with asyncio.timeout(20):
        while len(list(talk.settings.media.glob("job-*.xlsx"))) < 2:  # noqa: ASYNC110  a tick
            await asyncio.sleep(0.05)
    await talk.quiet()
    return toasts


async def said_to(talk: Rehearsal, where: str, after: int) -> str:
    """All that the bot has said there since, with buttons, mentions and names of files."""
    said = [
        {part: message[part] for part in PARTS if part in message}
        for message in (await talk.messages(where))[after:]
        if message.get("from", {}).get("id") == talk.bot.deps.bot_id
    ]
    return json.dumps(said, ensure_ascii=False)


def cells(folder: Path) -> str:
    """All that stands in spreadsheets."""
    books = (load_workbook(file) for file in folder.glob("job-*.xlsx"))
    return "\n".join(str(cell.value) for book in books for row in book.worksheets[0] for cell in row)


@pytest.mark.parametrize("privacy", Privacy)
async def test_no_output_tells_more_than_was_chosen(
    talk: Rehearsal, privacy: Privacy, capfd: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    logs.configure()
    request.addfinalizer(structlog.reset_defaults)  # its stderr is the test's own
    await settled_in(talk)
    before = {where: len(await talk.messages(where)) for where in (*HANDLERS, *NEIGHBOURS)}
    toasts = await lived(talk, privacy)
    heard = {where: await said_to(talk, where, before[where]) for where in (*HANDLERS, *NEIGHBOURS)}
    own = (USER, str(talk.people["xin"]), PHONE, ROOM)
    assert {where: [one for one in own if one in said] for where, said in heard.items()} == {
        where: [] for where in heard
    }
    named = {where for where, said in heard.items() if NAME in said}
    allowed = {Privacy.NAMED: {*HANDLERS, *NEIGHBOURS}, Privacy.NEIGHBOURS: set(HANDLERS)}
    assert named <= allowed.get(privacy, set())
    assert (NAME in heard["workers"]) is (privacy is not Privacy.HANDLERS)  # or the search proves nothing
    assert (NAME in heard["liu"]) is (privacy is Privacy.NAMED)
    sheet = cells(talk.settings.media)
    assert (NAME in sheet) is (privacy is not Privacy.HANDLERS)
    assert "充电" in sheet
    kept = await talk.bot.store.read(
        lambda c: str([c.execute(select(one)).all() for one in (outbox.c.params, audit, case_events)])
    )
    written = capfd.readouterr()
    for one in (NAME, *own[:1], PHONE, ROOM):
        assert one not in kept + written.out + written.err + "".join(toasts) + sheet.replace(NAME, "")
    if privacy is Privacy.HANDLERS:
        assert "3号楼" not in heard["workers"] + sheet  # her home's building tells it too
