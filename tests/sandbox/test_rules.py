"""The table of refusals: complete, marked, and honest about what is only remembered."""

import json
import os
import re
from pathlib import Path

import pytest

import bot.sandbox
from bot.sandbox.refusals import BY_KEY, REFUSALS
from tests.sandbox.people import People

SOURCE = Path(bot.sandbox.__file__).parent
RECALLED = {refusal.key for refusal in REFUSALS if refusal.evidence == "recalled"}


def test_keys_are_unique_and_each_is_used() -> None:
    assert len(BY_KEY) == len(REFUSALS)
    code = "\n".join(p.read_text("utf-8") for p in SOURCE.rglob("*.py") if p.name != "refusals.py")
    built = {"kicked_group", "kicked_supergroup", "outside_group", "outside_supergroup"}
    built |= {f"{what}_{why}" for what in ("forward", "copy") for why in ("not_found", "forbidden")}
    unused = {key for key in BY_KEY if f'"{key}"' not in code} - built
    assert unused == set()


def test_the_wording_follows_the_code() -> None:
    start = {400: "Bad Request: ", 403: "Forbidden: ", 409: "Conflict: ", 429: "Too Many Requests: "}
    for refusal in REFUSALS:
        assert refusal.text.startswith(start.get(refusal.code, ""))
        assert re.fullmatch(r"[a-z0-9_]+", refusal.key)


def test_what_nobody_has_confirmed_is_marked() -> None:
    """The answers on which the delivery probe rests, above all."""
    assert {"edit_not_found", "edit_id_invalid", "edit_forbidden", "not_started"} <= RECALLED
    assert {"edit_unchanged", "query_too_old", "blocked", "upgraded"}.isdisjoint(RECALLED)


async def test_the_table_is_served(people: People) -> None:
    rules = await people.ask("GET", "/rules")
    assert {rule["key"] for rule in rules if rule["evidence"] == "recalled"} == RECALLED


def test_the_sandbox_knows_nothing_of_the_project() -> None:
    allowed = {"bot.sandbox", "fastapi", "starlette", "pydantic", "uvicorn", "aiohttp"}
    for path in SOURCE.rglob("*.py"):
        for name in re.findall(r"^\s*(?:from|import) ([\w.]+)", path.read_text("utf-8"), re.MULTILINE):
            root = "bot.sandbox" if name.startswith("bot.sandbox") else name.partition(".")[0]
            foreign = {
                "bot",
                "handlers",
                "storage",
                "domain",
                "knowledge",
                "aiogram",
                "telegram",
                "sqlalchemy",
            }
            assert root in allowed or root not in foreign, (path.name, name)


@pytest.mark.skipif("LINLI_SPEC" not in os.environ, reason="needs the platform's error texts")
def test_seen_means_found_in_the_official_source() -> None:
    texts = json.loads((Path(os.environ["LINLI_SPEC"]) / "error_texts.json").read_text("utf-8"))["errors"]
    found = {text for text, facts in texts.items() if facts["in_tdlib_telegram_bot_api_10.0_Client.cpp"]}
    seen = {r.text.replace("{seconds}", "N") for r in REFUSALS if r.evidence == "seen"}
    assert seen <= found
