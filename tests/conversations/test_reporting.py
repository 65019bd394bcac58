"""Somebody says what is wrong, in every way people do, and gets a number, a name and an hour."""

import base64

import pytest
from sqlalchemy import select

from domain.cases.rules import MediaKind, Source
from handlers.cases.lines import reported
from storage.tables import case_drafts
from tests.conversations.hearing import filed, labels, last, reads_all
from tests.runtime.rehearsal import Rehearsal
from tests.sandbox.pictures import PNG

PICTURE = base64.b64encode(PNG).decode()


async def test_plain_words_in_private_are_a_report(running: Rehearsal) -> None:
    await running.say("li", "3号楼的电梯又停了")
    assert await last(running, "li") == "#1 收到了。阳光物业王师傅来看，今天18:00前给您回话。"
    assert await labels(running, "li") == ["看进度", "撤回", "谁能看到"]
    assert "3号楼的电梯又停了" in await last(running, "workers")
    assert await labels(running, "workers") == ["我来接", "更多", "小事 ✓", "大事", "私事"]


async def test_a_report_in_the_group_is_answered_in_private(talk: Rehearsal) -> None:
    before = await talk.spoken("residents")
    await talk.say("li", "/report@linli_bot 电梯坏了", "residents")
    assert (await last(talk, "li")).startswith("#1 收到了")
    assert await talk.spoken("residents") == before
    assert reported((await filed(talk))[0]) == "电梯坏了"


async def test_the_nickname_calls_the_bot_where_it_may_hear(talk: Rehearsal) -> None:
    await reads_all(talk)
    await talk.say("li", "小邻，电梯坏了", "residents")
    await talk.say("li", "小邻居们好，今天天气不错", "residents")
    assert [reported(sheet) for sheet in await filed(talk)] == ["电梯坏了"]


async def test_a_resident_without_private_chat_is_answered_to_them_alone(talk: Rehearsal) -> None:
    await talk.say("liu", "/report 电梯坏了", "residents")
    assert len(await filed(talk)) == 1


async def test_a_caption_of_1024_is_kept_whole(talk: Rehearsal) -> None:
    caption = "漏" * 1023 + "水"
    await talk.say("li", photo=PICTURE, caption=caption)
    (sheet,) = await filed(talk)
    assert reported(sheet) == caption
    assert [media.kind for media in sheet.media] == [MediaKind.PHOTO]


@pytest.mark.parametrize("words", ["字" * 4096, "😀" * 2048])
async def test_4096_units_are_kept_whole(talk: Rehearsal, words: str) -> None:
    await talk.say("li", words)
    (sheet,) = await filed(talk)
    assert reported(sheet) == words
    assert "全文" in await labels(talk, "workers")


async def test_a_text_that_a_client_split_in_three_is_one_report(talk: Rehearsal) -> None:
    words = "".join(chr(0x4E00 + number) for number in range(9000))
    for part in (words[:4096], words[4096:8192], words[8192:]):
        await talk.say("li", part)
    (sheet,) = await filed(talk)
    assert reported(sheet).replace("\n", "") == words
    assert len([said for said in await talk.spoken("li") if "收到了" in said]) == 1


async def test_the_whole_text_can_be_read_page_by_page(talk: Rehearsal) -> None:
    words = "".join(chr(0x4E00 + number) for number in range(4096))
    await talk.say("li", words)
    await talk.tap("wang", "全文", "workers")
    await talk.tap("wang", "下一页")
    pages = [said.split("\n", 1)[1] for said in await talk.spoken("wang") if said.startswith("#1 全文")]
    assert "".join(pages) == words


async def test_an_album_is_one_report_with_all_its_pictures(talk: Rehearsal) -> None:
    for number in range(3):
        more = {"caption": "楼道堆满了"} if number == 0 else {}
        await talk.send("li", photo=PICTURE, media_group_id="9", **more)
    await talk.quiet()
    await talk.move(seconds=2)
    (sheet,) = await filed(talk)
    assert reported(sheet) == "楼道堆满了"
    assert len(sheet.media) == 3
    assert len([said for said in await talk.spoken("li") if "收到了" in said]) == 1


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ({"voice": PICTURE}, MediaKind.VOICE),
        ({"video": PICTURE}, MediaKind.VIDEO),
        ({"document": PICTURE}, MediaKind.DOCUMENT),
        ({"location": {"latitude": 31.2, "longitude": 121.5}}, MediaKind.LOCATION),
    ],
)
async def test_a_voice_a_video_a_file_and_a_place_are_reports(
    talk: Rehearsal, what: dict[str, object], kind: MediaKind
) -> None:
    await talk.say("li", **what)
    (sheet,) = await filed(talk)
    assert [media.kind for media in sheet.media] == [kind]


