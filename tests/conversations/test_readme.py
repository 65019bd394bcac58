"""The talk that the README shows is played as it stands there."""

import re
from pathlib import Path

from tests.runtime.rehearsal import Rehearsal

README = Path(__file__).parents[2] / "README.md"
TALK = re.compile(r"```chat\n(.*?)```", re.DOTALL)
NAMES = {"李阿姨": "li", "王师傅": "wang"}
WORKERS = {"wang": "workers"}


def lines() -> list[tuple[str, str]]:
    (talk,) = TALK.findall(README.read_text("utf-8"))
    parted = [line.partition("：") for line in talk.strip().splitlines()]
    return [(who, words) for who, _, words in parted]


async def test_the_talk_in_the_readme_happens_word_for_word(talk: Rehearsal) -> None:
    for who, words in lines():
        if who.startswith("小邻→"):
            said = (await talk.spoken(NAMES[who.removeprefix("小邻→")]))[-1]
            assert " ".join(said.split()) == words
        elif words.startswith("["):
            me = NAMES[who]
            await talk.tap(me, words.strip("[]"), WORKERS.get(me))
            await talk.quiet()
        else:
            await talk.say(NAMES[who], words)
