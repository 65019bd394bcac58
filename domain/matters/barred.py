"""The negative list: what can never be a residents' committee's, whoever hands it down. Plain data.

Source: MISSION M3: 行政执法, 拆迁拆违, 环境整治, 城市管理, 安全生产, 应急消防.
"""

from collections.abc import Set
from enum import StrEnum

from domain.places.bodies import BodyKind


class Barred(StrEnum):
    """The six classes."""

    ENFORCEMENT = "enforcement"
    """行政执法"""
    DEMOLITION = "demolition"
    """拆迁拆违"""
    CLEAN_UP = "clean-up"
    """环境整治"""
    CITY = "city"
    """城市管理"""
    SAFETY = "safety"
    """安全生产"""
    FIRE = "fire"
    """应急消防"""


BARRED_FROM: Set[BodyKind] = frozenset({BodyKind.COMMITTEE})
"""Bodies that none of the six may be given to."""
