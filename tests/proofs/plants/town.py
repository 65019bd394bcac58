"""Violations planted into votes, homes, questions and their reminders."""

from tests.proofs.evidence import FAIL, Evidence
from tests.proofs.plants import message, planted, row
from tests.proofs.synthetic import BEN, GROUP, at, sent, version
from tests.proofs.synthetic_town import (
    ANSWERED,
    BROUGHT_UP,
    CODE,
    DIGEST,
    EXPIRED,
    HOME,
    NEXT_MORNING,
    OFFERED,
    POLL,
    POLL_REMINDER,
    POLL_RESULT,
    QUESTION,
    REMIND,
    ROOM_A,
    ROOM_B,
    TIMED,
)


@planted("every acknowledged vote is counted", "lost")
def _(day: Evidence) -> None:
    day.rows("ballots").remove(row(day, "ballots", poll_id=POLL))


@planted("every acknowledged vote is counted", "noted and never decided")
def _(day: Evidence) -> None:
    day.rows("audit").remove(row(day, "audit", action="poll.vote", subject_id=POLL))
    day.rows("ballots").remove(row(day, "ballots", poll_id=POLL))


@planted("every acknowledged vote is counted", "counted without a tap")
def _(day: Evidence) -> None:
    next(op for op in day.history if op.poll_id == POLL).outcome = FAIL


@planted("every acknowledged vote is counted", "for something else than was said")
def _(day: Evidence) -> None:
    row(day, "ballots", poll_id=POLL)["options"] = "1"


@planted("every tally is its ballots", "drifted")
def _(day: Evidence) -> None:
    row(day, "poll_options", poll_id=POLL, place=1)["votes"] = 1


@planted("every tally is its ballots", "a voter too many")
def _(day: Evidence) -> None:
    row(day, "polls", id=POLL)["voters"] = 2


@planted("one ballot a voter", "two of one person")
def _(day: Evidence) -> None:
    day.rows("ballots").append(row(day, "ballots", poll_id=POLL) | {"options": "1"})


@planted("one ballot a voter", "under another's name")
def _(day: Evidence) -> None:
    row(day, "ballots", poll_id=POLL)["person_id"] = 12


@planted("one ballot a voter", "two of one household")
def _(day: Evidence) -> None:
    second = {"voter_key": "hdef", "person_id": 11}
    day.rows("ballots").append(row(day, "ballots", poll_id=POLL + 1) | second)


@planted("one ballot a voter", "more options than allowed")
def _(day: Evidence) -> None:
    row(day, "ballots", poll_id=POLL)["options"] = "0,1"


@planted("no option is over its cap", "one too many")
def _(day: Evidence) -> None:
    day.rows("ballots").append(row(day, "ballots", poll_id=POLL) | {"voter_key": "p12", "person_id": 12})


@planted("no option is over its cap", "one too many for a moment")
def _(day: Evidence) -> None:
    words = "什么时候\n1. 早上（限1票）\n    ▰▰ 2票"
    day.world["messages"].append(sent(GROUP, 70, 10, words))


@planted("no vote counts after the hour", "a late ballot")
def _(day: Evidence) -> None:
    row(day, "ballots", poll_id=POLL)["at"] = at(200)


@planted("no vote counts after the hour", "a late step")
def _(day: Evidence) -> None:
    row(day, "audit", action="poll.vote", subject_id=POLL)["at"] = at(200)


@planted("a poll ends once, and its result is true", "no result")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=POLL_RESULT))


@planted("a poll ends once, and its result is true", "told twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=POLL_RESULT) | {"id": 80})


@planted("a poll ends once, and its result is true", "ended twice")
def _(day: Evidence) -> None:
    day.rows("audit").append(row(day, "audit", action="poll.close") | {"id": 90})


@planted("a poll ends once, and its result is true", "no picture")
def _(day: Evidence) -> None:
    day.rows("jobs").clear()


@planted("a poll ends once, and its result is true", "another number")
def _(day: Evidence) -> None:
    message(day, GROUP, 21)["versions"] = [version(200.3, "投票结束：早上 最多，2票。", POLL_RESULT)]


@planted("a code lets one person in", "two by one code")
def _(day: Evidence) -> None:
    second = {"id": HOME + 1, "person_id": 12, "state": "pending", "verified_by": None}
    day.rows("residencies").append(row(day, "residencies", id=HOME) | second)
    day.rows("audit").append(row(day, "audit", action="home.join") | {"id": 90, "subject_id": HOME + 1})
    row(day, "home_codes", id=EXPIRED).update(used=True, expires_at=at(100))


@planted("a code lets one person in", "used, and nobody came")
def _(day: Evidence) -> None:
    row(day, "home_codes", id=EXPIRED).update(used=True, expires_at=at(100))


@planted("a code lets one person in", "an expired one")
def _(day: Evidence) -> None:
    row(day, "home_codes", id=CODE)["expires_at"] = at(1)


@planted("a code lets one person in", "noted and not let in")
def _(day: Evidence) -> None:
    day.rows("audit").remove(row(day, "audit", action="home.join"))


@planted("nobody is at home without somebody's word", "by a neighbour")
def _(day: Evidence) -> None:
    row(day, "audit", action="home.confirm")["who"] = "p11"


@planted("nobody is at home without somebody's word", "by a worker on the first day")
def _(day: Evidence) -> None:
    row(day, "audit", action="home.confirm")["who"] = "p21"
    row(day, "residencies", id=HOME)["verified_by"] = 21


@planted("nobody is at home without somebody's word", "by oneself")
def _(day: Evidence) -> None:
    row(day, "residencies", id=HOME)["person_id"] = 31


@planted("nobody is at home without somebody's word", "by nobody")
def _(day: Evidence) -> None:
    day.rows("audit").remove(row(day, "audit", action="home.confirm"))


@planted("nobody is at home without somebody's word", "a role without a home")
def _(day: Evidence) -> None:
    row(day, "residencies", id=HOME)["place_id"] = ROOM_A


@planted("every question is kept once", "lost")
def _(day: Evidence) -> None:
    day.rows("questions").clear()


@planted("every question is kept once", "doubled")
def _(day: Evidence) -> None:
    again = {"id": QUESTION + 1, "state": "open", "answer": None}
    day.rows("questions").append(row(day, "questions", id=QUESTION) | again)


@planted("every question is kept once", "under somebody else")
def _(day: Evidence) -> None:
    row(day, "questions", id=QUESTION)["asker_id"] = 12


@planted("every answer reaches its asker once", "not told")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=ANSWERED))


