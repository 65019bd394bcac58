"""What handlers are given (unit, toast, dialogue), what views read, and what they hand back to be sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from domain.calls.sheets import CallSheets
from domain.cases.canned import CannedSheets
from domain.cases.desk_sheets import DeskSheets
from domain.cases.hints import HintSheets
from domain.cases.incidents import IncidentSheets
from domain.cases.intake_sheets import IntakeSheets
from domain.cases.pictures import PictureSheets
from domain.cases.sheets import CaseSheets
from domain.duties.sheets import DutySheets
from domain.flows.mine import MineSheets
from domain.guide.rules import Found
from domain.guide.sheets import GuideSheets
from domain.kernel.days import DaySheets
from domain.kernel.errors import DomainError
from domain.kernel.jobs import JobSheets
from domain.kernel.people import Actor
from domain.numbers.sheets import NumberSheets
from domain.places.charges import LeadSheets
from domain.places.sheets import HomeSheets, PlaceSheets
from domain.polls.sheets import PollSheets

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Unit(Protocol):
    """One update's one decision: inbox mark, decision, audit and outbox rows commit together."""

    async def transact(
        self, service: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `service(tx, *args)` and commit; a second call raises RuntimeError.

        A DomainError rolls the decision back, commits mark and refusal, and is raised again.
        """

    async def refuse(self, error: DomainError) -> None:
        """Commit mark and refusal where there is nothing to decide."""


class Toast(Protocol):
    """The answer to a press; best effort, after the commit, off the lane."""

    def __call__(self, key: str, *, alert: bool = False, url: str | None = None, **params: object) -> None:
        """Say the text of that key in the presser's language; nothing happens outside a press."""


class Library(Protocol):
    """What can be looked up before a decision."""

    async def find(self, words: str, actor: Actor) -> Found:
        """What of the guide answers these words for that asker; never raises for any words."""


class Ranks(Protocol):
    """What the platform says of people in a group, asked before a decision."""

    async def administers(self, chat_id: int, user_id: int) -> bool:
        """Whether that user is an administrator there now (the platform's ids); raises CannotAsk."""


class Names(Protocol):
    """Names and words behind references."""

    def person_name(self, person_id: int) -> str | None:
        """The display name, or None where the person is unknown or erased."""

    def entry_words(self, entry_id: int) -> str | None:
        """The words of an entry, or None where they are gone."""

    def reporter_name(self, case_id: int) -> str | None:
        """Who reported the case, as those who work on it may know them: None where they may not, empty where
        the name is gone.
        """

    def body_name(self, body_id: int) -> str | None:
        """A body's name."""


class Reader(
    Names,
    CaseSheets,
    PictureSheets,
    CannedSheets,
    HintSheets,
    IncidentSheets,
    CallSheets,
    JobSheets,
    PlaceSheets,
    LeadSheets,
    HomeSheets,
    PollSheets,
    GuideSheets,
    DutySheets,
    MineSheets,
    DaySheets,
    IntakeSheets,
    DeskSheets,
    NumberSheets,
    Protocol,
):
    """All that views may read; lives for one rendering."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What the bot waits for from this person here; `data` holds ids and choices."""

    state: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: `data` (a packed Press, at most 40 bytes, so that a row mark fits) or `url`."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """Shown with a message: `kind` as in MediaKind, by the platform's file id or a stored file's name;
    `sealed` is the id under which that file was sealed, where it was.
    """

    kind: str
    file_id: str | None = None
    stored: str | None = None
    sealed: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it is sent: Telegram HTML within 4,096 UTF-16 units once parsed, and its buttons."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    force_reply: str | None = None
    keys: tuple[tuple[str, ...], ...] = ()
    """Lasting keys below the private chat's text box."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be rendered: an outbox row or a card, for one recipient."""

    key: str
    params: dict[str, Any]
    about: int | None
    destination: str
    locale: str
    zone: str
    private: bool
    recipient_id: int | None
    row_id: int | None = None
    repeat: bool = False
    """Whether the message may stand there already: then "R-<row_id>" is shown, so that a double is known."""
    standing: bool = False
    """Whether a card stands there already, and is to be brought up to date."""
    link: str = ""
    """The bot's own address, `https://t.me/<bot>`."""


class Renderer(Protocol):
    """Turns what is wanted into what is shown."""

    def render(self, wanted: Wanted, reader: Reader) -> Shown | None:
        """The message, or None where there is nothing left to say (its subject is gone)."""
