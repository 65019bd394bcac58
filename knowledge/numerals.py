"""Small numbers as people write them: digits, Chinese numerals, a few English words."""

NUMERAL = r"(?:(?<![0-9.])[0-9]{1,4}|[零〇一二两三四五六七八九十百]{1,5})"
"""A number in digits or in Chinese; what it is worth is for `worth`."""

ENGLISH = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}

SIGNS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

PLACES = {"十": 10, "百": 100}


def worth(written: str) -> int:
    """The value of what NUMERAL or an English word of ours matched; fifteen is ten and five."""
    if written.isascii():
        known = ENGLISH.get(written.lower())
        return int(written) if known is None else known
    total = current = 0
    for sign in written:
        if sign in PLACES:
            total, current = total + (current or 1) * PLACES[sign], 0
        else:
            current = current * 10 + SIGNS[sign] if current else SIGNS[sign]
    return total + current
