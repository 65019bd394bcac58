"""What is shown of polls: the group's card, its writer's own, what runs now, reminders, the result."""

import html
from collections.abc import Callable, Mapping

from domain.polls.rules import MOST_REMINDERS, Poll, PollState
from domain.polls.sheets import OpenLine, PollSheet
from handlers.polls import asking
from handlers.polls import lines as say
from handlers.polls.buttons import led, mended, options
from handlers.ports import Attachment, Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, fitting, lines, rows
from handlers.sizes import cut
from handlers.texts import Opened

NAMES = 3000
"""UTF-16 units of names in the list of who has not voted; who does not fit is counted."""

TITLE = 34
"""UTF-16 units of a title on a button."""

LISTED = 10
"""Polls and calls in one list."""

MINE = 5
"""Polls on the screen of one's own."""


def card(showing: Showing) -> Shown | None:
    """The card as it stands: in a group with a button for each option, in private with its writer's taps."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    if showing.wanted.destination.startswith("person:"):
        return _own(showing, sheet)
    voting = sheet.poll.takes_votes(showing.now)
    return Shown(say.whole(showing, sheet), options(showing, sheet.poll) if voting else ())


def preview(showing: Showing) -> Shown | None:
    """The writer's own card as a message that stands still."""
    sheet = _sheet(showing)
    return _own(showing, sheet) if sheet is not None else None


def _own(showing: Showing, sheet: PollSheet) -> Shown | None:
    poll = sheet.poll
    if poll.state is PollState.DROPPED:
        return Shown(showing.say("poll-dropped"))
    if poll.state is PollState.DRAFT:
        troubles = (showing.say("poll-trouble", trouble=one) for one in poll.trouble.split())
        text = lines(showing.say("poll-preview"), say.whole(showing, sheet), *troubles)
        return Shown(text, mended(showing, sheet))
    voting = poll.takes_votes(showing.now)
    head = showing.say("poll-yours", state="open" if voting else "closed")
    return Shown(lines(head, say.whole(showing, sheet)), led(showing, poll) if voting else ())


def shown(showing: Showing) -> Shown | None:
    """The poll in private, with buttons of its own and what its reader has chosen."""
    sheet = _sheet(showing)
    if sheet is None or sheet.poll.state in (PollState.DRAFT, PollState.DROPPED):
        return None
    voting = sheet.poll.takes_votes(showing.now)
    return Shown(
        lines(
            say.whole(showing, sheet),
            _mine(showing, sheet.poll),
            showing.say("poll-shown") if voting else "",
        ),
        options(showing, sheet.poll) if voting else (),
    )


