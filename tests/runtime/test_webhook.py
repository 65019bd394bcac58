"""The webhook's door: the secret first, then the size, then sense, and 200 only once it is on the disk."""

from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr, ValidationError

from bot.settings import Settings
from bot.web.webhook import HEADER, LARGEST, webhook_route

GOOD = b'{"update_id": 1, "message": {}}'


class Door:
    """A webhook and what it let in."""

    def __init__(self, *, open_yet: bool = True) -> None:
        self.let_in: list[Any] = []
        site = FastAPI()
        site.include_router(webhook_route("/webhook", "s3cret", lambda: self._accept if open_yet else None))
        self._transport = httpx.ASGITransport(site)

    async def post(self, body: bytes, secret: str | None = "s3cret") -> int:
        headers = {} if secret is None else {HEADER: secret}
        async with httpx.AsyncClient(transport=self._transport, base_url="http://bot") as client:
            return (await client.post("/webhook", content=body, headers=headers)).status_code

    async def _accept(self, updates: Sequence[Any]) -> None:
        self.let_in.extend(updates)


async def test_an_update_with_the_secret_is_let_in() -> None:
    door = Door()
    assert await door.post(GOOD) == 200
    assert door.let_in == [{"update_id": 1, "message": {}}]


@pytest.mark.parametrize("secret", [None, "", "S3cret", "s3cret "[:-1] + "x"])
async def test_without_the_secret_nothing_is_read(secret: str | None) -> None:
    door = Door()
    assert await door.post(GOOD, secret) == 401
    assert door.let_in == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[1]",
        b'"x"',
        b'{"message": {}}',
        b'{"update_id": "1"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
async def test_a_body_that_is_no_update_is_refused(body: bytes) -> None:
    door = Door()
    assert await door.post(body) == 400
    assert door.let_in == []


async def test_a_body_beyond_an_update_is_not_read_to_its_end() -> None:
    door = Door()
    assert await door.post(b" " * LARGEST + GOOD) == 413
    assert door.let_in == []


async def test_while_the_program_starts_the_platform_is_asked_to_come_again() -> None:
    assert await Door(open_yet=False).post(GOOD) == 503


def test_no_webhook_without_a_secret() -> None:
    with pytest.raises(ValidationError, match="LINLI_WEBHOOK_SECRET"):
        Settings(_env_file=None, webhook_url="https://example.org", webhook_secret=None)
    with pytest.raises(ValueError, match="secret"):
        webhook_route("/webhook", "", lambda: None)
    assert Settings(
        _env_file=None, webhook_url="https://example.org", webhook_secret=SecretStr("x")
    ).webhook_url
