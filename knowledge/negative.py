"""What words fall into one of the six classes that a residents' committee may not be given.

Source: MISSION M3 for the classes; the words are how such tasks are put, our own.
"""

import re
from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "enforcement": "行政执法|执法检查|联合执法|综合执法|行政处罚|开罚单|罚款|处罚|查处|取缔|扣押|没收",
    "demolition": "拆迁|拆违|征收拆除|违章建筑|违法建设|违法建筑|违建|强拆|动迁",
    "clean-up": "环境整治|环境综合整治|人居环境整治|扬尘治理|河道整治|污染整治|创城整治|脏乱差整治",
    "city": "城市管理|城管|占道经营|流动摊贩|店外经营|户外广告|市容管理|市容整治|违停执法",
    "safety": "安全生产|安全检查|安全隐患排查|企业安全|危化品|特种设备检查|燃气安全检查|工地安全",
    "fire": "应急消防|消防检查|消防安全检查|消防验收|消防巡查|应急救援|灭火|森林防火|防汛抢险",
}
"""Words of each class, parted by |."""

_PATTERNS = {name: re.compile(words) for name, words in CLASSES.items()}


def barred(text: str) -> str | None:
    """The first class that these words fall into; None where they fall into none."""
    return next((name for name, words in _PATTERNS.items() if words.search(text)), None)
