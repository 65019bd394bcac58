"""A poll in one sentence, Chinese or English: its question, its options, whose the vote is, until when.

Pure text work: what the sentence means for a poll, and what is wrong with it, is for others to say.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge import poll_signs as signs
from knowledge.moments import Moment, find
from knowledge.poll_signs import number

FEWEST = 2
USUAL_HOUR = 20
"""Hour at which a day that was named without one ends a poll: after supper."""

LONGEST_TALK = 20
"""Characters of an option in talk that nobody announced as a poll: longer ones are sentences."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option; `cap` is how many votes it takes, where that was said."""

    text: str
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class PollWords:
    """What was read. `household`: True for one vote a household, False for one a person, None unsaid; `most`:
    options a voter, 0 for as many as there are, None unsaid; `closes` is local and naive; `unread`: a
    deadline was named that nobody understands.
    """

    question: str
    choices: tuple[Choice, ...] = ()
    household: bool | None = None
    most: int | None = None
    closes: datetime | None = None
    unread: bool = False


def read(sentence: str, now: datetime) -> PollWords:
    """The poll of a sentence; `now` is local, naive. Never raises; what it cannot find is empty."""
    text, closes, unread = _deadline(sentence.strip(), now)
    text, household = _whose(text)
    text, most = _how_many(text)
    text = signs.ANNOUNCED.sub("", signs.HOLLOW.sub(" ", text), count=1)
    text = signs.INDIFFERENT.sub("", signs.INVITED.sub("", text))
    question, parts = _split(text)
    return PollWords(_tidied(question), choices(parts), household, most, closes, unread)


def read_choices(said: str) -> tuple[Choice, ...]:
    """Options alone: one a line, numbered, or parted by marks."""
    lines = [line for line in said.splitlines() if line.strip()]
    if len(lines) > 1:
        return choices(lines)
    marks = _enumerated(said)
    return choices(_between(said, marks) if marks else _parted(said))


def read_moment(said: str, now: datetime) -> datetime | None:
    """The closing hour in words of its own, local and naive; None where none is named."""
    later = _later(said, now)
    if later is not None:
        return later
    moments = find(said, now)
    return _hour(moments[0]) if moments else None


def choices(parts: Sequence[str]) -> tuple[Choice, ...]:
    """Each part without its number or bullet, its cap read; parts in which nothing can be seen left out."""
    marks = [signs.NUMBERED.match(part) for part in parts]
    in_order = [mark is not None and _ordinal(mark) == place for place, mark in enumerate(marks)]
    sign = signs.NUMBERED if len(parts) >= FEWEST and all(in_order) else signs.BULLET
    found = (_choice(sign.sub("", part, count=1)) for part in parts)
    return tuple(one for one in found if one is not None)


def looks_like_poll(text: str) -> bool:
    """Whether talk that nobody announced is a poll: it asks, parts short options, and says that it votes."""
    if signs.NEAR.search(text.casefold()) is None:
        return False
    if signs.INVITES.search(text) and not signs.INQUIRES.search(text):
        return not signs.COMPLAINS.search(text)
    asks = signs.ASKS.search(text) or "\n" in text.strip() or signs.COLON.search(text)
    if not asks or not signs.TALKS_OF_IT.search(text) or signs.COMPLAINS.search(text):
        return False
    words = read(text, datetime(2000, 1, 3, 9))
    if len(words.choices) < FEWEST or any(len(one.text) > LONGEST_TALK for one in words.choices):
        return False
    rest = text[text.find(words.question[-3:]) + 3 :] if words.question else text
    return bool(signs.STRONG.search(rest) or len(text.strip().splitlines()) > FEWEST or _enumerated(rest))


def has_words(text: str) -> bool:
    """Whether anything in it can be read aloud: a letter, a digit, a character."""
    return any(unicodedata.category(character)[0] in "LN" for character in text)


def _deadline(text: str, now: datetime) -> tuple[str, datetime | None, bool]:
    """The text without what it says of its end, that end, and whether it is named but not understood."""
    for moment in find(text, now):
        start, end = moment.span
        after, before = signs.ENDS_AFTER.match(text, end), signs.ENDS_BEFORE.search(text[:start])
        if after is not None or before is not None:
            before = before or signs.UP_TO.search(text[:start])
            cut_from = before.start() if before is not None else start
            cut_to = after.end() if after is not None else end
            return _without(text, cut_from, cut_to), _hour(moment), False
    for clause in signs.CLAUSE.finditer(text):
        if signs.ENDS.search(clause[0]):
            later = _later(clause[0], now)
            return _without(text, *clause.span()), later, later is None
    return text, None, False


def _hour(moment: Moment) -> datetime:
    """When a poll ends that ends at this moment: a day alone ends after supper."""
    at = moment.end or moment.start
    return at if moment.has_clock else at.replace(hour=USUAL_HOUR, minute=0)


def _later(text: str, now: datetime) -> datetime | None:
    match = signs.LATER.search(text)
    if match is None:
        return None
    many = match["many"] or match["e_many"]
    days = 7 if many is None else number(many)
    return (now + timedelta(days=days)).replace(hour=USUAL_HOUR, minute=0, second=0, microsecond=0)


def _whose(text: str) -> tuple[str, bool | None]:
    if (match := signs.HOUSEHOLD.search(text)) is not None:
        return _without(text, *match.span()), True
    if (match := signs.PERSON.search(text)) is not None:
        return _without(text, *match.span()), False
    return text, None


