"""What one message says, read once: words, verb, attachments, and what it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from aiogram.types import Message

from domain.cases.rules import Draft, Media, MediaKind
from domain.kernel.errors import DomainError
from handlers.addressing import without_name
from handlers.presses import Press, Tap, parse
from handlers.refusals import Anonymous, FromChannel
from handlers.sizes import clean
from handlers.understanding import Spoken, understand

CASE_TAPS = frozenset(
    {
        Tap.ADD,
        Tap.AGREE,
        Tap.BACK,
        Tap.BEHALF,
        Tap.BODY,
        Tap.CANNED,
        Tap.CONFIRM,
        Tap.DECLINE,
        Tap.DEFER,
        Tap.FINISH,
        Tap.HEARD,
        Tap.INQUIRE,
        Tap.LOOK,
        Tap.MEDIA,
        Tap.MORE,
        Tap.NOTE,
        Tap.OBJECT,
        Tap.PARTLY,
        Tap.PRIVACY,
        Tap.PICTURE,
        Tap.RATE,
        Tap.RECUSE,
        Tap.REOPEN,
        Tap.REPLY,
        Tap.SHARE,
        Tap.STILL,
        Tap.STREAM,
        Tap.STRIKE,
        Tap.TAKE,
        Tap.WAKE,
        Tap.WHERE,
        Tap.WHY,
        Tap.WITHDRAW,
        Tap.WORDS,
    }
)
"""Buttons whose subject is a case."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message as the handlers see it.

    `named`: the bot was called; `answers`: it replies to one of the bot's messages, `case_id` being the
    case that it was about and `answered` its first button with a subject; `lapsed`: that message has no
    buttons, as only a question has in groups; `secondhand`: forwarded, or written through another bot;
    `service`: nobody said it.
    """

    spoken: Spoken
    text: str
    message_id: int
    said_at: datetime
    private: bool
    media: tuple[Media, ...] = ()
    album: str | None = None
    named: bool = False
    answers: bool = False
    lapsed: bool = False
    case_id: int | None = None
    answered: Press | None = None
    secondhand: bool = False
    service: bool = False
    stranger: DomainError | None = None

    def draft(self) -> Draft:
        """The message as a report, whole; only a command before it is left out."""
        text = self.spoken.words if self.spoken.slash else self.text
        return Draft(text, self.message_id, self.said_at, self.media, self.album)

    def remark(self) -> Draft:
        """The message as words on a case, its number left out."""
        words = self.spoken.words if self.spoken.number is not None else self.text
        return Draft(words, self.message_id, self.said_at, self.media, self.album)


def read(message: Message, bot_id: int) -> Said:
    """Read a message; text and caption are treated alike."""
    raw = message.text if message.text is not None else message.caption or _venue(message)
    whole = clean(raw or "")
    text, named = without_name(whole)
    media = _media(message)
    answered = message.reply_to_message
    ours = answered is not None and answered.from_user is not None and answered.from_user.id == bot_id
    return Said(
        spoken=understand(text),
        text=whole if message.chat.type == "private" else text,
        message_id=message.message_id,
        said_at=message.date,
        private=message.chat.type == "private",
        media=media,
        album=message.media_group_id,
        named=named,
        answers=ours,
        lapsed=ours and answered is not None and answered.reply_markup is None,
        case_id=_case(answered) if ours and answered is not None else None,
        answered=_subject(answered) if ours and answered is not None else None,
        secondhand=message.forward_origin is not None or message.via_bot is not None,
        service=raw is None and not media and not _shows(message),
        stranger=_stranger(message),
    )


def _stranger(message: Message) -> DomainError | None:
    if message.sender_chat is None:
        return None
    return Anonymous() if message.sender_chat.id == message.chat.id else FromChannel()


def _case(answered: Message) -> int | None:
    """The case that the buttons of one of our messages act on."""
    return next((press.subject for press in _presses(answered) if _on_case(press)), None)


def _subject(answered: Message) -> Press | None:
    return next((press for press in _presses(answered) if press.subject > 0), None)


def _presses(answered: Message) -> Iterator[Press]:
    markup = answered.reply_markup
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            press = parse(button.callback_data)
            if press is not None:
                yield press


def _on_case(press: Press) -> bool:
    return press.verb in CASE_TAPS and press.subject > 0


def _media(message: Message) -> tuple[Media, ...]:
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (Media(MediaKind.PHOTO, largest.file_id, largest.file_size),)
    if message.location is not None:
        place = message.location
        return (Media(MediaKind.LOCATION, f"{place.latitude},{place.longitude}"),)
    # An animation comes as a document too, for old clients; the platform sends a file only as what it is.
    for kind, file in (
        (MediaKind.VIDEO, message.video),
        (MediaKind.ANIMATION, message.animation),
        (MediaKind.ROUND_VIDEO, message.video_note),
        (MediaKind.VOICE, message.voice),
        (MediaKind.AUDIO, message.audio),
        (MediaKind.DOCUMENT, message.document),
    ):
        if file is not None:
            return (Media(kind, file.file_id, file.file_size),)
    return ()


def _venue(message: Message) -> str | None:
    """What a place on the map is called: words as good as written ones."""
    venue = message.venue
    return f"{venue.title} {venue.address}".strip() if venue is not None else None


def _shows(message: Message) -> bool:
    """Whether a person sent something that we cannot read."""
    shown = (message.sticker, message.contact, message.dice, message.poll, message.story, message.game)
    return any(part is not None for part in shown)
