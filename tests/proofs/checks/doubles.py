"""Messages that people saw twice: told by cause; without a cause that nobody could help, a broken promise."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.proofs.evidence import Evidence, Json, Row, Stood, said

UNEXPLAINED = "no known cause"
EPHEMERAL = "ephemeral: the platform tells no lasting id"
LATE = "late: the platform did the work after the lease"
LIED = "false not found: the probe was told so of a message that stood"
EXHAUSTED = "inconclusive: as many probes as one row may spend found nothing"
PLAIN = "ambiguous without a keyboard"


PROBES = 5
"""What one row may spend. Source: reliability §2, the probe: then it is sent again, recognisably."""


@dataclass(frozen=True, slots=True)
class Double:
    """One message too many."""

    cause: str
    shown_by: str


def doubles(evidence: Evidence) -> Iterator[Double]:
    """Every visible message beyond the one that its outbox row claims."""
    for row_id, messages in evidence.by_mark.items():
        row = evidence.outbox.get(row_id)
        for message in _extra(evidence, row, messages):
            yield Double(
                _cause(evidence, row, messages, message), f"row {row_id} stands {len(messages)} times"
            )
    yield from _unclaimed(evidence)


def counted(evidence: Evidence) -> Counter[str]:
    """How many, by cause."""
    return Counter(double.cause for double in doubles(evidence))


def unexplained(evidence: Evidence) -> Iterator[str]:
    """Doubles that the probe should have prevented."""
    return (double.shown_by for double in doubles(evidence) if double.cause == UNEXPLAINED)


def _extra(evidence: Evidence, row: Row | None, messages: list[Stood]) -> list[Stood]:
    claimed = evidence.message_of(row) if row is not None else None
    if claimed is None or all(claimed.place != message.place for message in messages):
        return messages[1:]
    return [message for message in messages if message.place != claimed.place]


def _cause(evidence: Evidence, row: Row | None, messages: list[Stood], extra: Stood) -> str:
    if any(message.ephemeral for message in messages):
        return EPHEMERAL
    calls = [call for message in messages if (call := evidence.made_by(message)) is not None]
    if any(call["fault"] == "late" for call in calls):
        return LATE
    if any(_was_denied(evidence, message) for message in messages):
        return LIED
    if row is not None and row["probes"] >= PROBES and _was_looked_for(evidence, extra, calls):
        return EXHAUSTED
    return UNEXPLAINED


def _was_denied(evidence: Evidence, message: Stood) -> bool:
    """Whether a probe or an edit of this standing message was told that there is none."""
    return any(_denies(call, message) for call in evidence.calls if call["method"].startswith("editMessage"))


def _was_looked_for(evidence: Evidence, message: Stood, makers: list[Json]) -> bool:
    """Whether any id of that chat was probed between the first and the last sending."""
    first, last = min(call["seq"] for call in makers), max(call["seq"] for call in makers)
    between = evidence.calls[first:last]
    return any(
        call["method"] == "editMessageReplyMarkup"
        and str(call["params"].get("chat_id")) == str(message.chat_id)
        for call in between
    )


def recognisable(evidence: Evidence) -> Counter[str]:
    """Of the doubles with a keyboard, how many say of themselves that they may be one."""
    found: Counter[str] = Counter()
    for row_id, messages in evidence.by_mark.items():
        if len(messages) > 1:
            told = any(f"R-{row_id}" in said(v) for message in messages for v in message.versions)
            found["doubled rows that say so" if told else "doubled rows that do not say so"] += 1
    return found


def _denies(call: Json, message: Stood) -> bool:
    params, outcome = call["params"], call["outcome"] or {}
    return (
        str(params.get("chat_id")) == str(message.chat_id)
        and str(params.get("message_id")) == str(message.id)
        and outcome.get("rule") in ("edit_not_found", "edit_id_invalid")
    )


def _unclaimed(evidence: Evidence) -> Iterator[Double]:
    """Messages whose keyboard names no row, and that no row claims: a kill or a lost answer forgot them."""
    claimed = {m.place for row in evidence.rows("outbox") if (m := evidence.message_of(row)) is not None}
    claimed |= _album_parts(evidence, claimed)
    for message in evidence.stood:
        if message.marks or message.place in claimed or message.ephemeral:
            continue
        call = evidence.made_by(message)
        cause = LATE if call is not None and call["fault"] == "late" else PLAIN
        yield Double(cause, f"message {message.id} in {message.chat_id} is claimed by no row")
    yield from _whispers(evidence)


def _whispers(evidence: Evidence) -> Iterator[Double]:
    """Ephemeral messages without a keyboard, beyond the rows that went that way to that person."""
    stood = Counter((m.chat_id, m.receiver_id) for m in evidence.stood if m.ephemeral and not m.marks)
    for row in evidence.rows("outbox"):
        if row["route"] == "ephemeral" and row["state"] == "sent" and row["id"] not in evidence.by_mark:
            person = int(row["destination"].removeprefix("person:").partition("@")[0])
            stood[row["chat_id"], evidence.persons[person]["telegram_id"]] -= 1
    for (chat_id, who), more in stood.items():
        yield from (Double(EPHEMERAL, f"{who} saw one more in {chat_id}") for _ in range(more))


def _album_parts(evidence: Evidence, claimed: set[tuple[int, int, bool]]) -> set[tuple[int, int, bool]]:
    """All parts of a sent album belong to the row that claims one of them."""
    parts: set[tuple[int, int, bool]] = set()
    for call in evidence.calls:
        places = {(int(call["params"].get("chat_id") or 0), i, False) for i in call["message_ids"] or ()}
        if call["method"] == "sendMediaGroup" and places & claimed:
            parts |= places
    return parts
