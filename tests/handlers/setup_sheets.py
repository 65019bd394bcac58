"""What storage would hand over of a compound that is being set up, for rendering alone."""

from datetime import UTC, datetime
from typing import Any

from domain.kernel.people import Role
from domain.places.bodies import Body, BodyKind
from domain.places.listing import Problem, Reason
from domain.places.rooms import Block
from domain.places.sheets import (
    GroupSheet,
    ImportSheet,
    LinkSheet,
    OfferSheet,
    Post,
    SetupSheet,
    TrialSheet,
)
from domain.places.steps import Step
from domain.places.tree import Level, LevelWords

BIG = 2**63 - 1
CHAT = 1_009_999_999_999

PARAMS: dict[str, Any] = {
    "step": "bodies",
    "role": "captain",
    "where": "幸福里3号楼",
    "chat": CHAT,
    "what": "club",
    "why": "no-header",
    "most": 20_000,
}
"""Every variable that these services leave."""


class SetupSheets:
    """One compound full of the reader's one name."""

    __slots__ = ()
    name: str | None

    def setup_sheet(self, compound_id: int) -> SetupSheet | None:
        if compound_id == 1:
            return None
        name = self.name or ""
        return SetupSheet(
            id=BIG,
            name=name,
            words=LevelWords(name[:8], "单元", "室"),
            step=Step.ROOMS,
            counts={Level.BUILDING: 300, Level.HOUSEHOLD: 20_000},
            buildings=tuple((BIG - at, name) for at in range(300)),
            bodies=tuple(Body(at, kind, name[:64], name[:32]) for at, kind in enumerate(BodyKind)),
            posts=tuple(Post(BIG - at, Role.CAPTAIN, name, name) for at in range(300)),
            groups={"residents": 2},
            blocks=(Block(("3栋",) * 300, ("1单元",), (1, 2), 2),),
        )

    def compounds_of(self, person_id: int) -> tuple[tuple[int, str], ...]:
        return ((BIG, self.name or ""), (2, "幸福里"))

    def offer_sheet(self, offer_id: int) -> OfferSheet | None:
        return None if offer_id == 1 else OfferSheet(BIG, True, self.name or "", self.compounds_of(1))

    def link_sheet(self, appointment_id: int) -> LinkSheet | None:
        if appointment_id == 1:
            return None
        until = datetime(2026, 11, 30, tzinfo=UTC)
        return LinkSheet(BIG, BIG, "f" * 16, Role.CAPTAIN, self.name or "", "Asia/Shanghai", until)

    def import_sheet(self, import_id: int) -> ImportSheet | None:
        if import_id == 1:
            return None
        lines = tuple(Problem(60_000, why) for why in Reason)
        return ImportSheet(BIG, BIG, "bad", 0, 0, 300, lines)

    def group_sheet(self, chat_id: int) -> GroupSheet | None:
        return GroupSheet(BIG, self.name or "", "residents")

    def hears(self, destination: str) -> bool:
        return False

    def trial_sheet(self, trial_id: int) -> TrialSheet | None:
        return None if trial_id == 1 else TrialSheet("m", True, -CHAT)
