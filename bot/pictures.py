"""Small pictures for the demo, drawn when it begins: what a neighbour would photograph."""

import base64
import io
from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw, ImageFilter

SIZE = (640, 480)

WALL, FLOOR, DARK, WATER, STEEL = (
    (196, 188, 172),
    (120, 112, 100),
    (34, 36, 44),
    (104, 122, 134),
    (150, 156, 162),
)


def picture(name: str) -> str:
    """A JPEG in base64, by its name in the seed."""
    image = Image.new("RGB", SIZE, WALL)
    DRAWN[name](image, ImageDraw.Draw(image))
    written = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(written, "JPEG", quality=82)
    return base64.b64encode(written.getvalue()).decode()


def _corridor(image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    """A staircase in the dark; the lamp hangs there, unlit."""
    pen.rectangle((0, 0, *SIZE), fill=DARK)
    for step in range(7):
        shade = 46 + step * 7
        pen.polygon(
            [(60 + step * 46, 480 - step * 44), (620, 480 - step * 44), (620, 440 - step * 44),
             (106 + step * 46, 440 - step * 44)], fill=(shade, shade, shade + 6),
        )  # fmt: skip
    pen.line((320, 0, 320, 74), fill=(90, 92, 98), width=4)
    pen.ellipse((296, 70, 344, 124), fill=(84, 82, 78), outline=(120, 118, 110), width=3)
    pen.rectangle((40, 150, 130, 300), fill=(28, 34, 52), outline=(64, 70, 84), width=4)
    pen.ellipse((66, 180, 90, 204), fill=(214, 206, 170))


def _leak(image: Image.Image, pen: ImageDraw.ImageDraw) -> None:
    """A pipe along the wall, drops below it, and the floor wet."""
    pen.rectangle((0, 330, 640, 480), fill=FLOOR)
    for ring in range(5, 0, -1):
        wide, high = 46 * ring, 13 * ring
        pen.ellipse(
            (350 - wide, 412 - high, 350 + wide, 412 + high), fill=tuple(c - 5 * ring + 12 for c in WATER)
        )
    pen.ellipse((240, 60, 470, 190), fill=(178, 166, 142))
    pen.rectangle((0, 96, 640, 124), fill=STEEL, outline=(110, 116, 122), width=2)
    pen.rectangle((326, 84, 376, 136), fill=(128, 134, 140), outline=(92, 98, 104), width=3)
    for drop in range(4):
        top = 150 + drop * 62
        pen.ellipse((344, top, 358, top + 22), fill=(132, 160, 178))


DRAWN: Mapping[str, Callable[[Image.Image, ImageDraw.ImageDraw], None]] = {
    "corridor": _corridor,
    "leak": _leak,
}
"""Pictures by the name that the seed gives them."""
