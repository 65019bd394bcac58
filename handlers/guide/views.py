"""What is shown of a question: the answer's card, suggestions, and an honest "I do not know"."""

from collections.abc import Callable, Mapping

from domain.guide.rules import LONGEST_QUESTION, SHOWN
from domain.guide.sheets import QuestionSheet
from handlers.guide import choices, entries, workers
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, rows
from handlers.sizes import cut, visible

TITLE = 40
"""UTF-16 units of a suggestion on a button."""


def suggested(showing: Showing) -> Shown | None:
    """Up to three things that may be meant, each a button, and a way on."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    question, first = sheet.question, int(showing.wanted.params["first"])
    offered = question.hits[first : first + SHOWN]
    titles = (" ".join(one.split()) for one in showing.reader.guide_titles(offered))
    buttons = [
        (_button(showing, "button-suggestion", str(place), title=cut(title, TITLE)),)
        for place, title in enumerate(titles, first)
        if visible(title)
    ]
    none = (_button(showing, "button-none-of-these", choices.NOT_THIS),)
    return Shown(showing.say("question-suggested", again=int(first > 0)), rows(*buttons, none))


def unknown(showing: Showing) -> Shown | None:
    """It is not known: ask a worker, report it after all, or say it differently."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    long = len(sheet.question.text) > LONGEST_QUESTION
    return Shown(
        showing.say("question-unknown", long=int(long)),
        (
            (_button(showing, "button-ask-workers", choices.WORKERS),),
            (
                _button(showing, "button-report-instead", choices.REPORT),
                _button(showing, "button-ask-again", choices.AGAIN),
            ),
        ),
    )


def doubted(showing: Showing) -> Shown | None:
    """A question with something broken in it: its writer says what is meant."""
    if _sheet(showing) is None:
        return None
    report = _button(showing, "button-is-report", choices.REPORT)
    return Shown(
        showing.say("question-doubted"), ((report, _button(showing, "button-is-question", choices.MEANT)),)
    )


def handed_on(showing: Showing) -> Shown | None:
    """The workers are asked; it can be taken back."""
    if _sheet(showing) is None:
        return None
    return Shown(
        showing.say("question-handed-on"), ((_button(showing, "button-ask-no-more", choices.WITHDRAW),),)
    )


def how(showing: Showing) -> Shown:
    """What would you like to know?"""
    if showing.wanted.private:
        return Shown(showing.say("question-how"), ((showing.button("button-cancel", Tap.CANCEL),),))
    html = showing.say("question-how-group", who=showing.given("who"), user=showing.given("user"))
    return Shown(html, force_reply=showing.plain("hint-words"))


def _button(showing: Showing, label: str, extra: str, **params: str) -> Button:
    return showing.button(label, Tap.ASK, showing.wanted.about or 0, extra, **params)


def _sheet(showing: Showing) -> QuestionSheet | None:
    about = showing.wanted.about
    return showing.reader.guide_question(about) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "question-how": how,
    "question-suggested": suggested,
    "question-unknown": unknown,
    "question-doubted": doubted,
    "question-handed-on": handed_on,
    **entries.VIEWS,
    **workers.VIEWS,
}
