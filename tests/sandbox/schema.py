"""The second witness: a Bot API schema as data, read where LINLI_SPEC points."""

import re
from typing import Any

Json = dict[str, Any]

_PLAIN = {"int": (int,), "str": (str,), "bool": (bool,), "float": (int, float)}
_NAME = re.compile(r"(?:[a-z_]+\.)*([A-Z]\w+)")


class Schema:
    """Answers what is wrong with an object: missing, unknown or ill-typed fields, by path."""

    def __init__(self, spec: Json) -> None:
        self._types, self._methods = spec["types"], spec["methods"]

    def check_answer(self, value: Any, method: str) -> list[str]:
        return self._value(value, self._methods[method]["returns"], method)

    def check(self, value: Json, type_name: str) -> list[str]:
        return self._object(value, type_name, type_name)

    def _object(self, value: Any, type_name: str, path: str) -> list[str]:
        fields = self._types[type_name].get("fields")
        if fields is None:
            return []
        if not isinstance(value, dict):
            return [f"{path} is no object"]
        wrong = [
            f"{path}.{name} is missing" for name, f in fields.items() if f["required"] and name not in value
        ]
        wrong += [f"{path}.{name} is unknown" for name in value if name not in fields]
        for name, inner in value.items():
            if name in fields:
                wrong += self._value(inner, fields[name]["type"], f"{path}.{name}")
        return wrong

    def _value(self, value: Any, kind: str, path: str) -> list[str]:
        """Right if any alternative finds nothing wrong; else what the closest one found."""
        found = [self._one(value, option.strip(), path) for option in _options(kind)]
        return min(found, key=len)

    def _one(self, value: Any, kind: str, path: str) -> list[str]:
        if kind.startswith("list["):
            if not isinstance(value, list):
                return [f"{path} is no list"]
            return [w for i, item in enumerate(value) for w in self._value(item, kind[5:-1], f"{path}[{i}]")]
        if kind in _PLAIN:
            fits = isinstance(value, _PLAIN[kind]) and (kind == "bool") == isinstance(value, bool)
            return [] if fits else [f"{path} is no {kind}"]
        if kind == "None":
            return [f"{path} is null"] if value is not None else []
        name = _NAME.fullmatch(kind)
        if name and name[1] in self._types:
            return self._object(value, name[1], path)
        return []  # dates, literals and annotated unions: aiogram's models look at those


def _options(kind: str) -> list[str]:
    """The alternatives of `a | list[b | c]`, split outside brackets only."""
    options, depth = [""], 0
    for character in kind:
        depth += (character in "[(") - (character in "])")
        if character == "|" and depth == 0:
            options.append("")
        else:
            options[-1] += character
    return options
