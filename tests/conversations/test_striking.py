"""Words taken back and words changed by whoever said them, wherever they stand by then."""

import base64
from typing import Any

from sqlalchemy import select

from storage.tables import entries, inbox
from tests.conversations.hearing import filed, labels, last
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()
SECRET = "我家密码是1357"


async def all_said(talk: Rehearsal, *but: str) -> str:
    """All that the bot's messages say to anybody."""
    places = (*talk.groups, *(one for one in talk.people if one not in but))
    return "\n".join([said for where in places for said in await talk.spoken(where)])


async def edit(talk: Rehearsal, who: str, message: dict[str, Any], text: str) -> None:
    """Somebody edits their message."""
    where = message["chat"]["id"]
    path = f"/chats/{where}/messages/{message['message_id']}"
    body = {"from": talk.people[who], "text": text}
    async with talk.platform._session.patch(talk.platform._base + path, json=body) as answer:
        assert answer.status == 200, await answer.text()
    await talk.quiet()


async def struck(talk: Rehearsal, label: str, number: int = 1) -> str:
    await talk.say("li", f"#{number} 划掉我写的")
    await talk.tap("li", label)
    return (await talk.tap("li", "划掉"))["text"]


async def test_struck_words_are_gone_from_memory_cards_and_messages(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", f"门坏了，{SECRET}")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("li", f"#1 补充 {SECRET}")
    await talk.say("wang", "#1")
    assert (await all_said(talk)).count(SECRET) >= 3
    assert await struck(talk, "划掉第1段") == "#1 好，这一段划掉了。"
    assert await struck(talk, "划掉第1段") == "#1 好，这一段划掉了。"
    await talk.move(seconds=5)
    assert SECRET not in await all_said(talk, "li")
    assert "（本人已划掉）" in await all_said(talk, "li")
    assert all(SECRET not in line.text for line in (await filed(talk))[0].lines)
    await talk.say("wang", "/ledger")
    await talk.say("li", "#1 划掉我写的")
    assert await last(talk, "li") == "#1 您写的都划掉了，没有别的了。"
    kept = await talk.bot.store.read(lambda c: c.execute(select(entries.c.message)).scalars().all())
    assert not any(kept[:1])


async def test_words_of_a_closed_case_can_be_struck(talk: Rehearsal) -> None:
    await talk.say("li", f"门坏了，{SECRET}")
    await talk.say("li", "#1 撤回")
    await struck(talk, "划掉第1段")
    await talk.move(seconds=5)
    assert SECRET not in await all_said(talk, "li")


async def test_a_struck_photo_is_taken_back_from_workers(talk: Rehearsal) -> None:
    await talk.say("li", photo=PICTURE, caption="门坏了")
    await talk.tap("wang", "看图", "workers")
    assert [one for one in await talk.messages("wang") if one.get("photo")]
    await struck(talk, "划掉照片1")
    await talk.move(seconds=5)
    assert not [one for one in await talk.messages("wang") if one.get("photo")]
    assert (await filed(talk))[0].media == ()
    assert "看图" not in str(await labels(talk, "workers"))


async def test_nobody_else_strikes(talk: Rehearsal) -> None:
    await talk.say("li", "门坏了")
    await talk.say("wang", "#1 划掉我写的")
    assert "没找到这件事" in await last(talk, "wang")


async def test_an_edited_report_is_followed_and_workers_see_the_history(running: Rehearsal) -> None:
    talk = running
    message = await talk.say("li", "3号楼电梯坏了")
    await edit(talk, "li", message, "4号楼电梯坏了")
    await talk.move(seconds=5)
    card = next(said for said in await talk.spoken("workers") if said.startswith("#1 "))
    assert "4号楼电梯坏了" in card
    assert "本人改过1次" in card
    assert "改之前写的：3号楼电梯坏了" in card
    await talk.say("li", "#1")
    assert "3号楼电梯坏了" not in await last(talk, "li")
    await struck(talk, "划掉第1段")
    await talk.move(seconds=5)
    assert "3号楼电梯坏了" not in await all_said(talk, "li")


async def test_in_a_group_a_report_is_followed_and_nothing_is_kept_of_other_talk(talk: Rehearsal) -> None:
    report = await talk.say("li", "/report 3号楼电梯坏了", "residents")
    chatter = await talk.say("li", "今天天气不错", "residents")
    await edit(talk, "li", report, "/report 4号楼电梯坏了")
    await edit(talk, "li", chatter, f"/report {SECRET}")
    lines = [line.text for case in await filed(talk) for line in case.lines]
    assert "4号楼电梯坏了" in lines
    assert SECRET not in str(lines)
    arrived = select(inbox.c.state, inbox.c.payload).where(inbox.c.kind == "edited_message")
    kept = await talk.bot.store.read(lambda c: c.execute(arrived.order_by(inbox.c.id)).all())
    assert [tuple(row) for row in kept] == [("done", None), ("ignored", None)]


async def test_a_change_after_the_end_is_answered(talk: Rehearsal) -> None:
    message = await talk.say("li", "电梯坏了")
    await talk.tap("wang", "我来接", "workers")
    await talk.say("wang", "#1 办完了 换了零件")
    await edit(talk, "li", message, "电梯没坏")
    assert "没跟着改" in await last(talk, "li")
    assert "电梯坏了" in str([line.text for line in (await filed(talk))[0].lines])


async def test_an_edit_of_other_talk_changes_nothing(talk: Rehearsal) -> None:
    message = await talk.say("li", "你好")
    before = await talk.spoken("li")
    await edit(talk, "li", message, "您好")
    assert await talk.spoken("li") == before
    assert not await filed(talk)
