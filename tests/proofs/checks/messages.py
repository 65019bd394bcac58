"""What the platform saw: nothing overwritten, chats in order, nothing in a foreign one, no rule broken."""

from collections import Counter
from collections.abc import Iterator

from tests.proofs.checks.cases import compounds_of
from tests.proofs.evidence import MARKER, Evidence, Row, Stood, mark, said


def none_overwritten(evidence: Evidence) -> Iterator[str]:
    """Only a card changes its words, only its own message; no keyboard is left that is another row's."""
    cards = {
        (row["chat_id"], row["message_id"]): row["id"] for row in evidence.rows("cards") if row["message_id"]
    }
    for message in evidence.stood:
        words = {said(version) for version in message.versions}
        if len(words) > 1 and not _is_card(evidence, cards, message):
            yield f"message {message.id} in {message.chat_id} changed its words and is no card"
        if _is_lost(evidence, message):
            yield f"message {message.id} in {message.chat_id} bears the keyboard of row {message.marks[-1]}"
    yield from _people_edited(evidence)


def _is_lost(evidence: Evidence, message: Stood) -> bool:
    """It bears another row's keyboard at the end; a double that nobody claims may serve another row."""
    first, last = mark(message.versions[0]), mark(message.versions[-1])
    if last in (first, None):
        return False
    row = evidence.outbox.get(last or 0)
    return row is None or evidence.message_of(row) != message


def lent(evidence: Evidence) -> Counter[str]:
    """Where a probe put its keyboard below another message of ours: given back, or taken away for good."""
    found: Counter[str] = Counter()
    for message in evidence.stood:
        first, last = mark(message.versions[0]), mark(message.versions[-1])
        if len({first, *message.marks}) > 1 and first is not None:
            found["a keyboard lent for a moment" if last == first else "a keyboard lost to a probe"] += 1
    return found


def _is_card(evidence: Evidence, cards: dict[tuple[int, int], int], message: Stood) -> bool:
    """The message that stands as a card, or one that was sent as that card and has a late twin."""
    if message.ephemeral:
        return False
    sent_as = {row["card_id"] for i in message.marks if (row := evidence.outbox.get(i)) and row["card_id"]}
    return bool(sent_as) or (message.chat_id, message.id) in cards


def _people_edited(evidence: Evidence) -> Iterator[str]:
    for message in evidence.world["messages"]:
        if message["sender_id"] != evidence.bot_id and any(v["by"] == "bot" for v in message["versions"]):
            yield f"message {message['message_id']} of a person was edited by the bot"


def in_order(evidence: Evidence) -> Iterator[str]:
    """Rows of one chat and priority came in the order of their writing, apart from what was tried again."""
    lanes: dict[tuple[int, int], list[Row]] = {}
    for row in sorted(evidence.rows("outbox"), key=lambda row: row["id"]):
        if row["state"] == "sent" and _went_straight(row) and len(evidence.by_mark.get(row["id"], ())) <= 1:
            lanes.setdefault((row["chat_id"], row["priority"]), []).append(row)
    for (chat_id, _priority), rows in lanes.items():
        for place, later in enumerate(rows):
            before = [
                row for row in rows[:place] if later["created_at"] - row["created_at"] >= evidence.overlap
            ]
            last = max(before, key=lambda row: int(row["message_id"]), default=None)
            if last is not None and last["message_id"] > later["message_id"]:
                yield f"chat {chat_id}: row {later['id']} stands before row {last['id']}"


def _went_straight(row: Row) -> bool:
    planned = row["not_before"] > row["created_at"]
    return row["route"] != "ephemeral" and row["attempts"] <= 1 and not row["probes"] and not planned


def none_foreign(evidence: Evidence) -> Iterator[str]:
    """Each message stands where its row's destination means, and words never leave their compound."""
    for row in evidence.rows("outbox"):
        for message in evidence.by_mark.get(row["id"], ()):
            if message.chat_id not in _meant(evidence, row):
                yield f"row {row['id']} for {row['destination']} stands in chat {message.chat_id}"
    yield from _strayed_words(evidence)
    yield from _strayed_whispers(evidence)


def _meant(evidence: Evidence, row: Row) -> set[int]:
    """The chats that a destination may mean: spelled out again from tables.py, `person:ID@NEAR` and so on."""
    kind, _, rest = row["destination"].partition(":")
    if kind == "chat":
        return _moved(evidence, int(rest.partition(">")[0].partition("/")[0]))
    if kind == "person":
        person, _, near = rest.partition("@")
        own = evidence.persons[int(person)]["telegram_id"]
        return {own} | (_moved(evidence, int(near)) if near else set())
    workers = {
        g["person_id"]
        for g in evidence.rows("grants")
        if g["role"] == "worker" and g["compound_id"] == int(rest)
    }
    places = {p["id"] for p in evidence.rows("places") if p["compound_id"] == int(rest)}
    rooms = {
        c["chat_id"] for c in evidence.rows("chats") if c["audience"] == "workers" and c["place_id"] in places
    }
    return rooms | {evidence.persons[i]["telegram_id"] for i in workers}


def _moved(evidence: Evidence, chat_id: int) -> set[int]:
    later = {c["chat_id"]: c["moved_to"] for c in evidence.rows("chats")}
    return {chat_id} | ({later[chat_id]} if later.get(chat_id) else set())


def _strayed_words(evidence: Evidence) -> Iterator[str]:
    home = {
        marker: evidence.cases[row["case_id"]]
        for row in evidence.rows("entries")
        for marker in MARKER.findall(row["words"] or "")
    }
    home |= {
        marker: row
        for row in evidence.rows("questions")
        for marker in MARKER.findall(f"{row['words']} {row['answer'] or ''}")
    }
    for message in evidence.stood:
        for marker in {found for version in message.versions for found in MARKER.findall(said(version))}:
            case = home.get(marker)
            if case is not None and case["compound_id"] not in compounds_of(evidence, message.chat_id):
                yield f"words of compound {case['compound_id']} were shown in chat {message.chat_id}"


def _strayed_whispers(evidence: Evidence) -> Iterator[str]:
    """A case's words in somebody's private chat: the reporter's, or a worker's of its compound."""
    for row in evidence.rows("outbox"):
        case = evidence.cases.get(row["about"] or 0)
        if case is None or row["route"] != "private" or row["state"] != "sent":
            continue
        person = evidence.person_of.get(row["chat_id"])
        workers = {
            g["person_id"] for g in evidence.rows("grants")
            if g["role"] == "worker" and g["compound_id"] == case["compound_id"]
        }  # fmt: skip
        if person not in workers | {case["reporter_id"]}:
            yield f"row {row['id']} about case {case['number']} went to somebody who has no part in it"
