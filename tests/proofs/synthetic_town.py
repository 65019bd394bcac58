"""The rest of the good day: a poll with its result, a code, a call with a time, a question, a morning."""

from datetime import UTC, datetime, timedelta

from tests.proofs.evidence import INFO, OK, Json, Op, Row

MORNING = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
POLL, TIMED, HOME, QUESTION, CODE, EXPIRED = 300, 210, 400, 500, 600, 601
ANNA, BEN, WANG, CAPTAIN, NEW = 701, 702, 801, 901, 703
GROUP = -1001
BUILDING, ROOM_A, ROOM_B = 3, 4, 5
POLL_RESULT, POLL_REMINDER, REMIND, OFFERED, DIGEST, BROUGHT_UP, ANSWERED = range(60, 67)
NEXT_MORNING = datetime(2026, 3, 11, 0, 30, tzinfo=UTC)
ASKED_WORDS, ANSWER_WORDS = "能不能养蜜蜂 zqm20x", "不能养 zqm21x"


def at(minutes: float) -> datetime:
    """So many minutes after the morning began."""
    return MORNING + timedelta(minutes=minutes)


def people() -> dict[str, list[Row]]:
    """A captain, somebody new, a building with two households; Anna and Ben live in one of them."""
    return {
        "persons": [
            {"id": 31, "telegram_id": CAPTAIN, "pseudonym": "p31"},
            {"id": 13, "telegram_id": NEW, "pseudonym": "p13"},
        ],
        "places": [
            {"id": BUILDING, "compound_id": 1, "level": "building"},
            {"id": ROOM_A, "compound_id": 1, "level": "household"},
            {"id": ROOM_B, "compound_id": 1, "level": "household"},
        ],
        "grants": [
            {"person_id": 31, "role": "captain", "compound_id": 1, "place_id": 1},
            {"person_id": 13, "role": "resident", "compound_id": 1, "place_id": BUILDING},
        ],
    }


def work() -> dict[str, list[Row]]:
    """What the tables hold of it."""
    return {
        "polls": [
            {"id": POLL, "compound_id": 1, "place_id": 1, "unit": "person", "most": 1, "state": "closed",
             "closes_at": at(200), "voters": 1},
            {"id": POLL + 1, "compound_id": 1, "place_id": 1, "unit": "household", "most": 1, "state": "open",
             "closes_at": at(900), "voters": 1},
        ],
        "poll_options": [
            {"poll_id": poll, "place": place, "text": text, "cap": cap, "votes": votes}
            for poll in (POLL, POLL + 1)
            for place, text, cap, votes in ((0, "早上", 1, 1), (1, "晚上", None, 0))
        ],
        "ballots": [
            {"poll_id": POLL, "voter_key": "p11", "person_id": 11, "options": "0", "at": at(10)},
            {"poll_id": POLL + 1, "voter_key": "habc", "person_id": 12, "options": "0", "at": at(11)},
        ],
        "jobs": [{"id": 1, "kind": "poll.picture", "state": "done"}],
        "calls": [
            {"id": TIMED, "compound_id": 1, "capacity": 1, "confirmed": 1, "waiting": 0, "offered": 0,
             "state": "closed", "starts_at": at(380)},
        ],
        "signups": [
            {"call_id": TIMED, "person_id": 11, "seat": "left", "turn": 1},
            {"call_id": TIMED, "person_id": 12, "seat": "confirmed", "turn": 2},
        ],
        "residencies": [
            {"id": HOME, "person_id": 13, "household_id": ROOM_B, "place_id": BUILDING, "compound_id": 1,
             "state": "confirmed", "by_code": True, "verified_by": 31},
            *(
                {"id": HOME + 10 + person, "person_id": person, "household_id": ROOM_A, "place_id": BUILDING,
                 "compound_id": 1, "state": "confirmed", "by_code": False, "verified_by": None}
                for person in (11, 12)
            ),
        ],
        "home_codes": [
            {"id": CODE, "used": True, "expires_at": at(20000)},
            {"id": EXPIRED, "used": False, "expires_at": at(-60)},
        ],
        "questions": [
            {"id": QUESTION, "compound_id": 1, "asker_id": 11, "words": ASKED_WORDS, "state": "answered",
             "answer": ANSWER_WORDS, "answered_by": 21, "answered_at": at(350)},
        ],
        "due": _due(),
    }  # fmt: skip


