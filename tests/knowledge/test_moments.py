"""Days and hours in plain talk: what they mean, what is none, and that no words at all break the reader."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.moments import Moment, find

SUNDAY = datetime(2026, 11, 22, 14, 30)
"""A Sunday afternoon."""


def the(text: str, now: datetime = SUNDAY) -> Moment:
    found = find(text, now)
    assert len(found) == 1, (text, found)
    return found[0]


def read(text: str, now: datetime = SUNDAY) -> str:
    """As "11-28 09:00~11:00"; without an hour "11-28"."""
    moment = the(text, now)
    if not moment.has_clock:
        assert (moment.start.hour, moment.start.minute, moment.end) == (0, 0, None)
        return f"{moment.start:%m-%d}"
    return f"{moment.start:%m-%d %H:%M}" + (f"~{moment.end:%m-%d %H:%M}" if moment.end else "")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("今天", "11-22"),
        ("今晚", "11-22"),
        ("明天", "11-23"),
        ("明晚", "11-23"),
        ("后天", "11-24"),
        ("大后天", "11-25"),
        ("周六", "11-28"),
        ("星期六", "11-28"),
        ("礼拜天", "11-22"),
        ("本周五", "11-20"),
        ("这周日", "11-22"),
        ("下周三", "11-25"),
        ("下下周三", "12-02"),
        ("上周五", "11-13"),
        ("月底", "11-30"),
        ("下月底", "12-31"),
        ("11月28日", "11-28"),
        ("11月28号", "11-28"),
        ("28号", "11-28"),
        ("1号", "12-01"),
        ("31号", "12-31"),
        ("下个月3号", "12-03"),
        ("11.28", "11-28"),
        ("11/28", "11-28"),
        ("2026-11-28", "11-28"),
        ("3天后", "11-25"),
        ("三天之后", "11-25"),
        ("一周后", "11-29"),
        ("周六上午", "11-28"),
        ("周六（11月28日）", "11-28"),
        ("next Friday", "11-27"),
        ("this Saturday", "11-28"),
        ("Nov 28", "11-28"),
        ("28th of November", "11-28"),
        ("in 3 days", "11-25"),
        ("in a week", "11-29"),
        ("the day after tomorrow", "11-24"),
        ("end of the month", "11-30"),
    ],
)
def test_days(text: str, meant: str) -> None:
    assert read(text) == meant
    assert the(text).has_day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("上午9点", "11-23 09:00"),
        ("早上8点半", "11-23 08:30"),
        ("中午12点", "11-23 12:00"),
        ("正午", "11-23 12:00"),
        ("下午两点", "11-23 14:00"),
        ("下午三点", "11-22 15:00"),
        ("晚8点", "11-22 20:00"),
        ("晚上8:30", "11-22 20:30"),
        ("20:00", "11-22 20:00"),
        ("２０：００", "11-22 20:00"),
        ("20点", "11-22 20:00"),
        ("二十点三十分", "11-22 20:30"),
        ("9点一刻", "11-23 09:15"),
        ("零点", "11-23 00:00"),
        ("晚上12点", "11-23 00:00"),
        ("9点到11点", "11-23 09:00~11-23 11:00"),
        ("9:00-11:00", "11-23 09:00~11-23 11:00"),
        ("上午9-11点", "11-23 09:00~11-23 11:00"),
        ("上午9点到下午2点", "11-23 09:00~11-23 14:00"),
        ("上午9点到2点", "11-23 09:00~11-23 14:00"),
        ("晚上11点到1点", "11-22 23:00~11-23 01:00"),
        ("7-9pm", "11-22 19:00~11-22 21:00"),
        ("10-2pm", "11-23 10:00~11-23 14:00"),
        ("midnight", "11-23 00:00"),
    ],
)
def test_an_hour_alone_is_today_if_it_is_ahead_else_tomorrow(text: str, meant: str) -> None:
    assert read(text) == meant
    assert not the(text).has_day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("周五晚8点截止", "11-27 20:00"),
        ("今晚8点", "11-22 20:00"),
        ("今晚12点", "11-23 00:00"),
        ("明早8点", "11-23 08:00"),
        ("明天一点", "11-23 13:00"),
        ("明天下午三点到五点", "11-23 15:00~11-23 17:00"),
        ("招6人，周六上午9点到11点清3号楼楼道，自备手套", "11-28 09:00~11-28 11:00"),
        ("周六9点10人", "11-28 09:00"),
        ("周六凌晨2点", "11-28 02:00"),
        ("周六晚上1点", "11-29 01:00"),
        ("周六9点到周日17点", "11-28 09:00~11-29 17:00"),
        ("11月28日周六 9:00", "11-28 09:00"),
        ("两小时后", "11-22 16:30"),
        ("半小时后", "11-22 15:00"),
        ("一个半小时后", "11-22 16:00"),
        ("in half an hour", "11-22 15:00"),
        ("this Saturday 9am to 11am", "11-28 09:00~11-28 11:00"),
        ("9-11am on Saturday", "11-28 09:00~11-28 11:00"),
        ("tomorrow 8pm", "11-23 20:00"),
        ("8pm tomorrow", "11-23 20:00"),
        ("Fri 20:00", "11-27 20:00"),
        ("tonight 8:30", "11-22 20:30"),
        ("on Sunday at 9", "11-29 09:00"),
        ("Friday midnight", "11-28 00:00"),
    ],
)
def test_days_with_hours(text: str, meant: str) -> None:
    assert read(text) == meant
    assert the(text).has_day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "以后天气好了再说",
        "3号楼2号电梯",
        "长宁路28号",
        "有两点意见",
        "快一点",
        "2月30日",
        "2026-02-30",
        "13.28",
        "3.5小时",
        "11.28元",
        "1/3的业主",
        "1.9点",
        "25:99",
        "99999天后",
        "9999周后的一万年",
        "you may 5 things",
        "the bench sat there",
        "每周六",
    ],
)
def test_words_that_name_no_time(text: str) -> None:
    assert [moment for moment in find(text, SUNDAY) if moment.start.year < 2100] == []


def test_two_times_are_two() -> None:
    assert [read("周六9点"), read("周日10点")] == ["11-28 09:00", "11-29 10:00"]
    assert len(find("周六9点或者周日10点", SUNDAY)) == 2
    assert len(find("11月28日周日 9:00", SUNDAY)) == 2  # that day is a Saturday


def test_a_weekday_is_today_only_while_its_hour_is_ahead() -> None:
    assert read("周日15点") == "11-22 15:00"
    assert read("周日14点") == "11-29 14:00"
    assert read("this Sunday 14:00") == "11-22 14:00"  # so said, it has passed


def test_a_date_may_have_passed() -> None:
    assert read("11月20日9点") == "11-20 09:00"
    assert the("1月5日").start.year == 2027
    assert the("2月29日").start.year == 2028


@given(st.integers(1, 12), st.booleans(), st.booleans())
def test_a_small_hour_without_a_part_of_the_day_is_in_the_afternoon(
    hour: int, padded: bool, colon: bool
) -> None:
    written = f"{hour:02}" if padded else str(hour)
    moment = the(f"明天{written}{':00' if colon else '点'}")
    assert moment.start.hour == (hour + 12 if hour < 7 and not (padded and hour < 10) else hour)


@given(st.text(max_size=80))
@example("0时 ")
def test_any_words_at_all_are_read(text: str) -> None:
    check(text)


KNOWN = """今 明 晚 天 周 六 下 个 月 底 号 日 点 半 刻 到 至 - : / . 9 1 28 2026 年 小时 后 两 三 十 上午
    下午 am pm Sat next this in days to at Nov midnight noon ， （ ） 1231231 9999 从"""
PIECES = st.sampled_from([" ", *KNOWN.split()])


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_heap_of_the_words_that_are_known_is_read(text: str) -> None:
    check(text)


def check(text: str) -> None:
    last = 0
    for moment in find(text, SUNDAY):
        start, end = moment.span
        assert last <= start < end <= len(text)
        last = end
        assert moment.has_day or moment.has_clock
        assert moment.end is None or moment.end > moment.start


AHEAD = st.integers(1, 150).map(lambda days: SUNDAY.date() + timedelta(days=days))
SIGNS = "一二三四五六日"


@st.composite
def rendered(draw: st.DrawFn) -> tuple[str, datetime, datetime | None]:
    """A day and an hour, or a range of hours, in one of the ways people write them."""
    day, hour, minute = draw(AHEAD), draw(st.integers(0, 22)), draw(st.sampled_from([0, 15, 30, 45]))
    start = datetime(day.year, day.month, day.day, hour, minute)
    end = draw(st.one_of(st.none(), st.just(start.replace(hour=hour + 1))))
    date = draw(
        st.sampled_from([f"{day.month}月{day.day}日", f"{day} ", f"{day:%Y/%m/%d} ", f"{day:%b} {day.day} "])
    )
    weekday = draw(st.sampled_from(["", f"周{SIGNS[day.weekday()]}", f"（星期{SIGNS[day.weekday()]}）"]))
    clock = draw(st.sampled_from([chinese, colon, english]))
    sign = draw(st.sampled_from(["到", "至", "-", "~", " to "]))
    hours = clock(start) + (sign + clock(end) if end else "")
    return f"{date}{weekday}{hours}", start, end


def chinese(at: datetime) -> str:
    part, hour = (
        ("上午", at.hour) if at.hour < 12 else ("中午", 12) if at.hour == 12 else ("下午", at.hour - 12)
    )
    return f"{part}{hour}点" + {0: "", 15: "一刻", 30: "半", 45: "45分"}[at.minute]


def colon(at: datetime) -> str:
    return f"{at:%H:%M}"


def english(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at:%M}{'am' if at.hour < 12 else 'pm'}"


@given(
    rendered(),
    st.sampled_from(["", "大扫除，", "Clean-up "]),
    st.sampled_from(["", "清楼道", " in the yard"]),
)
def test_what_is_written_is_read_back(
    said: tuple[str, datetime, datetime | None], before: str, after: str
) -> None:
    text, start, end = said
    moment = the(before + text + after)
    assert (moment.start, moment.end, moment.has_day, moment.has_clock) == (start, end, True, True)
    assert (before + text + after)[slice(*moment.span)].strip("） ") == text.strip("） ")
