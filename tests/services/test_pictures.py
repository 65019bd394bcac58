"""Who says which pictures neighbours see, and which of them these are."""

from typing import Any

import pytest
from sqlalchemy import select, update

from domain.cases.pictures import NotTheHandler, Picture, Proves, before_and_after, for_neighbours, judge
from domain.cases.rules import Media, MediaKind
from domain.kernel.errors import DomainError, NotFound
from storage.tables import media
from tests.machines.desk import Desk
from tests.services.test_asides import VOICE, say, taken

PHOTOS = (Media(MediaKind.PHOTO, "a"), Media(MediaKind.PHOTO, "b"), VOICE)


def pictures(desk: Desk) -> list[Any]:
    return desk.rows(select(media).where(media.c.kind == "photo").order_by(media.c.id))


@pytest.mark.parametrize(
    ("who", "error"), [("an", NotTheHandler), ("li", NotTheHandler), ("bo", NotFound), ("stranger", NotFound)]
)
def test_nobody_but_the_handler_says_it(desk: Desk, who: str, error: type[DomainError]) -> None:
    case = taken(desk, media=PHOTOS)
    for wanted in (None, pictures(desk)[0].id):
        for shown in (True, False):
            with pytest.raises(error):
                say(desk, who, judge, case.id, wanted, shown=shown)
    assert [row.approved_by for row in pictures(desk)] == [None, None]


def test_one_or_all_and_none_of_another_case_or_kind(desk: Desk) -> None:
    case, other = taken(desk, media=PHOTOS), taken(desk, media=PHOTOS[:1])
    first, second, foreign = pictures(desk)
    say(desk, "wang", judge, case.id, first.id, shown=True)
    assert [row.approved_by for row in pictures(desk)] == [desk.people["wang"], None, None]
    voice = desk.rows(select(media.c.id).where(media.c.kind == "voice"))[0].id
    for wanted in (foreign.id, voice, 12345):
        with pytest.raises(NotFound):
            say(desk, "wang", judge, case.id, wanted, shown=True)
    say(desk, "wang", judge, case.id, None, shown=True)
    say(desk, "wang", judge, case.id, second.id, shown=False)
    assert [row.approved_by for row in pictures(desk)] == [desk.people["wang"], None, None]
    desk.write(lambda c: c.execute(update(media).values(state="refused")))
    with pytest.raises(NotFound):
        say(desk, "wang", judge, other.id, None, shown=True)


def test_neighbours_see_what_was_approved_and_lies_here_and_nothing_else() -> None:
    found = [
        Picture(number, Proves.REPORT, stored, approved)
        for number, (stored, approved) in enumerate(
            (stored, approved) for stored in (None, "x") for approved in (False, True)
        )
    ]
    assert for_neighbours(found) == [found[3]]


def test_before_stands_beside_after_and_alone_it_does_not() -> None:
    report, more, after = (
        Picture(number, proves, None, False)
        for number, proves in enumerate((Proves.REPORT, Proves.BEFORE, Proves.AFTER))
    )
    assert before_and_after([report, more, after]) == [report, after]
    assert before_and_after([report, more]) == []
    assert before_and_after([after]) == [after]
