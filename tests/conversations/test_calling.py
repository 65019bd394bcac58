"""A captain calls for helpers in one sentence; neighbours sign up with one tap, the waiting list moves up."""

import pytest

from tests.conversations.hearing import last
from tests.runtime.rehearsal import Rehearsal


async def card(talk: Rehearsal) -> str:
    """The call's card as it stands."""
    return next(said for said in await talk.spoken("residents") if "招募 ·" in said)


async def test_places_waiting_list_and_moving_up(running: Rehearsal) -> None:
    await running.say("zhao", "/call 周六上午搬花盆 要1个人", "residents")
    assert await card(running) == "周六上午搬花盆\n赵大姐招募 · 0/1人"
    assert (await running.tap("li", "我报名", "residents"))["text"] == "报上名了，1/1。"
    assert (await running.tap("emma", "我报名", "residents"))["text"].startswith("All places are taken")
    assert "已报名：\n1. 李阿姨\n候补1人，有空位按顺序补上：\n1. Emma" in await card(running)
    assert (await running.tap("li", "退出", "residents"))["text"] == "退出了。"
    assert await last(running, "emma") == "Your turn: a place is free in 周六上午搬花盆, and it is yours now."
    assert await card(running) == "周六上午搬花盆\n赵大姐招募 · 1/1人\n已报名：\n1. Emma"


async def test_second_taps_say_where_one_stands(talk: Rehearsal) -> None:
    await talk.say("zhao", "/call 大扫除，一人", "residents")
    await talk.tap("li", "我报名", "residents")
    assert (await talk.tap("li", "我报名", "residents"))["text"] == "您已经报上名了，不用再点。"
    await talk.tap("liu", "我报名", "residents")
    assert (await talk.tap("liu", "我报名", "residents"))["text"] == "您已经在候补里了，不用再点。"
    assert (await talk.tap("wang", "退出", "residents"))["text"] == "您没有报名，不用退出。"


async def test_a_call_without_a_number_gets_an_example(talk: Rehearsal) -> None:
    await talk.say("zhao", "/call 周六大扫除", "residents")
    assert "比如：招募 周六上午搬花盆 要5个人" in await last(talk, "zhao")


@pytest.mark.parametrize("said", ["/call 周六大扫除 5人"])
async def test_a_resident_cannot_call(talk: Rehearsal, said: str) -> None:
    await talk.say("li", said, "residents")
    assert (await last(talk, "li")).startswith("这一步要楼栋长或工作人员来做")
    assert not [text for text in await talk.spoken("residents") if "招募 ·" in text]
