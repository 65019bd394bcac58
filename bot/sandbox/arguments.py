"""The arguments of a bot's call: form, JSON or multipart alike, each read as the type that it should be."""

import json
from typing import Any

from bot.sandbox.files import Upload
from bot.sandbox.refusals import refuse

Json = dict[str, Any]

_YES = frozenset({"true", "1", "yes", "y", "t"})


class Arguments:
    """Text values may be JSON inside: a form knows nothing else."""

    def __init__(self, values: Json, uploads: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return None if value is None else value if isinstance(value, str) else _as_text(value)

    def integer(self, name: str) -> int | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            refuse("argument_invalid", name=name)

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        try:
            return None if value is None or value == "" else float(value)
        except (TypeError, ValueError):
            refuse("argument_invalid", name=name)

    def truth(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in _YES

    def structure(self, name: str) -> Any:
        """An object or a list; None when absent or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            refuse("object_expected", name=name)

    def objects(self, name: str) -> list[Any] | None:
        value = self.structure(name)
        if value is not None and not isinstance(value, list):
            refuse("object_expected", name=name)
        return value

    def mapping(self, name: str) -> Json:
        """An object; empty when absent."""
        value = self.structure(name)
        if value is not None and not isinstance(value, dict):
            refuse("object_expected", name=name)
        return value or {}

    def need_integer(self, name: str) -> int:
        value = self.integer(name)
        if value is None:
            refuse("argument_missing", name=name)
        return value

    def need_text(self, name: str) -> str:
        value = self.text(name)
        if value is None or value == "":
            refuse("argument_missing", name=name)
        return value

    def upload(self, reference: str) -> Upload | None:
        """The part behind `attach://name`, or behind the argument's own name."""
        return self.uploads.get(reference.removeprefix("attach://"))

    def logged(self) -> Json:
        """For the diary: everything but the bytes."""
        parts = {name: f"<{up.name or 'file'}, {len(up.content)} bytes>" for name, up in self.uploads.items()}
        return {**self.values, **parts}


def _as_text(value: Any) -> str:
    return str(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)
