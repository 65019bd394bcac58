"""The emoji that may stand under a message, and how many of them a bot may set."""

from typing import Any

from bot.sandbox.refusals import refuse

Json = dict[str, Any]

EMOJI = frozenset(
    [
        "👍",
        "👎",
        "❤",
        "🔥",
        "🥰",
        "👏",
        "😁",
        "🤔",
        "🤯",
        "😱",
        "🤬",
        "😢",
        "🎉",
        "🤩",
        "🤮",
        "💩",
        "🙏",
        "👌",
        "🕊",
        "🤡",
        "🥱",
        "🥴",
        "😍",
        "🐳",
        "❤\u200d🔥",
        "🌚",
        "🌭",
        "💯",
        "🤣",
        "⚡",
        "🍌",
        "🏆",
        "💔",
        "🤨",
        "😐",
        "🍓",
        "🍾",
        "💋",
        "🖕",
        "😈",
        "😴",
        "😭",
        "🤓",
        "👻",
        "👨\u200d💻",
        "👀",
        "🎃",
        "🙈",
        "😇",
        "😨",
        "🤝",
        "✍",
        "🤗",
        "🫡",
        "🎅",
        "🎄",
        "☃",
        "💅",
        "🤪",
        "🗿",
        "🆒",
        "💘",
        "🙉",
        "🦄",
        "😘",
        "💊",
        "🙊",
        "😎",
        "👾",
        "🤷\u200d♂",
        "🤷",
        "🤷\u200d♀",
        "😡",
    ]
)


def check_reactions(given: list[Any]) -> list[Json]:
    if len(given) > 1:
        refuse("reactions_too_many")
    return [_check(reaction) for reaction in given]


def _check(reaction: Any) -> Json:
    if not isinstance(reaction, dict) or reaction.get("type") not in ("emoji", "custom_emoji"):
        refuse("reaction_invalid")
    if reaction["type"] == "custom_emoji":
        return {"type": "custom_emoji", "custom_emoji_id": str(reaction.get("custom_emoji_id"))}
    emoji = str(reaction.get("emoji", "")).replace("\ufe0f", "")
    if emoji not in EMOJI:
        refuse("reaction_invalid")
    return {"type": "emoji", "emoji": emoji}
