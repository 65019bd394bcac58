"""Votes: what was acknowledged is counted, once a voter, within every cap, until the hour; and said once."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.proofs.evidence import FAIL, INFO, OK, Evidence, Op, Row, said

VOTED, AGAIN, BACK = "toast-voted", "toast-vote-again", "toast-vote-back"
_CAPPED = re.compile(r"（限(\d+)票）\n[^\n]*?(\d+)票")
"""On a card: an option's cap, and below it the votes that it is said to have."""


def counted(evidence: Evidence) -> Iterator[str]:
    """Each "noted" and "taken back" has its audit row, what nobody is sure of at most one, nothing else has.

    And whoever voted last has a ballot, which says what they were last told.
    """
    for (poll_id, person_id), ops in _taps(evidence).items():
        yield from _unbalanced(evidence, poll_id, person_id, ops)
    for poll in evidence.rows("polls"):
        held = {row["person_id"]: row for row in _ballots(evidence, poll)}
        last = _last_steps(evidence, poll)
        for person_id in held.keys() | last.keys():
            if (last.get(person_id) == "poll.vote") != (person_id in held):
                ended = f"ended with {last.get(person_id)}, ballot: {person_id in held}"
                yield f"poll {poll['id']}: {person_id} {ended}"
        yield from _told_otherwise(evidence, poll, held)


def _unbalanced(evidence: Evidence, poll_id: int, person_id: int, ops: list[Op]) -> Iterator[str]:
    done = Counter(row["action"] for row in _steps(evidence, poll_id, person_id))
    sure = Counter(op.key for op in ops if op.outcome == OK)
    open_ends = sum(op.outcome == INFO for op in ops)
    votes, backs = done["poll.vote"], done["poll.withdraw"]
    enough = sure[VOTED] <= votes and sure[BACK] <= backs
    if not enough or votes + backs > sure[VOTED] + sure[BACK] + open_ends:
        told = f"{sure[VOTED]} votes and {sure[BACK]} withdrawals acknowledged, {open_ends} unsure"
        yield f"poll {poll_id}, {person_id}: {told}; done {votes} and {backs}"


def _told_otherwise(evidence: Evidence, poll: Row, held: dict[int, Row]) -> Iterator[str]:
    """The last toast names the options of the ballot, where no unsure tap came after it."""
    texts = {row["place"]: row["text"] for row in _options(evidence, poll)}
    for (poll_id, person_id), ops in _taps(evidence).items():
        known = [op for op in ops if op.outcome != FAIL]
        if poll_id != poll["id"] or not known or known[-1].key not in (VOTED, AGAIN):
            continue
        chosen = _chosen(held[person_id]) if person_id in held else ()
        missing = [texts[place] for place in chosen if texts[place] not in known[-1].said]
        if not chosen or missing:
            yield f"poll {poll_id}: {person_id} was told {known[-1].said!r}, the ballot says {chosen}"


def tallied(evidence: Evidence) -> Iterator[str]:
    """Each option's votes and the number of voters are what the ballots say."""
    for poll in evidence.rows("polls"):
        kept = _ballots(evidence, poll)
        votes = Counter(place for row in kept for place in _chosen(row))
        for option in _options(evidence, poll):
            if votes[option["place"]] != option["votes"]:
                told = f"{option['votes']} votes, {votes[option['place']]} ballots"
                yield f"poll {poll['id']}, option {option['place']}: {told}"
        if poll["voters"] != len(kept):
            yield f"poll {poll['id']} counts {poll['voters']} voters, there are {len(kept)} ballots"


def one_each(evidence: Evidence) -> Iterator[str]:
    """One ballot a person, or one a household; nobody names more options than allowed."""
    for poll in evidence.rows("polls"):
        kept = _ballots(evidence, poll)
        keys = Counter(row["voter_key"] for row in kept)
        yield from (
            f"poll {poll['id']}: {number} ballots of {key}" for key, number in keys.items() if number > 1
        )
        yield from (f"poll {poll['id']}: too many options" for r in kept if len(_chosen(r)) > poll["most"])
        if poll["unit"] == "person":
            wrong = [row for row in kept if row["voter_key"] != f"p{row['person_id']}"]
            yield from (f"poll {poll['id']}: {r['voter_key']} is {r['person_id']}'s" for r in wrong)
        else:
            yield from _crowded(evidence, poll, kept)


