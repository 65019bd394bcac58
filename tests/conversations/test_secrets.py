"""One rich scene in words that can be found again; then every byte that was kept is searched for them."""

import base64
import sqlite3
import stat
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select

from bot import logs
from domain.calls.service import join, open_call
from domain.kernel.people import Actor
from storage.tables import calls, entries, persons
from storage.tx import transaction
from tests.conversations.hearing import last
from tests.conversations.test_homes import ROOMS, built, coded, newcomer
from tests.runtime.rehearsal import Rehearsal

NAME = "小新NAMEQ7"
REPORT, MORE, FILE, CAPTION = "REPORTQ7", "MOREQ7", "FILEQ7", "CAPTIONQ7"
QUESTION, ANSWER = "QUESTIONQ7", "ANSWERQ7"
REPLY, ASIDE = "REPLYQ7", "ASIDEQ7"
PHONE = "13977770007"
SAID = (
    NAME,
    REPORT,
    MORE,
    FILE,
    CAPTION,
    QUESTION,
    ANSWER,
    REPLY,
    ASIDE,
    PHONE,
    "NAMEQ7",
    "刘先生",
    "王师傅",
)
"""What stands nowhere in the open."""

ROOM = "Q7R"
"""What stands in one place: the tree of places, which says which homes there are, never whose."""

ALLOWED = {("places", "name")}


def found_in(folder: Path, word: str) -> list[str]:
    """Files with that word in them, in either of the codings that anything here writes."""
    plain, wide = word.encode(), [word.encode(coding) for coding in ("utf-16-le", "utf-16-be")]
    forms = (plain, *wide, base64.b64encode(plain))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


def columns_with(file: Path, word: str) -> set[tuple[str, str]]:
    """Tables and columns of a SQLite file with that word in a value."""
    found = set()
    with sqlite3.connect(file) as kept:
        tables = [row[0] for row in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            answer = kept.execute(f'SELECT * FROM "{table}"')
            names = [one[0] for one in answer.description]
            for row in answer:
                for name, value in zip(names, row, strict=True):
                    plain = value if isinstance(value, bytes) else str(value).encode()
                    if word.encode() in plain:
                        found.add((table, name))
    kept.close()
    return found


async def answers(talk: Rehearsal, words: str) -> None:
    """The worker's words, as the answer to what they were asked for."""
    prompt = (await talk.messages("workers"))[-1]
    await talk.say("wang", words, "workers", reply_to=prompt["message_id"])


async def played(talk: Rehearsal) -> None:
    """Somebody lives in a home, reports, asks, is answered; a worker writes for them and for workers."""
    ROOMS["3号楼"] = ("501", "502", ROOM)
    try:
        await built(talk)
    finally:
        ROOMS["3号楼"] = ("501", "502")
    await newcomer(talk, name=NAME)
    await talk.say("xin", await coded(talk, room=f"3-{ROOM}"))
    await talk.tap("xin", "租客")
    await talk.tap("zhao", "是我们楼的")
    await talk.say("xin", f"/report {REPORT} 漏水，电话{PHONE}")
    await talk.tap("wang", "我来接", "workers")
    await talk.tap("wang", "回话", "workers")
    await answers(talk, REPLY)
    document = {"base64": base64.b64encode(b"%PDF").decode(), "file_name": f"{FILE}.pdf"}
    await talk.say("xin", CAPTION, document=document)
    await talk.tap("xin", "补充一句")
    await talk.say("xin", MORE)
    card = next(one for one in await talk.messages("workers") if "#1" in (one.get("text") or ""))
    await talk.say("wang", ASIDE, "workers", reply_to=card["message_id"])
    await talk.say("xin", f"{QUESTION}能不能养蜜蜂？")
    await talk.tap("xin", "问工作人员")
    await talk.tap("wang", "我来答", "workers")
    await answers(talk, ANSWER)
    steward = Actor(talk.people["zhao"], "赵大姐", "zh-CN", talk.groups["residents"], private=False)
    await talk.bot.store.write(transaction(talk.bot.deps, open_call, steward, "扫楼道", 5))
    await talk.quiet()


async def test_no_word_of_anybody_stands_in_the_open(
    talk: Rehearsal, tmp_path: Path, capfd: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    logs.configure()
    request.addfinalizer(structlog.reset_defaults)  # its stderr is the test's own
    await played(talk)
    kept = await talk.bot.store.read(lambda c: len(c.execute(select(entries)).all()))
    assert kept >= 5  # all was said, or the search would prove nothing
    await talk.stop()
    assert {word: files for word in SAID if (files := found_in(tmp_path, word))} == {}
    database = Path(str(talk.settings.url).removeprefix("sqlite:///"))
    assert columns_with(database, ROOM) == ALLOWED
    written = capfd.readouterr()
    for word in (*SAID, ROOM):
        assert word not in written.out + written.err, word
    for path in talk.settings.media.rglob("*"):
        if path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
            assert not any(word in path.name for word in (*SAID, ROOM))
    await talk.again()


async def test_an_erased_name_goes_from_the_cards_that_stand(running: Rehearsal) -> None:
    talk = running
    await played(talk)
    xin = Actor(talk.people["xin"], NAME, "zh-CN", talk.people["xin"])
    (call,) = await talk.bot.store.read(lambda c: c.execute(select(calls.c.id)).scalars().all())
    await talk.bot.store.write(transaction(talk.bot.deps, join, xin, call))
    await talk.move(seconds=5)
    assert NAME in (await last(talk, "residents"))
    await talk.say("xin", "我的资料")
    await talk.tap("xin", "删除我的资料")
    await talk.tap("xin", "真的删")
    await talk.move(seconds=5)
    assert NAME not in (await last(talk, "residents"))
    for said in await talk.messages("zhao"):
        buttons = (said.get("reply_markup") or {}).get("inline_keyboard") or []
        assert NAME not in str(buttons)
    vouching = await talk.spoken("zhao")
    assert [said for said in vouching if said.startswith("这一条没有了")]
    assert not [said for said in vouching if NAME in said]
    for where in ("workers", "residents"):
        # A prompt below the worker's own words is no card and stands as it was said, like any letter sent.
        spoken = await talk.spoken(where)
        cards = [said for said in spoken if said.startswith("#") and "发给" not in said]
        assert not [said for said in cards if NAME in said or REPORT in said]
    left = await talk.bot.store.read(lambda c: c.execute(select(persons.c.telegram_id)).scalars().all())
    assert talk.people["xin"] not in left
