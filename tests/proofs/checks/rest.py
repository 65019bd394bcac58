"""When everything has come to rest, nothing waits, and what stands in the chats is what the tables say."""

import re
from collections.abc import Iterator

from tests.proofs.evidence import Evidence

REPEAT = re.compile(r"\n[^\n]*\bR-\d+[^\n]*\Z")
"""The line that makes a possible double recognisable."""

UNSETTLED = ("new", "leased", "ambiguous")


def inbox_settled(evidence: Evidence) -> Iterator[str]:
    """Every update was decided, refused or passed over; its payload is gone."""
    for row in evidence.rows("inbox"):
        if row["state"] in ("new", "dead"):
            name = f"update {row['update_id']} ({row['kind']})"
            yield f"{name} is {row['state']} after {row['attempts']} attempts"
        elif row["payload"] is not None:
            yield f"update {row['update_id']} is {row['state']} and its payload is still kept"


def inbox_complete(evidence: Evidence) -> Iterator[str]:
    """Every update that the platform believes to be confirmed was kept, and kept once."""
    kept = [row["update_id"] for row in evidence.rows("inbox")]
    known = set(kept)
    if len(kept) != len(known):
        yield "an update is kept twice"
    for update in evidence.world["updates"]:
        if update["confirmed"] and update["update_id"] not in known:
            yield f"update {update['update_id']} ({update['kind']}) was confirmed and never kept"


def outbox_settled(evidence: Evidence) -> Iterator[str]:
    """No row waits, is leased or ambiguous, and what is marked as sent stands."""
    for row in evidence.rows("outbox"):
        if row["state"] in UNSETTLED:
            yield f"outbox row {row['id']} ({row['key']}) is {row['state']}, {row['error'] or 'no error'}"
        elif row["state"] == "sent" and row["route"] != "ephemeral" and evidence.message_of(row) is None:
            yield f"outbox row {row['id']} ({row['key']}) is marked as sent, and no message stands"
    for row in evidence.rows("acts"):
        if row["state"] not in ("sent", "dropped"):
            yield f"act {row['id']} ({row['key']}) is {row['state']}, {row['error'] or 'no error'}"


def adopted_own(evidence: Evidence) -> Iterator[str]:
    """A row's message is one that its own keyboard names, and no two rows claim the same."""
    claimed: dict[tuple[int, int, bool], int] = {}
    for row in evidence.rows("outbox"):
        message = evidence.message_of(row)
        if row["state"] != "sent" or message is None:
            continue
        if message.marks and row["id"] not in message.marks:
            yield f"outbox row {row['id']} claims a message of row {message.marks[0]}"
        if message.place in claimed:
            yield f"outbox rows {claimed[message.place]} and {row['id']} claim one message"
        claimed[message.place] = row["id"]


def cards_shown(evidence: Evidence) -> Iterator[str]:
    """Every card stands and shows the state at rest: no card is dirty, no words are old."""
    for card in evidence.rows("cards"):
        name = f"card {card['kind']} {card['subject_id']} in {card['destination']}"
        if card["stuck"]:
            continue
        if card["shown"] < card["version"]:
            yield f"{name} shows version {card['shown']} of {card['version']}"
        message = evidence.by_place.get((card["chat_id"] or 0, card["message_id"] or 0, False))
        if message is None:
            if not _handed_on(evidence, card["id"]):
                yield f"{name} does not stand"
        elif card.get("expected") is not None and REPEAT.sub("", message.text).strip() != card["expected"]:
            yield f"{name} shows old words: {message.text[:60]!r} instead of {card['expected'][:60]!r}"


def _handed_on(evidence: Evidence, card_id: int) -> bool:
    """A card for many has a row for each of them, and is none itself."""
    return any(r["card_id"] == card_id and r["state"] == "expanded" for r in evidence.rows("outbox"))


def jobs_ended(evidence: Evidence) -> Iterator[str]:
    """Long work is done or has failed with a word."""
    for row in evidence.rows("jobs"):
        if row["state"] not in ("done", "failed"):
            yield f"job {row['id']} ({row['kind']}) is {row['state']}"
