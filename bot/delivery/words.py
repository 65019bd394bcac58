"""From what is shown to what the platform takes: words, their digest, keyboards with the row's mark."""

import hashlib
import html
import re

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from handlers.ports import Button, Shown

TAG = re.compile(r"<[^>]*>")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
CAPTION = 1024
"""UTF-16 units after parsing. Source: Bot API, sendPhoto."""

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ForceReply


def plain(telegram_html: str) -> str:
    """The words as the platform shows them, spaces and line ends evened out."""
    return even(html.unescape(TAG.sub("", telegram_html)))


def even(text: str) -> str:
    """Words with single spaces, so that trimming on either side changes nothing."""
    return " ".join(text.split())


def digest(text: str) -> bytes:
    """16 bytes of the plain words: enough to tell our message from another of ours."""
    return hashlib.blake2b(even(text).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def digest_of(shown: Shown) -> bytes:
    """The digest of what the platform will answer as text or caption."""
    return digest(plain(shown.html))


def card_digest(shown: Shown) -> bytes:
    """Of words and buttons: what makes an edit necessary."""
    return digest(repr((shown.html, shown.buttons)))


def units(telegram_html: str) -> int:
    """UTF-16 units after parsing."""
    return len(html.unescape(TAG.sub("", telegram_html)).encode("utf-16-le", "surrogatepass")) // 2


def base36(number: int) -> str:
    """The row mark's digits."""
    found = ""
    while number:
        number, digit = divmod(number, 36)
        found = DIGITS[digit] + found
    return found or "0"


def markable(shown: Shown) -> bool:
    """Whether a button of ours can carry the row's mark, so that the message can be found again."""
    return any(button.data is not None for row in shown.buttons for button in row)


def keyboard(shown: Shown, row_id: int | None) -> InlineKeyboardMarkup | None:
    """The inline keyboard; the first button with data ends in `~<row id>`, or in nothing without one."""
    if not shown.buttons:
        return None
    mark, rows = f"~{base36(row_id)}" if row_id is not None else "", []
    for row in shown.buttons:
        buttons = []
        for button in row:
            buttons.append(_button(button, mark if button.data is not None else ""))
            mark = "" if button.data is not None else mark
        rows.append(buttons)
    return InlineKeyboardMarkup(inline_keyboard=rows)


def markup(shown: Shown, row_id: int, private: bool) -> Markup | None:
    """What stands below the message: buttons, or a reply asked for, or the private chat's lasting keys."""
    if shown.buttons:
        return keyboard(shown, row_id)
    if shown.force_reply is not None:
        return ForceReply(selective=True, input_field_placeholder=shown.force_reply[:64] or None)
    if shown.keys and private:
        rows = [[KeyboardButton(text=text) for text in row] for row in shown.keys]
        return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, is_persistent=True)
    return None


def _button(button: Button, mark: str) -> InlineKeyboardButton:
    if button.data is None:
        return InlineKeyboardButton(text=button.text, url=button.url)
    return InlineKeyboardButton(text=button.text, callback_data=button.data + mark)
