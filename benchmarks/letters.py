"""Updates as the platform really sends them: one of each kind that comes often, raw, without a number yet."""

from typing import Any

Json = dict[str, Any]

BOT = 42
GROUP = -1002000002001
PERSON = {
    "id": 700001004,
    "is_bot": False,
    "first_name": "李阿姨",
    "username": "li_ayi",
    "language_code": "zh-hans",
}
PRIVATE = {"id": 700001004, "first_name": "李阿姨", "username": "li_ayi", "type": "private"}
RESIDENTS = {"id": GROUP, "title": "阳光花园业主群", "type": "supergroup"}
OURSELVES = {"id": BOT, "is_bot": True, "first_name": "小邻", "username": "linli_bot"}
WORDS = "3号楼2单元的电梯又停了，一早老人下不了楼，请师傅尽快来看看。"
QUESTION = "居住证怎么办？要带什么材料"


def _message(chat: Json, text: str, command: int = 0) -> Json:
    entities = [{"type": "bot_command", "offset": 0, "length": command}] if command else []
    said = {"message_id": 812, "date": 1795305600, "chat": chat, "from": PERSON, "text": text}
    return {"message": {**said, **({"entities": entities} if entities else {})}}


def _press(text: str, *rows: list[tuple[str, str]]) -> Json:
    """The first button is pressed; the card stands in the residents' group."""
    keyboard = [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    card = {
        "message_id": 640,
        "date": 1795305000,
        "chat": RESIDENTS,
        "from": OURSELVES,
        "text": text,
        "reply_markup": {"inline_keyboard": keyboard},
    }
    query = {
        "id": "180388626433",
        "from": PERSON,
        "message": card,
        "chat_instance": "-7919",
        "data": rows[0][0][1],
    }
    return {"callback_query": query}


KINDS: dict[str, Json] = {
    "private text report": _message(PRIVATE, WORDS),
    "group /report": _message(RESIDENTS, f"/report {WORDS}", command=7),
    "press of a case button": _press(
        f"#18 3号楼\n{WORDS}\n王师傅 18:00前回复",
        [("接单", "take:4f3k2q9z1a7c~1q"), ("回话", "reply:4f3k2q9z1a7c")],
        [("办完", "finish:4f3k2q9z1a7c"), ("全文", "words:4f3k2q9z1a7c")],
    ),
    "press of a call button": _press(
        "周六一起打扫楼道 1/3\n赵大姐", [("我参加", "join:4f3k2q9z1b02~1r"), ("我退出", "leave:4f3k2q9z1b02")]
    ),
    "press of a vote button": _press(
        "周六几点大扫除？\n一户一票，已投 37 户",
        [("9点 21", "vote:4f3k2q9z1c05:0~1s"), ("10点 16", "vote:4f3k2q9z1c05:1")],
    ),
    "private question": _message(PRIVATE, QUESTION),
    "plain verb": _message(PRIVATE, "我的事"),
    "unknown command": _message(PRIVATE, "/weather tomorrow", command=8),
}
