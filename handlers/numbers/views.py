"""What is shown of figures: the board, the week's digest, promises, what is left out."""

from collections.abc import Callable, Iterator, Mapping
from zoneinfo import ZoneInfo

from domain.numbers.boards import Cell
from domain.numbers.formulas import Mark
from domain.numbers.periods import Period, Span, period
from domain.numbers.rules import Why
from domain.numbers.sheets import NumberSheet
from domain.numbers.veil import Line, veil
from domain.numbers.veil import Shown as Veiled
from handlers.numbers import lines as say
from handlers.numbers.sentence import packed
from handlers.ports import Attachment, Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, fitting, lines, rows
from handlers.sizes import CAPTION
from handlers.texts import Opened

ROOM = 3600
"""UTF-16 units of a board; the lines that do not fit any more are counted."""

Rows = Iterator[tuple[str, Line, Cell]]


def board(showing: Showing) -> Shown | None:
    """One part of a board, with its buttons."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    part = str(showing.wanted.params["shows"])
    if part == "formulas":
        return Shown(say.formulas(showing), _buttons(showing, sheet))
    if sheet.board.quiet:
        days = say.days(showing.texts, showing.wanted.locale, sheet.board.period)
        return Shown(showing.say("numbers-quiet", days=days), _buttons(showing, sheet))
    shown = veil(sheet.board)
    parts = [
        head(showing, sheet),
        say.cell(showing, shown.whole, sheet.board.whole),
        _left_out(showing, sheet),
    ]
    found = PARTS[part](showing, sheet, shown)
    cells = [lines(name, say.cell(showing, line, counted)) for name, line, counted in found]
    kept = fitting(cells, ROOM - sum(map(len, parts)))
    more = showing.say("numbers-more", count=len(cells) - len(kept)) if len(kept) < len(cells) else ""
    how = showing.say("numbers-how", at=say.stands(showing, sheet))
    return Shown(lines(*parts, *kept, more, how), _buttons(showing, sheet))


def head(showing: Showing, sheet: NumberSheet) -> str:
    """Which compound and days, and how much there was."""
    texts, locale = showing.texts, showing.wanted.locale
    whole = sheet.board.whole
    return showing.say(
        "numbers-head",
        compound=showing.name(sheet.compound),
        days=say.days(texts, locale, sheet.board.period),
        filed=say.count(texts, locale, whole.filed),
        reopened=say.count(texts, locale, whole.reopened),
        open=say.count(texts, locale, sheet.open),
        overdue=say.count(texts, locale, sheet.overdue),
    )


def weekly(showing: Showing) -> Shown | None:
    """The week in the group, with its picture; nothing where nothing happened, and nobody's name."""
    sheet = _sheet(showing)
    if sheet is None or sheet.board.quiet:
        return None
    texts, locale, whole = showing.texts, showing.wanted.locale, sheet.board.whole
    text = showing.say(
        "numbers-weekly",
        compound=showing.name(sheet.compound),
        days=say.days(texts, locale, sheet.board.period),
        filed=say.count(texts, locale, whole.filed),
        solved=say.count(texts, locale, whole.raw.count(Mark.SOLVED)),
        open=say.count(texts, locale, sheet.open),
        overdue=say.count(texts, locale, sheet.overdue),
        late=int(sheet.overdue > 0),
        good=say.count(texts, locale, whole.raw.count(Mark.GOOD)),
        thanked=int(whole.raw.count(Mark.GOOD) > 0),
    )
    return Shown(text, (), _attached(showing, "photo"))


def picture(showing: Showing) -> Shown | None:
    """The picture that was asked for; in words where none could be drawn."""
    sheet = _sheet(showing)
    if sheet is None:
        return None
    if not showing.wanted.params["file"]:
        return Shown(showing.say("numbers-undrawn"))
    return Shown(head(showing, sheet)[:CAPTION], (), _attached(showing, "photo"))


def table(showing: Showing) -> Shown:
    """The spreadsheet that was asked for."""
    return Shown(
        showing.say("numbers-sheet", count=showing.given("count")), (), _attached(showing, "document")
    )


def switched(showing: Showing) -> Shown:
    """Whether the groups get the week's digest from now on."""
    return Shown(showing.say("numbers-switched", on=showing.given("on")))


def promises(showing: Showing) -> Shown | None:
    """Who promises what, with the buttons of those whose bodies they are."""
    found = showing.reader.promise_lines(int(showing.wanted.params["compound"]))
    mine = set(str(showing.wanted.params["mine"]).split())
    told, buttons = list[str](), list[tuple[Button, ...]]()
    for line in found:
        words = showing.quoted(line.words or "", 200)
        since = showing.dated(line.since, showing.wanted.zone) if line.since is not None else ""
        name = showing.name(line.body)
        told.append(showing.say("numbers-promise", body=name, words=words, since=since))
        if str(line.body_id) in mine:
            write = showing.button("button-promise-write", Tap.PROMISE, line.body_id, "write", body=name)
            end = showing.button("button-promise-end", Tap.PROMISE, line.body_id, "end")
            buttons.append((write, end) if line.words else (write,))
    return Shown(lines(showing.say("numbers-promises"), *told), tuple(buttons))


def promised(showing: Showing) -> Shown | None:
    """What a body promises now."""
    body_id, compound = int(showing.wanted.params["body"]), int(showing.wanted.params["compound"])
    found = [line for line in showing.reader.promise_lines(compound) if line.body_id == body_id]
    if not found:
        return None
    words = showing.quoted(found[0].words or "", 200)
    return Shown(showing.say("numbers-promised", body=showing.name(found[0].body), words=words))


