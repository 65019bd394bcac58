"""Which case a message means: by its number, by what it answers, or the writer's newest."""

from domain.cases.service import ById, ByNumber, Latest, Which
from handlers.said import Said


def which_of(said: Said) -> Which:
    """The number that was said comes first, then the message that was answered."""
    if said.spoken.number is not None:
        return ByNumber(said.spoken.number)
    return ById(said.case_id) if said.case_id is not None else Latest()
