"""Who is named for what, and the buttons to name somebody; and how a steward says it in a sentence."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from domain.places.bodies import BodyKind
from domain.places.charges import Charge, Held
from handlers.commands import listed
from handlers.ports import Shown
from handlers.presses import Tap
from handlers.setup.wording import KNOWN
from handlers.showing import Showing, lines

MOST = 12
"""Workers that get a button of their own."""

WHOLE: Mapping[Charge, str] = {
    Charge.COMMITTEE: "setup-charge-committee",
    Charge.STREET: "setup-charge-street",
    Charge.ARBITER: "setup-charge-arbiter",
    Charge.FALLBACK: "setup-charge-fallback",
}
"""The key whose text lists how a charge of the whole compound is called."""

_MARKS = " \t:\uff1a,\uff0c\u3002!\uff01"


class Charged(NamedTuple):
    """What somebody is to be named for."""

    charge: Charge
    kind: BodyKind | None


def shown(showing: Showing) -> Shown | None:
    """All charges, who holds them, a button for each."""
    sheet = showing.reader.lead_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    told = (
        showing.say(
            "setup-lead-line", what=_called(showing, held), who=showing.name(held.name) if held.name else None
        )
        for held in sheet.held
    )
    buttons = [
        (
            showing.button(
                "button-setup-lead",
                Tap.SETUP,
                sheet.compound_id,
                f"lead-{_code(held)}",
                what=_called(showing, held),
            ),
        )
        for held in sheet.held
    ]
    back = (showing.button("button-setup-back", Tap.SETUP, sheet.compound_id, "go-people"),)
    return Shown(lines(showing.say("setup-leads"), *told), (*buttons, back))


def whom(showing: Showing) -> Shown | None:
    """A button for each worker."""
    sheet = showing.reader.lead_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    given = showing.wanted.params
    code = given["kind"] or given["charge"]
    if given["kind"] is None:
        code = f"{given['charge']}-"
    people = [
        (showing.button("button-setup-lead-to", Tap.SETUP, grant_id, f"led-{code}", name=showing.name(name)),)
        for grant_id, name in sheet.workers[:MOST]
    ]
    none = showing.button("button-setup-lead-none", Tap.SETUP, sheet.compound_id, f"unled-{code}")
    back = showing.button("button-setup-back", Tap.SETUP, sheet.compound_id, "leads")
    said = showing.say("setup-lead-whom" if people else "setup-lead-nobody", what=_what(showing))
    return Shown(said, (*people, (none, back)))


def named(showing: Showing) -> Shown:
    """Somebody has been named."""
    text = showing.say("setup-lead-named", who=showing.given("who"), what=_what(showing))
    back = showing.button("button-setup-leads", Tap.SETUP, showing.wanted.about or 0, "leads")
    return Shown(text, ((back,),))


def you(showing: Showing) -> Shown:
    """To whoever was named."""
    text = showing.say("setup-lead-you", compound=showing.given("compound"), what=_what(showing))
    return Shown(text, (showing.row((("button-help", Tap.HELP),)),))


def group_lost(showing: Showing) -> Shown:
    """To a steward: the bot is out of a group."""
    sheet = showing.reader.group_sheet(int(showing.wanted.params["group"]))
    place = showing.name(sheet.name if sheet is not None else None)
    return Shown(showing.say("group-lost", place=place, audience=showing.given("audience")))


def worker_lost(showing: Showing) -> Shown:
    """To a steward: a worker cannot be reached in private."""
    people = showing.button("button-setup-people", Tap.SETUP, showing.wanted.about or 0, "people")
    return Shown(showing.say("worker-lost", who=showing.given("who")), ((people,),))


def charged(code: str) -> Charged:
    """What a button names somebody for; raises ValueError."""
    if code.endswith("-"):
        return Charged(Charge(code[:-1]), None)
    return Charged(Charge.LEAD, BodyKind(code))


def sentence(text: str) -> tuple[str, Charged] | None:
    """Name and charge, where the sentence makes somebody a lead; None for every other one."""
    plain = text.strip(_MARKS)
    for word in listed("setup-lead-is"):
        who, found, what = plain.partition(f" {word} " if word.isascii() else word)
        charge = said(what) if found else None
        if charge is not None and who.strip(_MARKS):
            return who.strip(_MARKS), charge
    return None


def said(text: str) -> Charged | None:
    """A charge as people call it: one of the whole compound's, or a body's word before "lead"."""
    what = text.strip(_MARKS).casefold().removeprefix("the ")
    for charge, key in WHOLE.items():
        if what in listed(key):
            return Charged(charge, None)
    ending = next((word for word in listed("setup-lead-word") if what.endswith(word)), None)
    if ending is None:
        return None
    whose = what.removesuffix(ending).strip(_MARKS)
    for filler in listed("setup-filler"):
        whose = whose.removesuffix(filler).strip(_MARKS)
    kinds = (kind for kind, key in KNOWN.items() if whose in listed(key))
    return next((Charged(Charge.LEAD, kind) for kind in kinds), None)


def _code(held: Held) -> str:
    return held.body.kind.value if held.body is not None else f"{held.charge}-"


def _called(showing: Showing, held: Held) -> str:
    body = showing.name(held.body.name) if held.body is not None else None
    return showing.plain("setup-charge", charge=held.charge.value, body=body)


def _what(showing: Showing) -> str:
    body = showing.wanted.params["body"]
    return showing.plain(
        "setup-charge",
        charge=showing.given("charge"),
        body=showing.name(str(body)) if body is not None else None,
    )


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-leads": shown,
    "setup-lead-whom": whom,
    "setup-lead-named": named,
    "setup-lead-you": you,
    "group-lost": group_lost,
    "worker-lost": worker_lost,
}
