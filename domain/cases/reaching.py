"""How whoever reported is reached: in their own chat, or by whoever wrote it down for them."""

from domain.cases.rules import Case
from domain.kernel.words import Destination, ToPerson


def reporter_of(case: Case) -> Destination:
    """Where words for whoever reported go; for somebody who came or called, to whoever wrote it down."""
    if case.behalf_id is not None:
        return ToPerson(case.behalf_id)
    return ToPerson(case.reporter_id, near=case.origin_chat_id)
