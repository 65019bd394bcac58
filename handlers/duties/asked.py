"""What else waits for somebody: open questions, and neighbours who say that they live here."""

import html

from domain.cases.calling import Outcome
from handlers.guide import choices
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines
from handlers.sizes import calm, cut

MOST = 5
"""Questions, and neighbours, in one list."""

SUBJECT = 50
"""UTF-16 units of a question in a list."""

LABEL = 16
"""UTF-16 units of a question or a name on a button."""


def asked(showing: Showing) -> tuple[Shown, ...]:
    """The parts that there is something to say in."""
    found = (calls(showing), questions(showing), joinings(showing))
    return tuple(part for part in found if part is not None)


def calls(showing: Showing) -> Shown | None:
    """Whom one owes a call, a button each to say that it was made."""
    told, buttons = list[str](), list[Button]()
    for one in showing.reader.calls_owed_by(int(showing.wanted.params["person"]), MOST):
        phone = showing.name(one.phone) if one.phone is not None else None
        told.append(showing.say("duty-call", number=one.number, name=showing.name(one.name), phone=phone))
        verb, extra = (Tap.LOOK, None) if one.finished else (Tap.BEHALF, Outcome.REACHED.value)
        label = "button-number" if one.finished else "button-duty-called"
        buttons.append(showing.button(label, verb, one.case_id, extra, number=one.number))
    return Shown(lines(showing.say("duty-calls"), *told), (tuple(buttons),)) if told else None


def questions(showing: Showing) -> Shown | None:
    """Questions that wait for an answer, a button each to give it."""
    told, buttons = list[str](), list[tuple[Button, ...]]()
    for question_id in showing.reader.questions_for(int(showing.wanted.params["person"]), MOST):
        sheet = showing.reader.guide_question(question_id)
        if sheet is None:
            continue
        words = " ".join(calm(sheet.question.text).split())
        told.append(
            showing.say("duty-question", asker=showing.name(sheet.asker)) + html.escape(cut(words, SUBJECT))
        )
        label = showing.name(cut(words, LABEL))
        buttons.append(
            (showing.button("button-duty-answer", Tap.ASK, question_id, choices.ANSWER, words=label),)
        )
    return Shown(lines(showing.say("duty-questions"), *told), tuple(buttons)) if told else None


def joinings(showing: Showing) -> Shown | None:
    """Neighbours who wait for one's word, yes and no beside each other."""
    told, buttons = list[str](), list[tuple[Button, ...]]()
    for home_id in showing.reader.joinings_for(int(showing.wanted.params["person"]), showing.now, MOST):
        sheet = showing.reader.home_sheet(home_id)
        if sheet is None:
            continue
        told.append(
            showing.say("duty-joining", person=showing.name(sheet.person), room=showing.name(sheet.room))
        )
        name = showing.name(cut(sheet.person, LABEL))
        answers = (("button-duty-known", "yes"), ("button-duty-unknown", "no"))
        buttons.append(
            tuple(showing.button(label, Tap.HOME, home_id, extra, name=name) for label, extra in answers)
        )
    return Shown(lines(showing.say("duty-joinings"), *told), tuple(buttons)) if told else None


def joined(*parts: Shown) -> Shown:
    """One message of several parts."""
    return Shown(lines(*(part.html for part in parts)), tuple(row for part in parts for row in part.buttons))
