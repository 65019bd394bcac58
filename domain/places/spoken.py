"""How people write a room down: "3-501", "3号楼2单元501", "三号楼501室"; parted into the names of places."""

import unicodedata
from itertools import groupby

LONGEST = 60
"""Characters that may name a room."""

_NUMBER, _LETTER, _GAP = "number", "letter", "gap"


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """The ways to part the text into names from the building down, the likelier first: what stands before a
    number belongs to it ("East 1"), or is a name by itself ("幸福楼" 501).
    """
    runs = [(kind, "".join(found)) for kind, found in groupby(text[:LONGEST], key=_kind)]
    kept = [(kind, run) for kind, run in runs if kind != _GAP]
    if not any(kind == _NUMBER for kind, _ in kept):
        return ()
    return tuple(dict.fromkeys((_apart(runs, lead=True), _apart(runs, lead=False))))


def room_alone(text: str) -> bool:
    """Whether the text names a room and says nothing else: it is short and ends with a number and at most a
    measure ("501", "501室"), a building and a room at least, nothing long between them.
    """
    kinds = [(kind, "".join(run)) for kind, run in groupby(text.strip(), key=_kind)]
    numbers = [run for kind, run in kinds if kind == _NUMBER]
    words = [run for kind, run in kinds if kind == _LETTER]
    ends = len(kinds) > 1 and _NUMBER in (kinds[-1][0], kinds[-2][0]) and kinds[-1][0] != _GAP
    first = next((place for place, (kind, _) in enumerate(kinds) if kind == _NUMBER), 0)
    between = [run for kind, run in kinds[first:] if kind == _LETTER]
    return (
        ends
        and len(text) <= LONGEST
        and len(numbers) + len(words) > 1
        and all(len(run) <= _longest(run) for run in between)
    )


def _longest(run: str) -> int:
    """The longest measure: Chinese ones have two signs, English ones are words."""
    return 8 if run.isascii() else 3


def _apart(runs: list[tuple[str, str]], *, lead: bool) -> tuple[str, ...]:
    names, after = list[str](), False  # `after`: the last name may still take its measure
    for kind, run in runs:
        if kind == _LETTER and after:
            names[-1] += run
            after = False
        elif kind == _NUMBER and lead and names and not any(map(_numeral, names[-1])):
            names[-1] += run
            after = True
        elif kind != _GAP:
            names.append(run)
            after = kind == _NUMBER
        else:
            after = False
    return tuple(names)


def _kind(sign: str) -> str:
    if _numeral(sign):
        return _NUMBER
    return _LETTER if unicodedata.category(sign)[0] == "L" else _GAP


def _numeral(sign: str) -> bool:
    return unicodedata.numeric(sign, None) is not None
