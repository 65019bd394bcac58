"""Reply markups: which a bot may send, how big they may be, and how a label or data is found again."""

import json
from typing import Any

from bot.sandbox import sizes
from bot.sandbox.refusals import refuse

Json = dict[str, Any]

_KINDS = frozenset({
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
})  # fmt: skip
_PRIVATE_ONLY = ("web_app",)


def read(markup: Any, *, private: bool) -> tuple[Json | None, Json | None]:
    """(inline keyboard, other markup) of a `reply_markup` argument; each None when absent."""
    if not markup:
        return None, None
    if not isinstance(markup, dict):
        refuse("keyboard_unparsable")
    given = markup.get("inline_keyboard", markup.get("keyboard", []))
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        refuse("keyboard_unparsable")
    if "inline_keyboard" in markup:
        rows = [[_button(button, private) for button in row] for row in markup["inline_keyboard"]]
        return _inline([row for row in rows if row]), None
    if "keyboard" in markup:
        rows = [[b if isinstance(b, dict) else {"text": b} for b in row] for row in markup["keyboard"]]
        return None, {**markup, "keyboard": rows}
    if not (markup.get("remove_keyboard") or markup.get("force_reply")):
        refuse("keyboard_unparsable")
    return None, markup


def _inline(rows: list[list[Json]]) -> Json | None:
    if not rows:
        return None
    if max(map(len, rows)) > sizes.BUTTONS_PER_ROW or sum(map(len, rows)) > sizes.BUTTONS:
        refuse("keyboard_too_long")
    keyboard = {"inline_keyboard": rows}
    if len(json.dumps(keyboard, ensure_ascii=False).encode()) > sizes.KEYBOARD_BYTES:
        refuse("keyboard_too_long")
    return keyboard


def _button(button: Any, private: bool) -> Json:
    if not isinstance(button, dict) or not str(button.get("text") or "").strip():
        refuse("inline_keyboard_unparsable", why="Button text must be non-empty")
    kept: Json = {key: value for key, value in button.items() if value is not None}
    kinds = [kind for kind in kept if kind in _KINDS]
    if len(kinds) != 1:
        refuse("inline_keyboard_unparsable", why="Text buttons are unallowed in the inline keyboard")
    _check(kept, kinds[0], private)
    return kept


def _check(button: Json, kind: str, private: bool) -> None:
    if kind == "callback_data" and not 1 <= len(str(button[kind]).encode()) <= sizes.CALLBACK_DATA_BYTES:
        refuse("button_data_invalid")
    if kind == "url" and not str(button[kind]).startswith(("http://", "https://", "tg://")):
        if "." not in str(button[kind]):
            refuse("button_url_invalid", url=button[kind])
        button[kind] = f"http://{button[kind]}"
    if kind in _PRIVATE_ONLY and not private:
        refuse("button_type_invalid")
    if kind == "copy_text" and not 1 <= sizes.utf16(str(button[kind].get("text", ""))) <= sizes.COPY_TEXT:
        refuse("inline_keyboard_unparsable", why="COPY_TEXT_INVALID")


def find(keyboard: Json | None, *, data: str | None, label: str | None) -> Json | None:
    """The first button with this data or this label."""
    for row in (keyboard or {}).get("inline_keyboard", ()):
        for button in row:
            if data is not None and button.get("callback_data") == data:
                return dict(button)
            if data is None and label is not None and button["text"] == label:
                return dict(button)
    return None


def find_reply(markup: Json | None, label: str | None) -> bool:
    """Whether a custom reply keyboard offers this label."""
    rows = (markup or {}).get("keyboard", ())
    return any(button.get("text") == label for row in rows for button in row)
