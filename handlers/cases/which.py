"""Which case a message is about: by its number, by what it answers, or the writer's newest."""

from domain.cases.service import ById, ByNumber, Latest, Which
from handlers.said import Said


def which(said: Said) -> Which:
    """The case that was named, answered to, or was last."""
    if said.spoken.number is not None:
        return ByNumber(said.spoken.number)
    return ById(said.case_id) if said.case_id is not None else Latest()
