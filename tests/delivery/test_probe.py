"""Whatever a probe is answered, and wherever the process dies: nothing lost, nothing overwritten."""

import asyncio
from itertools import product
from typing import Any

import pytest

from bot.delivery import words
from domain.kernel.words import ToPerson
from storage import settling
from storage.outbox import adopt
from tests.delivery.office import Office, user

ANSWERS = [
    {"own_same": same, "foreign": foreign, "missing": missing}
    for same, foreign, missing in product(
        ("not_modified", "ok"), ("cant_edit", "not_found"), ("not_found", "invalid_id")
    )
]
"""Every way in which the sandbox can answer."""

PEOPLE = ("zhang", "zhao", "xiao", "chen")

BEFORE_SEND, IN_FLIGHT_LOST, IN_FLIGHT_DONE, BEFORE_MARK = (
    "before send",
    "in flight",
    "done, unheard",
    "unmarked",
)
POINTS = (BEFORE_SEND, IN_FLIGHT_LOST, IN_FLIGHT_DONE, BEFORE_MARK)


async def dies(post: Office, point: str) -> None:
    """One process sends the first row and dies at that point."""
    how: dict[str, Any] = {}
    if point == BEFORE_SEND:
        how["after"] = lambda number: number == 1
    elif point == BEFORE_MARK:
        how["before"] = lambda number: number == 2
    else:
        how["before"] = lambda number: number == 2
        kind = "lost" if point == IN_FLIGHT_DONE else "reset"
        await post.fault(method="sendMessage", kind=kind, count=1)
    async with post.process(**how) as process, asyncio.timeout(10):
        await process.store.halted.wait()


def of(texts: list[str], title: str) -> int:
    return sum(title in text for text in texts)


def marks(message: dict[str, Any]) -> set[str]:
    """The row marks of a message's buttons."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard") or []
    data = [button.get("callback_data", "") for row in rows for button in row]
    return {one.rpartition("~")[2] for one in data if "~" in one}


async def each_shows_its_own(post: Office) -> bool:
    """Whether every message of ours has its buttons, with the mark of a row of these very words."""
    rows = {words.base36(row.id): row.params for row in await post.rows()}
    for message in await post.ours():
        if not marks(message):
            return False
        for mark in marks(message):
            title = rows[mark].split('"title": "')[1].split('"')[0]
            if title not in message["text"]:
                return False
    return True


async def overwritten_and_restored(post: Office) -> bool:
    """Whether a message of A did carry B's mark for a moment, so that the test is about something."""
    first, second = [words.base36(row.id) for row in await post.rows()]
    edits = [call for call in await post.calls("editMessageReplyMarkup") if (call["outcome"] or {}).get("ok")]
    marked = [(call["params"]["message_id"], str(call["params"])) for call in edits]
    taken = {place for place, given in marked if f"~{second}" in given}
    return any(place in taken and f"~{first}" in given for place, given in marked)


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("answers", ANSWERS, ids=lambda one: "-".join(one.values()))
async def test_a_row_whose_process_died_arrives_exactly_once(
    post: Office, answers: dict[str, str], point: str
) -> None:
    await post.fault(probe=answers)
    await post.say("earlier")
    await post.deliver()
    await post.say("first")
    await post.say("second")
    await dies(post, point)
    await post.settle()
    texts = await post.texts()
    assert [of(texts, title) for title in ("earlier", "first", "second")] == [1, 1, 1]
    assert texts.index(next(t for t in texts if "first" in t)) < texts.index(
        next(t for t in texts if "second" in t)
    )
    assert await each_shows_its_own(post)
    assert await post.store.read(settling.counts) == {"sent": 3}


@pytest.mark.parametrize("kind", ["lost", "reset", "500", "html502", "timeout"])
@pytest.mark.parametrize("same", ["not_modified", "ok"])
async def test_an_unknown_end_is_looked_up_before_anything_is_sent_again(
    post: Office, kind: str, same: str
) -> None:
    await post.fault(probe={"own_same": same})
    await post.fault(method="sendMessage", kind=kind, count=1)
    await post.say("first")
    await post.say("second")
    await post.settle()
    texts = await post.texts()
    assert [of(texts, "first"), of(texts, "second")] == [1, 1]
    assert "first" in texts[0]


@pytest.mark.parametrize("foreign", ["cant_edit", "not_found"])
async def test_words_of_others_in_between_are_never_touched(post: Office, foreign: str) -> None:
    await post.fault(probe={"foreign": foreign})
    await post.say("known")
    await post.deliver()
    for _ in range(2):
        await post.write_as("zhang", post.compound.residents)
    before = [one for one in await post.messages(post.compound.residents) if one["from"]["id"] == 2001]
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("mine")
    await post.settle()
    after = [one for one in await post.messages(post.compound.residents) if one["from"]["id"] == 2001]
    assert before == after
    assert of(await post.texts(), "mine") == 1


