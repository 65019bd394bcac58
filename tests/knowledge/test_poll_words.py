"""A poll's sentence as captains write it, in Chinese and English: question, options, whose votes, its end."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.poll_answers import named, takes_back
from knowledge.poll_words import Choice, has_words, looks_like_poll, read, read_choices, read_moment

NOW = datetime(2026, 11, 23, 9, 0)
"""A Monday."""

FRIDAY_EIGHT = datetime(2026, 11, 27, 20, 0)
HOURS = ("9点", "10点", "下午")

READ: list[tuple[str, str, tuple[str, ...]]] = [
    ("周六几点大扫除？9点、10点还是下午？", "周六几点大扫除？", HOURS),
    ("周六几点大扫除?9点、10点还是下午", "周六几点大扫除?", HOURS),
    ("周六几点大扫除：9点，10点，下午", "周六几点大扫除", HOURS),
    ("周六几点大扫除: 9点/10点/下午", "周六几点大扫除", HOURS),
    ("周六几点大扫除\n9点\n10点\n下午", "周六几点大扫除", HOURS),
    ("周六几点大扫除？\n\n  9点  \n10点\n\n下午\n", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n1. 9点\n2. 10点\n3. 下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n1、9点\n2、10点\n3、下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n（1）9点\n（2）10点\n（3）下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\nA、9点\nB、10点\nC、下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n- 9点\n- 10点\n- 下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n①9点\n②10点\n③下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？\n9点、10点、下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？ 1. 9点 2. 10点 3. 下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？A.9点 B.10点 C.下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？①9点②10点③下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除 9点、10点、下午", "周六几点大扫除", HOURS),
    ("周六几点大扫除？9点 10点 下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？9点或者10点或者下午", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？9点；10点；下午。", "周六几点大扫除？", HOURS),
    ("周六几点大扫除？9点？10点？下午？", "周六几点大扫除？", HOURS),
    ("大家投票：周六几点大扫除？9点、10点还是下午", "周六几点大扫除？", HOURS),
    ("投个票：周六几点大扫除？9点、10点还是下午", "周六几点大扫除？", HOURS),
    ("发起投票，周六几点大扫除？9点、10点还是下午", "周六几点大扫除？", HOURS),
    ("我想发起一个投票：周六几点大扫除？9点、10点还是下午", "周六几点大扫除？", HOURS),
    ("几点开门？9:00、10:30还是14:00", "几点开门？", ("9:00", "10:30", "14:00")),
    ("要几个人？1、2、3", "要几个人？", ("1", "2", "3")),
    ("几点方便？\n9、10点都行\n下午", "几点方便？", ("9、10点都行", "下午")),
    ("装门禁吗？装/不装", "装门禁吗？", ("装", "不装")),
    ("买几个垃圾桶？3/5/8", "买几个垃圾桶？", ("3", "5", "8")),
    ("经费用多少？1,000元、2,000元", "经费用多少？", ("1,000元", "2,000元")),
    ("喜欢哪个？👍、👎", "喜欢哪个？", ("👍", "👎")),
    ("物业费按户收还是按面积收？按户、按面积", "物业费按户收还是按面积收？", ("按户", "按面积")),
    ("选谁当楼长？张三 李四 王五", "选谁当楼长？", ("张三", "李四", "王五")),
    ("When shall we clean? 9, 10 or the afternoon", "When shall we clean?", ("9", "10", "the afternoon")),
    ("When shall we clean? 9am, 10am, or afternoon?", "When shall we clean?", ("9am", "10am", "afternoon")),
    ("Door colour: red, green or blue.", "Door colour", ("red", "green", "blue")),
    ("Which day?\nSaturday\nSunday", "Which day?", ("Saturday", "Sunday")),
    ("Which day? 1) Saturday 2) Sunday", "Which day?", ("Saturday", "Sunday")),
    ("Which day? A. Saturday B. Sunday", "Which day?", ("Saturday", "Sunday")),
    ("poll: Which day? Saturday or Sunday", "Which day?", ("Saturday", "Sunday")),
    ("周六几点大扫除？", "周六几点大扫除？", ()),
    ("周六几点大扫除", "周六几点大扫除", ()),
    ("周六几点大扫除？9点", "周六几点大扫除？", ("9点",)),
    ("😀😀？👍、👎", "😀😀？", ("👍", "👎")),
    ("", "", ()),
]

ENDS: list[tuple[str, datetime | None, bool]] = [
    ("周五晚8点截止", FRIDAY_EIGHT, False),
    ("周五晚上8点截止", FRIDAY_EIGHT, False),
    ("周五20:00截止", FRIDAY_EIGHT, False),
    ("截止周五晚8点", FRIDAY_EIGHT, False),
    ("截止时间：周五晚8点", FRIDAY_EIGHT, False),
    ("截至周五晚8点", FRIDAY_EIGHT, False),
    ("投到周五晚8点", FRIDAY_EIGHT, False),
    ("周五晚8点前投票", FRIDAY_EIGHT, False),
    ("周五晚8点之前投", FRIDAY_EIGHT, False),
    ("到周五晚8点为止", FRIDAY_EIGHT, False),
    ("周五截止", FRIDAY_EIGHT, False),
    ("until Friday 8pm", FRIDAY_EIGHT, False),
    ("closes Friday 8pm", FRIDAY_EIGHT, False),
    ("deadline: Friday 8pm", FRIDAY_EIGHT, False),
    ("vote by Friday 8pm", FRIDAY_EIGHT, False),
    ("三天后截止", datetime(2026, 11, 26, 20, 0), False),
    ("一周后截止", datetime(2026, 11, 30, 20, 0), False),
    ("昨天8点截止", datetime(2026, 11, 22, 8, 0), False),
    ("等通知截止", None, True),
    ("", None, False),
]

FLAGS: list[tuple[str, bool | None, int | None]] = [
    ("一户一票", True, None),
    ("每户一票", True, None),
    ("每家一票", True, None),
    ("一人一票", False, None),
    ("每人一票", False, None),
    ("多选", None, 0),
    ("可多选", None, 0),
    ("单选", None, 1),
    ("最多选2项", None, 2),
    ("最多选两个", None, 2),
    ("一户一票，最多选3项", True, 3),
    ("one vote per household", True, None),
    ("one vote per person", False, None),
    ("multiple choice", None, 0),
    ("pick 2", None, 2),
    ("", None, None),
]


@pytest.mark.parametrize(("said", "question", "options"), READ)
def test_question_and_options(said: str, question: str, options: tuple[str, ...]) -> None:
    words = read(said, NOW)
    assert (words.question, tuple(one.text for one in words.choices)) == (question, options)


@pytest.mark.parametrize(("said", "closes", "unread"), ENDS)
@pytest.mark.parametrize(
    "frame", ["{poll}，{end}", "{poll} {end}", "{poll}。{end}。", "{poll}（{end}）", "{poll}\n{end}"]
)
def test_when_it_closes_leaves_question_and_options_alone(
    said: str, closes: datetime | None, unread: bool, frame: str
) -> None:
    words = read(frame.format(poll="周日谁来浇花？王家、李家还是赵家", end=said), NOW)
    assert (words.closes, words.unread) == (closes, unread)
    assert words.question == "周日谁来浇花？"
    assert [one.text for one in words.choices] == ["王家", "李家", "赵家"]


@pytest.mark.parametrize(("said", "household", "most"), FLAGS)
@pytest.mark.parametrize("frame", ["{poll}，{flag}", "{poll} {flag}", "{poll}（{flag}）", "{poll}\n{flag}"])
def test_whose_votes_and_how_many(said: str, household: bool | None, most: int | None, frame: str) -> None:
    words = read(frame.format(poll="周日谁来浇花？王家、李家还是赵家", flag=said), NOW)
    assert (words.household, words.most) == (household, most)
    assert [one.text for one in words.choices] == ["王家", "李家", "赵家"]


def test_options_may_have_room_for_so_many() -> None:
    words = read("团建去哪？上午（限10人）、下午 限20票、晚上 (max 5)、都行", NOW)
    assert words.choices == (Choice("上午", 10), Choice("下午", 20), Choice("晚上", 5), Choice("都行"))


@pytest.mark.parametrize(
    "said", ["9点\n10点\n下午", "1. 9点\n2. 10点\n3. 下午", "9点、10点还是下午", "9点 10点 下午"]
)
def test_options_alone(said: str) -> None:
    assert tuple(one.text for one in read_choices(said)) == HOURS


def test_a_closing_hour_alone() -> None:
    assert read_moment("周五晚8点", NOW) == FRIDAY_EIGHT
    assert read_moment("周五", NOW) == FRIDAY_EIGHT
    assert read_moment("三天后", NOW) == datetime(2026, 11, 26, 20, 0)
    assert read_moment("等等再说", NOW) is None


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("选9点", (0,)), ("9点", (0,)), ("1", (0,)), ("１", (0,)), ("A", (0,)), ("b", (1,)), ("第2个", (1,)),
        ("选第三个", (2,)), ("下午吧", (2,)), ("我家选10点", (1,)), ("1和3", (0, 2)), ("1、2", (0, 1)),
        ("vote for 2", (1,)), ("选下午！", (2,)), ("不选9点", ()), ("这个时间不好", ()),
        ("9点或者下午都行", ()),
        ("+1", ()), ("4", ()), ("0", ()), ("", ()), ("😀", ()),
    ],
)  # fmt: skip
def test_an_answer_names_an_option_or_none(said: str, places: tuple[int, ...]) -> None:
    assert named(said, HOURS) == places


def test_yes_and_no_are_not_mixed_up() -> None:
    assert named("同意", ("同意", "不同意")) == (0,)
    assert named("不同意", ("同意", "不同意")) == (1,)
    assert named("不装了", ("装", "不装")) == (1,)
    assert named("我不想装", ("装", "不装")) == ()


@pytest.mark.parametrize("said", ["撤回", "撤回我的票", "不投了", "withdraw"])
def test_an_answer_takes_a_vote_back(said: str) -> None:
    assert takes_back(said)
    assert not takes_back(f"{said}可以吗")


@pytest.mark.parametrize(
    "said",
    [
        "周六几点大扫除？9点、10点还是下午？周五晚8点截止，一户一票",
        "大家投票：周六几点大扫除？9点还是10点",
        "投个票，装不装门禁？装、不装",
        "When shall we clean? 9 or 10, one vote per household",
    ],
)
def test_plain_talk_that_is_a_poll(said: str) -> None:
    assert looks_like_poll(said)


@pytest.mark.parametrize(
    "said",
    [
        "周六几点大扫除？9点、10点还是下午？",
        "业委会投票什么时候截止？我投了没反应，请处理",
        "电梯又停了，投票也没用，什么时候修？下午还是明天？",
        "昨天投票的结果呢？有人知道吗",
        "居住证办理什么时候截止？",
        "楼道灯不亮",
        "投票",
        "",
        "？" * 4096,
    ],
)
def test_plain_talk_that_is_none(said: str) -> None:
    assert not looks_like_poll(said)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.text("？?、，,/\n 1.2.A.B.截止一户票多选:：还是9点周五", max_size=120))
def test_nothing_breaks_it(said: str) -> None:
    words = read(said, NOW)
    assert all(one.text.strip() for one in words.choices)
    looks_like_poll(said)
    has_words(said)
    named(said, [one.text for one in words.choices])


@given(st.lists(st.text("甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6), min_size=2, max_size=12))
def test_options_come_back_as_they_were_said(options: list[str]) -> None:
    said = "问题？\n" + "\n".join(f"{place}. {one}" for place, one in enumerate(options, 1))
    assert [one.text for one in read(said, NOW).choices] == options
    inline = read("问题？" + "、".join(options), NOW)
    assert [one.text for one in inline.choices] == options
