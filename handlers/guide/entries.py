"""An entry of the guide as it is shown: short first, then where, when, what it costs; always its source."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from domain.guide.rules import Entry
from handlers.guide import choices
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.showing import Showing, lines, rows
from handlers.sizes import calm, cut, units, visible
from handlers.texts import Html, Opened

SHORT, FIELD, STEPS = 800, 200, 2000
"""UTF-16 units of the first paragraph, of one field and of the steps: together less than a message."""

COMPACT = ("place", "hours", "phone")
"""What stands in a group below the short answer."""

ALL = ("place", "hours", "phone", "fee", "papers")
"""What stands in private."""


def card(showing: Showing) -> Shown | None:
    """The answer; in a group compact and in the entry's own language, for all to read."""
    entry = _entry(showing)
    if entry is None:
        return None
    public = not showing.wanted.params["private"]
    if public:
        showing = replace(showing, wanted=replace(showing.wanted, locale=entry.lang))
    head = showing.say("guide-card", title=_title(showing, entry), short=_long(entry.short, SHORT))
    html = lines(head, *_fields(showing, entry, COMPACT if public else ALL), *_source(showing, entry))
    return Shown(html, rows(_more(showing, entry, public=public), _judge(showing)))


def steps(showing: Showing) -> Shown | None:
    """All that the entry says besides."""
    entry = _entry(showing)
    if entry is None:
        return None
    whole = not visible(entry.more) or units(entry.short) > SHORT
    text = entry.body if whole else entry.more
    head = showing.say("guide-steps", title=_title(showing, entry), steps=_long(text, STEPS))
    ask = showing.button("button-ask-more", Tap.ASK, 0, choices.MORE)
    fields = _fields(showing, entry, ("who", *ALL))
    return Shown(lines(head, *fields, *_source(showing, entry)), ((ask,),))


def _more(showing: Showing, entry: Entry, *, public: bool) -> tuple[Button, ...]:
    if not (visible(entry.more) or public or units(entry.short) > SHORT):
        return ()
    return (showing.button("button-steps", Tap.GUIDE, entry.id),)


def _judge(showing: Showing) -> tuple[Button, ...]:
    question = int(showing.wanted.params["question"])
    return (
        showing.button("button-useful", Tap.ASK, question, choices.USEFUL),
        showing.button("button-not-this", Tap.ASK, question, choices.NOT_THIS),
    )


def _fields(showing: Showing, entry: Entry, names: tuple[str, ...]) -> list[Html]:
    """The filled ones, a line each."""
    return [
        showing.say(f"entry-{name}", text=_line(_listed(showing, text)))
        for name in names
        if visible(text := str(getattr(entry, name)))
    ]


def _source(showing: Showing, entry: Entry) -> list[Html]:
    """Where it comes from and when it was looked at; a warning where it should have been looked at again."""
    day = entry.checked
    named = _line(entry.source) if visible(entry.source) else Opened(showing.plain("entry-no-source"))
    found = [showing.say("entry-source", source=named, year=day.year, month=day.month, day=day.day)]
    today = showing.now.astimezone(ZoneInfo(showing.wanted.zone)).date()
    if entry.review is not None and entry.review < today:
        found.append(showing.say("entry-stale"))
    return found


def _title(showing: Showing, entry: Entry) -> Opened:
    return _line(entry.title) if visible(entry.title) else Opened(showing.plain("entry-untitled"))


def _listed(showing: Showing, text: str) -> str:
    """Papers and the like are written parted by "|"."""
    return showing.plain("entry-joiner").join(part.strip() for part in text.split("|"))


def _line(text: str) -> Opened:
    return Opened(cut(" ".join(calm(text).split()), FIELD))


def _long(text: str, most: int) -> Opened:
    return Opened(cut(calm(text).strip(), most))


def _entry(showing: Showing) -> Entry | None:
    about = showing.wanted.about
    return showing.reader.guide_entry(about) if about is not None else None


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {"guide-card": card, "guide-steps": steps}
