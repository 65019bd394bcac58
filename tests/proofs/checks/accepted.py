"""Every accepted thing is kept exactly once, whole; what nobody is sure of, at most once."""

from collections import Counter
from collections.abc import Iterator

from tests.proofs.evidence import FAIL, MARKER, OK, Evidence, Op, Row

STEPS = {"take", "reply", "add", "finish", "confirm", "reopen", "withdraw"}
WORDS = {"reply", "add", "finish"}


def reports_once(evidence: Evidence) -> Iterator[str]:
    """A message is kept by the platform until we confirm it, so every report must become exactly one case."""
    cases = _entries_by_marker(evidence, "report")
    for op in _ops(evidence, "report"):
        wanted = 0 if op.outcome == FAIL else 1
        found = {row["case_id"] for row in cases.get(op.marker, [])}
        if len(found) != wanted:
            yield f"report {op.marker} ({op.outcome}) became {len(found)} cases"


def reports_whole(evidence: Evidence) -> Iterator[str]:
    """Every word of every part, in order, and every attachment, under its reporter."""
    cases = _entries_by_marker(evidence, "report")
    for op in _ops(evidence, "report"):
        for first in cases.get(op.marker, [])[:1]:
            yield from _differences(evidence, op, first)


def _differences(evidence: Evidence, op: Op, first: Row) -> Iterator[str]:
    rows = [row for row in evidence.rows("entries") if row["case_id"] == first["case_id"]]
    kept = [row["words"] for row in sorted(rows, key=lambda row: row["id"]) if row["kind"] != "step"]
    if _squeezed(kept) != _squeezed(op.parts):
        yield f"report {op.marker} is kept with other words than were said"
    media = sum(row["case_id"] == first["case_id"] for row in evidence.rows("media"))
    if media != op.media:
        yield f"report {op.marker} has {media} attachments instead of {op.media}"
    if evidence.cases[first["case_id"]]["reporter_id"] != evidence.person_of.get(op.who):
        yield f"report {op.marker} is kept under somebody else"


def _squeezed(parts: object) -> str:
    """Where a client cuts and where spaces at the rim fall away is not the bot's to keep."""
    assert isinstance(parts, list | tuple)
    return "".join("".join(str(part).split()) for part in parts)


def words_once(evidence: Evidence) -> Iterator[str]:
    """A note stands once in its case, word for word; nothing stands that nobody said."""
    said = {op.marker: op for op in evidence.history if op.marker}
    counts: Counter[str] = Counter()
    for row in evidence.rows("entries"):
        for marker in set(MARKER.findall(row["words"] or "")):
            counts[marker] += 1
            if marker not in said:
                yield f"{marker} stands in an entry, but nobody said it"
            elif said[marker].kind != "report" and _squeezed([row["words"]]) != _squeezed(said[marker].parts):
                yield f"note {marker} is kept with other words than were said"
    yield from (f"{marker} stands in {count} entries" for marker, count in counts.items() if count > 1)
    yield from _missing(said, counts)


def _missing(said: dict[str, Op], counts: Counter[str]) -> Iterator[str]:
    for marker, op in said.items():
        if op.kind in WORDS and op.outcome == OK and not counts[marker]:
            yield f"note {marker} was accepted and is not there"
        if op.kind in WORDS and op.outcome == FAIL and counts[marker]:
            yield f"note {marker} was refused and is there"


def steps_once(evidence: Evidence) -> Iterator[str]:
    """Each accepted step has its audit row, each unsure one at most one, and there are no others."""
    yield from _balanced(evidence, STEPS, "case", "case_id")


def taps_once(evidence: Evidence) -> Iterator[str]:
    """The same for taps in and out of a call."""
    yield from _balanced(evidence, {"join", "leave"}, "call", "call_id")


def _balanced(evidence: Evidence, kinds: set[str], subject: str, target: str) -> Iterator[str]:
    sure: Counter[tuple[int, str, str]] = Counter()
    most: Counter[tuple[int, str, str]] = Counter()
    for op in evidence.history:
        if op.kind in kinds:
            key = (getattr(op, target) or 0, op.kind, _pseudonym(evidence, op.who))
            sure[key] += op.outcome == OK
            most[key] += op.outcome != FAIL
    done: Counter[tuple[int, str, str]] = Counter()
    for row in evidence.rows("audit"):
        kind = row["action"].partition(".")[2]
        kind = "join" if kind == "accept" else kind  # the same button takes a place and an offer
        if row["subject"] == subject and kind in kinds:
            done[row["subject_id"], kind, row["who"]] += 1
    for key in sure.keys() | done.keys():
        if not sure[key] <= done[key] <= most[key]:
            counts = f"{sure[key]} accepted, {done[key]} done, {most[key]} possible"
            yield f"{key[1]} of {subject} {key[0]} by {key[2]}: {counts}"


def _pseudonym(evidence: Evidence, telegram_id: int) -> str:
    person = evidence.persons.get(evidence.person_of.get(telegram_id, 0), {})
    return str(person.get("pseudonym", f"unknown {telegram_id}"))


def _ops(evidence: Evidence, kind: str) -> Iterator[Op]:
    return (op for op in evidence.history if op.kind == kind)


def _entries_by_marker(evidence: Evidence, kind: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in evidence.rows("entries"):
        if row["kind"] == kind:
            for marker in set(MARKER.findall(row["words"] or "")):
                found.setdefault(marker, []).append(row)
    return found
