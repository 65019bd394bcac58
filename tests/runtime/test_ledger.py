"""The ledger: made beside the traffic for who may hold it, and nothing in it runs when it is opened."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import func, select

from bot.jobs.ledger import write
from handlers.ledger.sheet import cell
from storage.tables import job_rows, jobs
from tests.runtime.rehearsal import Rehearsal

SIGNS = "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
UNSEEN = " \t\n\u200b\ufeff\u2060\u00a0"


@given(st.text(UNSEEN, max_size=3), st.sampled_from(SIGNS), st.text(max_size=20))
def test_no_cell_begins_as_a_formula_whatever_is_before_the_sign(unseen: str, sign: str, rest: str) -> None:
    assert cell(unseen + sign + rest).startswith("'")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=50))
def test_words_are_kept_whole(text: str) -> None:
    assert cell(text) in (text, f"'{text}")


def test_a_spreadsheet_holds_text_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.xlsx", [["=1+1", "7"]])
    cells = next(load_workbook(tmp_path / "a.xlsx").active.iter_rows())
    assert [one.data_type for one in cells] == ["s", "s"]
    assert (tmp_path / "a.xlsx").stat().st_mode & 0o077 == 0


async def test_a_worker_gets_the_ledger_in_private(running: Rehearsal) -> None:
    await running.say("li", "/report =HYPERLINK(1) 电梯坏了")
    await running.say("zhao", "/report 楼道灯不亮", "residents")
    await running.say("wang", "/ledger", "workers")
    for _ in range(100):
        if documents := [one["document"] for one in await running.messages("wang") if "document" in one]:
            break
        await running.clock.sleep(0.1)
    async with running.platform.get(f"/files/{documents[0]['file_id']}") as answer:
        book = load_workbook(io.BytesIO(await answer.read()))
    rows = [[one.value for one in row] for row in book.active.iter_rows()]
    assert [row[0] for row in rows[1:]] == ["1", "2"]
    assert "=HYPERLINK(1) 电梯坏了" in rows[1][-1]
    left = await running.bot.store.read(
        lambda c: c.execute(select(func.count()).select_from(job_rows)).scalar()
    )
    assert left == 0


@pytest.mark.parametrize("who", ["li", "zhao"])
async def test_nobody_else_gets_it(talk: Rehearsal, who: str) -> None:
    await talk.say(who, "/ledger")
    asked = await talk.bot.store.read(lambda c: c.execute(select(func.count()).select_from(jobs)).scalar())
    assert asked == 0