def wanted(showing: Showing) -> Shown:
    """The words of a promise are waited for."""
    name = showing.name(showing.reader.body_name(int(showing.wanted.params["body"])))
    cancel = showing.row((("button-cancel", Tap.CANCEL),))
    return Shown(showing.say("numbers-promise-wanted", body=name), (cancel,))


def exclude(showing: Showing) -> Shown:
    """The reasons for leaving a case out."""
    case_id = showing.wanted.about or 0
    buttons = [
        (showing.button("button-exclude", Tap.EXCLUDE, case_id, why.value, why=why.value),) for why in Why
    ]
    return Shown(showing.say("numbers-exclude", number=showing.given("number")), tuple(buttons))


def exclusion(showing: Showing) -> Shown:
    """Somebody wants a case left out: yes or no, by another."""
    case_id = showing.wanted.about or 0
    text = showing.say(
        "numbers-exclusion",
        number=showing.given("number"),
        who=showing.given("who"),
        why=showing.given("why"),
    )
    yes = showing.button("button-exclude-yes", Tap.EXCLUDE, case_id, "yes")
    no = showing.button("button-exclude-no", Tap.EXCLUDE, case_id, "no")
    return Shown(text, ((yes, no), showing.row((("button-look", Tap.LOOK),), case_id)))


def excluded(showing: Showing) -> Shown:
    """What came of it."""
    given = {name: showing.given(name) for name in ("number", "who", "agreed")}
    return Shown(showing.say("numbers-excluded", **given))


def _of_bodies(showing: Showing, sheet: NumberSheet, shown: Veiled) -> Rows:
    for key, line in sorted(shown.bodies.items()):
        name = showing.say("numbers-of", name=showing.name(sheet.bodies.get(key)))
        promise = sheet.promises.get(key)
        words = showing.quoted(promise or "", 200) or Opened("…")
        beside = showing.say("numbers-beside", words=words) if promise is not None else ""
        yield f"{name}{beside}", line, sheet.board.bodies[key]


def _of_buildings(showing: Showing, sheet: NumberSheet, shown: Veiled) -> Rows:
    for key, line in sorted(shown.buildings.items()):
        where = showing.name(sheet.buildings.get(key)) if key else showing.plain("numbers-outside")
        yield showing.say("numbers-of", name=where), line, sheet.board.buildings[key]


def _of_categories(showing: Showing, sheet: NumberSheet, shown: Veiled) -> Rows:
    for key, line in sorted(shown.categories.items()):
        name = showing.plain("numbers-category", category=key)
        yield showing.say("numbers-of", name=name), line, sheet.board.categories[key]


PARTS: Mapping[str, Callable[[Showing, NumberSheet, Veiled], Rows]] = {
    "bodies": _of_bodies,
    "buildings": _of_buildings,
    "categories": _of_categories,
}


def _left_out(showing: Showing, sheet: NumberSheet) -> str:
    """What the adjusted figures leave out, named; nothing where nothing is."""
    found = sorted(sheet.board.left_out.items())
    if not found:
        return ""
    named = (
        showing.plain("numbers-reason", why=showing.plain("numbers-why", why=why), count=count)
        for why, count in found
    )
    return showing.say("numbers-left-out", reasons=showing.plain("numbers-and").join(named))


def _buttons(showing: Showing, sheet: NumberSheet) -> tuple[tuple[Button, ...], ...]:
    here, full = sheet.board.period, bool(showing.wanted.params["full"])
    today = sheet.board.at.astimezone(ZoneInfo(sheet.zone)).date()
    spans = [_tap(showing, "button-numbers-span", "b", period(span, today), span=span.value) for span in Span]
    parts = [_tap(showing, label, letter, here) for label, letter in PUBLIC]
    more = [_tap(showing, label, letter, here) for label, letter in FULL] if full else []
    on = "off" if sheet.weekly else "on"
    switch = showing.button("button-numbers-weekly", Tap.NUMBERS, 0, on, on=int(sheet.weekly))
    steward = (switch,) if showing.wanted.params["steward"] else ()
    promise = showing.row((("button-promises", Tap.PROMISE),))
    return rows(tuple(spans[:2]), tuple(spans[2:]), (*parts, *promise), tuple(more), steward)


PUBLIC = (("button-numbers-picture", "p"), ("button-numbers-formulas", "f"))
FULL = (("button-numbers-buildings", "g"), ("button-numbers-categories", "c"), ("button-numbers-sheet", "x"))
"""Labels, and the letters of handlers.numbers.router."""


def _tap(showing: Showing, label: str, what: str, meant: Period, **params: str) -> Button:
    return showing.button(label, Tap.NUMBERS, 0, packed(what, meant), **params)


def _attached(showing: Showing, kind: str) -> tuple[Attachment, ...]:
    file = showing.wanted.params["file"]
    return (Attachment(kind, stored=str(file)),) if file else ()


def _sheet(showing: Showing) -> NumberSheet | None:
    params = showing.wanted.params
    meant = Period.unpacked(str(params["days"]))
    return showing.reader.number_sheet(int(params["compound"]), meant, showing.now)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "numbers:board": board,
    "numbers-weekly": weekly,
    "numbers:picture": picture,
    "numbers-sheet": table,
    "numbers-switched": switched,
    "numbers-promises": promises,
    "numbers-promised": promised,
    "numbers-promise-wanted": wanted,
    "numbers-exclude": exclude,
    "numbers-exclusion": exclusion,
    "numbers-excluded": excluded,
}
