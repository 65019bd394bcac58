"""What stands beside a case, as storage would hand it over for rendering."""

from datetime import UTC, datetime, timedelta

from domain.cases.canned import Canned
from domain.cases.hints import HintLine
from domain.cases.incidents import Incident, IncidentSheet
from domain.cases.pictures import Picture, Proves


class WordSheets:
    """Pictures, ready words, hints and incidents, full of one name and one text."""

    name: str | None
    words: str | None

    def pictures(self, case_id: int) -> tuple[Picture, ...]:
        if case_id == 1 or self.words is None:
            return ()
        report = Picture(2**62, Proves.REPORT, "1.sealed", True, "f1")
        return (report, Picture(2**62 + 1, Proves.AFTER, None, False, "f2"))

    def canned_of(self, compound_id: int) -> tuple[Canned, ...]:
        name, words = (self.name or "?")[:16], (self.words or "?")[:400]
        return tuple(Canned(2**62 + at, compound_id, name, words) for at in range(20))

    def canned_for(self, case_id: int) -> tuple[Canned, ...]:
        return self.canned_of(5)

    def hints_on(self, case_id: int) -> tuple[HintLine, ...]:
        return (HintLine(2**62, self.name or "", self.name or "", self.words or ""),) * 10

    def hints_below(self, place_id: int) -> tuple[HintLine, ...]:
        return self.hints_on(place_id)

    def incident_sheet(self, incident_id: int) -> IncidentSheet | None:
        if incident_id == 1:
            return None
        now = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
        made = (5, 5, "water", (self.words or "")[:200], True, 1, now, now + timedelta(hours=4), now)
        return IncidentSheet(Incident(2**62, *made), self.name or "", self.name or "", "Asia/Shanghai", 12)

    def incident_told(self, told_id: int) -> IncidentSheet | None:
        return self.incident_sheet(told_id)

    def incidents_of(self, compound_id: int) -> tuple[IncidentSheet, ...]:
        found = self.incident_sheet(2)
        return (found,) * 6 if found is not None else ()