def _due() -> list[Row]:
    done = [
        ("poll.remind", POLL, 100, f"poll.remind:{POLL}:1"),
        ("poll.close", POLL, 200, f"poll.close:{POLL}:1"),
        ("call.hour", TIMED, 320, f"call.hour:{TIMED}:0"),
        ("guide.unanswered", QUESTION, 340, f"guide.unanswered:{QUESTION}:0"),
    ]  # fmt: skip
    rows = [
        {
            "kind": kind,
            "subject_id": i,
            "at": at(m),
            "done_at": at(m + 0.1),
            "state": "done",
            "occurrence": name,
        }
        for kind, i, m, name in done
    ]
    morning = {"kind": "duty.morning", "subject_id": 1, "occurrence": "duty.morning:1", "state": "done"}
    return [*rows, morning | {"at": NEXT_MORNING, "done_at": NEXT_MORNING}]


def audited() -> list[tuple[float, str, str, str, int]]:
    """Minute, who, what, of what: in the order of the commits."""
    return [
        (10, "p11", "poll.vote", "poll", POLL), (11, "p12", "poll.vote", "poll", POLL + 1),
        (12, "p11", "call.join", "call", TIMED), (13, "p12", "call.join", "call", TIMED),
        (14, "p11", "call.leave", "call", TIMED), (15, "p12", "call.accept", "call", TIMED),
        (16, "p13", "home.join", "home", HOME), (17, "p31", "home.confirm", "home", HOME),
        (18, "p11", "guide.ask", "question", QUESTION), (200.1, "clock", "poll.close", "poll", POLL),
        (350, "p21", "guide.answer", "question", QUESTION),
    ]  # fmt: skip


def outgoing_rows() -> list[tuple[int, str, str, int, int, float, Row]]:
    """Number, destination, key, chat, message, minute, and what else."""
    morning = (NEXT_MORNING - MORNING) / timedelta(minutes=1)
    remind = f"call.hour:{TIMED}:0:12"
    return [
        (POLL_REMINDER, "person:12", "poll-reminder", BEN, 20, 100.1,
         {"about": POLL, "dedupe": f"poll-remind:{POLL}:12:first"}),
        (POLL_RESULT, f"chat:{GROUP}", "poll-result", GROUP, 21, 200.2, {"about": POLL, "route": "group"}),
        (OFFERED, "person:12", "call-offered", BEN, 22, 14, {"about": TIMED}),
        (REMIND, "person:12", "call-remind", BEN, 23, 320.1, {"about": TIMED, "dedupe": remind}),
        (DIGEST, "person:21", "duty-digest", WANG, 24, morning, {"dedupe": "digest:21:2026-03-11"}),
        (BROUGHT_UP, "workers:1", "guide-unanswered", WANG, 25, 340.1, {"about": QUESTION}),
        (ANSWERED, "person:11", "guide-answered", ANNA, 26, 350, {"about": QUESTION}),
    ]  # fmt: skip


TEXTS = {
    POLL_REMINDER: "还没投", POLL_RESULT: "投票结束：早上 最多，1票。", OFFERED: "空出一个名额",
    REMIND: "提醒您",
    DIGEST: "今天的事", BROUGHT_UP: "还没答", ANSWERED: f"{ASKED_WORDS} {ANSWER_WORDS}",
}  # fmt: skip
POLL_CARD: Json = {
    "text": "什么时候\n1. 早上（限1票）\n    ▰ 1票\n2. 晚上\n    ▱ 0票",
    "at": at(10).timestamp(),
}


def history(first: int) -> list[Op]:
    """What people did, numbered from `first`."""
    voted = "记下了：早上。"
    ops = [
        Op(0, "vote", ANNA, GROUP, at(10), poll_id=POLL, key="toast-voted", said=voted, outcome=OK),
        Op(0, "vote", BEN, GROUP, at(11), poll_id=POLL + 1, key="toast-voted", said=voted, outcome=OK),
        Op(0, "join", ANNA, GROUP, at(12), call_id=TIMED, outcome=OK),
        Op(0, "join", BEN, GROUP, at(13), call_id=TIMED, outcome=OK),
        Op(0, "leave", ANNA, GROUP, at(14), call_id=TIMED, outcome=OK),
        Op(0, "join", BEN, BEN, at(15), call_id=TIMED, outcome=OK),
        Op(0, "choose", NEW, NEW, at(16), home_id=HOME, outcome=OK),
        Op(0, "question", ANNA, ANNA, at(17), marker="zqm20x", parts=(ASKED_WORDS,), outcome=OK),
        Op(0, "answer", WANG, WANG, at(350), marker="zqm21x", parts=(ANSWER_WORDS,), question_id=QUESTION,
           outcome=INFO),
    ]  # fmt: skip
    for number, op in enumerate(ops, first):
        op.id = number
    return ops