def _crowded(evidence: Evidence, poll: Row, kept: list[Row]) -> Iterator[str]:
    """Of those who have ever had to do with one household only."""
    homes: dict[int, set[int]] = {}
    for home in evidence.rows("residencies"):
        homes.setdefault(home["person_id"], set()).add(home["household_id"])
    given = Counter(
        next(iter(homes[row["person_id"]])) for row in kept if len(homes.get(row["person_id"], ())) == 1
    )
    yield from (f"poll {poll['id']}: {n} ballots of household {h}" for h, n in given.items() if n > 1)


def never_over(evidence: Evidence) -> Iterator[str]:
    """No option has more ballots than its cap, and no card ever said so."""
    for poll in evidence.rows("polls"):
        votes = Counter(place for row in _ballots(evidence, poll) for place in _chosen(row))
        for option in _options(evidence, poll):
            if option["cap"] is not None and votes[option["place"]] > option["cap"]:
                yield f"poll {poll['id']}, option {option['place']}: {votes[option['place']]} votes"
    for message in evidence.stood:
        for version in message.versions:
            for cap, votes_said in _CAPPED.findall(said(version)):
                if int(votes_said) > int(cap):
                    yield f"message {message.id} in {message.chat_id} said {votes_said} of {cap}"


def in_time(evidence: Evidence) -> Iterator[str]:
    """No ballot and no step of a voter at or after the closing hour."""
    closes = {poll["id"]: poll["closes_at"] for poll in evidence.rows("polls")}
    for row in evidence.rows("ballots"):
        if row["at"] >= closes[row["poll_id"]]:
            yield f"poll {row['poll_id']}: a ballot of {row['at']:%H:%M:%S.%f}"
    for row in evidence.rows("audit"):
        late = row["subject"] == "poll" and row["action"] in ("poll.vote", "poll.withdraw")
        if late and row["at"] >= closes[row["subject_id"]]:
            yield f"poll {row['subject_id']}: {row['action']} at {row['at']:%H:%M:%S.%f}"


def ended_once(evidence: Evidence) -> Iterator[str]:
    """A poll that ended did so once; its result was drawn once and told once, with the true number."""
    drawn = Counter(row["kind"] for row in evidence.rows("jobs"))["poll.picture"]
    ended = [poll for poll in evidence.rows("polls") if poll["state"] == "closed"]
    if drawn != len(ended):
        yield f"{len(ended)} polls ended, {drawn} pictures were asked for"
    for poll in evidence.rows("polls"):
        over = int(poll["state"] == "closed")
        closings = sum(row["action"] == "poll.close" for row in _audit(evidence, poll["id"]))
        told = [r for r in evidence.rows("outbox") if (r["key"], r["about"]) == ("poll-result", poll["id"])]
        if (closings, len(told)) != (over, over):
            yield f"poll {poll['id']} is {poll['state']}: closed {closings} times, told {len(told)} times"
        top = max((option["votes"] for option in _options(evidence, poll)), default=0)
        for row in told:
            message = evidence.message_of(row)
            if message is not None and top and f"{top}票" not in message.text:
                yield f"the result of poll {poll['id']} was told as {message.text[:60]!r}, it has {top}"


def _taps(evidence: Evidence) -> dict[tuple[int, int], list[Op]]:
    """The taps of each person on each poll, in their order."""
    found: dict[tuple[int, int], list[Op]] = {}
    for op in evidence.history:
        if op.kind == "vote" and op.poll_id is not None:
            key = op.poll_id, evidence.person_of.get(op.who, 0)
            found.setdefault(key, []).append(op)
    return found


def _audit(evidence: Evidence, poll_id: int) -> list[Row]:
    return evidence.audited.get(("poll", poll_id), [])


def _steps(evidence: Evidence, poll_id: int, person_id: int) -> list[Row]:
    who = evidence.persons.get(person_id, {}).get("pseudonym")
    return [row for row in _audit(evidence, poll_id) if row["who"] == who]


def _last_steps(evidence: Evidence, poll: Row) -> dict[int, str]:
    """The last vote or withdrawal of each person."""
    of = {person["pseudonym"]: person["id"] for person in evidence.rows("persons")}
    rows = [r for r in _audit(evidence, poll["id"]) if r["action"] in ("poll.vote", "poll.withdraw")]
    return {of[row["who"]]: row["action"] for row in rows}


def _ballots(evidence: Evidence, poll: Row) -> list[Row]:
    return [row for row in evidence.rows("ballots") if row["poll_id"] == poll["id"]]


def _options(evidence: Evidence, poll: Row) -> list[Row]:
    return [row for row in evidence.rows("poll_options") if row["poll_id"] == poll["id"]]


def _chosen(ballot: Row) -> tuple[int, ...]:
    return tuple(map(int, ballot["options"].split(",")))
