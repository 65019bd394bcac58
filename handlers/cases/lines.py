"""Pieces that cards, lists and messages of cases share: state lines, words, history, buttons by state."""

import html

from domain.cases.rules import ASIDE, EntryKind, Source
from domain.cases.sheets import CaseSheet, Eyes, SheetLine
from domain.cases.streams import Stream
from domain.cases.table import State
from handlers.ports import Button
from handlers.presses import Tap
from handlers.showing import Label, Showing
from handlers.sizes import calm, cut
from handlers.texts import Html, Opened, Speakable

MORE: Label = ("button-more", Tap.MORE)

WORKER: dict[State, tuple[Label, ...]] = {
    State.FILED: (("button-take", Tap.TAKE), MORE),
    State.TAKEN: (("button-reply", Tap.REPLY), ("button-finish", Tap.FINISH), MORE),
    State.WAITING: (("button-wake", Tap.WAKE), ("button-reply", Tap.REPLY), ("button-finish", Tap.FINISH)),
    State.DEFERRED: (("button-wake", Tap.WAKE), ("button-reply", Tap.REPLY)),
    State.DECLINING: (("button-agree", Tap.AGREE), ("button-object", Tap.OBJECT)),
}
"""What whoever looks after a case can press."""

JUDGE: tuple[Label, ...] = (
    ("button-confirm", Tap.CONFIRM),
    ("button-partly", Tap.PARTLY),
    ("button-reopen", Tap.REOPEN),
)
"""What whoever reported says of what was done."""

