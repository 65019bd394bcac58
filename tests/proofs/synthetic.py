"""A small day in which everything went well, made by hand: what planted violations are planted into."""

from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.presses import base36
from tests.proofs import synthetic_town as town
from tests.proofs.evidence import OK, Evidence, Json, Op, Row

MORNING = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
BOT, GROUP, ROOM = 42, -1001, -4001
ANNA, BEN, WANG = 701, 702, 801
"""As the platform calls them; our ids are 11, 12 and 21."""

OTHER_GROUP = -1002
CASE, CALL = 100, 200
RECEIPT, CARD_ROW, TAKEN, FINISHED, SOON, UP, CALL_ROW = range(1, 8)


def at(minutes: float) -> datetime:
    """So many minutes after the morning began."""
    return MORNING + timedelta(minutes=minutes)


def good_day() -> Evidence:
    """Anna reports, Wang takes and finishes, a reminder comes; Anna's place in a call goes to Ben."""
    return Evidence(
        world={
            "now": town.NEXT_MORNING.isoformat(),
            "bot": {"id": BOT},
            "messages": _messages(),
            "updates": [{"update_id": n, "kind": "message", "confirmed": True} for n in (1, 2, 3)],
        },
        calls=_calls(),
        violations=[],
        history=[*_history(), *town.history(6)],
        tables=_tables(),
        open_early=frozenset({ANNA, BEN}),
        settled=frozenset({ANNA, BEN}),
    )


def sent(chat_id: int, number: int, minutes: float, text: str, row: int | None = None) -> Json:
    """A message of the bot; `row` is named by its keyboard."""
    return {
        "chat_id": chat_id,
        "message_id": number,
        "sender_id": BOT,
        "versions": [version(minutes, text, row)],
    }


def version(minutes: float, text: str, row: int | None = None, by: str = "sent") -> Json:
    """One version of a message."""
    words: Json = {"at": at(minutes).timestamp(), "by": by, "text": text}
    if row is not None:
        words["reply_markup"] = {
            "inline_keyboard": [[{"text": "ok", "callback_data": f"look:2s~{base36(row)}"}]]
        }
    return words


def outgoing(
    number: int, to: str, key: str, chat_id: int, message_id: int, minutes: float, **more: Any
) -> Row:
    """An outbox row that was sent at the first try."""
    row: Row = {
        "id": number, "destination": to, "key": key, "about": CASE, "card_id": None, "parent_id": None,
        "priority": 0, "not_before": at(minutes), "created_at": at(minutes), "dedupe": None, "state": "sent",
        "attempts": 1, "probes": 0, "chat_id": chat_id, "route": "private", "message_id": message_id,
        "error": None,
    }  # fmt: skip
    return row | more


def _messages() -> list[Json]:
    card = sent(ROOM, 2, 0.2, "#1 电梯", CARD_ROW)
    card["versions"].append(version(2, "#1 电梯 修好了", CARD_ROW, "bot"))
    return [
        {"chat_id": ANNA, "message_id": 1, "sender_id": ANNA, "versions": [version(0, "电梯坏了 zqm1x")]},
        card,
        sent(ANNA, 3, 0.3, "#1 收到", RECEIPT),
        sent(ANNA, 4, 1.1, "#1 王师傅接了", TAKEN),
        sent(ANNA, 5, 2.1, "#1 修好了: zqm2x", FINISHED),
        sent(WANG, 6, 300.1, "#1 快到时间了", SOON),
        sent(BEN, 7, 5.1, "轮到您了", UP),
        sent(GROUP, 1, 3.1, "清理花坛: Ben", CALL_ROW),
        sent(GROUP, 2, 10, str(town.POLL_CARD["text"])),
        *(
            sent(chat, number, minute, town.TEXTS[row], row)
            for row, _to, _key, chat, number, minute, _more in town.outgoing_rows()
        ),
    ]


def _calls() -> list[Json]:
    made = [(m["chat_id"], m["message_id"]) for m in _messages() if m["sender_id"] == BOT]
    return [
        {"method": "sendMessage", "params": {"chat_id": chat}, "outcome": {"ok": True}, "fault": None,
         "message_ids": [n], "seq": seq}
        for seq, (chat, n) in enumerate(made, 1)
    ]  # fmt: skip


def _history() -> list[Op]:
    report = Op(0, "report", ANNA, ANNA, at(0), marker="zqm1x", parts=("电梯坏了 zqm1x",), outcome=OK)
    note = Op(
        2, "finish", WANG, ROOM, at(2), marker="zqm2x", parts=("修好了 zqm2x",), case_id=CASE, outcome=OK
    )
    taps = [(ANNA, "join"), (BEN, "join"), (ANNA, "leave")]
    return [
        report,
        Op(1, "take", WANG, ROOM, at(1), case_id=CASE, outcome=OK),
        note,
        *(
            Op(3 + n, kind, who, GROUP, at(3 + n), call_id=CALL, outcome=OK)
            for n, (who, kind) in enumerate(taps)
        ),
    ]


