"""A compound set up from the command line answers its first report."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select
from typer.testing import CliRunner

from bot.cli import app
from bot.clock import RealClock
from domain.cases.intake import report
from domain.cases.rules import Case, Draft
from domain.kernel.people import Actor
from knowledge.calendar import WorkingCalendar
from storage.ids import Ids
from storage.open import open_store
from storage.tables import outbox, places
from storage.tx import TxDeps, transaction
from storage.vault import Vault

ARGUMENTS = ["setup", "阳光里", "--body", "阳光物业", "--worker", "71:王师傅", "--captain", "72:赵大姐"]


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LINLI_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


def test_a_report_after_the_setup_reaches_the_workers(settled: Path) -> None:
    said = CliRunner().invoke(app, ARGUMENTS)
    assert said.exit_code == 0, said.output
    case, destinations = asyncio.run(_reported(settled))
    assert (case.number, case.assignee_id is not None) == (1, True)
    assert destinations[0] == f"workers:{case.compound_id}"


async def _reported(data: Path) -> tuple[Case, list[str]]:
    clock = RealClock()
    vault = Vault.from_settings((data / "master.key").read_text("ascii").strip())
    deps = TxDeps(clock, vault, WorkingCalendar(), Ids(clock), 42)
    store = open_store(f"sqlite:///{data / 'linli.db'}")
    await store.start()
    somebody = Actor(99, "new here", "zh-CN", 99)
    case = await store.write(transaction(deps, report, somebody, Draft("电梯停了", 1, clock.now())))
    told = await store.read(lambda c: [row.destination for row in c.execute(select(outbox)).all()])
    await store.close()
    return case, told


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [(["--worker", "Wang"], 2, "Telegram id"), (["--worker", "12:"], 2, "Telegram id")],
)
def test_a_wrong_name_is_said_and_nothing_is_written(
    settled: Path, more: list[str], code: int, words: str
) -> None:
    said = CliRunner().invoke(app, [*ARGUMENTS, *more])
    assert said.exit_code == code
    assert words in said.output
    assert not (settled / "linli.db").exists()


def test_a_second_setup_of_the_same_name_changes_nothing(settled: Path) -> None:
    assert CliRunner().invoke(app, ARGUMENTS).exit_code == 0
    assert CliRunner().invoke(app, ARGUMENTS).exit_code == 1
    engine = create_engine(f"sqlite:///{settled / 'linli.db'}")
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(places)).scalar() == 1
    engine.dispose()
