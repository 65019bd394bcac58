"""The transaction as the rules see it: what every service may load, ask and leave behind."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from domain.kernel.jobs import Jobs
from domain.kernel.people import Actor, Standing
from domain.kernel.words import Act, CardKind, Destination, Params, Priority


class People(Protocol):
    """Persons by what the platform calls them."""

    def enter(self, actor: Actor) -> Standing:
        """The actor's standing now; the person is made on first contact, a group's speaker its resident."""

    def guest(self, name: str, locale: str) -> int:
        """Somebody without an account of their own, by the name that they gave; their id."""

    def telegram_ids(self, person_ids: tuple[int, ...]) -> Mapping[int, int]:
        """The platform's user ids of these persons; erased persons are left out."""


class Outbox(Protocol):
    """Words that must reach somebody; they leave after this transaction commits."""

    def tell(
        self,
        to: Destination,
        key: str,
        params: Params,
        *,
        about: int | None = None,
        priority: Priority = Priority.ANSWER,
        not_before: datetime | None = None,
        dedupe: str | None = None,
        silent: bool = False,
    ) -> None:
        """Leave one message: a text key with variables; `about` is the subject that its buttons act on.

        A second row with the same `dedupe` is not added. `not_before` is UTC.
        """

    def act(
        self,
        act: Act,
        chat_id: int,
        message_id: int | None = None,
        *,
        params: Params | None = None,
        dedupe: str | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Leave something to do in a chat, on a message of it where one is meant (the platform's ids).

        REACT takes `emoji`, none takes the reaction back; DELETE takes nothing; each act may name a card
        instead of a message (`card` its kind, `subject` its subject's id) and waits until that one stands.
        COMMANDS takes `scope` ("chat" or "member") and `menu` (a name of handlers.menus.commands), with
        `user` (the platform's id) for "member". EDIT takes `row`, the id of the outbox row to
        show anew. Done twice it is done once; refused, it is dropped.
        """

    def show_anew(self, kind: CardKind, subject_id: int) -> None:
        """Let every message that speaks of that card's subject say what is so now; what has no message of
        its own any more stays as it is.
        """

    def take_back(self, kind: CardKind, subject_id: int) -> None:
        """Delete every message that brought attachments of that card's subject."""


class Cards(Protocol):
    """One message per card and chat, edited in place."""

    def open(
        self,
        kind: CardKind,
        subject_id: int,
        to: Destination,
        *,
        not_before: datetime | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> None:
        """Post a card there, once per subject and destination."""

    def refresh(self, kind: CardKind, subject_id: int) -> None:
        """Mark every card of this subject dirty."""


class DueRows(Protocol):
    """What falls due: rows that a sweep finds."""

    def plan(self, kind: str, subject_id: int, at: datetime, occurrence: str, zone: str) -> None:
        """Plan one occurrence at `at` (UTC); the same `occurrence` is planned once, and anew where it was
        cancelled.
        """

    def cancel(self, kind: str, subject_id: int) -> None:
        """Cancel every open row of that kind and subject."""


class Audit(Protocol):
    """Who did what, by pseudonym."""

    def note(
        self, compound_id: int, person_id: int | None, action: str, subject: str, subject_id: int
    ) -> None:
        """Add a row; it is sealed into the compound's chain within a second."""


class Dialogues(Protocol):
    """What the bot waits for from one person in one chat."""

    def open(self, actor: Actor, state: str, data: Mapping[str, int | str], until: datetime) -> None:
        """Wait for this person's next words there until `until` (UTC)."""

    def close(self, actor: Actor) -> None:
        """Wait no longer."""


class WorkingCalendar(Protocol):
    """Which days people work."""

    def works(self, day: date) -> bool:
        """Whether `day` is a working day, public holidays and 调休 included."""

    def known(self, day: date) -> bool:
        """Whether the published holidays reach `day`; beyond, answers are provisional."""


class Tx(Protocol):
    """One transaction: load, decide, save; it commits or it never was."""

    @property
    def now(self) -> datetime:
        """The wall clock, UTC, read once inside this transaction."""

    def new_id(self) -> int:
        """A fresh 63-bit id, ascending in time."""

    def new_nonce(self) -> bytes:
        """Sixteen bytes that nobody can guess."""

    @property
    def people(self) -> People: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def due(self) -> DueRows: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def dialogues(self) -> Dialogues: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def calendar(self) -> WorkingCalendar: ...
