"""Where the key is: whoever works on a case of that building reads it, and no resident ever does."""

import pytest
from sqlalchemy import select

from storage.tables import hints
from tests.conversations.hearing import labels, last
from tests.conversations.test_choosing import card
from tests.runtime.rehearsal import Rehearsal

KEY = "钥匙在门岗老李处"


async def test_kept_by_a_captain_read_by_whoever_takes_the_case(running: Rehearsal) -> None:
    await running.say("zhao", f"提示 3栋 {KEY}")
    assert (await last(running, "zhao")).startswith("记下了，只有工作人员看得到。\n3号楼的提示")
    await running.say("li", "电梯坏了")
    await running.say("emma", "the lift is broken")
    assert KEY not in "".join(await running.spoken("workers"))
    await running.say("wang", "#1")
    assert f"提示（3号楼）：{KEY} — 赵大姐" in await last(running, "wang")
    await running.tap("wang", "我来接", "wang")
    assert KEY in (await card(running, "电梯坏了"))["text"]
    await running.say("wang", "#2")
    assert KEY not in await last(running, "wang"), "another building's"
    for who in ("li", "emma"):
        for number in ("#1", "#2"):
            await running.say(who, number)
        assert KEY not in "".join(await running.spoken(who))
    assert KEY not in "".join(await running.spoken("residents"))
    (row,) = await running.bot.store.read(lambda c: c.execute(select(hints.c.words)).all())
    assert KEY.encode() not in row.words


async def test_listed_changed_and_forgotten(running: Rehearsal) -> None:
    await running.say("wang", f"提示 3号楼 {KEY}")
    await running.say("wang", "提示 1号楼 电表箱在地下室")
    await running.say("wang", "提示")
    assert "1号楼" in await last(running, "wang")
    assert await labels(running, "wang") == ["改第1条", "删第1条", "改第2条", "删第2条"]
    await running.say("zhao", "提示")
    assert KEY in await last(running, "zhao")
    assert "1号楼" not in await last(running, "zhao"), "a captain reads of her own building"
    await running.tap("zhao", "改第1条")
    await running.say("zhao", "钥匙在我家")
    assert "钥匙在我家 — 赵大姐" in await last(running, "zhao")
    assert (await running.tap("zhao", "删第1条"))["text"] == "删掉了。"
    assert "没找到" in (await running.tap("zhao", "删第1条"))["text"]
    await running.say("wang", "提示 3栋")
    assert (await last(running, "wang")).startswith("3号楼还没有提示。")


@pytest.mark.parametrize(
    ("who", "said", "told"),
    [
        ("zhao", f"提示 1号楼 {KEY}", "这一步要楼栋长或工作人员来做"),
        ("wang", f"提示 9号楼 {KEY}", "请先写是哪栋楼"),
        ("wang", "提示 3号楼 " + "长" * 300, "最多200个字"),
    ],
)
async def test_what_cannot_be_is_said_with_what_can(talk: Rehearsal, who: str, said: str, told: str) -> None:
    await talk.say(who, said)
    assert told in await last(talk, who)
    assert await talk.bot.store.read(lambda c: c.execute(select(hints)).all()) == []


async def test_from_a_resident_the_same_words_are_a_report(talk: Rehearsal) -> None:
    await talk.say("li", "提示 3号楼 电梯有异响")
    assert (await last(talk, "li")).startswith("#1 收到了")
