"""A moment as people say it: today, tomorrow or a weekday, and the hour, on the clock of the compound."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.texts import Speakable, Texts

HOME = "Asia/Shanghai"
"""The zone where nobody said which."""

_NEAR = {-1: "time-yesterday", 0: "time-today", 1: "time-tomorrow"}
_WEEK = 7
_NEARLY_A_YEAR = 300  # days from which a date without its year may be misread


def spoken(texts: Texts, locale: str, at: datetime, now: datetime, zone: str) -> str:
    """`at` for a message that is read now: today, a weekday or a date, and the hour; both times aware."""
    local, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    days = (local.date() - today).days
    near = _NEAR.get(days)
    if near is not None:
        return texts.plain(locale, near, {"clock": _clock(local)})
    if 1 < days < _WEEK:
        params: dict[str, Speakable] = {"weekday": local.isoweekday(), "clock": _clock(local)}
        return texts.plain(locale, "time-weekday", params)
    return _dated(texts, locale, local, today)


def dated(texts: Texts, locale: str, at: datetime, zone: str) -> str:
    """`at` for what stands for days: the date, and never "today"."""
    local = at.astimezone(ZoneInfo(zone))
    return _dated(texts, locale, local, local.date())


def brief(texts: Texts, locale: str, at: datetime, zone: str) -> str:
    """`at` for a line of a history: day, month and hour."""
    local = at.astimezone(ZoneInfo(zone))
    return texts.plain(locale, "time-brief", {"month": local.month, "day": local.day, "clock": _clock(local)})


def _dated(texts: Texts, locale: str, local: datetime, today: date) -> str:
    far = abs((local.date() - today).days) >= _NEARLY_A_YEAR
    params: dict[str, Speakable] = {
        "year": local.year if far else 0,
        "month": local.month,
        "day": local.day,
        "weekday": local.isoweekday(),
        "clock": _clock(local),
    }
    return texts.plain(locale, "time-date", params)


def _clock(local: datetime) -> str:
    return f"{local:%H:%M}"