def _how_many(text: str) -> tuple[str, int | None]:
    most: int | None = None
    for match in signs.AT_MOST.finditer(text):
        if re.match(r"\s*(?:人|票|户)", text[match.end() :]) is None and not _in_brackets(text, match):
            most = number(match["zh"] or match["en"] or match["en2"])
            text = _without(text, *match.span())
            break
    if (many := signs.MANY.search(text)) is not None:
        return _without(text, *many.span()), most or 0
    if (one := signs.ONE.search(text)) is not None:
        return _without(text, *one.span()), most or 1
    return text, most


def _in_brackets(text: str, match: "re.Match[str]") -> bool:
    """Whether it stands behind an option, in brackets: then it is that option's cap."""
    return bool(match["en"]) and text[: match.start()].rstrip().endswith(("(", "（", "["))


def _split(text: str) -> tuple[str, list[str]]:
    """Question and options, by lines, by numbers, or by the mark behind the question."""
    lines = [line for line in text.splitlines() if line.strip(signs.EDGES)]
    if len(lines) > 1:
        question, rest = _asked(lines[0])
        more = lines[1:] if len(lines) > FEWEST or rest or signs.BULLET.match(lines[1]) else _inline(lines[1])
        return question, [*rest, *more]
    return _asked(lines[0]) if lines else ("", [])


def _asked(line: str) -> tuple[str, list[str]]:
    marks = _enumerated(line)
    if marks:
        return line[: marks[0].start()], _between(line, marks)
    if (asks := signs.ASKS.search(line)) is not None:
        return line[: asks.end()], _inline(line[asks.end() :])
    if (colon := signs.COLON.search(line)) is not None:
        return line[: colon.start()], _inline(line[colon.end() :])
    strong = signs.STRONG.search(line)
    gap = line.rfind(" ", 0, strong.start()) if strong is not None else -1
    if gap > 0 and has_words(line[:gap]) and not re.search("[A-Za-z]$", line[:gap]):
        return line[:gap], _inline(line[gap:])
    return _spoken(line)


def _spoken(line: str) -> tuple[str, list[str]]:
    """A question that nobody marked, options behind it, as people speak: "几点打扫呀 9点 10点"."""
    asks = signs.SPOKEN.search(line)
    gap = re.compile(r"[，,\s]").search(line, asks.end()) if asks is not None else None
    if gap is None:
        return line, []
    found = [one for part in re.split(r"[，,\s]+", line[gap.end() :]) for one in _hours(part)]
    options = [one for one in found if one]
    short = all(len(one) <= LONGEST_TALK for one in options)
    return (line[: gap.start()], options) if len(options) >= FEWEST and short else (line, [])


def _hours(part: str) -> list[str]:
    """Hours said in one breath: "9点10点"."""
    found = signs.HOURS.findall(part)
    return found if "".join(found) == part else [part]


def _inline(rest: str) -> list[str]:
    marks = _enumerated(rest)
    return _between(rest, marks) if marks else _parted(rest)


def _parted(rest: str) -> list[str]:
    parts = [part for part in signs.PARTS.split(rest) if part.strip(signs.EDGES)]
    if len(parts) == 1 and len(hours := _hours(parts[0].strip())) >= FEWEST:
        return hours
    if len(parts) == 1 and re.fullmatch(r"\s*[0-9]{1,2}(?:/[0-9]{1,2})+\s*", rest):
        return rest.split("/")
    if len(parts) == 1 and len(rest.split()) >= FEWEST and re.search("[\u3400-\u9fff]", rest):
        return rest.split()
    return parts


def _enumerated(text: str) -> list["re.Match[str]"]:
    """The numbers or letters before options, in their order from the first on; at least two, or none."""
    found: list[re.Match[str]] = []
    for match in signs.MARKED.finditer(text):
        if _ordinal(match) == len(found):
            found.append(match)
    if len(found) < FEWEST:
        return []
    return found if all(part.strip(signs.EDGES) for part in _between(text, found)) else []


def _between(text: str, marks: Sequence["re.Match[str]"]) -> list[str]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _ordinal(match: "re.Match[str]") -> int:
    if match["c"] is not None:
        return ord(match["c"]) - ord("①")
    sign = unicodedata.normalize("NFKC", match["n"])
    return int(sign) - 1 if sign.isdecimal() else ord(sign.upper()) - ord("A")


def _choice(part: str) -> Choice | None:
    cap = signs.CAP.search(part)
    text = _trimmed(part[: cap.start()] if cap is not None else part)
    if not any(unicodedata.category(one)[0] in "LNPS" for one in text):
        return None
    most = number(cap["zh"] or cap["en"]) if cap is not None else 0
    return Choice(text, most or None)


def _tidied(question: str) -> str:
    asks = question.rstrip().endswith(("？", "?"))
    kept = _trimmed(question)
    return f"{kept}{question.rstrip()[-1]}" if asks and kept else kept


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(signs.EDGES).rstrip(f"{signs.EDGES}.")


def _without(text: str, start: int, end: int) -> str:
    """The text without that piece, and without the brackets or the comma that held it."""
    before, after = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    if before.endswith(("(", "（", "[", "【")) and after.startswith((")", "）", "]", "】")):
        before, after = before[:-1], after[1:]
    after = re.sub(r"^[，,。；;、.]+", "，", after)
    before = re.sub(r"[，,；;]+$", "", before) if after.startswith("，") else before
    return f"{before} {after}"
