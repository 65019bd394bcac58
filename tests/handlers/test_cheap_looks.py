"""A cheap look before a dear one must never say no where the dear one would say yes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.calls.sentence import _asks_around, _counts, _shape
from knowledge import poll_signs, streams

CALLS = st.one_of(st.from_regex(_shape()), st.from_regex(_asks_around()))
POLLS = st.one_of(st.from_regex(poll_signs.INVITES), st.from_regex(poll_signs.TALKS_OF_IT))
SUBJECTS = st.sampled_from(
    [(subject, word) for subject in streams.SUBJECTS for word in streams._listed(subject)]
)


@settings(max_examples=200)
@given(words=CALLS)
def test_whatever_calls_for_helpers_is_near_a_call(words: str) -> None:
    assert _counts().search(words.casefold())


@settings(max_examples=200)
@given(words=POLLS)
def test_whatever_speaks_of_voting_is_near_a_poll(words: str) -> None:
    assert poll_signs.NEAR.search(words.casefold())


@settings(max_examples=200)
@given(subject=SUBJECTS, before=st.text(max_size=3), behind=st.text(max_size=3))
def test_whatever_names_a_subject_is_near_it(subject: tuple[str, str], before: str, behind: str) -> None:
    of, word = subject
    text = f"{before} {word}{behind}"
    assert of in streams._near(text)
    assert of in streams._near(text.upper())