async def test_a_false_not_found_doubles_and_never_loses(post: Office) -> None:
    await post.fault(probe={"own_false_not_found": 1.0})
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("mine")
    await post.settle()
    assert of(await post.texts(), "mine") == 2
    assert (await post.store.read(settling.counts)) == {"sent": 1}


async def test_more_strangers_than_probes_end_in_a_message_that_says_which_row_it_is(post: Office) -> None:
    await post.say("known")
    await post.deliver()
    for _ in range(7):
        await post.write_as("zhang", post.compound.residents)
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("mine")
    await post.settle()
    texts = [text for text in await post.texts() if "mine" in text]
    row = (await post.rows())[-1]
    assert len(texts) == 2
    assert f"R-{row.id}" in texts[1]
    assert len(await post.calls("editMessageReplyMarkup")) == 5


async def test_a_late_twin_keeps_its_own_keyboard(post: Office) -> None:
    """A is accepted long after it was sent again; B's probe meets it and must not take it over."""
    await post.fault(probe={"own_same": "ok"})
    await post.fault(method="sendMessage", kind="late", delay=2.6, count=1)
    await post.say("aaa")
    await post.settle()
    await asyncio.sleep(2.4)
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("bbb")
    await post.settle()
    texts = await post.texts()
    assert [of(texts, "aaa"), of(texts, "bbb")] == [2, 1]
    assert await each_shows_its_own(post)
    assert await overwritten_and_restored(post)


async def test_a_late_twin_of_the_same_words_becomes_the_row_in_doubt(post: Office) -> None:
    await post.fault(probe={"own_same": "ok"})
    await post.fault(method="sendMessage", kind="late", delay=2.6, count=1)
    await post.say("same")
    await post.settle()
    await asyncio.sleep(2.4)
    await post.fault(method="sendMessage", kind="reset", count=1)
    await post.say("same")
    await post.settle()
    found = [marks(message) for message in await post.ours()]
    assert sorted(mark for one in found for mark in one) == ["1", "2"]  # and one double less


async def test_a_probe_whose_answer_was_lost_does_not_take_a_twin_for_its_own(post: Office) -> None:
    await post.fault(method="sendMessage", kind="late", delay=2.6, count=1)
    await post.say("aaa")
    await post.settle()
    await asyncio.sleep(2.4)
    await post.fault(method="sendMessage", kind="reset", count=1)
    await post.fault(method="editMessageReplyMarkup", kind="lost", count=1)
    await post.say("bbb")
    await post.settle()
    texts = await post.texts()
    assert [of(texts, "aaa"), of(texts, "bbb")] == [2, 1]
    assert await each_shows_its_own(post)
    assert await overwritten_and_restored(post)


async def test_messages_without_a_button_are_sent_again_and_never_lost(post: Office) -> None:
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("plain", key="welcome", params={})
    await post.settle()
    texts = await post.texts()
    assert len(texts) == 2
    assert "R-1" in texts[1]


async def test_the_chats_order_holds_while_a_row_is_in_doubt(post: Office) -> None:
    await post.fault(method="sendMessage", kind="500", count=1)
    for number in range(4):
        await post.say(f"n{number}")
    await post.settle()
    found = [next(n for n in range(4) if f"n{n}" in text) for text in await post.texts()]
    assert found == [0, 1, 2, 3]


async def test_a_press_settles_a_row_in_doubt_at_once(post: Office) -> None:
    await post.fault(method="sendMessage", kind="lost", count=1)
    await post.say("mine")
    async with post.process() as process:
        await process.quiet()
        row = (await post.rows())[0]
        assert row.state == "ambiguous"
        stands = (await post.ours())[0]
        await post.store.write(lambda c: adopt(c, row.id, post.compound.residents, stands["message_id"]))
        await asyncio.sleep(0.8)
    row = (await post.rows())[0]
    assert (row.state, row.message_id, row.probes) == ("sent", stands["message_id"], 0)
    assert of(await post.texts(), "mine") == 1


async def test_of_two_that_find_a_dead_process_rows_one_sends_them(each_post: Office) -> None:
    for number in range(4):
        await each_post.say(f"t{number}", ToPerson(each_post.compound.person_ids[PEOPLE[number]]))
    await each_post.fault(method="sendMessage", kind="reset", count=4)
    how: dict[str, Any] = {"before": lambda number: number > 1}
    async with each_post.process(**how) as process, asyncio.timeout(10):
        await process.store.halted.wait()
        await asyncio.sleep(0.3)
    await each_post.settle(30, processes=2)
    for number in range(4):
        assert of(await each_post.texts(user(PEOPLE[number])), f"t{number}") == 1
