"""What is meant for us, decided on the raw JSON; what is not one of ours leaves nothing but its id."""

from typing import Any

import pytest

from bot.gate import Me, arrival

ME = Me(42, "Linli_Bot")
GROUP = {"id": -1001, "type": "supergroup"}
LI = {"id": 7, "is_bot": False, "first_name": "李"}


def said(text: str = "", **more: Any) -> dict[str, Any]:
    body = {"message_id": 5, "date": 0, "chat": GROUP, "from": LI, "text": text, **more}
    return {"update_id": 1, "message": body}


@pytest.mark.parametrize(
    "update",
    [
        said("/report 电梯坏了"),
        said("/report@linli_bot 电梯坏了"),
        said("小邻 电梯坏了"),
        said("  小邻，电梯坏了"),
        said("电梯坏了", chat={"id": 7, "type": "private"}),
        said("还没修好", reply_to_message={"message_id": 3, "from": {"id": 42}}),
        said("😀 @linli_bot 坏了", entities=[{"type": "mention", "offset": 3, "length": 10}]),
        said("您看", entities=[{"type": "text_mention", "offset": 0, "length": 2, "user": {"id": 42}}]),
        said("", caption="/report 漏水", photo=[{}]),
        said("", migrate_to_chat_id=-1002),
        {"update_id": 1, "callback_query": {"id": "9", "from": LI, "data": "x", "message": {"chat": GROUP}}},
        {"update_id": 1, "my_chat_member": {"chat": GROUP, "from": LI}},
    ],
)
def test_what_is_said_to_us_is_kept(update: dict[str, Any]) -> None:
    kept = arrival(ME, update)
    assert kept is not None
    assert (kept.state, kept.lane) == ("new", update.get("message", {}).get("chat", GROUP)["id"])


@pytest.mark.parametrize(
    "update",
    [
        said("今天天气不错"),
        said("/report@other_bot 电梯坏了"),
        said("/ 电梯"),
        said("路径 /report"),
        said("@linli_bot_fan 您好", entities=[{"type": "mention", "offset": 0, "length": 14}]),
        said("还没修好", reply_to_message={"message_id": 3, "from": {"id": 8}}),
        said("/report 我是机器人", **{"from": {"id": 9, "is_bot": True}}),
        {"update_id": 1, "edited_message": said("/report 改")["message"]},
        {"update_id": 1, "business_message": {"chat": GROUP}},
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": [1, 2]},
        {"update_id": 1, "message": {"chat": "no", "from": 3}},
        {"update_id": 1, "message": {"chat": GROUP, "message_id": 5, "text": 8}},
        {"update_id": 1, "callback_query": {"id": 9}},
        {"update_id": 1},
    ],
)
def test_what_is_not_for_us_or_not_understood_keeps_no_content(update: dict[str, Any]) -> None:
    kept = arrival(ME, update)
    assert kept is not None
    assert kept.state == "ignored"


@pytest.mark.parametrize("update", [{}, {"update_id": "1"}, {"update_id": True}, {"message": {}}])
def test_what_has_no_id_is_no_update(update: dict[str, Any]) -> None:
    assert arrival(ME, update) is None


def test_a_long_text_says_that_it_may_go_on() -> None:
    kept = arrival(ME, said("/report " + "长" * 4000))
    assert kept is not None
    assert kept.long
