"""The demo's compound: a street of personas, and the many neighbours around them, the same at every start."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.seeding import read, rooms

Json = dict[str, Any]

STREET = Path(__file__).parent / "seed" / "street.json"

SEED = 20261122
"""All chance in the demo comes from here."""

FIRST_ID = 600_000_001
"""Platform ids of the demo's people count from here, below those that the sandbox gives to newcomers."""

FIRST_GROUP = -1002_000_000_001
"""And those of its groups from here, downwards."""

FOREIGN = 16
"""Every so many neighbours one writes English."""


def street() -> Json:
    """The seed with everybody in it: personas first, then the crowd, each in a household of their own."""
    seed = read(STREET)
    taken = {person.get("place") for person in seed["people"]}
    chance = random.Random(SEED)
    homes = [home for home in households(seed) if home not in taken]
    chance.shuffle(homes)
    crowd = seed["crowd"]
    names = _names(crowd, chance)
    seed["people"] += [
        {
            "key": f"n{number}",
            "role": "resident",
            "place": home,
            "private": True,
            "crowd": True,
            "lives": "owner" if number % 4 else "tenant",
            **next(names),
        }
        for number, home in enumerate(homes[: crowd["count"]], start=1)
    ]
    for number, person in enumerate(seed["people"]):
        person["id"] = FIRST_ID + number
    for number, group in enumerate(seed["groups"]):
        group["id"] = FIRST_GROUP - number
        group["members"] += _crowd_of(seed, group.get("crowd"))
    return seed


def households(seed: Json) -> list[str]:
    """The path of every household, building/unit/room."""
    return [path for building in seed["buildings"] for path in _homes(building)]


def _homes(building: Json) -> Iterator[str]:
    for unit in range(1, building["units"] + 1):
        for room in rooms(building):
            yield f"{building['name']}/{unit}{building['unit']}/{room}"


def _names(crowd: Json, chance: random.Random) -> Iterator[Json]:
    pairs = [surname + given for surname in crowd["surnames"] for given in crowd["given"]]
    chance.shuffle(pairs)
    foreign = iter(crowd["foreign"])
    for number, name in enumerate(pairs, start=1):
        stranger = next(foreign, None) if number % FOREIGN == 0 else None
        yield {"first_name": stranger or name, "language_code": "en" if stranger else "zh-hans"}


def _crowd_of(seed: Json, where: str | None) -> list[str]:
    """Keys of the crowd in that group: "all", those below a place, or nobody."""
    if where is None:
        return []
    crowd = [person for person in seed["people"] if person.get("crowd")]
    return [one["key"] for one in crowd if where == "all" or one["place"].startswith(f"{where}/")]