async def test_what_somebody_else_wrote_can_be_handed_on(running: Rehearsal) -> None:
    talk = running
    await talk.say("li", "我妈说楼下积水了", forward={"from_name": "张三"})
    assert not await filed(talk)
    assert (await last(talk, "li")).startswith("转来的这段话要登记吗？")
    assert (await talk.tap("li", "登记"))["text"] == "#1 好，记下了。"
    (sheet,) = await filed(talk)
    assert (reported(sheet), sheet.source) == ("我妈说楼下积水了", Source.PASSED)
    assert "转来的话，写的人没留名字" in await last(talk, "workers")
    assert "张三" not in "".join(await talk.spoken("workers"))
    again = next(one for one in reversed(await talk.messages("li")) if "转来的" in (one.get("text") or ""))
    await talk.press("li", again["message_id"], talk.buttons(again)[0]["callback_data"])
    assert len(await filed(talk)) == 1


async def test_what_somebody_else_wrote_may_be_left(talk: Rehearsal) -> None:
    await talk.say("li", "我妈说楼下积水了", forward={"from_name": "张三"})
    await talk.tap("li", "不用")
    assert not await filed(talk)
    kept = await talk.bot.store.read(lambda c: c.execute(select(case_drafts)).all())
    assert kept == []


async def test_of_several_open_cases_one_is_chosen(running: Rehearsal) -> None:
    talk = running
    for said in ("电梯坏了", "楼道灯不亮"):
        await talk.say("li", said)
    await talk.say("li", "怎么还没来人")
    assert (await last(talk, "li")).startswith("您说的是哪一件？\n#2\n楼道灯不亮\n#1\n电梯坏了")
    assert await labels(talk, "li") == ["#2", "#1", "新的一件"]
    await talk.tap("li", "#1")
    assert [line.text for line in (await filed(talk))[0].lines] == ["电梯坏了", "怎么还没来人"]
    await talk.say("li", "还在响")
    await talk.tap("li", "新的一件")
    assert [reported(sheet) for sheet in await filed(talk)] == ["电梯坏了", "楼道灯不亮", "还在响"]


@pytest.mark.parametrize("said", ["你好", "？？", "hi", "/help", "/start", "问一问", "投票报名", "我的"])
async def test_a_greeting_or_a_question_is_no_report(talk: Rehearsal, said: str) -> None:
    before = len(await talk.spoken("li"))
    await talk.say("li", said)
    assert not await filed(talk)
    assert len(await talk.spoken("li")) == before + 1


async def test_a_report_without_words_is_told_how(talk: Rehearsal) -> None:
    for said in ("/report", "反映问题"):
        await talk.say("li", said)
        assert (await last(talk, "li")).startswith("请说哪里、怎么了")
    assert not await filed(talk)


async def test_a_report_without_words_in_the_group_is_asked_for_in_private(talk: Rehearsal) -> None:
    before = await talk.spoken("residents")
    await talk.say("li", "/report", "residents")
    assert (await last(talk, "li")).startswith("请说哪里、怎么了")
    assert await talk.spoken("residents") == before
    await talk.say("li", "好了伤疤忘了疼，水管又漏")
    assert [reported(sheet) for sheet in await filed(talk)] == ["好了伤疤忘了疼，水管又漏"]


async def test_english_is_answered_in_english(talk: Rehearsal) -> None:
    await talk.say("emma", "The lamp in building 2 is broken")
    assert (
        await last(talk, "emma") == "#1 Got it. 王师傅 (阳光物业) looks at it and writes back by 18:00 today."
    )
    assert await labels(talk, "emma") == ["Where it stands", "Take back", "Who can see"]


async def test_after_hours_the_next_working_day_is_named(talk: Rehearsal) -> None:
    await talk.move(hours=10)
    await talk.say("li", "门禁坏了")
    assert (
        await last(talk, "li") == "#1 收到了。现在下班了，阳光物业王师傅明天09:00前看，明天18:00前给您回话。"
    )
