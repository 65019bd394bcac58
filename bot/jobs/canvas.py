"""A sheet of paper that grows downwards: words and boxes in inches from its top left, with a Chinese font."""

import io
import textwrap

from bot.jobs.drawing import DOTS, LEADING, WIDTH, characters


class Canvas:
    """One picture of a known height; safe in a thread, nothing of it is shared."""

    def __init__(self, family: str, height: float) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # here: it costs a second
        from matplotlib.figure import Figure

        self._family, self._height = family, height
        self._figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor="white")
        FigureCanvasAgg(self._figure)

    def write(self, text: str, x: float, y: float, size: float, colour: str, align: str = "left") -> None:
        """One line whose top is at `y`."""
        self._figure.text(
            x / WIDTH,
            1 - y / self._height,
            text,
            family=self._family,
            fontsize=size,
            color=colour,
            va="top",
            ha=align,
            parse_math=False,
        )

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled box."""
        from matplotlib.patches import Rectangle

        corner = (x / WIDTH, 1 - (y + height) / self._height)
        drawn = Rectangle(corner, width / WIDTH, height / self._height, color=colour, linewidth=0)
        self._figure.add_artist(drawn)

    def png(self) -> bytes:
        """Its bytes."""
        made = io.BytesIO()
        self._figure.savefig(made, format="png")
        return made.getvalue()


def line(size: float) -> float:
    """Inches that a line of these letters takes."""
    return size / 72 * LEADING


def readable(text: str, family: str) -> str:
    """Without what the font has no picture of, such as emoji."""
    known = characters(family)
    return "".join(one for one in " ".join(text.split()) if ord(one) in known).strip()


def wrapped(text: str, most: int, family: str) -> list[str]:
    """Lines of at most so many Chinese characters, or twice as many Latin ones."""
    said = readable(text, family)
    if said.isascii():
        return textwrap.wrap(said, most * 2)
    return [said[at : at + most] for at in range(0, len(said), most)]
