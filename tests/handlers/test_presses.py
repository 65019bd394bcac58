"""What a button says survives packing, and what is no button of ours is not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.presses import MOST, Press, Tap, parse

presses = st.builds(
    Press,
    st.sampled_from(Tap),
    st.integers(0, 2**63 - 1),
    st.none() | st.from_regex(r"[0-9a-z-]{1,12}", fullmatch=True),
)


@given(presses, st.sampled_from(["", "~0", "~1a", "~1y2p0ij32e8e7"]))
def test_a_press_survives_packing_with_or_without_a_row_mark(press: Press, mark: str) -> None:
    packed = press.pack()
    assert len(packed.encode()) <= MOST
    assert parse(packed + mark) == press
    assert len((packed + mark).encode()) <= 64


@given(st.text(max_size=64))
def test_made_up_data_never_fails(data: str) -> None:
    press = parse(data)
    assert press is None or press.verb in set(Tap)


@pytest.mark.parametrize(
    "data", [None, "", "take", "take:", "steal:1", "take:-1", "take:zzzzzzzzzzzzz", "take:1~", "TAKE:1"]
)
def test_what_is_none_of_ours_is_none(data: str | None) -> None:
    assert parse(data) is None
