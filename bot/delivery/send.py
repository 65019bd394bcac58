"""The calls themselves: post, edit, probe; nothing is decided here."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    EphemeralMessageParameters,
    FSInputFile,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.delivery import words
from handlers.ports import Attachment, Shown
from storage.routes import Route

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
ALBUM = 10
"""Parts of an album at most. Source: Bot API, sendMediaGroup."""

KINDS = ("photo", "video", "voice", "document", "audio", "animation", "video_note", "location")
"""What can be attached: by a file, a location by "lat,lon"."""

WORDLESS = ("video_note", "location")
"""What takes no caption. Source: Bot API, sendVideoNote, sendLocation."""

PARTS = {"photo": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message, ready to leave; `attached` are the attachments sent alone, without its words."""

    row_id: int
    route: Route
    shown: Shown
    silent: bool = False
    attached: tuple[Attachment, ...] = ()

    @property
    def one(self) -> Attachment | None:
        """The attachment that the words go with as a caption, or None."""
        few = len(self.shown.attachments) == 1 and self.route.way != "ephemeral"
        fits = (
            few
            and self.shown.attachments[0].kind not in WORDLESS
            and words.units(self.shown.html) <= words.CAPTION
        )
        return self.shown.attachments[0] if fits else None


class Sender:
    """Talks to the platform; raises what aiogram raises. `opens` unseals a stored file by its id."""

    def __init__(self, bot: Bot, timeout: float, media: Path, opens: Callable[[int, bytes], bytes]) -> None:
        self._bot, self._media, self._opens = bot, media, opens
        self._timeout = max(1, round(timeout))

    async def post(self, out: Outgoing) -> int | None:
        """Send it; answers the message's id, the last one's of an album, None for an ephemeral message."""
        if out.attached:
            return await self._attached(out)
        markup = words.markup(out.shown, out.row_id, out.route.private)
        place = self._place(out)
        if (one := out.one) is not None:
            return await self._single(one, place, caption=out.shown.html, reply_markup=markup)
        sent = await self._bot.send_message(
            text=out.shown.html,
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
            reply_markup=markup,
            request_timeout=self._timeout,
            **place,
        )
        return sent.message_id or None

    async def edit(self, chat_id: int, message_id: int, row_id: int, shown: Shown) -> None:
        """Put a card's new state in place of the old one."""
        await self._bot.edit_message_text(
            chat_id=chat_id,
            message_id=message_id,
            text=shown.html,
            parse_mode="HTML",
            link_preview_options=NO_PREVIEW,
            reply_markup=words.keyboard(shown, row_id),
            request_timeout=self._timeout,
        )

    async def ask(self, chat_id: int, message_id: int, markup: InlineKeyboardMarkup | None) -> bytes:
        """Put this keyboard under that message; answers the digest of its words where it was edited."""
        said = await self._bot.edit_message_reply_markup(
            chat_id=chat_id, message_id=message_id, reply_markup=markup, request_timeout=self._timeout
        )
        return words.digest((said.text or said.caption or "") if isinstance(said, Message) else "")

    async def do(self, method: TelegramMethod[bool]) -> None:
        """An act: nothing is said by it."""
        await self._bot(method, request_timeout=self._timeout)

    async def is_admin(self, chat_id: int) -> bool:
        """Whether the bot is an administrator there."""
        me = await self._bot.get_chat_member(chat_id, self._bot.id, request_timeout=self._timeout)
        return me.status in ("administrator", "creator")

    async def link(self) -> str:
        """Our own address; with `?start=…` behind it, it opens the private chat with us."""
        return f"https://t.me/{(await self._bot.me()).username}"

    def _place(self, out: Outgoing) -> dict[str, Any]:
        route = out.route
        place: dict[str, Any] = {
            "chat_id": route.chat_id,
            "message_thread_id": route.thread_id,
            "disable_notification": out.silent or None,
        }
        if route.reply_to is not None:
            place["reply_parameters"] = ReplyParameters(
                message_id=route.reply_to, allow_sending_without_reply=True
            )
        if route.way == "ephemeral":
            assert route.user_id is not None  # a route to a person
            place["ephemeral_message_parameters"] = EphemeralMessageParameters(receiver_user_id=route.user_id)
        return place

    async def _attached(self, out: Outgoing) -> int | None:
        if len(out.attached) == 1:
            return await self._single(out.attached[0], self._place(out))
        parts = [PARTS[part.kind](media=await self._file(part)) for part in out.attached]
        sent: Sequence[Message] = await self._bot.send_media_group(
            media=parts, request_timeout=self._timeout, **self._place(out)
        )
        return sent[-1].message_id

    async def _single(self, part: Attachment, place: dict[str, Any], **more: Any) -> int | None:
        calls: dict[str, Callable[..., Awaitable[Message]]] = {
            "photo": self._bot.send_photo,
            "video": self._bot.send_video,
            "voice": self._bot.send_voice,
            "document": self._bot.send_document,
            "audio": self._bot.send_audio,
            "animation": self._bot.send_animation,
            "video_note": self._bot.send_video_note,
            "location": self._bot.send_location,
        }
        if "caption" in more:
            more["parse_mode"] = "HTML"
        file = where(part) if part.kind == "location" else {part.kind: await self._file(part)}
        sent = await calls[part.kind](**file, **place, **more, request_timeout=self._timeout)
        return sent.message_id or None

    async def _file(self, part: Attachment) -> str | InputFile:
        if part.stored is not None and part.sealed is not None:
            sealed = await asyncio.to_thread((self._media / Path(part.stored).name).read_bytes)
            return BufferedInputFile(self._opens(part.sealed, sealed), f"{part.kind}.jpg")
        if part.stored is not None:
            return FSInputFile(self._media / Path(part.stored).name)
        assert part.file_id is not None  # one of the two is always set
        return part.file_id


def where(part: Attachment) -> dict[str, Any]:
    """A place as sendLocation takes it."""
    latitude, _, longitude = (part.file_id or "").partition(",")
    return {"latitude": float(latitude), "longitude": float(longitude)}


def albums(parts: Sequence[Attachment]) -> list[tuple[int, int]]:
    """Which neighbours leave together, as (first, count): pictures and films, or documents; others alone."""
    found: list[tuple[int, int]] = []
    for place, part in enumerate(parts):
        first, count = found[-1] if found else (0, 0)
        if count and count < ALBUM and _together(parts[first], part):
            found[-1] = (first, count + 1)
        else:
            found.append((place, 1))
    return found


def _together(one: Attachment, other: Attachment) -> bool:
    pictures = ("photo", "video")
    return (one.kind in pictures and other.kind in pictures) or one.kind == other.kind == "document"
