"""The talk that the README shows is played as it stands there."""

import re
from pathlib import Path

from tests.conversations.test_asking import publish
from tests.runtime.rehearsal import Json, Rehearsal

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
TALK = re.compile(r"```chat\n(.*?)```", re.DOTALL)
NAMES = {"李阿姨": "li", "王师傅": "wang", "赵大姐": "zhao"}
TOAST = "（弹出）"
"""Before what a tap answers for a moment."""

MORE = "……"
"""Behind what is shown in part."""


def lines() -> list[tuple[str, str]]:
    (talk,) = TALK.findall(README.read_text("utf-8"))
    parted = [line.partition("：") for line in talk.strip().splitlines() if line]
    return [(who, words) for who, _, words in parted]


async def test_the_talk_in_the_readme_happens_word_for_word(talk: Rehearsal) -> None:
    await publish(talk, None, ROOT / "bot" / "seed" / "guide")
    toast = ""
    for who, words in lines():
        if who.startswith("小邻→"):
            said = toast if words.startswith(TOAST) else (await talk.spoken(NAMES[who[3:]]))[-1]
            heard = " ".join(said.split())
            wanted = words.removeprefix(TOAST)
            assert heard.startswith(wanted[: -len(MORE)]) if wanted.endswith(MORE) else heard == wanted
        elif words.startswith("["):
            toast = (await tapped(talk, NAMES[who], words.strip("[]")))["text"]
        else:
            await talk.say(NAMES[who], words)


async def tapped(talk: Rehearsal, who: str, label: str) -> Json:
    """A tap on that button, in private or in a group, wherever it stands."""
    for where in (who, "workers", "residents"):
        shown = [one["text"] for message in await talk.messages(where) for one in talk.buttons(message)]
        if any(label in text for text in shown):
            return await talk.tap(who, label, where)
    raise AssertionError(f"no button {label!r}")
