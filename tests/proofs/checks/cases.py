"""A case went only legal ways, its number is nobody else's, and its reporter was told the true one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from tests.proofs.evidence import Evidence, Row

NUMBER = re.compile(r"#(\d+)")

WAYS = {
    ("filed", "take"): "taken",
    ("filed", "add"): "filed",
    ("filed", "withdraw"): "withdrawn",
    ("filed", "return"): "filed",
    ("filed", "decline"): "declining",
    ("taken", "reply"): "taken",
    ("taken", "add"): "taken",
    ("taken", "ask"): "waiting",
    ("taken", "defer"): "deferred",
    ("taken", "return"): "filed",
    ("taken", "decline"): "declining",
    ("taken", "finish"): "finished",
    ("taken", "withdraw"): "withdrawn",
    ("waiting", "reply"): "waiting",
    ("waiting", "add"): "taken",
    ("waiting", "wake"): "taken",
    ("waiting", "finish"): "finished",
    ("waiting", "withdraw"): "withdrawn",
    ("deferred", "reply"): "deferred",
    ("deferred", "add"): "deferred",
    ("deferred", "wake"): "taken",
    ("deferred", "withdraw"): "withdrawn",
    ("declining", "add"): "declining",
    ("declining", "agree"): "declined",
    ("declining", "object"): "filed",
    ("declining", "withdraw"): "withdrawn",
    ("finished", "reply"): "finished",
    ("finished", "add"): "finished",
    ("finished", "confirm"): "confirmed",
    ("finished", "partly"): "partly",
    ("finished", "reopen"): "taken",
    ("finished", "lapse"): "silent",
    ("confirmed", "rate"): "confirmed",
    ("confirmed", "reopen"): "taken",
    ("partly", "rate"): "partly",
    ("partly", "reopen"): "taken",
    ("silent", "confirm"): "confirmed",
    ("silent", "partly"): "partly",
    ("silent", "reopen"): "taken",
}
"""Written down again, so that a wrong table in the product is seen. Source: MISSION M1, M6."""

NO_STEP = ("refused", "held", "back", "unsolved", "join", "move", "left", "dispute", "arbitrate")
"""What is written down of a case that takes no step of the table."""

TELLS = {
    "report": "case-filed",
    "take": "case-taken",
    "reply": "case-replied",
    "add": "case-added",
    "finish": "case-finished",
    "confirm": "case-confirmed",
    "reopen": "case-reopened",
    "withdraw": "case-withdrawn",
}


def steps(evidence: Evidence, case_id: int) -> list[Row]:
    """The audit rows of a case, in the order of their commits."""
    return evidence.audited.get(("case", case_id), [])


def state_at(evidence: Evidence, case_id: int, moment: datetime) -> str:
    """Where a case stood at that instant, by its audit rows alone."""
    state = "filed"
    for row in steps(evidence, case_id)[1:]:
        if row["at"] <= moment:
            state = WAYS.get((state, row["action"].partition(".")[2]), state)
    return state


def legal(evidence: Evidence) -> Iterator[str]:
    """From the report on, every step was open where it was taken; the last one is where the case stands."""
    for case_id, case in evidence.cases.items():
        actions = [row["action"].partition(".")[2] for row in steps(evidence, case_id)]
        if actions[:1] != ["report"]:
            yield f"case {case['number']} does not begin with its report"
            continue
        state: str | None = "filed"
        for action in (one for one in actions[1:] if one not in NO_STEP):
            state = WAYS.get((state or "", action))
        if state != case["state"]:
            yield f"case {case['number']} is {case['state']}, its steps lead to {state}: {' '.join(actions)}"


def numbered(evidence: Evidence) -> Iterator[str]:
    """1, 2, 3 … in each compound: a rolled back report gives its number back."""
    by_compound: dict[int, list[int]] = {}
    for case in evidence.cases.values():
        by_compound.setdefault(case["compound_id"], []).append(case["number"])
    for compound, numbers in by_compound.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"compound {compound} has the numbers {sorted(numbers)}"


def numbers_true(evidence: Evidence) -> Iterator[str]:
    """No number was ever told, in any version of any message, that is not a case there."""
    numbers = {(c["compound_id"], c["number"]) for c in evidence.cases.values()}
    for message in evidence.stood:
        compounds = compounds_of(evidence, message.chat_id)
        for version in message.versions:
            for told in NUMBER.findall(str(version.get("text") or version.get("caption") or "")):
                if not any((compound, int(told)) in numbers for compound in compounds):
                    yield f"#{told} was told in chat {message.chat_id}, and is no case there"


def told(evidence: Evidence) -> Iterator[str]:
    """Every reporter was told the number of every case, in a message that stood.

    Where the private chat is closed, a mention in the group says only that there is something: counted.
    """
    filed = {row["about"]: row for row in evidence.rows("outbox") if row["key"] == "case-filed"}
    for case_id, case in evidence.cases.items():
        row = filed.get(case_id)
        if row is None:
            yield f"the receipt of case {case['number']} was never written"
        elif row["state"] != "stuck" and row["route"] != "mention" and not _stands(evidence, row, case):
            yield f"the receipt of case {case['number']} ({row['state']}) does not stand with its number"


def _stands(evidence: Evidence, row: Row, case: Row) -> bool:
    """The row's own message, or, as an ephemeral one tells no id, any such to the reporter."""
    if row["route"] != "ephemeral":
        messages = [m for m in (evidence.message_of(row),) if m is not None]
    else:
        reporter = evidence.persons[case["reporter_id"]]["telegram_id"]
        messages = [m for m in evidence.stood if m.ephemeral and m.receiver_id == reporter]
    return any(str(case["number"]) in NUMBER.findall(message.text) for message in messages)


def each_step_told(evidence: Evidence) -> Iterator[str]:
    """One row for the other side per step, no more, no less."""
    rows = Counter((r["key"], r["about"]) for r in evidence.rows("outbox") if r["parent_id"] is None)
    for case_id, case in evidence.cases.items():
        taken = Counter(row["action"].partition(".")[2] for row in steps(evidence, case_id))
        for action, key in TELLS.items():
            if rows[key, case_id] != taken[action]:
                told_of = f"{rows[key, case_id]} rows {key}"
                yield f"case {case['number']}: {taken[action]} times {action}, {told_of}"


def compounds_of(evidence: Evidence, chat_id: int) -> set[int]:
    """The compounds of which a chat may hear: its own place's, or its person's where it is private."""
    places = {row["id"]: row["compound_id"] for row in evidence.rows("places")}
    found = {
        places[c["place_id"]] for c in evidence.rows("chats") if c["chat_id"] == chat_id and c["place_id"]
    }
    person = evidence.person_of.get(chat_id)
    if person is not None:
        found |= {g["compound_id"] for g in evidence.rows("grants") if g["person_id"] == person}
    return found
