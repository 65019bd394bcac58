"""A guide entry as a Markdown file: flat `key: value` lines between two marks, then the answer."""

from collections.abc import Mapping

from knowledge.guide.fields import KEYS, Fields, Problem

MARK = "---"


def read(file: str, text: str) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The entry in a file's text, with what cannot be read in it; None where there is no front matter."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if lines[start].strip() != MARK:
        return None, (Problem(file, start + 1, "no-front"),)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].strip() == MARK), None)
    if end is None:
        return None, (Problem(file, start + 1, "open-front"),)
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    found: list[Problem] = []
    for at in range(start + 1, end):
        problem = _take(lines[at], at + 1, values, places)
        found += [Problem(file, at + 1, *problem)] if problem else []
    values["body"] = "\n".join(lines[end + 1 :]).strip()
    places["body"] = end + 2
    return Fields(file, values, places), tuple(found)


def write(values: Mapping[str, str]) -> str:
    """The file of an entry; `read` gives the same values back."""
    head = [f"{key}: {_quoted(' '.join(values[key].split()))}" for key in KEYS if values.get(key)]
    return "\n".join([MARK, *head, MARK, values.get("body", "").strip(), ""])


def _take(line: str, number: int, values: dict[str, str], places: dict[str, int]) -> tuple[str, str] | None:
    """Read one line of the front matter; what is wrong with it, where something is."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    key, colon, value = line.partition(":")
    key = key.strip()
    if not colon:
        return "no-colon", line.strip()[:40]
    if key not in KEYS:
        return "unknown-key", key[:40]
    if key in values:
        return "twice-key", key
    values[key] = _unquoted(value.strip())
    places[key] = number
    return None


def _unquoted(value: str) -> str:
    return value[1:-1] if _in_quotes(value) else value


def _quoted(value: str) -> str:
    return f'"{value}"' if _in_quotes(value) else value


def _in_quotes(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
