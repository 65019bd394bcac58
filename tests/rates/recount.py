"""The figures counted a second time, from the raw rows and nothing of `domain.numbers`."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, text

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HEARD = ("reply", "ask", "defer", "finish", "agree")
ENDS = {"confirmed": "solved", "partly": "partly", "silent": "silent", "declined": "declined"}
Figures = dict[str, Any]
Inside = Callable[[int], bool]


class Raw:
    """The rows of one compound, as they lie there."""

    def __init__(self, connection: Connection, compound: int) -> None:
        self._connection, self._compound = connection, compound
        of_case = "SELECT * FROM {} WHERE case_id IN (SELECT id FROM cases WHERE compound_id = :compound)"
        self.cases = self.rows("SELECT * FROM cases WHERE compound_id = :compound")
        self.places = {
            row.id: row
            for row in self.rows("SELECT id, parent_id, level FROM places WHERE compound_id = :compound")
        }
        clocks = self.rows(of_case.format("case_clocks"))
        self.clocks = {row.case_id: row.due_at for row in clocks if row.kind == "first" and row.round == 0}
        wanted = self.rows(of_case.format("case_exclusions"))
        self.agreed = {
            row.case_id: row.reason
            for row in wanted
            if row.agreed_by is not None and row.agreed_by != row.proposed_by
        }
        self.joined, self.logs = defaultdict(set), defaultdict(list)
        for row in self.rows(of_case.format("case_bodies")):
            self.joined[row.case_id].add(row.body_id)
        for row in self.rows(of_case.format("case_events") + " ORDER BY id"):
            self.logs[row.case_id].append(row)

    def rows(self, sql: str) -> list[Any]:
        return list(self._connection.execute(text(sql), {"compound": self._compound}))

    def building(self, place: int) -> int:
        here = self.places[place]
        while here.level not in ("building", "compound"):
            here = self.places[here.parent_id]
        return here.id if here.level == "building" else 0


def recount(
    connection: Connection, compound: int, zone: str, first: date, last: date, now: datetime
) -> Figures:
    """Cells by dimension and key: what was filed, closed, reopened, and each mark, raw and adjusted."""

    def inside(micros: int) -> bool:
        day = (EPOCH + timedelta(microseconds=micros)).astimezone(ZoneInfo(zone)).date()
        return first <= day <= last

    raw = Raw(connection, compound)
    until = (now - EPOCH) // timedelta(microseconds=1)
    found: Figures = {"cells": {}, "left_out": Counter()}
    for case in raw.cases:
        log = raw.logs[case.id]
        counted = response(log, raw.clocks.get(case.id, case.due_at), until, inside) + endings(log, inside)
        if not counted:
            continue
        why = raw.agreed.get(case.id) or ("staff" if staffs_own(log) else None)
        found["left_out"].update([why] if why else [])
        keys = [("whole", 0), ("building", raw.building(case.place_id)), ("category", case.stream_reason)]
        keys += [("body", body) for body in raw.joined[case.id] | {case.body_id}]
        for key in keys:
            everything, adjusted = found["cells"].setdefault(key, (Counter(), Counter()))
            everything.update(counted)
            adjusted.update({} if why else counted)
    return found


def staffs_own(log: list[Any]) -> bool:
    """Whether staff reported it for themselves, or said how it ended; not, where it goes on since."""
    ended = [row for before, row in pairwise(log) if row.after != before.after]
    judged = bool(ended) and ended[-1].after in ENDS and ended[-1].reason == "staff"
    return judged or log[0].reason == "staff"


def response(log: list[Any], promised: int, until: int, inside: Inside) -> Counter[str]:
    """Whether it was filed in the period, and answered in time."""
    if not inside(log[0].at):
        return Counter()
    heard = [row.at for row in log if row.action in HEARD]
    back = [row.at for row in log if row.action == "withdraw"]
    if heard:
        return Counter(["filed", "in-time" if heard[0] <= promised else "late"])
    return Counter(["filed", "late"] if min([*back[:1], until]) > promised else ["filed"])


def endings(log: list[Any], inside: Inside) -> Counter[str]:
    """How it ended in the period, if it has; and how often it was begun anew."""
    counted: Counter[str] = Counter()
    came = opinion = end = None
    for row in log:
        if row.action == "reopen":
            counted.update(["reopened"] if inside(row.at) else [])
            opinion = None
        if row.action == "rate":
            opinion = row.reason
        if row.after != end:
            end, came = row.after, row.at
    if end in ENDS and inside(came):
        counted.update(["closed", ENDS[end]])
        counted.update([opinion or "unrated"] if end != "declined" else [])
    return counted
