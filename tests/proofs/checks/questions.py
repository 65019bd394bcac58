"""Questions: each is kept once, each answer once and word for word, and whoever asked hears it once."""

from collections import Counter
from collections.abc import Iterator

from tests.proofs.evidence import FAIL, MARKER, OK, Evidence, Op, Row


def asked_once(evidence: Evidence) -> Iterator[str]:
    """An accepted question is one row under its asker, a refused one none, with the words that were said."""
    kept: dict[str, list[Row]] = {}
    for row in evidence.rows("questions"):
        for marker in set(MARKER.findall(row["words"] or "")):
            kept.setdefault(marker, []).append(row)
    for op in _ops(evidence, "question"):
        found = kept.get(op.marker, [])
        wanted = {OK: (1,), FAIL: (0,)}.get(op.outcome, (0, 1))
        if len(found) not in wanted:
            yield f"question {op.marker} ({op.outcome}) is kept {len(found)} times"
        for row in found:
            if row["asker_id"] != evidence.person_of.get(op.who) or _bare(row["words"]) != _bare(op.parts[0]):
                yield f"question {op.marker} is kept otherwise than it was asked"


def answered_once(evidence: Evidence) -> Iterator[str]:
    """An answer is a worker's, stands under one question with the words that were said, and reaches its asker
    in one message when it is given.
    """
    said = {op.marker: op for op in _ops(evidence, "answer")}
    seen: Counter[str] = Counter()
    for question in evidence.rows("questions"):
        if question["state"] != "answered":
            continue
        for marker in set(MARKER.findall(question["answer"] or "")) or {""}:
            seen[marker] += 1
            yield from _differences(evidence, question, said.get(marker))
        told = [
            row for row in evidence.rows("outbox")
            if row["key"] == "guide-answered" and row["about"] == question["id"]
            and row["created_at"] == question["answered_at"]
        ]  # fmt: skip
        whom = {row["destination"].partition("@")[0] for row in told}
        if len(told) != 1 or whom != {f"person:{question['asker_id']}"}:
            yield f"the answer to question {question['id']} was told {len(told)} times"
    yield from (f"answer {marker} stands {n} times" for marker, n in seen.items() if n > 1)


def _differences(evidence: Evidence, question: Row, op: Op | None) -> Iterator[str]:
    workers = {
        g["person_id"] for g in evidence.rows("grants")
        if g["role"] == "worker" and g["compound_id"] == question["compound_id"]
    }  # fmt: skip
    if op is None:
        yield f"question {question['id']} has an answer that nobody gave"
    elif _bare(question["answer"]) != _bare(op.parts[0]) or op.question_id != question["id"]:
        yield f"answer {op.marker} is kept otherwise than it was given"
    if question["answered_by"] not in workers:
        yield f"question {question['id']} was answered by somebody who may not"
    elif op is not None and question["answered_by"] != evidence.person_of.get(op.who):
        yield f"answer {op.marker} is kept under another name"


def _ops(evidence: Evidence, kind: str) -> Iterator[Op]:
    return (op for op in evidence.history if op.kind == kind)


def _bare(words: str) -> str:
    return "".join(words.split())
