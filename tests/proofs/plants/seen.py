"""Violations planted into the chats: overwritten, out of order, foreign, doubled."""

from tests.proofs.evidence import Evidence
from tests.proofs.plants import message, planted, row
from tests.proofs.synthetic import ANNA, BEN, FINISHED, OTHER_GROUP, RECEIPT, TAKEN, at, sent, version


@planted("no message is overwritten", "a receipt with other words")
def _(day: Evidence) -> None:
    message(day, ANNA, 3)["versions"].append(version(3, "别的话", RECEIPT, "bot"))


@planted("no message is overwritten", "a keyboard of another row")
def _(day: Evidence) -> None:
    message(day, ANNA, 3)["versions"].append(version(3, "#1 收到", TAKEN, "bot"))


@planted("no message is overwritten", "a person's own words")
def _(day: Evidence) -> None:
    message(day, ANNA, 1)["versions"].append(version(3, "别的话", by="bot"))


@planted("each chat is in order", "later row first")
def _(day: Evidence) -> None:
    row(day, "outbox", id=TAKEN)["message_id"] = 5
    row(day, "outbox", id=FINISHED)["message_id"] = 4


@planted("nothing is in a foreign chat", "another person's private chat")
def _(day: Evidence) -> None:
    message(day, ANNA, 4)["chat_id"] = BEN
    row(day, "outbox", id=TAKEN)["chat_id"] = BEN


@planted("nothing is in a foreign chat", "words in another compound")
def _(day: Evidence) -> None:
    day.world["messages"].append(sent(OTHER_GROUP, 9, 1, "电梯坏了 zqm1x"))


@planted("nothing is in a foreign chat", "a case told to somebody without a part in it")
def _(day: Evidence) -> None:
    row(day, "outbox", id=TAKEN)["chat_id"] = BEN


@planted("no rule of the platform is broken", "too fast")
def _(day: Evidence) -> None:
    day.violations.append(
        {
            "method": "sendMessage",
            "rule": "flood_chat",
            "evidence": "documented",
            "seq": 3,
            "time": at(1).isoformat(),
        }
    )


@planted("no double without a known cause", "the probe did not look")
def _(day: Evidence) -> None:
    day.world["messages"].append(sent(ANNA, 40, 0.4, "#1 收到", RECEIPT))
