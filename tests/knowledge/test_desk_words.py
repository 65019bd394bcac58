"""Names, leaves, limits and the negative list, read out of plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.leaves import leave
from knowledge.limits import minutes
from knowledge.naming import named
from knowledge.negative import CLASSES, barred

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("王师傅上门乱收费", ["王师傅", "李师傅"], (0,)),
        ("那个王经理态度很差", ["王师傅", "李师傅"], (0,)),
        ("姓王的保安骂人", ["王建国"], (0,)),
        ("王建国昨天没来", ["王建国", "王师傅"], (0,)),
        ("王建国师傅", ["王建国"], (0,)),
        ("欧阳主任不给办", ["欧阳锋", "欧师傅"], (0,)),
        ("老王家漏水", ["王师傅"], ()),
        ("电梯又停了", ["王师傅", "电师傅"], ()),
        ("大王花店门口堵了", ["王师傅"], ()),
        ("Mr Wang was rude", ["Wang Jian", "Li"], (0,)),
        ("wang jian was rude", ["Wang Jian"], (0,)),
        ("the lift limps", ["Li", "Lim"], ()),
        ("", ["王师傅"], ()),
        ("王师傅", ["", "王"], ()),
    ],
)
def test_whom_words_name(text: str, names: list[str], found: tuple[int, ...]) -> None:
    assert named(text, names) == found


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=4))
def test_whatever_the_words_and_names(text: str, names: list[str]) -> None:
    assert set(named(text, names)) <= set(range(len(names)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("我请假 明天到周五", date(2026, 3, 3), date(2026, 3, 6)),
        ("我请假 今天到周三", date(2026, 3, 2), date(2026, 3, 4)),
        ("我请假 明天", date(2026, 3, 3), date(2026, 3, 3)),
        ("我请假三天", date(2026, 3, 2), date(2026, 3, 4)),
        ("我休年假 3月10日到3月20日", date(2026, 3, 10), date(2026, 3, 20)),
        ("请假 明天 两天", date(2026, 3, 3), date(2026, 3, 4)),
        ("away tomorrow to Friday", date(2026, 3, 3), date(2026, 3, 6)),
    ],
)
def test_a_leave_in_words(text: str, first: date, last: date) -> None:
    assert leave(text, MONDAY) == (first, last)


@pytest.mark.parametrize("text", ["我请假", "请假", "away"])
def test_no_day_no_leave(text: str) -> None:
    assert leave(text, MONDAY) is None


@given(st.text(max_size=60))
def test_no_words_break_a_leave_or_a_limit(text: str) -> None:
    found = leave(text, MONDAY)
    assert found is None or found[0] <= found[1]
    limit = minutes(text, 420)
    assert limit is None or limit > 0


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("2小时", 120), ("30分钟", 30), ("3个工作日", 3 * 420), ("1天内", 420), ("半天", 210), ("立即", 30),
        ("十五个工作日", 15 * 420), ("within 5 working days", 5 * 420), ("1周", 5 * 420), ("２小时", 120),
        ("尽快", None), ("", None), ("3", None), ("-1天", None), ("0天", None),
    ],
)  # fmt: skip
def test_a_limit(text: str, worth: int | None) -> None:
    assert minutes(text, 420) == worth


def test_every_class_knows_its_own_name() -> None:
    names = ("行政执法", "拆迁拆违", "环境整治", "城市管理", "安全生产", "应急消防")
    assert [barred(name) for name in names] == list(CLASSES)
    assert barred("统计一下楼里的自行车") is None
