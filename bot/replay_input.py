"""What a replay sends: a file's messages and made-up long ones, each cut into parts as a client cuts them."""

import json
from dataclasses import dataclass, field

LIMIT = 4096
"""UTF-16 units in one message. Source: Bot API, sendMessage."""

GROUPS = 20
"""Groups that the reporters share; every other one writes in private."""

MADE = 10
"""Made-up texts of each length."""

COMMAND = "/report "


@dataclass(slots=True)
class Report:
    """One message of one person; `parts` are what a client sends, the first with the command."""

    index: int
    text: str
    parts: list[str] = field(default_factory=list)
    user_id: int = 0
    chat_id: int = 0

    @property
    def private(self) -> bool:
        """Whether it is written in private."""
        return self.index % 2 == 0


def reports(lines: str, most: int | None) -> list[Report]:
    """Every line's title and body, at most `most` of them, and then texts of 4,096 and of 9,000 units."""
    texts = [_text(json.loads(line)) for line in lines.splitlines() if line.strip()][:most]
    for length in (LIMIT - units(COMMAND), 9000):
        texts += [_long(number, length) for number in range(MADE)]
    return [Report(index, text, cut(COMMAND + text)) for index, text in enumerate(texts)]


def _text(line: dict[str, str | None]) -> str:
    return "\n".join(part.strip() for part in (line.get("title"), line.get("body")) if part and part.strip())


def _long(number: int, length: int) -> str:
    """Letters and pictures of exactly that many units; a careless cut would fall into an astral letter."""
    body = f"{number}-" + "\N{LARGE BLUE CIRCLE}".join(f"w{place}" for place in range(length // 6))
    cut_at = body.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
    return cut_at + "x" * (length - units(cut_at))


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str) -> list[str]:
    """Parts of at most 4,096 units, none cut within a letter."""
    parts = []
    while units(text) > LIMIT:
        head = text.encode("utf-16-le")[: 2 * LIMIT].decode("utf-16-le", "ignore")
        parts.append(head)
        text = text[len(head) :]
    return [*parts, text]


def group_of(report: Report) -> int:
    """Which of the groups this person is a member of."""
    return report.index // 2 % GROUPS


def reporter_name(report: Report) -> str:
    """A name that no text contains."""
    return f"Reporter {report.index}"
