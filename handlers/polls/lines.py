"""What stands on a poll's card: its question, whose the vote is, each option with a bar, who has voted."""

import re

from domain.polls.rules import How, Option, Poll, PollState, Unit
from domain.polls.sheets import PollSheet
from handlers.showing import Showing, lines
from handlers.sizes import calm, cut, visible
from handlers.texts import Html, Opened

CELLS = 6
"""Cells of a bar: six fit beside a count in large print on a narrow phone."""

FULL, EMPTY = "\N{BLACK PARALLELOGRAM}", "\N{WHITE PARALLELOGRAM}"

NOTHING = "…"

QUESTION = 600
"""UTF-16 units of a question: 300 characters, all of them emoji."""

OPTION = 200
"""UTF-16 units of an option: 100 characters, all of them emoji."""


def question(showing: Showing, poll: Poll) -> Html:
    """The question, in bold."""
    return showing.say("poll-question", question=Opened(cut(one_line(poll.question), QUESTION)))


def unit_line(showing: Showing, poll: Poll) -> Html:
    """Whose the vote is, how many options it may name, and what it binds."""
    choices = "one" if poll.most == 1 else "some" if poll.most < len(poll.options) else "any"
    return showing.say("poll-class", unit=poll.unit.value, choices=choices, most=poll.most)


def option_lines(showing: Showing, poll: Poll, *, counted: bool) -> str:
    """One line an option: with a bar and its votes once there can be any."""
    return lines(*(_option(showing, poll, place, counted) for place in range(len(poll.options))))


def _option(showing: Showing, poll: Poll, place: int, counted: bool) -> str:
    option = poll.options[place]
    text = Opened(option_text(option))
    if not counted:
        return showing.say("poll-option-plain", place=place + 1, text=text, cap=option.cap or 0)
    return showing.say(
        "poll-option",
        bar=bar(option, poll),
        votes=option.votes,
        text=text,
        cap=option.cap or 0,
        place=place + 1,
    )


def bar(option: Option, poll: Poll) -> str:
    """A bar as long as the option's share of those who voted; a single vote is seen too."""
    share = option.votes / poll.voters if poll.voters else 0
    full = min(CELLS, max(round(share * CELLS), int(option.votes > 0)))
    return FULL * full + EMPTY * (CELLS - full)


def option_text(option: Option) -> str:
    """An option as it may stand in a sentence."""
    return cut(one_line(option.text), OPTION)


def one_line(text: str) -> str:
    """Somebody's words without breaks; dots where nothing of them can be seen."""
    shown = re.sub(r"\s+", " ", calm(text)).strip()
    return shown if visible(shown) else NOTHING


def turnout(showing: Showing, poll: Poll) -> Html:
    """How many have voted, and of how many where the roll is known."""
    expected = poll.expected if poll.unit is Unit.HOUSEHOLD else None
    return showing.say("poll-turnout", unit=poll.unit.value, voted=poll.voters, expected=expected or 0)


def until(showing: Showing, sheet: PollSheet) -> Html:
    """When it closes, and when it would have before it was extended."""
    poll, zone = sheet.poll, sheet.zone
    before = poll.closed_before
    return showing.say(
        "poll-until",
        closes=showing.dated(poll.closes_at, zone),
        before=Opened(showing.dated(before, zone)) if before is not None else None,
        who=showing.name(sheet.creator),
    )


def outcome(showing: Showing, poll: Poll) -> Html:
    """The result in a sentence, a tie said as one."""
    how, leading = poll.standing()
    names = Opened(showing.plain("poll-and").join(option_text(poll.options[one]) for one in leading))
    votes = poll.options[leading[0]].votes if leading else 0
    return showing.say("poll-outcome", how=how.value, options=names, votes=votes, unit=poll.unit.value)


def whole(showing: Showing, sheet: PollSheet) -> str:
    """The poll as a group sees it, in whatever state it is."""
    poll = sheet.poll
    head = lines(question(showing, poll), unit_line(showing, poll))
    if poll.state is PollState.DRAFT:
        return lines(head, option_lines(showing, poll, counted=False), until(showing, sheet))
    body = option_lines(showing, poll, counted=True)
    if poll.state is PollState.OPEN and showing.now < poll.closes_at:
        return lines(head, body, turnout(showing, poll), until(showing, sheet))
    silent = poll.standing()[0] is How.NOBODY
    return lines(
        head, "" if silent else body, outcome(showing, poll), "" if silent else turnout(showing, poll)
    )
