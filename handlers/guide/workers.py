"""A question at the workers, and a worker's answer: who said it, and when."""

from collections.abc import Callable, Mapping

from domain.guide.rules import State
from domain.guide.sheets import QuestionSheet
from handlers.guide import choices
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows
from handlers.sizes import visible
from handlers.texts import Html

QUESTION, ANSWER, BOTH = 700, 2600, 1000
"""UTF-16 units of a question, of an answer, and of an answer on the workers' card."""


def card(showing: Showing) -> Shown | None:
    """What somebody wants to know, and what has become of it."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    question = sheet.question
    head = showing.say(
        "question-card",
        state=question.state.value,
        place=showing.name(sheet.place),
        asker=showing.name(sheet.asker),
        who=showing.name(sheet.answerer),
    )
    known = question.state in (State.WAITING, State.ANSWERED)
    words = _words(showing, question.text, QUESTION) if known else ""
    said = _words(showing, question.answer or "", BOTH) if question.state is State.ANSWERED else ""
    return Shown(lines(head, words, said), rows(_steps(showing, sheet)))


def answered(showing: Showing) -> Shown | None:
    """A worker's words to whoever asked, with the question that they answer."""
    sheet = _sheet(showing)
    if sheet is None or sheet.question.answered_at is None:
        return None
    when = showing.dated(sheet.question.answered_at, sheet.zone)
    head = showing.say("guide-answered", who=showing.name(sheet.answerer), when=when)
    asked = int(showing.wanted.params["question"])
    buttons = (
        showing.button("button-useful", Tap.ASK, asked, choices.USEFUL),
        showing.button("button-ask-again", Tap.ASK, asked, choices.AGAIN),
    )
    said = _words(showing, sheet.question.answer or "", ANSWER)
    return Shown(lines(head, _words(showing, sheet.question.text, QUESTION), said), (buttons,))


def wanted(showing: Showing) -> Shown | None:
    """Please write the answer; in a group the named worker answers this message."""
    if showing.wanted.private:
        cancel = showing.button("button-cancel", Tap.CANCEL)
        return Shown(showing.say("guide-answer-wanted"), ((cancel,),))
    html = showing.say("guide-answer-wanted-group", who=showing.given("who"), user=showing.given("user"))
    return Shown(html, force_reply=showing.plain("hint-words"))


def thanks(showing: Showing) -> Shown | None:
    """The answer has gone out; whether neighbours may find it too."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    share = showing.button("button-share-answer", Tap.ASK, sheet.question.id, choices.SHARE)
    return Shown(showing.say("guide-thanks", asker=showing.name(sheet.asker)), ((share,),))


def unanswered(showing: Showing) -> Shown | None:
    """Nobody has answered in a working day."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    html = lines(
        showing.say("guide-unanswered", asker=showing.name(sheet.asker)),
        _words(showing, sheet.question.text, QUESTION),
    )
    return Shown(html, ((_answer(showing, sheet),),))


def _steps(showing: Showing, sheet: QuestionSheet) -> tuple[Button, ...]:
    if sheet.question.state is State.WAITING:
        return (_answer(showing, sheet),)
    if sheet.question.state is State.ANSWERED and not sheet.question.shared:
        return (showing.button("button-share-answer", Tap.ASK, sheet.question.id, choices.SHARE),)
    return ()


def _answer(showing: Showing, sheet: QuestionSheet) -> Button:
    return showing.button("button-answer-question", Tap.ASK, sheet.question.id, choices.ANSWER)


def _words(showing: Showing, text: str, most: int) -> Html:
    return showing.words(text if visible(text) else showing.plain("words-gone"), most)


def _sheet(showing: Showing) -> QuestionSheet | None:
    about = showing.wanted.about
    return showing.reader.guide_question(about) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "card:question": card,
    "guide-answered": answered,
    "guide-answer-wanted": wanted,
    "guide-thanks": thanks,
    "guide-unanswered": unanswered,
}
