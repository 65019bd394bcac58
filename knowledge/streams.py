"""三事分流 by words: a table of subjects, what they are called in Chinese and English, and whose they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from operator import add

PUBLIC, COMMUNITY, PRIVATE = "public", "community", "private"


@dataclass(frozen=True, slots=True)
class Guess:
    """Whose matter it seems to be, the subject that says so, and whether nothing else came near."""

    stream: str
    reason: str
    sure: bool


NOTHING = Guess(COMMUNITY, "unknown", sure=False)
"""Where no word is known: most of what is reported is small."""

SUBJECTS: Mapping[str, tuple[str, str, str]] = {
    "gas": (
        PUBLIC,
        "煤气|燃气|天然气",
        "gas leak|gas smell|smell of gas|smells of gas",
    ),
    "crime": (
        PUBLIC,
        "偷|小偷|被盗|诈骗|骗子|打架|传销|赌博|吸毒",
        "thief|theft|stolen|burglar|scam|fraud|fight",
    ),
    "building": (
        PUBLIC,
        "违建|违章搭建|违法建筑|私搭|乱搭|加盖|敲承重墙|承重墙",
        "illegal construction|illegal building|load-bearing wall",
    ),
    "street": (
        PUBLIC,
        "马路|路面|人行道|公交|路灯杆|红绿灯|井盖|占道|摆摊|市政",
        "street lamp|streetlight|pavement|manhole|bus stop|traffic light",
    ),
    "pollution": (
        PUBLIC,
        "油烟|污染|排污|臭气|工地|夜间施工|扬尘|噪音扰民的工地",
        "pollution|fumes|building site|construction site",
    ),
    "fire": (
        PUBLIC,
        "消防通道|消防车道|消防栓|灭火器",
        "fire lane|fire hydrant|fire exit|fire extinguisher",
    ),
    "papers": (
        PUBLIC,
        "低保|社保|医保|户口|居住证|养老金|残疾证|入学|补贴",
        "residence permit|pension|subsidy|social security",
    ),
    "utilities": (
        PUBLIC,
        "停水|停电|停气|自来水发黄|水压",
        "power cut|blackout|no water|no electricity",
    ),
    "lift": (
        COMMUNITY,
        "电梯|困人",
        "lift|elevator",
    ),
    "light": (
        COMMUNITY,
        "楼道灯|路灯|灯不亮|灯坏|声控灯",
        "lamp|light is|lights are|stairwell light",
    ),
    "door": (
        COMMUNITY,
        "门禁|单元门|大门|道闸|门锁|对讲",
        "entrance door|front gate|entry phone|intercom|barrier",
    ),
    "pipe": (
        COMMUNITY,
        "水管|下水道|下水|漏水|渗水|积水|堵了|污水|化粪池|屋顶漏",
        "leak|drain|sewer|pipe|flooded",
    ),
    "rubbish": (
        COMMUNITY,
        "垃圾|大件|建筑垃圾|保洁|打扫|脏|异味",
        "rubbish|garbage|trash|litter|cleaning",
    ),
    "clutter": (
        COMMUNITY,
        "堆物|堆满|杂物|楼道堆|占用楼道",
        "clutter|blocked corridor|stuff in the corridor",
    ),
    "parking": (
        COMMUNITY,
        "停车|车位|充电桩|电瓶车|电动车|飞线|非机动车|地锁",
        "parking|charger|e-bike|scooter",
    ),
    "green": (
        COMMUNITY,
        "绿化|大树|树枝|草坪|花坛|小区的树",
        "tree|lawn|hedge",
    ),
    "pests": (
        COMMUNITY,
        "蟑螂|老鼠|白蚁|蚊子|流浪狗|流浪猫",
        "cockroach|rats|mice|stray dog|stray cat",
    ),
    "fee": (
        COMMUNITY,
        "物业费|维修基金|物业公司|保安|巡逻",
        "property fee|security guard",
    ),
    "facilities": (
        COMMUNITY,
        "健身器材|儿童乐园|滑梯|长椅|监控|摄像头|快递柜|晾衣架",
        "playground|bench|camera|parcel",
    ),
    "neighbour": (
        PRIVATE,
        "邻居|楼上|楼下|隔壁|对门|对面那家",
        "neighbour|neighbor|upstairs|downstairs|next door",
    ),
    "noise": (
        PRIVATE,
        "太吵|吵得|吵死|噪音|脚步声|弹琴|音响|半夜唱|狗叫",
        "noisy|too loud|noise|barking|loud music",
    ),
    "renovation": (
        PRIVATE,
        "装修|电钻|敲墙|施工太早",
        "renovat|drilling",
    ),
    "family": (
        PRIVATE,
        "婆媳|夫妻|吵架|离婚|赡养|遗产|家里老人没人管",
        "quarrel|divorce|inheritance",
    ),
    "money": (
        PRIVATE,
        "借钱|欠我|还钱|押金不退|房东|房租",
        "owes me|deposit|landlord",
    ),
}
"""Each subject: its stream, its words in Chinese and in English, parted by "|". Source: MISSION M2; the lists
are ours, to be grown.
"""

SHARE = 2
"""The best stream is sure where its words weigh at least so many times those of the next."""


def propose(text: str) -> Guess:
    """Whose matter these words are about; longer words weigh more. Pure: nothing is kept."""
    near = _near(text)
    if not near:
        return NOTHING
    weights = {subject: _weight(subject, text) for subject in SUBJECTS if subject in near}
    totals = dict.fromkeys((PUBLIC, COMMUNITY, PRIVATE), 0)
    for subject, weight in weights.items():
        totals[SUBJECTS[subject][0]] += weight
    best = max(totals, key=totals.__getitem__)
    most = totals.pop(best)
    if not most:
        return NOTHING
    reason = max((one for one in weights if SUBJECTS[one][0] == best), key=weights.__getitem__)
    return Guess(best, reason, sure=most >= SHARE * max(totals.values()))


def _near(text: str) -> set[str]:
    """Subjects of which a word begins somewhere in the text: to try them all costs a hundred microseconds."""
    folded, known = text.casefold(), _beginnings()
    signs = {*folded, *map(add, folded, folded[1:])}
    return {subject for beginning in known.keys() & signs for subject in known[beginning]}


@cache
def _beginnings() -> Mapping[str, frozenset[str]]:
    """How words begin, by their first two letters or their only one, and whose they are."""
    found: dict[str, set[str]] = {}
    for subject in SUBJECTS:
        for word in _listed(subject):
            found.setdefault(word[:2], set()).add(subject)
    return {beginning: frozenset(subjects) for beginning, subjects in found.items()}


def _weight(subject: str, text: str) -> int:
    """Characters of the text that are words of this subject, each place counted once; English counts half,
    because its words are longer.
    """
    found = _words(subject).findall(text)
    return sum(len(word) if word.isascii() else 2 * len(word) for word in found)


def _listed(subject: str) -> list[str]:
    return "|".join(filter(None, SUBJECTS[subject][1:])).split("|")


@cache
def _words(subject: str) -> re.Pattern[str]:
    words = sorted(_listed(subject), key=len, reverse=True)
    # English words begin at a word's beginning, and may go on: "leak" is in "leaking".
    return re.compile("|".join(rf"\b{re.escape(w)}" if w.isascii() else w for w in words), re.IGNORECASE)