@planted("every answer reaches its asker once", "told twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=ANSWERED) | {"id": 80})


@planted("every answer reaches its asker once", "told to somebody else")
def _(day: Evidence) -> None:
    row(day, "outbox", id=ANSWERED)["destination"] = "person:12"


@planted("every answer reaches its asker once", "by a resident")
def _(day: Evidence) -> None:
    row(day, "questions", id=QUESTION)["answered_by"] = 12


@planted("every answer reaches its asker once", "other words")
def _(day: Evidence) -> None:
    row(day, "questions", id=QUESTION)["answer"] = "能养 zqm21x"


@planted("whoever is given a place is told once", "an offer that nobody heard of")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=OFFERED))


@planted("the waiting list keeps its order", "a place taken that was offered to nobody")
def _(day: Evidence) -> None:
    row(day, "audit", action="call.accept")["who"] = "p13"


@planted("no call is over its places", "an offer beside a full house")
def _(day: Evidence) -> None:
    row(day, "signups", call_id=TIMED, person_id=11)["seat"] = "offered"
    row(day, "calls", id=TIMED)["offered"] = 1


@planted("each reminder of a call comes once", "missed")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=REMIND))


@planted("each reminder of a call comes once", "twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=REMIND) | {"id": 80})


@planted("each reminder of a call comes once", "to somebody who had left")
def _(day: Evidence) -> None:
    wrong = {"id": 80, "destination": "person:11", "dedupe": f"call.hour:{TIMED}:0:11"}
    day.rows("outbox").append(row(day, "outbox", id=REMIND) | wrong)


@planted("each reminder of a call comes once", "after the beginning")
def _(day: Evidence) -> None:
    row(day, "due", kind="call.hour")["done_at"] = at(381)


@planted("each reminder of a poll comes once", "missed")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=POLL_REMINDER))


@planted("each reminder of a poll comes once", "twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=POLL_REMINDER) | {"id": 80})


@planted("each reminder of a poll comes once", "to somebody who had voted")
def _(day: Evidence) -> None:
    wrong = {"id": 80, "destination": "person:11", "dedupe": f"poll-remind:{POLL}:11:first"}
    day.rows("outbox").append(row(day, "outbox", id=POLL_REMINDER) | wrong)


@planted("each reminder of a poll comes once", "without having fallen due")
def _(day: Evidence) -> None:
    row(day, "due", kind="poll.remind")["state"] = "cancelled"


@planted("no reminder is early", "of a poll")
def _(day: Evidence) -> None:
    row(day, "outbox", id=POLL_REMINDER)["created_at"] = at(99)


@planted("no reminder is early", "of a call")
def _(day: Evidence) -> None:
    message(day, BEN, 23)["versions"] = [version(319, "提醒您", REMIND)]


@planted("no reminder is early", "the morning's list at night")
def _(day: Evidence) -> None:
    row(day, "due", kind="duty.morning").update(at=NEXT_MORNING.replace(minute=40))


@planted("each morning's list comes once", "missed")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=DIGEST))


@planted("each morning's list comes once", "twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=DIGEST) | {"id": 80})


@planted("an unanswered question is brought up once", "missed")
def _(day: Evidence) -> None:
    day.rows("outbox").remove(row(day, "outbox", id=BROUGHT_UP))


@planted("an unanswered question is brought up once", "twice")
def _(day: Evidence) -> None:
    day.rows("outbox").append(row(day, "outbox", id=BROUGHT_UP) | {"id": 80})


@planted("whoever waits a day for a word stands before the workers", "forgotten")
def _(day: Evidence) -> None:
    waits = {"id": HOME + 1, "person_id": 12, "household_id": ROOM_B + 1, "state": "pending"}
    day.rows("residencies").append(row(day, "residencies", id=HOME) | waits)
    fallen = {"kind": "home.vouch", "subject_id": HOME + 1, "occurrence": f"home.vouch:{HOME + 1}:1"}
    day.rows("due").append(row(day, "due", kind="poll.close") | fallen)
