"""What the people's side answers when somebody asks for what cannot happen."""

from typing import NoReturn


class Impossible(Exception):
    """Becomes `{"error": …}` with its code."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


def impossible(code: int, text: str) -> NoReturn:
    raise Impossible(code, text)
