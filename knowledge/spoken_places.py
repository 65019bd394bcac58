"""Places as people say them in a sentence: "3栋2单元", "三号楼", "B座", "地下车库B2", "北门"."""

import re
from dataclasses import dataclass

_COUNT = r"(?:[0-9\uff10-\uff19]{1,3}|[零〇一二三四五六七八九十百]{1,4})"
_BUILDING = rf"[东西南北]?{_COUNT}\s*(?:号楼|号院|栋|幢|座|号房)|(?<![A-Za-z])[A-Za-z]\d?\s*(?:座|栋|幢|楼)"
_UNIT = rf"(?:{_COUNT}|[甲乙丙丁A-Za-z])\s*单元"
_WRITTEN = re.compile(r"(?<![\d\-./:])(\d{1,3})[-－—](\d{1,2})[-－—](\d{2,4})(?!\d|[\-./:年月日])")
_SAID = re.compile(rf"(?P<building>{_BUILDING})?\s*的?\s*(?P<unit>{_UNIT})|(?P<alone>{_BUILDING})")
_SPOT = re.compile(
    r"地下(?:车库|停车场)?\s*(?:[Bb]\s*[1-9]|负?[一二三]层)|(?:[Bb][1-9]|负[一二三]层?)\s*(?:车库|停车场)"
    r"|地下车库|地下室|地库(?:\s*[Bb][1-9])?|车库\s*[Bb][1-9]"
    r"|(?:[东西南北]{1,2}|正|侧|后|[一二三四五六七八九\d]号)大?门(?!禁|锁|诊|面)"
    r"|中心花园|小广场|垃圾房|快递柜|充电棚|自行车棚|儿童乐园|门卫室|天台|楼顶"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a sentence names: `names` from the building down, `spot` within it as it was said, and the rest of
    the sentence.
    """

    names: tuple[str, ...]
    spot: str | None
    rest: str


def mentioned(text: str) -> Mention:
    """The first place that these words name, empty where they name none; a floor is no place."""
    names, rest = _names(text)
    found = _SPOT.search(rest)
    return Mention(names, "".join(found[0].split()) if found is not None else None, rest.strip())


def _names(text: str) -> tuple[tuple[str, ...], str]:
    written = _WRITTEN.search(text)
    if written is not None:
        return (written[1], written[2]), text[: written.start()] + text[written.end() :]
    said = _SAID.search(text)
    if said is None:
        return (), text
    parts = (said["building"] or said["alone"], said["unit"])
    names = tuple("".join(part.split()) for part in parts if part)
    return names, text[: said.start()] + text[said.end() :]
