"""The job's card while it works, and the message that brings the file."""

from collections.abc import Callable, Mapping

from domain.kernel.jobs import JobState
from handlers.ports import Attachment, Shown
from handlers.showing import Showing


def card(showing: Showing) -> Shown | None:
    """How far it is."""
    sheet = showing.reader.job_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    if sheet.state in (JobState.DONE, JobState.FAILED):
        return Shown(showing.say(f"job-{sheet.state}", count=sheet.done))
    return Shown(showing.say("job-running", count=sheet.done, total=sheet.total or 0))


def ready(showing: Showing) -> Shown:
    """The file itself."""
    stored = str(showing.wanted.params["file"])
    return Shown(
        showing.say("ledger-ready", count=showing.given("count")),
        (),
        (Attachment("document", stored=stored),),
    )


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"card:job": card, "ledger-ready": ready}
