"""How people write rooms down, and what is no room at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places.spoken import readings, room_alone
from handlers.homes.sentence import has_moved, lives_in, looks_like, token_in

ROOMS = {
    "3-501": ("3", "501"),
    "3号楼501": ("3号楼", "501"),
    "三号楼二单元501室": ("三号楼", "二单元", "501室"),
    "3-2-501": ("3", "2", "501"),
    "３号楼５０１": ("３号楼", "５０１"),
    "东1栋501": ("东1栋", "501"),
    "幸福楼501": ("幸福楼", "501"),
    "Building 3, 501": ("Building3", "501"),
}


@pytest.mark.parametrize("text", ROOMS)
def test_a_room_is_read_as_people_write_it(text: str) -> None:
    assert ROOMS[text] in readings(text)
    assert room_alone(text)


@pytest.mark.parametrize(
    "text", ["", "五零一", "501", "3号楼501电梯坏了", "电梯坏了", "3号楼，电梯停在5", "3 "]
)
def test_what_says_more_or_less_is_no_room(text: str) -> None:
    assert not room_alone(text)


@given(st.text(max_size=5000))
def test_nothing_that_is_written_breaks_the_reading(text: str) -> None:
    assert all(all(words) for words in readings(text))
    assert room_alone(text) in (True, False)
    looks_like(text)


@given(st.integers(1, 99), st.integers(1, 9), st.integers(101, 3399), st.sampled_from(["-", "/", " ", "，"]))
def test_numbers_set_apart_stay_apart(building: int, unit: int, room: int, apart: str) -> None:
    parts = (str(building), str(unit), str(room))
    assert parts in readings(apart.join(parts))
    assert room_alone(apart.join(parts))


@pytest.mark.parametrize("said", ["我住3号楼501", "我家住3-501。", "I live in 3-501", "我搬到三号楼501室了"])
def test_where_somebody_lives(said: str) -> None:
    assert lives_in(said)


@pytest.mark.parametrize(
    "said",
    ["我住3号楼501，水管漏了", "我住的楼电梯坏了", "3号楼501漏水", "我住这里很久了", "我住501"],
)
def test_a_report_stays_a_report(said: str) -> None:
    assert not looks_like(said)


def test_moving_out_and_links() -> None:
    assert has_moved("我搬走了。")
    assert not has_moved("3号楼的沙发搬走了")
    assert token_in("https://t.me/linli_bot?start=h-Ab_9-x 点这里") == "Ab_9-x"
    assert token_in("https://t.me/linli_bot?start=p-12") is None
