"""The first witness: every update and answer of a sandbox must fit aiogram's models, and the schema if given.

Reusable by any test: `check_update(raw)`, `check_answer(method, raw)`, `check_sandbox(sandbox)`.
"""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter

from bot.sandbox.calls import Diary
from bot.sandbox.updates import Updates
from tests.sandbox.schema import Schema

Json = dict[str, Any]


def check_update(raw: Json) -> None:
    update = Update.model_validate(raw)
    _nothing_unknown(update, f"update {raw['update_id']}")
    schema = _schema()
    if schema is not None:
        assert schema.check(raw, "Update") == []


def check_answer(method: str, raw: Json) -> None:
    """`raw` is the whole answer, `ok` and all."""
    if not raw["ok"]:
        assert isinstance(raw["error_code"], int)
        assert raw["description"]
        assert set(raw.get("parameters", {})) <= {"migrate_to_chat_id", "retry_after"}
        return
    _nothing_unknown(_adapters()[method].validate_python(raw["result"]), method)
    schema = _schema()
    if schema is not None:
        assert schema.check_answer(raw["result"], method) == []


def check_records(updates: Updates, diary: Diary) -> None:
    for entry in updates.all.values():
        check_update(entry.raw)
    for call in diary.calls:
        if call.answer is not None:
            check_answer(call.method, call.answer)


def _nothing_unknown(value: Any, where: str) -> None:
    """aiogram keeps unknown fields as extras: a misspelt one would pass unseen."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            _nothing_unknown(item, f"{where}[{index}]")
    if isinstance(value, BaseModel):
        assert not value.model_extra, f"{where}: unknown {value.model_extra}"
        for name in value.model_fields_set:
            _nothing_unknown(getattr(value, name), f"{where}.{name}")


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    methods = [getattr(aiogram.methods, name) for name in aiogram.methods.__all__]
    real = [
        m
        for m in methods
        if isinstance(m, type) and issubclass(m, TelegramMethod) and m is not TelegramMethod
    ]
    return {method.__api_method__: TypeAdapter(method.__returning__) for method in real}


@cache
def _schema() -> Schema | None:
    folder = os.environ.get("LINLI_SPEC")
    if not folder:
        return None
    return Schema(json.loads((Path(folder) / "bot-api-10.3.json").read_text("utf-8")))
