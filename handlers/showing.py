"""One rendering: words, names, moments and buttons for one reader, within the platform's limits."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.kernel.words import Ref, RefKind
from handlers.ports import Button, Names, Reader, Wanted
from handlers.presses import Press, Tap
from handlers.sizes import NAME, calm, cut, units, visible
from handlers.texts import Html, Opened, Speakable, Texts
from handlers.times import brief, dated, spoken

Label = tuple[str, Tap]
"""A button to be: the key of its words, and its verb."""

WORDS = 3000
"""UTF-16 units of somebody's words in a message; frame and names have the rest of 4,096."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a view is given; `now` is UTC."""

    texts: Texts
    wanted: Wanted
    reader: Reader
    now: datetime

    def say(self, key: str, **params: Speakable) -> Html:
        """A message as Telegram HTML."""
        return self.texts.html(self.wanted.locale, key, params)

    def plain(self, key: str, **params: Speakable) -> str:
        """Words without markup."""
        return self.texts.plain(self.wanted.locale, key, params)

    def when(self, at: datetime, zone: str | None = None) -> str:
        """A moment, for a message that is read now."""
        return spoken(self.texts, self.wanted.locale, at, self.now, zone or self.wanted.zone)

    def brief(self, at: datetime, zone: str) -> str:
        """A moment in a history."""
        return brief(self.texts, self.wanted.locale, at, zone)

    def dated(self, at: datetime, zone: str) -> str:
        """A moment, for what stands for days."""
        return dated(self.texts, self.wanted.locale, at, zone)

    def name(self, name: str | None) -> Opened:
        """A person's or a place's name as it may stand in a sentence; somebody, where it is gone, and
        a resident, where the reader may not know it (None).
        """
        if name is None:
            return Opened(self.plain("name-hidden"))
        known = " ".join(calm(name).split())
        return Opened(cut(known, NAME) if visible(known) else self.plain("name-gone"))

    def name_of(self, person_id: int) -> Opened:
        """The name of a person."""
        return self.name(self.reader.person_name(person_id) or "")

    def given(self, key: str) -> Speakable:
        """A variable of what is wanted, as it can be said."""
        return opened(
            self.texts, self.wanted.locale, self.wanted.params[key], self.reader, self.now, self.wanted.zone
        )

    def words(self, text: str, most: int = WORDS) -> Html:
        """Somebody's own words, as a quotation of at most `most` units."""
        shown = calm(text).strip()
        return (
            Html(f"<blockquote>{html.escape(cut(shown, most))}</blockquote>") if visible(shown) else Html("")
        )

    def quoted(self, text: str, most: int) -> Opened | None:
        """Somebody's words inside a line of ours, or nothing where there are none."""
        shown = " ".join(calm(text).split())
        return Opened(cut(shown, most)) if visible(shown) else None

    def link(self, payload: str) -> str:
        """The address that opens the private chat with the bot and says `/start <payload>` there."""
        return f"{self.wanted.link}?start={payload}"

    def button(
        self, label: str, verb: Tap, subject: int = 0, extra: str | None = None, **params: Speakable
    ) -> Button:
        """A button that asks for `verb`."""
        return Button(self.plain(label, **params), data=Press(verb, subject, extra).pack())

    def row(self, labels: Iterable[Label], subject: int = 0) -> tuple[Button, ...]:
        """Buttons beside each other, all on one subject."""
        return tuple(self.button(label, verb, subject) for label, verb in labels)


def lines(*parts: str) -> str:
    """Parts of a message below each other, empty ones left out; each part is Telegram HTML."""
    return "\n".join(part for part in parts if part)


def rows(*found: tuple[Button, ...]) -> tuple[tuple[Button, ...], ...]:
    """Rows of buttons, empty ones left out."""
    return tuple(row for row in found if row)


def fitting(parts: Iterable[str], most: int) -> list[str]:
    """As many plain parts from the head as fit into `most` units, a line break counted after each."""
    kept, room = [], most
    for part in parts:
        room -= units(part) + 1
        if room < 0:
            break
        kept.append(part)
    return kept


def opened(texts: Texts, locale: str, value: object, names: Names, now: datetime, zone: str) -> Speakable:
    """A variable as services leave it, as it can be said: references opened, moments spoken."""
    if isinstance(value, Ref):
        return _behind(texts, locale, value, names)
    if isinstance(value, datetime):
        return spoken(texts, locale, value, now, zone)
    if value is None or isinstance(value, int | str | Opened):
        return cut(calm(value), WORDS) if isinstance(value, str) else value
    raise TypeError(type(value).__name__)


def _behind(texts: Texts, locale: str, ref: Ref, names: Names) -> Opened:
    if ref.kind is RefKind.REPORTER:
        return _reporter(texts, locale, names.reporter_name(ref.id))
    found = names.person_name(ref.id) if ref.kind is RefKind.PERSON else names.entry_words(ref.id)
    most = NAME if ref.kind is RefKind.PERSON else WORDS
    gone = "name-gone" if ref.kind is RefKind.PERSON else "words-gone"
    known = calm(found or "")
    return Opened(cut(known, most) if visible(known) else texts.plain(locale, gone, {}))


def _reporter(texts: Texts, locale: str, found: str | None) -> Opened:
    if found is None:
        return Opened(texts.plain(locale, "name-hidden", {}))
    known = calm(found)
    return Opened(cut(known, NAME) if visible(known) else texts.plain(locale, "name-gone", {}))
