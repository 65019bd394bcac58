"""What a steward says of working time, and what only sounds like it."""

import pytest

from knowledge.working_words import Choice, SaidDay, Table, parse, slots

SPLIT = Table(((540, 720), (840, 1080)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("工作时间 9-12 14-18", SPLIT),
        ("上班时间：9点到12点，下午2点到6点", SPLIT),
        ("工作时间改成9:00－12:00、14:00－18:00。", SPLIT),
        ("上班时间 8:30-11:30 13点半-17:30", Table(((510, 690), (810, 1050)))),
        ("working hours 9-12, 14-18", SPLIT),
        ("工作时间 0-24", Table(((0, 1440),))),
        ("10月8日休息", SaidDay(10, 8, None, "off")),
        ("10月11日上班", SaidDay(10, 11, None, "on")),
        ("2027年1月4号放假", SaidDay(1, 4, 2027, "off")),
        ("2026-12-25 off", SaidDay(12, 25, 2026, "off")),
        ("Oct 8 off", SaidDay(10, 8, None, "off")),
        ("11th October 2026 open", SaidDay(10, 11, 2026, "on")),
        ("10月8日照旧", SaidDay(10, 8, None, "usual")),
        ("时限 1130", Choice("quick")),
        ("时限用12345", Choice("hotline")),
        ("时限 默认", Choice("default")),
        ("time limits 1130", Choice("quick")),
    ],
)
def test_what_is_said(text: str, said: object) -> None:
    assert parse(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工作时间",
        "工作时间是几点",
        "上班时间3号楼电梯坏了",
        "工作时间 9-12 电梯停了",
        "10月8日休息日有人装修",
        "10月8日上班的时候电梯坏了",
        "时限",
        "时限 1131",
        "1130",
        "12345打不通",
        "9-12 14-18",
        "10月8日休息" * 40,
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert parse(text) is None


def test_slots_alone_answer_a_question() -> None:
    assert slots("9-12 14-18") == SPLIT
    assert slots("9-12 and then") is None
