"""Moments as people say them, on the clock of the compound."""

from datetime import UTC, datetime

import pytest

from handlers.texts import load
from handlers.times import brief, dated, spoken

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)  # Sunday, 10:00 in Shanghai


@pytest.mark.parametrize(
    ("at", "zh", "en"),
    [
        ("2026-11-22T10:00", "今天18:00", "18:00 today"),
        ("2026-11-22T16:00", "明天00:00", "00:00 tomorrow"),
        ("2026-11-22T15:59", "今天23:59", "23:59 today"),
        ("2026-11-23T10:00", "明天18:00", "18:00 tomorrow"),
        ("2026-11-21T10:00", "昨天18:00", "18:00 yesterday"),
        ("2026-11-24T10:00", "周二18:00", "18:00 on Tuesday"),
        ("2026-11-28T10:00", "周六18:00", "18:00 on Saturday"),
        ("2026-11-29T10:00", "11月29日（周日）18:00", "18:00 on Sun 29 Nov"),
        ("2026-11-20T10:00", "11月20日（周五）18:00", "18:00 on Fri 20 Nov"),
        ("2028-02-29T10:00", "2028年2月29日（周二）18:00", "18:00 on Tue 29 Feb 2028"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at: str, zh: str, en: str) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert spoken(load(), "zh-CN", moment, NOW, "Asia/Shanghai") == zh
    assert spoken(load(), "en", moment, NOW, "Asia/Shanghai") == en


def test_the_day_is_that_of_the_compound() -> None:
    now = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)  # 23:30 on Saturday in New York
    moment = datetime(2026, 11, 22, 5, 30, tzinfo=UTC)
    assert spoken(load(), "zh-CN", moment, now, "America/New_York") == "明天00:30"
    assert spoken(load(), "zh-CN", moment, now, "Asia/Shanghai") == "今天13:30"


def test_what_stands_for_days_never_says_today() -> None:
    assert dated(load(), "zh-CN", NOW, "Asia/Shanghai") == "11月22日（周日）10:00"
    assert brief(load(), "en", NOW, "Asia/Shanghai") == "22 Nov 10:00"
