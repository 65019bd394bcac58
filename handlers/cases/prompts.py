"""Questions for words: in a group an opened reply box that names whom it asks, in private a way out."""

from collections.abc import Callable, Mapping

from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Label, Showing
from handlers.texts import Speakable

AS_IT_IS = "so"
"""The choice behind the button that files a short message."""

_CANCEL: tuple[Label, ...] = (("button-cancel", Tap.CANCEL),)


def report_how(showing: Showing) -> Shown:
    """How to report, in one message."""
    if showing.wanted.private:
        return Shown(
            showing.say("report-how"), (showing.row((("button-mine", Tap.MINE), ("button-help", Tap.HELP))),)
        )
    return Shown(showing.say("report-how-group", **_asked(showing)), force_reply=showing.plain("hint-report"))


def more(showing: Showing) -> Shown:
    """Too little was said; the message that this answers can be filed as it is."""
    return Shown(showing.say("report-more"), ((showing.button("button-as-it-is", Tap.REPORT, 0, AS_IT_IS),),))


def words_wanted(showing: Showing) -> Shown:
    """What to write for a step."""
    step: dict[str, Speakable] = {"number": showing.given("number"), "action": showing.given("action")}
    if showing.wanted.private:
        return Shown(showing.say("case-words-wanted", **step), (showing.row(_CANCEL),))
    html = showing.say("case-words-wanted-group", **step, **_asked(showing))
    return Shown(html, force_reply=showing.plain("hint-words"))


def _asked(showing: Showing) -> dict[str, Speakable]:
    return {"who": showing.given("who"), "user": showing.given("user")}


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "report-how": report_how,
    "report-more": more,
    "case-words-wanted": words_wanted,
}
