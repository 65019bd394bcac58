"""Who looks after a compound: kinds of bodies, and the models of governing that they make up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is. Source: MISSION M4."""

    COMMITTEE = "committee"  # 居委会
    OWNERS = "owners"  # 业委会
    PROPERTY = "property"  # 物业
    LOGISTICS = "logistics"  # 单位后勤部门
    BRANCH = "branch"  # 小区党支部
    SELF = "selfrun"  # 居民自治委员会
    INTERIM = "interim"  # the steward, until bodies are named


class Model(StrEnum):
    """A model of governing, ready to be taken."""

    THREE = "three"
    TWO = "two"
    BRANCH = "branch"
    SELF = "selfrun"


TEMPLATES: Mapping[Model, tuple[BodyKind, ...]] = {
    Model.THREE: (BodyKind.COMMITTEE, BodyKind.OWNERS, BodyKind.PROPERTY),
    Model.TWO: (BodyKind.COMMITTEE, BodyKind.LOGISTICS),
    Model.BRANCH: (BodyKind.BRANCH,),
    Model.SELF: (BodyKind.SELF,),
}
"""Models 1+3, 1+2 and both kinds of 1+1, which have no 物业. Source: MISSION M4."""

LOOKS_FIRST = (
    BodyKind.PROPERTY,
    BodyKind.LOGISTICS,
    BodyKind.COMMITTEE,
    BodyKind.BRANCH,
    BodyKind.SELF,
    BodyKind.OWNERS,
    BodyKind.INTERIM,
)
"""Whose people look at new reports, the first that there is: repairs are most of them."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body of a compound; name and phone are what people read."""

    id: int
    kind: BodyKind
    name: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """What a line says of a body: which one, its own name, its phone; what is None stays as it is."""

    kind: BodyKind
    name: str | None
    phone: str | None
