"""All promises, each looked at once: the one list of what a run must show."""

from collections.abc import Callable, Iterator
from datetime import datetime

from tests.proofs.checks import (
    accepted,
    calls,
    cases,
    doubles,
    homes,
    limits,
    messages,
    occasions,
    polls,
    questions,
    reminders,
    rest,
)
from tests.proofs.evidence import FAIL, INFO, OK, Evidence
from tests.proofs.findings import Verdict

Check = Callable[[Evidence], Iterator[str]]

PROMISES: dict[str, Check] = {
    "every report is exactly one case": accepted.reports_once,
    "every report is kept whole": accepted.reports_whole,
    "every note is kept once, word for word": accepted.words_once,
    "every accepted step is done once": accepted.steps_once,
    "every accepted tap is done once": accepted.taps_once,
    "cases go only legal ways": cases.legal,
    "numbers run without gap or double": cases.numbered,
    "every told number is true": cases.numbers_true,
    "every reporter is told the number": cases.told,
    "every step is told once to the other side": cases.each_step_told,
    "no call is over its places": calls.never_over,
    "the waiting list keeps its order": calls.in_order,
    "whoever is given a place is told once": calls.promotions_once,
    "every acknowledged vote is counted": polls.counted,
    "every tally is its ballots": polls.tallied,
    "one ballot a voter": polls.one_each,
    "no option is over its cap": polls.never_over,
    "no vote counts after the hour": polls.in_time,
    "a poll ends once, and its result is true": polls.ended_once,
    "a code lets one person in": homes.codes_once,
    "nobody is at home without somebody's word": homes.vouched,
    "every question is kept once": questions.asked_once,
    "every answer reaches its asker once": questions.answered_once,
    "each reminder comes once": reminders.once,
    "each reminder of a call comes once": occasions.calls_once,
    "each reminder of a poll comes once": occasions.polls_once,
    "each morning's list comes once": occasions.mornings_once,
    "an unanswered question is brought up once": occasions.questions_once,
    "whoever waits a day for a word stands before the workers": occasions.homes_once,
    "no reminder is early": reminders.never_early,
    "one digest after an outage": reminders.one_digest,
    "the inbox is settled": rest.inbox_settled,
    "nothing was confirmed unkept": rest.inbox_complete,
    "the outbox is settled": rest.outbox_settled,
    "no row claims another's message": rest.adopted_own,
    "cards show the state at rest": rest.cards_shown,
    "jobs are ended": rest.jobs_ended,
    "no message is overwritten": messages.none_overwritten,
    "each chat is in order": messages.in_order,
    "nothing is in a foreign chat": messages.none_foreign,
    "no rule of the platform is broken": limits.kept,
    "no double without a known cause": doubles.unexplained,
}


def check(evidence: Evidence) -> Verdict:
    """Every promise against the evidence, and what is only counted."""
    verdict = Verdict()
    for promise, broken in PROMISES.items():
        verdict.found(promise, broken(evidence))
    now = datetime.fromisoformat(evidence.world["now"])
    verdict.found("nothing that is due is left", reminders.done_in_time(evidence, now))
    verdict.found("the audit's chain holds", iter(evidence.chain_errors))
    verdict.counted.update({f"double: {cause}": n for cause, n in doubles.counted(evidence).items()})
    for row in evidence.rows("outbox"):
        if row["state"] in ("stuck", "dropped"):
            verdict.counted[f"{row['state']}: {row['key']} ({row['error']})"] += 1
    mentions = sum(row["route"] == "mention" and row["state"] == "sent" for row in evidence.rows("outbox"))
    verdict.counted["told by a mention alone"] = mentions
    verdict.counted["rates exceeded after a late acceptance"] = limits.excused(evidence)
    verdict.counted.update(messages.lent(evidence) + doubles.recognisable(evidence))
    for outcome in (OK, FAIL, INFO):
        verdict.counted[f"actions {outcome}"] = sum(op.outcome == outcome for op in evidence.history)
    return verdict
