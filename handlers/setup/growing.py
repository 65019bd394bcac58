"""The card of a large pattern: how far it is, what was added, or that nothing was."""

from collections.abc import Callable, Mapping

from domain.kernel.jobs import JobState
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Showing


def card(showing: Showing) -> Shown | None:
    """As it stands now."""
    sheet = showing.reader.job_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    match sheet.state:
        case JobState.DONE:
            return Shown(showing.say("setup-grown", count=sheet.done))
        case JobState.FAILED:
            again = showing.button("button-setup-grow-again", Tap.SETUP, sheet.compound_id, "grow")
            return Shown(showing.say("setup-not-grown"), ((again,),))
        case _:
            return Shown(showing.say("setup-growing", count=sheet.done, total=sheet.total or 0))


def many(showing: Showing) -> Shown | None:
    """More than a compound may have."""
    compound_id = showing.wanted.about
    if compound_id is None:
        return None
    change = showing.button("button-setup-change", Tap.SETUP, compound_id, "go-rooms")
    return Shown(showing.say("setup-grow-many", most=showing.given("most")), ((change,),))


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:rooms": card, "setup-grow-many": many}
