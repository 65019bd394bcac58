"""Small shared cases stand together on the one card of the day: new ones and solved ones, a line each."""

from domain.cases.ports import CasesTx
from domain.cases.rules import Case, Grade, Privacy
from domain.cases.streams import Stream
from domain.cases.table import State

SOLVED = frozenset({State.FINISHED, State.CONFIRMED, State.PARTLY})
"""States that a card of the day calls done."""


def is_small(case: Case) -> bool:
    """Whether the case may stand there: shared by its reporter, of the compound, and no danger."""
    return case.shared and case.stream is Stream.COMMUNITY and case.grade is not Grade.DANGER


def follow(tx: CasesTx, before: Case, case: Case) -> None:
    """A case shared or solved just now is put on today's card; any other change is shown in place."""
    newly = is_small(case) and not is_small(before)
    solved = case.state in SOLVED and before.state not in SOLVED
    if is_small(case) and case.state is not State.WITHDRAWN and (newly or solved):
        # The group of a building would tell whose home gave it.
        told = case.placed or case.privacy is not Privacy.HANDLERS
        tx.days.put(case.id, case.place_id if told else case.compound_id)
    if case.shared or before.shared:
        tx.days.refresh(case.id)
