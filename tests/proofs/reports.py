"""How residents report: in private, in the group, with pictures, in one message or several."""

import base64

from tests.proofs.acting import Acting
from tests.proofs.stage import Compound

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel."""

LONG = 4090
"""UTF-16 units in the first part of a text that a client splits."""


class Reports(Acting):
    """Every way to make one case."""

    async def report(self, place: Compound) -> None:
        """In private, in a resident's own words."""
        with self.one(place.residents) as who:
            await self.file(who, who, "")

    async def report_in_group(self, place: Compound) -> None:
        """By command in the group; some have never opened the private chat."""
        with self.one([*place.residents, *place.silent]) as who:
            await self.file(who, place.group, "/report@linli_bot ")

    async def file(self, who: int, chat_id: int, command: str) -> None:
        """A report with words of its own."""
        marker = self.history.marker()
        words = self.history.sentence(marker)
        op = self.begin("report", who, chat_id, marker=marker, parts=(words,))
        await self.say(op, command + words)

    async def report_photo(self, place: Compound) -> None:
        """A picture with a caption."""
        with self.one(place.residents) as who:
            marker = self.history.marker()
            words = self.history.sentence(marker)
            op = self.begin("report", who, who, marker=marker, parts=(words,), media=1)
            await self.say(op, None, photo=_picture(), caption=words)

    async def report_album(self, place: Compound) -> None:
        """Several pictures at once; the caption stands under the first."""
        with self.one(place.residents) as who:
            marker = self.history.marker()
            words = self.history.sentence(marker)
            pictures = self.random.randint(2, 4)
            op = self.begin("report", who, who, marker=marker, parts=(words,), media=pictures)
            album = f"album{self.history.marker()}"
            for number in range(pictures):
                caption = {"caption": words} if number == 0 else {}
                await self.say(op, None, photo=_picture(), media_group_id=album, **caption)

    async def report_split(self, place: Compound) -> None:
        """A text of more than one message, as a client splits it."""
        with self.one(place.residents) as who:
            marker = self.history.marker()
            first = f"{marker} {'水漫金山' * LONG}"[:LONG]
            rest = self.history.sentence(self.history.marker() + "tail")
            op = self.begin("report", who, who, marker=marker, parts=(first, rest))
            for part in op.parts:
                await self.say(op, part)


def _picture() -> dict[str, str]:
    return {"base64": base64.b64encode(PICTURE).decode(), "file_name": "photo.png", "mime_type": "image/png"}
