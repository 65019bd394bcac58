"""A year of reports: who says what in which season, and what becomes of it."""

from datetime import datetime
from typing import Any

from bot.year import FRESH, Year
from domain.cases import intake, service
from domain.cases.rules import Case, Draft
from domain.cases.table import Action
from storage.tx import SqlTx

Json = dict[str, Any]


def report(year: Year, tx: SqlTx) -> None:
    """Somebody reports something; what follows is planned."""
    who = year.chance.choice([one for one in year.planted.seed["people"] if one["role"] == "resident"])
    near = "residents" if year.chance.random() < 0.2 else None
    text, ends = _words(year, who, tx.now)
    case = intake.report(tx, year.actor(who["key"], near), Draft(text, 0, tx.now))
    _course(year, case, who["key"], ends, tx.now)


def _words(year: Year, who: Json, now: datetime) -> tuple[str, list[str]]:
    """Words for the season, with the building and unit of whoever says them; and how such a thing ends."""
    month = year.local(now).month
    tales = year.told["english" if who.get("language_code") == "en" else "reports"]
    fitting = [tale for tale in tales if tale["months"] is None or month in tale["months"]]
    tale = year.chance.choice(fitting)
    building, unit, _ = who["place"].split("/")
    said = year.chance.choice(tale["texts"]).replace("{b}", building).replace("{u}", unit)
    return said, tale["done"]


def _course(year: Year, case: Case, reporter: str, ends: list[str], filed: datetime) -> None:
    """What becomes of it: some take theirs back, fresh ones may be open still, most are solved."""
    roll = year.chance.random()
    fresh = year.end - filed < FRESH
    if roll < 0.04:
        return _then(year, case, reporter, Action.WITHDRAW, year.later(filed, 0.5, 5))
    if fresh and roll < 0.4:
        return None
    worker = year.chance.choice(["wang", "wang", "manager"])
    at = year.later(filed, 0.1, 3)
    _then(year, case, worker, Action.TAKE, at)
    if roll > 0.45:
        _then(
            year, case, worker, Action.REPLY, year.later(at, 0.2, 2), year.chance.choice(year.told["replies"])
        )
    if fresh and roll < 0.6:
        return None
    return _solved(year, case, reporter, worker, ends, year.later(at, 1, 22), again=roll > 0.94)


def _solved(
    year: Year, case: Case, reporter: str, worker: str, ends: list[str], at: datetime, *, again: bool
) -> None:
    _then(year, case, worker, Action.FINISH, at, year.chance.choice(ends))
    heard = year.later(at, 0.2, 20)
    if again:
        _then(year, case, reporter, Action.REOPEN, heard)
        return _solved(year, case, reporter, worker, ends, year.later(heard, 2, 20), again=False)
    if year.chance.random() < 0.93:
        _then(year, case, reporter, Action.CONFIRM, heard)
    return None


def _then(year: Year, case: Case, key: str, action: Action, at: datetime, words: str = "") -> None:
    def step(tx: SqlTx) -> None:
        service.act(tx, year.actor(key), service.ById(case.id), action, words)

    year.plan(at, step)
