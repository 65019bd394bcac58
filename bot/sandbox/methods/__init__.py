"""What a bot may call: one table of methods, by lower-case name. What is not in it is not there."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.engine import Engine
from bot.sandbox.methods import answering, arranging, editing, looking, media, moving, receiving, sending

Method = Callable[[Engine, Arguments], Any | Awaitable[Any]]

_TABLES: tuple[dict[str, Any], ...] = (
    receiving.METHODS, sending.METHODS, media.METHODS, editing.METHODS, moving.METHODS, answering.METHODS,
    looking.METHODS, arranging.METHODS,
)  # fmt: skip
NAMES: dict[str, str] = {name.lower(): name for table in _TABLES for name in table}
METHODS: dict[str, Method] = {name.lower(): run for table in _TABLES for name, run in table.items()}
