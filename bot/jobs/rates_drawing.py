"""Three rates as a picture for a phone: the whole in three large figures, then bars for each body."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.jobs.canvas import Canvas, line, readable, wrapped
from bot.jobs.drawing import GREY, GROUND, INK, MARGIN, WIDTH, font

COLOURS = ("#2f6f94", "#2e7d5b", "#b8792a")
"""Answered, solved, satisfied."""

TITLE, HUGE, NAME, LABEL, SMALL = 21, 34, 17, 14, 11.5
"""Points of letters; at a phone's width the smallest can still be read."""

TITLE_WRAP, SMALL_WRAP = 24, 42
"""Chinese characters in a line."""

BAR, GAP, AIR = 0.2, 0.16, 0.34
"""Inches: a bar, between bars, between bodies."""

LEFT = 1.5
"""Where bars begin: right of the rates' names."""

LENGTH = 3.3
"""Inches of a full bar; the figures stand to its right."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One rate: `percent` is None where it is hidden or of nothing, which `said` and `counts` then say;
    `less` is the adjusted figure in words, empty where it is the same.
    """

    label: str
    percent: int | None
    said: str
    counts: str
    less: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A body's bars, in the order of COLOURS, and what it promises; no bars where each would be empty."""

    name: str
    below: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Rates:
    """The picture."""

    title: str
    days: str
    whole: Sequence[Bar]
    groups: Sequence[Group]
    below: Sequence[str]


def draw(rates: Rates) -> bytes | None:
    """The picture as PNG, or None without a font; safe in a thread."""
    family = font()
    return None if family is None else _Drawing(rates, family).png()


class _Drawing:
    """Drawn twice: once to find out how high it is, once on paper."""

    def __init__(self, rates: Rates, family: str) -> None:
        self._rates, self._family = rates, family
        self._paper: Canvas | None = None

    def png(self) -> bytes:
        self._paper = Canvas(self._family, self._down())
        self._down()
        return self._paper.png()

    def _down(self) -> float:
        at = MARGIN
        for words in wrapped(self._rates.title, TITLE_WRAP, self._family):
            at = self._say(words, MARGIN, at, TITLE, INK)
        at = self._say(self._rates.days, MARGIN, at, LABEL, GREY)
        at = self._tiles(at + 0.16)
        for group in self._rates.groups:
            at = self._group(group, at + AIR)
        at += AIR * 0.6
        self._fill(MARGIN, at, WIDTH - 2 * MARGIN, 0.012, GROUND)
        at += 0.14
        for text in self._rates.below:
            for words in wrapped(text, SMALL_WRAP, self._family):
                at = self._say(words, MARGIN, at, SMALL, GREY)
        return at + MARGIN * 0.7

    def _tiles(self, at: float) -> float:
        """The whole compound: three figures beside each other."""
        space, height = 0.2, 1.62
        width = (WIDTH - 2 * MARGIN - 2 * space) / 3
        for place, (bar, colour) in enumerate(zip(self._rates.whole, COLOURS, strict=True)):
            x = MARGIN + place * (width + space)
            self._fill(x, at, width, height, GROUND)
            self._fill(x, at, width, 0.05, colour)
            self._say(bar.label, x + 0.16, at + 0.18, LABEL, INK)
            big = f"{bar.percent}%" if bar.percent is not None else "–"
            self._say(big, x + 0.16, at + 0.46, HUGE, colour if bar.percent is not None else GREY)
            self._say(bar.counts, x + 0.16, at + 1.06, SMALL, GREY)
            self._say(bar.less, x + 0.16, at + 1.3, SMALL, INK)
        return at + height

    def _group(self, group: Group, at: float) -> float:
        at = self._say(group.name, MARGIN, at, NAME, INK)
        for words in wrapped(group.below, SMALL_WRAP, self._family):
            at = self._say(words, MARGIN, at, SMALL, GREY)
        at += 0.06
        for bar, colour in zip(group.bars, COLOURS, strict=False):
            at = self._bar(bar, colour, at)
        return at

    def _bar(self, bar: Bar, colour: str, at: float) -> float:
        middle = at - (line(LABEL) - BAR) / 2 + 0.03
        self._say(bar.label, MARGIN, middle, LABEL, INK)
        self._fill(LEFT, at, LENGTH, BAR, GROUND)
        if bar.percent:
            self._fill(LEFT, at, max(LENGTH * bar.percent / 100, 0.05), BAR, colour)
        told = INK if bar.percent is not None else GREY
        self._say(bar.said, LEFT + LENGTH + 0.18, middle, LABEL, told)
        if bar.less:
            self._say(bar.less, LEFT + LENGTH + 0.18, at + BAR + 0.05, SMALL, GREY)
            at += line(SMALL)
        return at + BAR + GAP

    def _say(self, text: str, x: float, at: float, size: float, colour: str) -> float:
        if self._paper is not None and text:
            self._paper.write(readable(text, self._family), x, at, size, colour)
        return at + line(size)

    def _fill(self, x: float, at: float, width: float, height: float, colour: str) -> None:
        if self._paper is not None:
            self._paper.box(x, at, width, height, colour)
