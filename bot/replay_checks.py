"""What became of a replay: one case per message, its full text, a number for everybody, no rule broken."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from bot.replay_input import Report
from storage.tables import cases, entries, inbox, outbox, persons
from storage.vault import Vault

_ENTRIES = (
    select(persons.c.telegram_id, cases.c.number, entries.c.id, entries.c.author_id, entries.c.words)
    .select_from(
        entries.join(cases, cases.c.id == entries.c.case_id).join(
            persons, persons.c.id == cases.c.reporter_id
        )
    )
    .order_by(entries.c.id)
)


Spoken = Callable[[int], Iterable[Mapping[str, Any]]]
"""What the bot said in a chat, as the platform shows it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the database; `numbers` by the reporter's platform id."""

    messages: int
    cases: int
    once: int
    whole: int
    numbers: Mapping[int, int]
    inbox: Mapping[str, int]
    outbox: Mapping[str, int]


def look(connection: Connection, vault: Vault, wanted: Sequence[Report]) -> Found:
    """Compare cases with what was sent."""
    texts: defaultdict[int, defaultdict[int, str]] = defaultdict(lambda: defaultdict(str))
    for row in connection.execute(_ENTRIES):
        words = vault.open(connection, row.author_id, "entries", "words", row.id, row.words) or ""
        texts[row.telegram_id][row.number] += words
    once = [report for report in wanted if len(texts[report.user_id]) == 1]
    whole = [
        report for report in once if _bare("".join(texts[report.user_id].values())) == _bare(report.text)
    ]
    return Found(
        messages=len(wanted),
        cases=connection.execute(select(func.count()).select_from(cases)).scalar_one(),
        once=len(once),
        whole=len(whole),
        numbers={report.user_id: next(iter(texts[report.user_id])) for report in once},
        inbox=_states(connection, inbox),
        outbox=_states(connection, outbox),
    )


def _states(connection: Connection, table: Any) -> dict[str, int]:
    counted = select(table.c.state, func.count()).group_by(table.c.state)
    return {row[0]: row[1] for row in connection.execute(counted)}


def _bare(text: str) -> str:
    """Without white space, which a client loses where it cuts."""
    return "".join(text.split())


def heard(spoken: Spoken, numbers: Mapping[int, int], wanted: Sequence[Report]) -> Counter[str]:
    """How each reporter heard their number, or "not at all"."""
    ways: Counter[str] = Counter()
    for report in wanted:
        ways[_way(spoken, report, f"#{numbers.get(report.user_id, 0)}")] += 1
    return ways


def _way(spoken: Spoken, report: Report, number: str) -> str:
    if any(_says(message.get("text", ""), number) for message in spoken(report.user_id)):
        return "private" if report.private else "mention, then private"
    for message in spoken(report.chat_id):
        if message.get("receiver_user_id") == report.user_id and _says(message.get("text", ""), number):
            return "ephemeral"
    return "not at all"


def mentioned(spoken: Spoken, report: Report) -> bool:
    """Whether this person was called by name in their group."""
    entities = (entity for message in spoken(report.chat_id) for entity in message.get("entities", ()))
    return any(_names(entity, report.user_id) for entity in entities)


def _says(text: str, number: str) -> bool:
    place = text.find(number)
    return place >= 0 and not text[place + len(number) : place + len(number) + 1].isdigit()


def _names(entity: Mapping[str, Any], user_id: int) -> bool:
    return entity.get("type") == "text_mention" and (entity.get("user") or {}).get("id") == user_id


def summary(found: Found, ways: Counter[str], violations: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The figures, and whether all of it held."""
    refused = Counter(str(violation.get("rule") or violation.get("key")) for violation in violations)
    whole = found.messages == found.cases == found.once == found.whole
    settled = not {"new", "dead", "cut"} & set(found.inbox)
    sent = not {"new", "leased", "ambiguous", "stuck"} & set(found.outbox)
    return {
        "messages": found.messages,
        "cases": found.cases,
        "exactly_one_case": found.once,
        "full_text": found.whole,
        "heard": dict(ways),
        "violations": dict(refused),
        "inbox": dict(found.inbox),
        "outbox": dict(found.outbox),
        "ok": whole and settled and sent and not ways["not at all"] and not refused,
    }