REPORTER: dict[State, tuple[Label, ...]] = {
    State.FILED: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.TAKEN: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.WAITING: (("button-answer-asked", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.DEFERRED: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.DECLINING: (("button-add", Tap.ADD), ("button-withdraw", Tap.WITHDRAW)),
    State.FINISHED: JUDGE,
    State.CONFIRMED: (("button-reopen", Tap.REOPEN),),
    State.PARTLY: (("button-reopen", Tap.REOPEN),),
    State.SILENT: JUDGE,
}
"""What whoever reported a case can press."""

LOOK: tuple[Label, ...] = (("button-look", Tap.LOOK),)

HISTORY = 6
"""Steps that a card shows, the latest ones."""

SUBJECT = 60
"""UTF-16 units of a case's words in a list."""

STEP_WORDS = 160
"""UTF-16 units of one step's words on a card."""


REPORTED = (EntryKind.REPORT, EntryKind.CONTINUED, EntryKind.SPOKEN)
"""Entries that are the report itself."""


def state_line(showing: Showing, sheet: CaseSheet) -> Html:
    """Number, state, and whose it is."""
    owner = sheet.handler or sheet.assignee
    who = showing.name(owner) if owner is not None else None
    return showing.say(
        "card-state",
        number=sheet.number,
        state=sheet.state.value,
        round=sheet.round,
        who=who,
        body=showing.name(sheet.body),
        until=put_off_until(showing, sheet),
    )


def put_off_until(showing: Showing, sheet: CaseSheet) -> str | None:
    """When a case that was put off is taken up again; None for any other."""
    return showing.dated(sheet.wake_at, sheet.zone) if sheet.wake_at is not None else None


def backers_line(showing: Showing, sheet: CaseSheet) -> Html:
    """How many households have the same."""
    return showing.say("card-backers", count=sheet.backers) if sheet.backers else Html("")


def rating_line(showing: Showing, sheet: CaseSheet) -> Html:
    """How whoever reported liked it."""
    return showing.say("card-rating", rating=sheet.rating.value) if sheet.rating is not None else Html("")


def whose(showing: Showing, sheet: CaseSheet) -> dict[str, Speakable]:
    """The person who has the case or looks at it first, and their body, for messages that name them."""
    owner = sheet.handler or sheet.assignee
    who = showing.name(owner) if owner is not None else None
    return {"who": who, "body": showing.name(sheet.body)}


def reported(sheet: CaseSheet) -> str:
    """All that was reported, in the order in which it came."""
    return "\n".join(line.text for line in sheet.lines if line.kind in REPORTED and line.text.strip())


def changed(showing: Showing, sheet: CaseSheet, *, worker: bool) -> tuple[str, ...]:
    """What became of the reported words since: some struck out; to workers also that some were changed."""
    struck = sum(line.struck for line in sheet.lines if line.kind in REPORTED)
    were = [line for line in sheet.lines if line.kind is EntryKind.WAS and not line.struck]
    return (
        showing.say("card-struck", count=struck) if struck else "",
        showing.say("card-changed", count=len(were)) if were and worker else "",
    )


def history(showing: Showing, sheet: CaseSheet, *, worker: bool) -> list[str]:
    """The latest steps, a line each; to a worker also what is for workers alone."""
    kinds = {EntryKind.STEP, EntryKind.HEARD, *ASIDE} if worker else {EntryKind.STEP}
    steps = [
        line
        for line in sheet.lines
        if line.kind in kinds and not (line.struck and line.kind is EntryKind.WAS)
    ]
    return [_step(showing, sheet, line) for line in steps[-HISTORY:]]


def for_worker(showing: Showing, sheet: CaseSheet) -> bool:
    """Whether whoever asked may read what is for workers alone; never whoever reported, worker or not."""
    given = showing.wanted.params
    return bool(given["worker"]) and given["viewer"] != sheet.reporter_id


def sheet_for(showing: Showing) -> CaseSheet | None:
    """The case that is shown, opened for the eyes of whoever asked to see it."""
    about = showing.wanted.about
    sheet = showing.reader.case_sheet(about) if about is not None else None
    if sheet is None or showing.wanted.params.get("viewer") != sheet.reporter_id:
        return sheet
    return showing.reader.case_sheet(sheet.id, Eyes.REPORTER)


def where_line(showing: Showing, sheet: CaseSheet) -> Opened:
    """The place, and the spot within it."""
    place = showing.name(sheet.place)
    if sheet.spot is None:
        return place
    spot = showing.name(showing.plain("spot-name", spot=sheet.spot))
    return Opened(f"{place.text} {spot.text}")


def came(showing: Showing, sheet: CaseSheet) -> tuple[str, ...]:
    """How it came in, where that is not its reporter's own message."""
    if sheet.behalf_id is not None:
        return (showing.say("card-behalf", who=showing.name(sheet.recorder or "")),)
    return (showing.say("card-passed"),) if sheet.source is Source.PASSED else ()


def stream_line(showing: Showing, sheet: CaseSheet, *, worker: bool) -> Html:
    """Whose matter it is: to a worker with the reason; to the reporter in plain words, once it is settled."""
    if not worker:
        return showing.say("card-who", stream=sheet.stream.value) if sheet.stream_settled else Html("")
    if sheet.stream_settled:
        return showing.say("card-stream", stream=sheet.stream.value)
    reason, sure = sheet.stream_reason, int(sheet.stream_sure)
    return showing.say("card-stream-proposed", stream=sheet.stream.value, reason=reason, sure=sure)


def stream_buttons(showing: Showing, sheet: CaseSheet) -> tuple[Button, ...]:
    """The three, what is proposed or settled first and marked."""
    ordered = sorted(Stream, key=lambda stream: stream is not sheet.stream)
    return tuple(
        showing.button(
            "button-stream",
            Tap.STREAM,
            sheet.id,
            stream.value,
            stream=stream.value,
            mark=int(stream is sheet.stream),
        )
        for stream in ordered
    )


def subject_line(sheet: CaseSheet) -> str:
    """What a case is about, in one line of Telegram HTML."""
    return html.escape(cut(" ".join(calm(reported(sheet)).split()), SUBJECT))


def _step(showing: Showing, sheet: CaseSheet, line: SheetLine) -> str:
    if line.kind is not EntryKind.STEP:
        return showing.say(
            "card-aside",
            at=showing.brief(line.at, sheet.zone),
            who=showing.name(line.author),
            kind=line.kind.value,
            words=_quoted(showing, line),
        )
    return showing.say(
        "card-step",
        at=showing.brief(line.at, sheet.zone),
        who=showing.name(line.author),
        action=line.action.value if line.action is not None else "add",
        words=_quoted(showing, line),
    )


def _quoted(showing: Showing, line: SheetLine) -> Opened | None:
    if line.struck:
        return Opened(showing.plain("struck-out"))
    return showing.quoted(line.text, STEP_WORDS)