def _tables() -> dict[str, list[Row]]:
    return _merged(_people(), town.people()) | _merged(_work(), town.work()) | {
        "outbox": [
            outgoing(RECEIPT, f"person:11@{GROUP}", "case-filed", ANNA, 3, 0.1),
            outgoing(CARD_ROW, "workers:1", "card", ROOM, 2, 0.1, card_id=50, route="group"),
            outgoing(TAKEN, "person:11", "case-taken", ANNA, 4, 1),
            outgoing(FINISHED, "person:11", "case-finished", ANNA, 5, 2),
            outgoing(SOON, "person:21", "case-due-soon", WANG, 6, 300, dedupe="case.soon:100:0", priority=1),
            outgoing(UP, "person:12", "call-moved-up", BEN, 7, 5, about=CALL),
            outgoing(CALL_ROW, f"chat:{GROUP}", "card", GROUP, 1, 3, about=CALL, card_id=51, route="group"),
            outgoing(8, f"chat:{GROUP}", "card", GROUP, 2, 10, about=town.POLL, card_id=52, route="group"),
            *(
                outgoing(number, to, key, chat, message_id, minute, **({"about": None} | more))
                for number, to, key, chat, message_id, minute, more in town.outgoing_rows()
            ),
        ],
        "acts": [outgoing(90, f"chat:{GROUP}>1", "act:react", GROUP, 0, 3) | {"message_id": None}],
        "inbox": [
            {"update_id": n, "kind": "message", "state": "done", "payload": None, "attempts": 0,
             "chat_id": ANNA, "message_id": n}
            for n in (1, 2, 3)
        ],
        "cards": [
            {"id": 50, "kind": "case", "subject_id": CASE, "destination": "workers:1", "chat_id": ROOM,
             "message_id": 2, "version": 3, "shown": 3, "stuck": False, "expected": "#1 电梯 修好了"},
            {"id": 51, "kind": "call", "subject_id": CALL, "destination": f"chat:{GROUP}", "chat_id": GROUP,
             "message_id": 1, "version": 4, "shown": 4, "stuck": False, "expected": "清理花坛: Ben"},
            {"id": 52, "kind": "poll", "subject_id": town.POLL, "destination": f"chat:{GROUP}",
             "chat_id": GROUP, "message_id": 2, "version": 1, "shown": 1, "stuck": False},
        ],
    }  # fmt: skip


def _merged(first: dict[str, list[Row]], second: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Both days' rows by table."""
    return {name: [*first.get(name, []), *second.get(name, [])] for name in first.keys() | second.keys()}


def _people() -> dict[str, list[Row]]:
    persons = [(11, ANNA), (12, BEN), (21, WANG)]
    grants = [(11, "resident"), (12, "resident"), (21, "worker")]
    return {
        "persons": [{"id": i, "telegram_id": t, "pseudonym": f"p{i}"} for i, t in persons],
        "places": [{"id": 1, "compound_id": 1}, {"id": 2, "compound_id": 2}],
        "grants": [{"person_id": i, "role": role, "compound_id": 1, "place_id": 1} for i, role in grants],
        "chats": [
            {"chat_id": GROUP, "place_id": 1, "audience": "residents", "moved_to": None},
            {"chat_id": ROOM, "place_id": 1, "audience": "workers", "moved_to": None},
            {"chat_id": OTHER_GROUP, "place_id": 2, "audience": "residents", "moved_to": None},
        ],
    }


def _work() -> dict[str, list[Row]]:
    noted = [
        (0.1, "p11", "case.report", "case", CASE), (1, "p21", "case.take", "case", CASE),
        (2, "p21", "case.finish", "case", CASE), (3, "p11", "call.join", "call", CALL),
        (4, "p12", "call.join", "call", CALL), (5, "p11", "call.leave", "call", CALL), *town.audited(),
    ]  # fmt: skip
    return {
        "cases": [{"id": CASE, "compound_id": 1, "number": 1, "reporter_id": 11, "state": "finished"}],
        "entries": [
            {"id": 1, "case_id": CASE, "kind": "report", "words": "电梯坏了 zqm1x"},
            {"id": 2, "case_id": CASE, "kind": "step", "words": "修好了 zqm2x"},
        ],
        "media": [],
        "calls": [{"id": CALL, "compound_id": 1, "capacity": 1, "confirmed": 1, "waiting": 0}],
        "signups": [
            {"call_id": CALL, "person_id": 11, "seat": "left", "turn": 1},
            {"call_id": CALL, "person_id": 12, "seat": "confirmed", "turn": 2},
        ],
        "due": [
            {"kind": "case.soon", "subject_id": CASE, "at": at(1.5), "done_at": at(1.6), "state": "done",
             "occurrence": "case.soon:100:0"},
            {"kind": "case.over", "subject_id": CASE, "at": at(390), "done_at": None, "state": "cancelled",
             "occurrence": "case.over:100:0"},
        ],
        "audit": [
            {"id": n, "at": at(m), "who": who, "action": action, "subject": subject, "subject_id": i}
            for n, (m, who, action, subject, i) in enumerate(noted, 1)
        ],
    }  # fmt: skip
