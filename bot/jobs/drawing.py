"""Bars as a picture, with a font that has Chinese; nothing is drawn where there is none."""

import io
import textwrap
from dataclasses import dataclass
from functools import cache
from typing import Any

FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN",
            "Noto Sans CJK JP", "Noto Sans CJK TC", "Noto Serif CJK SC", "Noto Serif SC")  # fmt: skip
"""Fonts that we look for, the best first: their licence (OFL) lets pictures be made. Source: DESIGN."""

WIDTH = 8.0
"""Inches; at 150 dots an inch a phone shows it sharp without zooming."""

DOTS = 150
MARGIN, GAP = 0.5, 0.28
TITLE, LABEL, SMALL = 20, 15, 12
"""Points of the three sizes of letters; 72 are an inch."""

LEADING = 1.45
"""Height of a line, in heights of its letters."""

BAR = 0.3
"""Inches."""

TITLE_WRAP, LABEL_WRAP = 24, 32
"""Chinese characters in a line; of Latin letters there are twice as many."""

FULL, PALE, GROUND, INK, GREY = "#2e7d5b", "#a9cfbd", "#eef3f0", "#1f2a24", "#6b746f"


@dataclass(frozen=True, slots=True)
class Bars:
    """What is drawn: `rows` are (label, count, what is said of it) in their order, `leading` the places with
    the most.
    """

    title: str
    below: str
    rows: tuple[tuple[str, int, str], ...]
    leading: frozenset[int]


@cache
def font() -> str | None:
    """A font with Chinese on this machine, or None."""
    from matplotlib import font_manager  # here: it costs a second, and only pictures need it

    known = {entry.name for entry in font_manager.fontManager.ttflist}
    return next((name for name in FAMILIES if name in known), None)


def draw(bars: Bars) -> bytes | None:
    """The picture as PNG, or None without a font; safe in a thread, nothing of it is shared."""
    family = font()
    return None if family is None else _Sheet(family, bars).png()


class _Sheet:
    """One picture, drawn from its top down."""

    def __init__(self, family: str, bars: Bars) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self._family, self._bars = family, bars
        self._known = characters(family)
        self._title = self._lines(bars.title, TITLE_WRAP)
        self._labels = [
            self._lines(f"{place}. {label}", LABEL_WRAP) for place, (label, _, _) in enumerate(bars.rows, 1)
        ]
        self._height = self._measure()
        self._figure = Figure(figsize=(WIDTH, self._height), dpi=DOTS, facecolor="white")
        FigureCanvasAgg(self._figure)
        self._at = MARGIN

    def png(self) -> bytes:
        """Its bytes."""
        for line in self._title:
            self._write(line, TITLE, INK)
        self._at += GAP
        most = max((count for _, count, _ in self._bars.rows), default=0) or 1
        for place, (_, count, said) in enumerate(self._bars.rows):
            self._row(place, count / most, said)
        self._write(self._readable(self._bars.below), SMALL, GREY)
        made = io.BytesIO()
        self._figure.savefig(made, format="png")
        return made.getvalue()

    def _row(self, place: int, share: float, said: str) -> None:
        leads = place in self._bars.leading
        top = self._at
        for line in self._labels[place]:
            self._write(line, LABEL, INK)
        below, self._at = self._at, top
        self._write(self._readable(said), LABEL, FULL if leads else GREY, right=True)
        self._at = below + 0.04
        whole = WIDTH - 2 * MARGIN
        self._box(whole, GROUND)
        if share:
            self._box(max(whole * share, 0.06), FULL if leads else PALE)
        self._at += BAR + GAP

    def _write(self, text: str, size: int, colour: str, *, right: bool = False) -> None:
        self._figure.text(
            (WIDTH - MARGIN if right else MARGIN) / WIDTH,
            1 - self._at / self._height,
            text,
            family=self._family,
            fontsize=size,
            color=colour,
            va="top",
            ha="right" if right else "left",
            parse_math=False,
        )
        self._at += _line(size)

    def _box(self, width: float, colour: str) -> None:
        from matplotlib.patches import Rectangle

        corner = (MARGIN / WIDTH, 1 - (self._at + BAR) / self._height)
        drawn = Rectangle(corner, width / WIDTH, BAR / self._height, color=colour, linewidth=0)
        self._figure.add_artist(drawn)

    def _measure(self) -> float:
        rows = sum(len(lines) * _line(LABEL) + 0.04 + BAR + GAP for lines in self._labels)
        return 2 * MARGIN + len(self._title) * _line(TITLE) + GAP + rows + _line(SMALL)

    def _lines(self, text: str, wrap: int) -> list[str]:
        text = self._readable(text)
        if text.isascii():
            return textwrap.wrap(text, wrap * 2) or [""]
        return [text[at : at + wrap] for at in range(0, len(text), wrap)]

    def _readable(self, text: str) -> str:
        """Without what the font has no picture of, such as emoji."""
        return "".join(one for one in " ".join(text.split()) if ord(one) in self._known).strip()


def _line(size: int) -> float:
    return size / 72 * LEADING


@cache
def characters(family: str) -> frozenset[int]:
    """What the font has a picture of."""
    from matplotlib import font_manager

    found: Any = font_manager.get_font(font_manager.findfont(family))
    return frozenset(found.get_charmap())
