"""Whether plain talk that is meant for us is a call for helpers."""

import re
from functools import cache

from handlers.calls.wording import people
from handlers.commands import listed
from handlers.sizes import calm

_BEGINS = "(?:^|(?<=[\\s,.;:!\uff0c\u3002\uff1b\uff1a\uff01\u3001]))"
_ENDS = "(?=$|[\\s,.;!\uff0c\u3002\uff1b\uff01\u3001])"


def looks_like(text: str) -> bool:
    """Whether these words are a call for helpers; never raises. A report that names people is none: only a
    verb of calling right before the number counts, a weaker one only where the clause ends there, and any
    number beside "who signs up?".
    """
    said = calm(text)
    if _counts().search(said.casefold()) is None:
        return False
    return _shape().search(said) is not None or _asks_around().search(said) is not None


@cache
def _counts() -> re.Pattern[str]:
    """What every call has: a number of people, or a word for some. Most talk ends here, cheaply."""
    return re.compile(rf"{people()}|{_any('call-some')}|{_any('call-first')}")


@cache
def _shape() -> re.Pattern[str]:
    strong, weak = _any("call-strong"), _any("call-weak")
    first, lacks = _any("call-first"), _any("call-lacks")
    return re.compile(
        rf"{_BEGINS}(?:{strong})\s*{people()}|{_BEGINS}(?:{weak})\s*{people()}{_ENDS}|^(?:{first})|^(?:{lacks})\s*{people()}",
        re.IGNORECASE,
    )


@cache
def _asks_around() -> re.Pattern[str]:
    """A number of people and "who signs up?", in either order: nobody reports a broken lamp like that."""
    signs, behind, some = _any("call-asks"), _any("call-behind"), _any("call-some")
    number = rf"(?:{people()}|{some})"
    return re.compile(
        rf"{number}.*(?:{signs})|(?:{signs}).*{number}|{people()}\s*(?:{behind})", re.IGNORECASE | re.DOTALL
    )


def _any(key: str) -> str:
    return "|".join(map(re.escape, listed(key)))