def noted(showing: Showing) -> Shown | None:
    """The receipt of a vote in words."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    mine = _mine(showing, sheet.poll)
    text = lines(showing.say("poll-noted"), mine) if mine else showing.say("poll-none-yours")
    return Shown(text, options(showing, sheet.poll) if sheet.poll.takes_votes(showing.now) else ())


def reminder(showing: Showing) -> Shown | None:
    """A reminder; whoever has voted meanwhile, and a poll that is over, get none."""
    sheet = _sheet(showing)
    if sheet is None or not sheet.poll.takes_votes(showing.now) or _chosen(showing, sheet.poll):
        return None
    head = showing.say("poll-reminder", unit=sheet.poll.unit.value)
    return Shown(lines(head, say.whole(showing, sheet)), options(showing, sheet.poll))


def told(key: str) -> Callable[[Showing], Shown | None]:
    """One sentence on a poll, with its buttons below."""

    def view(showing: Showing) -> Shown | None:
        sheet = _sheet(showing)
        if sheet is None or not sheet.poll.takes_votes(showing.now):
            return None
        text = showing.say(key, question=Opened(cut(say.one_line(sheet.poll.question), say.QUESTION)))
        return Shown(text, options(showing, sheet.poll))

    return view


def missing(showing: Showing) -> Shown | None:
    """Who has not voted, for the captain alone."""
    within = showing.wanted.params.get("within")
    sheet, lacking = _sheet(showing), showing.reader.poll_missing(showing.wanted.about or 0, within)
    if sheet is None or lacking is None:
        return None
    count = lacking.count
    kept = fitting((showing.name(name).text for name in lacking.names), NAMES)
    more = showing.say("poll-more", count=count - len(kept)) if len(kept) < count else ""
    text = lines(
        say.question(showing, sheet.poll),
        say.turnout(showing, sheet.poll),
        showing.say("poll-missing", count=count, unit=sheet.poll.unit.value),
        *map(html.escape, kept),
        more,
    )
    left = MOST_REMINDERS - sheet.poll.reminded
    may_nudge = count and left > 0 and sheet.poll.takes_votes(showing.now)
    nudge = showing.button("button-poll-nudge", Tap.POLL, sheet.poll.id, "nudge", left=max(left, 0))
    return Shown(text, rows((nudge,) if may_nudge else ()))


def end_sure(showing: Showing) -> Shown | None:
    """Whether it should really end now."""
    sheet = _sheet(showing)
    if sheet is None or not sheet.poll.takes_votes(showing.now):
        return None
    text = lines(showing.say("poll-end-sure"), say.question(showing, sheet.poll))
    end = showing.button("button-poll-end-now", Tap.POLL, sheet.poll.id, "end-now")
    return Shown(text, rows((end,)))


def result(showing: Showing) -> Shown | None:
    """The result, once, below the card; with a picture where one could be drawn."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    poll, file = sheet.poll, showing.wanted.params["file"]
    text = lines(
        showing.say("poll-result"),
        say.question(showing, poll),
        say.outcome(showing, poll),
        say.turnout(showing, poll),
    )
    look = showing.button("button-poll-look", Tap.POLL, poll.id, "see")
    return Shown(text, rows((look,)), (Attachment("photo", stored=str(file)),) if file else ())


def open_now(showing: Showing) -> Shown:
    """What runs now, with a button each."""
    found = showing.reader.open_now(int(showing.wanted.params["person"]), showing.now)[:LISTED]
    if not found:
        return Shown(showing.say("open-now-none"))
    return Shown(showing.say("open-now", count=len(found)), tuple(_opening(showing, one) for one in found))


def voted(showing: Showing) -> Shown | None:
    """The running polls in which one has voted, as a part of all that is one's own; what, stays unsaid."""
    found = showing.reader.polls_of(int(showing.wanted.params["person"]), showing.now, MINE)
    buttons = tuple(_opening(showing, one) for one in found)
    return Shown(showing.say("mine-polls"), buttons) if found else None


_OPENS = {"poll": ("button-open-poll", Tap.POLL), "call": ("button-open-call", Tap.CALL)}


def _opening(showing: Showing, one: OpenLine) -> tuple[Button, ...]:
    label, verb = _OPENS[one.kind]
    title = Opened(cut(say.one_line(one.title), TITLE))
    return (showing.button(label, verb, one.id, "see", title=title),)


def _mine(showing: Showing, poll: Poll) -> str:
    chosen = _chosen(showing, poll)
    if not chosen:
        return ""
    texts = showing.plain("poll-and").join(say.option_text(poll.options[one]) for one in sorted(chosen))
    return showing.say("poll-mine", options=Opened(texts))


def _chosen(showing: Showing, poll: Poll) -> tuple[int, ...]:
    reader_id = showing.wanted.recipient_id
    return showing.reader.poll_choice(poll.id, reader_id) if reader_id is not None else ()


def _sheet(showing: Showing) -> PollSheet | None:
    return showing.reader.poll_sheet(showing.wanted.about) if showing.wanted.about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    **asking.VIEWS,
    "card:poll": card,
    "poll-preview": preview,
    "poll-shown": shown,
    "poll-noted": noted,
    "poll-reminder": reminder,
    "poll-puzzled": told("poll-puzzled"),
    "poll-homeless": told("poll-homeless"),
    "poll-missing": missing,
    "poll-end-sure": end_sure,
    "poll-result": result,
    "open-now": open_now,
    "mine:polls": voted,
}
