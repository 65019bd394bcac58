"""Questions to a captain: what the poll is about, its options, when it closes."""

from collections.abc import Callable, Mapping

from handlers.polls.buttons import Rows, closings
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.showing import Showing, rows

_CANCEL = (("button-cancel", Tap.CANCEL),)


def asking(key: str, hint: str) -> Callable[[Showing], Shown]:
    """A question for words: in a group an opened reply box that names whom it asks, in private a way out."""

    def view(showing: Showing) -> Shown:
        text = showing.say(key, trouble=showing.given("trouble"))
        if showing.wanted.private:
            return Shown(text, rows(*_taps(showing), showing.row(_CANCEL)))
        named = showing.say("poll-asked", who=showing.given("who"), user=showing.given("user"))
        return Shown(f"{named}{text}", force_reply=showing.plain(hint))

    return view


def _taps(showing: Showing) -> Rows:
    asked = showing.wanted.about
    return closings(showing, asked) if showing.wanted.key == "poll-when" and asked is not None else ()


VIEWS: Mapping[str, Callable[[Showing], Shown]] = {
    "poll-how": asking("poll-how", "hint-poll"),
    "poll-text-wanted": asking("poll-text-wanted", "hint-poll"),
    "poll-options-wanted": asking("poll-options-wanted", "hint-poll-options"),
    "poll-when": asking("poll-when", "hint-poll-when"),
}
