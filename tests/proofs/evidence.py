"""What a run leaves behind for the checker: the platform's world, what people did, the database at rest."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

Row = dict[str, Any]
Json = dict[str, Any]

OK, FAIL, INFO = "ok", "fail", "info"
"""As in Jepsen: it happened, it did not, nobody knows."""

MARK = re.compile(r"~([0-9a-z]+)$")
MARKER = re.compile(r"\bzq[a-z]{1,3}\d+x\b")
"""A word that stands in one report or note only; no resident writes it by chance."""


@dataclass(slots=True)
class Op:
    """One thing that a person did; `who` and `chat_id` are the platform's ids, `at` is its clock."""

    id: int
    kind: str
    who: int
    chat_id: int
    at: datetime
    marker: str = ""
    parts: tuple[str, ...] = ()
    media: int = 0
    compound_id: int | None = None
    number: int | None = None
    case_id: int | None = None
    call_id: int | None = None
    poll_id: int | None = None
    home_id: int | None = None
    question_id: int | None = None
    choice: str = ""
    room: str = ""
    key: str = ""
    outcome: str = INFO
    said: str = ""
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stood:
    """A message of the bot: where, whose eyes, every version, the outbox row that its keyboard names."""

    chat_id: int
    id: int
    ephemeral: bool
    receiver_id: int | None
    versions: tuple[Json, ...]

    @property
    def text(self) -> str:
        """What stands there now."""
        return said(self.versions[-1])

    @property
    def marks(self) -> tuple[int, ...]:
        """The rows that its keyboards named, version after version."""
        return tuple(found for version in self.versions if (found := mark(version)) is not None)

    @property
    def place(self) -> tuple[int, int, bool]:
        """What tells it from every other message."""
        return self.chat_id, self.id, self.ephemeral


def said(version: Json) -> str:
    """The words of one version."""
    return str(version.get("text") or version.get("caption") or "")


def mark(version: Json) -> int | None:
    """The outbox row in the first button that has data, or None."""
    rows = (version.get("reply_markup") or {}).get("inline_keyboard") or ()
    for row in rows:
        for button in row:
            if data := button.get("callback_data"):
                found = MARK.search(data)
                return int(found.group(1), 36) if found else None
    return None


@dataclass
class Evidence:
    """All that the checks read; `tables` are rows by table, sealed fields opened, instants as datetimes."""

    world: Json
    calls: list[Json]
    violations: list[Json]
    history: list[Op]
    tables: Mapping[str, list[Row]]
    chain_errors: list[str] = field(default_factory=list)
    outages: tuple[tuple[datetime, datetime], ...] = ()
    open_early: frozenset[int] = frozenset()
    """People, by the platform's id, whose private chat was open before any poll was posted."""
    settled: frozenset[int] = frozenset()
    """People, by the platform's id, who were at home in a household before the run began."""
    overlap: timedelta = timedelta()
    """Within it two transactions may have run at once: their ids say nothing of their order."""

    def rows(self, table: str) -> list[Row]:
        """Every row of a table, by its id where it has one; "acts" are the outbox rows that say nothing."""
        return self.tables.get(table, [])

    @cached_property
    def bot_id(self) -> int:
        """The platform's id of the bot."""
        return int(self.world["bot"]["id"])

    @cached_property
    def stood(self) -> list[Stood]:
        """Every message of the bot that ever stood, deleted ones too."""
        return [_stood(m) for m in self.world["messages"] if m["sender_id"] == self.bot_id]

    @cached_property
    def by_place(self) -> dict[tuple[int, int, bool], Stood]:
        """The bot's messages by where they stand."""
        return {message.place: message for message in self.stood}

    @cached_property
    def by_mark(self) -> dict[int, list[Stood]]:
        """The bot's messages by the outbox row that their keyboard names."""
        found: dict[int, list[Stood]] = {}
        for message in self.stood:
            for row_id in dict.fromkeys(message.marks):
                found.setdefault(row_id, []).append(message)
        return found

    @cached_property
    def outbox(self) -> dict[int, Row]:
        """Outbox rows by id."""
        return {row["id"]: row for row in self.rows("outbox")}

    @cached_property
    def cases(self) -> dict[int, Row]:
        """Cases by id."""
        return {row["id"]: row for row in self.rows("cases")}

    @cached_property
    def audited(self) -> dict[tuple[str, int], list[Row]]:
        """Audit rows by subject, in the order of their commits: each had locked its subject's row."""
        found: dict[tuple[str, int], list[Row]] = {}
        for row in sorted(self.rows("audit"), key=lambda row: row["id"]):
            found.setdefault((row["subject"], row["subject_id"]), []).append(row)
        return found

    @cached_property
    def persons(self) -> dict[int, Row]:
        """Persons by our id."""
        return {row["id"]: row for row in self.rows("persons")}

    @cached_property
    def person_of(self) -> dict[int, int]:
        """Our id of whom the platform calls so."""
        return {row["telegram_id"]: row["id"] for row in self.rows("persons")}

    def message_of(self, row: Row) -> Stood | None:
        """Where an outbox row says that its message stands."""
        if row["message_id"] is None:
            return None
        return self.by_place.get((row["chat_id"], row["message_id"], row["route"] == "ephemeral"))

    def made_by(self, message: Stood) -> Json | None:
        """The call that made a message."""
        return self._makers.get(message.place)

    @cached_property
    def _makers(self) -> dict[tuple[int, int, bool], Json]:
        return dict(_makers(self.calls))


def _stood(message: Json) -> Stood:
    ephemeral = bool(message.get("ephemeral_message_id"))
    return Stood(
        chat_id=message["chat_id"],
        id=message["ephemeral_message_id"] if ephemeral else message["message_id"],
        ephemeral=ephemeral,
        receiver_id=message.get("receiver_user_id"),
        versions=tuple(v for v in message["versions"] if v["by"] != "deleted"),
    )


def _makers(calls: list[Json]) -> Iterator[tuple[tuple[int, int, bool], Json]]:
    """An ephemeral message is not found here: its call only tells message id 0."""
    for call in calls:
        if call["method"].startswith("send") and call["message_ids"]:
            chat_id = int(call["params"]["chat_id"])
            for message_id in call["message_ids"]:
                yield (chat_id, message_id, False), call
