"""What people read of an incident: its card, the answer to a report, the maker's preview and list."""

from collections.abc import Callable, Mapping

from domain.cases.incidents import IncidentSheet
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows
from handlers.texts import Html

POST, DROP, END, MORE, JOIN, FILE = "post", "drop", "end", "more", "join", "file"
"""What a press asks for; the subject is the incident, for FILE the words that it has answered."""

WORDS = 200
"""UTF-16 units of a notice's own words."""

LISTED = 6
"""Incidents in one list."""


def card(showing: Showing) -> Shown | None:
    """One message in a group, edited in place until it says that it is over."""
    sheet = showing.reader.incident_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    ended = sheet.incident.ended_at is not None
    said = showing.say("incident-backers", count=sheet.backers) if sheet.backers and not ended else ""
    html = lines(_notice(showing, sheet), said, "" if ended else _asks(showing, sheet))
    here = showing.button("button-incident-join", Tap.INCIDENT, sheet.incident.id, JOIN)
    return Shown(html, ((showing.button("button-report", Tap.REPORT) if ended else here,),))


def draft(showing: Showing) -> Shown | None:
    """What everybody would read, before anybody does."""
    sheet = showing.reader.incident_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    buttons = (_button(showing, sheet, "post", POST), _button(showing, sheet, "drop", DROP))
    return Shown(lines(showing.say("incident-draft"), _notice(showing, sheet)), (buttons,))


def posted(showing: Showing) -> Shown | None:
    """A receipt with what its maker can do next."""
    sheet = showing.reader.incident_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    at = showing.wanted.params["at"]
    when = showing.when(at, sheet.zone) if at > showing.now else None
    return Shown(showing.say("incident-posted", at=when), (_lead(showing, sheet),))


def listing(showing: Showing) -> Shown:
    """What stands, each with its buttons."""
    found = showing.reader.incidents_of(int(showing.wanted.params["compound"]))[:LISTED]
    if not found:
        text = lines(showing.say("incident-none"), showing.say("incident-how"))
        return Shown(text, (showing.row((("button-help", Tap.HELP),)),))
    parts = (_notice(showing, sheet) for sheet in found)
    return Shown(
        "\n\n".join((showing.say("incident-list"), *parts)), rows(*(_lead(showing, sheet) for sheet in found))
    )


def told(showing: Showing) -> Shown | None:
    """The answer to whoever reports what everybody knows: until when, and a way to file it all the same."""
    told_id = showing.wanted.about or 0
    sheet = showing.reader.incident_told(told_id)
    if sheet is None:
        return None
    insist = showing.button("button-incident-file", Tap.INCIDENT, told_id, FILE)
    html = lines(showing.say("incident-told"), _notice(showing, sheet), _asks(showing, sheet))
    return Shown(lines(html, showing.say("incident-told-more")), ((insist,),))


def over(showing: Showing) -> Shown | None:
    """It has ended, to whoever was answered with it."""
    sheet = showing.reader.incident_sheet(showing.wanted.about or 0)
    if sheet is None:
        return None
    text = showing.say("incident-over", subject=sheet.incident.subject, place=showing.name(sheet.place))
    return Shown(text, (showing.row((("button-report", Tap.REPORT),)),))


def _notice(showing: Showing, sheet: IncidentSheet) -> Html:
    incident, zone = sheet.incident, sheet.zone
    early = incident.ended_at is not None and incident.ended_at < incident.until
    state = "ended" if early else "lapsed" if incident.ended_at is not None else "stands"
    return showing.say(
        "incident-notice",
        subject=incident.subject,
        place=showing.name(sheet.place),
        planned=int(incident.planned),
        since=showing.dated(incident.since, zone),
        until=showing.dated(incident.until, zone),
        words=showing.quoted(incident.words, WORDS),
        state=state,
        ended=showing.dated(incident.ended_at, zone) if incident.ended_at is not None else None,
    )


def _asks(showing: Showing, sheet: IncidentSheet) -> Html:
    return showing.say("incident-asks", who=showing.name(sheet.maker))


def _lead(showing: Showing, sheet: IncidentSheet) -> tuple[Button, ...]:
    return (_button(showing, sheet, "end", END), _button(showing, sheet, "more", MORE))


def _button(showing: Showing, sheet: IncidentSheet, what: str, extra: str) -> Button:
    label = LABELS[what]
    place = showing.name(sheet.place)
    return showing.button(label, Tap.INCIDENT, sheet.incident.id, extra, place=place)


LABELS: Mapping[str, str] = {
    "post": "button-incident-post",
    "drop": "button-incident-drop",
    "end": "button-incident-end",
    "more": "button-incident-more",
}

VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "card:incident": card,
    "incident-draft": draft,
    "incident-posted": posted,
    "incident-list": listing,
    "incident-told": told,
    "incident-over": over,
}
