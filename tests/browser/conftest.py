"""A Chromium, a sandbox with neighbours in it, and a small bot that speaks the Bot API over HTTP."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bot.sandbox import Limits, Sandbox, ThreadedSandbox

Json = dict[str, Any]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A seeded sandbox, seen from both sides."""

    address: str
    people: httpx.Client
    bot: httpx.Client
    wang: int
    li: int
    emma: int
    group: int

    def say(self, chat: int, user: int, text: str) -> int:
        answer = self.people.post(f"/chats/{chat}/messages", json={"from": user, "text": text})
        return int(answer.raise_for_status().json()["message_id"])

    def send(self, chat: int, text: str, **more: Any) -> Json:
        answer = self.bot.post("sendMessage", json={"chat_id": chat, "text": text, **more})
        return dict(answer.raise_for_status().json()["result"])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = f"no Chromium on the PATH (looked for {', '.join(_NAMES)})"
        if os.environ.get("LINLI_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_SWITCHES))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with (
        ThreadedSandbox(Sandbox(limits=Limits.off())) as address,
        httpx.Client(base_url=f"{address}/sandbox/v1") as people,
        httpx.Client(base_url=f"{address}/bot42:SANDBOX/") as bot,
        _answering(address),
    ):
        wang, li, emma = ids = [_person(people, name) for name in ("王秀英", "李工", "Emma <b>Smith</b>")]
        chat = {"type": "supergroup", "title": "幸福里", "members": [*ids, 42], "admins": [li, 42]}
        group = people.post("/chats", json=chat).raise_for_status().json()["id"]
        yield Place(address, people, bot, wang, li, emma, group)


def _person(people: httpx.Client, name: str) -> int:
    return int(people.post("/users", json={"first_name": name}).raise_for_status().json()["id"])


@contextmanager
def _answering(address: str) -> Iterator[None]:
    """A bot on a thread: greets /hello, and on a press edits the card and answers with a toast."""
    stop = threading.Event()
    thread = threading.Thread(target=_run, args=(address, stop))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _run(address: str, stop: threading.Event) -> None:
    offset = 0
    with httpx.Client(base_url=f"{address}/bot42:SANDBOX/") as api:
        while not stop.is_set():
            asked = {"offset": offset, "timeout": 1}
            for update in api.post("getUpdates", json=asked).json()["result"]:
                offset = update["update_id"] + 1
                _handle(api, update)


def _handle(api: httpx.Client, update: Json) -> None:
    if query := update.get("callback_query"):
        card, name = query["message"], query["from"]["first_name"]
        text = f"#17 {name} 接了"
        where = {"chat_id": card["chat"]["id"], "message_id": card["message_id"]}
        api.post("editMessageText", json={**where, "text": text})
        api.post("answerCallbackQuery", json={"callback_query_id": query["id"], "text": "您接了 #17"})
    elif update.get("message", {}).get("text", "").startswith("/hello"):
        chat = update["message"]["chat"]["id"]
        api.post("sendMessage", json={"chat_id": chat, "text": "<b>您好</b>，邻居", "parse_mode": "HTML"})


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh window; an error in the page's own scripts fails the test."""
    window = chromium.new_page(viewport={"width": 1280, "height": 800})
    window.set_default_timeout(10_000)
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    yield window
    window.close()
    assert errors == []
