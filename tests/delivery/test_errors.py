"""Every failure of a call has one fate, read from its kind and the platform's words."""

from typing import Any

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError, ClientOSError, ServerDisconnectedError
from aiohttp.client_reqrep import ConnectionKey

from bot.delivery.errors import Fate, classify
from bot.delivery.pace import Bounds
from bot.delivery.probe import FATES, MEANINGS, TABLE, Answer, Ask, Doubt, Resend, Step, plan
from bot.sandbox.refusals import BY_KEY, REFUSALS

METHOD = SendMessage(chat_id=1, text="x")


def caused(cause: BaseException) -> TelegramNetworkError:
    error = TelegramNetworkError(method=METHOD, message=type(cause).__name__)
    error.__cause__ = cause
    return error


def key() -> ConnectionKey:
    return ConnectionKey("h", 1, False, True, None, None, None)


KINDS: list[tuple[BaseException, Fate]] = [
    (TelegramRetryAfter(method=METHOD, message="flood", retry_after=7), Fate.WAIT),
    (TelegramMigrateToChat(method=METHOD, message="moved", migrate_to_chat_id=-5), Fate.MIGRATED),
    (caused(ClientConnectorError(key(), OSError(111, "refused"))), Fate.NOT_SENT),
    (caused(ServerDisconnectedError()), Fate.AMBIGUOUS),
    (caused(ClientOSError(104, "reset")), Fate.AMBIGUOUS),
    (caused(TimeoutError()), Fate.AMBIGUOUS),
    (TelegramServerError(method=METHOD, message="Internal Server Error"), Fate.AMBIGUOUS),
    (ClientDecodeError("html", ValueError("x"), "<html>"), Fate.AMBIGUOUS),
    (TelegramUnauthorizedError(method=METHOD, message="Unauthorized"), Fate.NOT_SENT),
    (TelegramConflictError(method=METHOD, message="Conflict"), Fate.NOT_SENT),
    (TelegramEntityTooLarge(method=METHOD, message="too large"), Fate.REFUSED),
    (TelegramNotFound(method=METHOD, message="method not found"), Fate.REFUSED),
    (TelegramAPIError(method=METHOD, message="Too Many Requests: retry later"), Fate.WAIT),
    (KeyError("poll"), Fate.REFUSED),
    (FileNotFoundError("export.xlsx"), Fate.REFUSED),
]


@pytest.mark.parametrize(("error", "fate"), KINDS, ids=lambda one: getattr(one, "value", type(one).__name__))
def test_each_kind_of_failure_has_its_fate(error: BaseException, fate: Fate) -> None:
    assert classify(error).fate is fate


def test_what_belongs_to_a_fate_comes_with_it() -> None:
    assert classify(KINDS[0][0]).retry_after == 7
    assert classify(KINDS[1][0]).moved_to == -5


SAID = {
    "edit_unchanged": Fate.UNCHANGED,
    "edit_forbidden": Fate.FOREIGN,
    "edit_not_found": Fate.GONE,
    "edit_id_invalid": Fate.GONE,
    "thread_not_found": Fate.NO_TOPIC,
    "topic_closed": Fate.NO_TOPIC,
    "reply_not_found": Fate.NO_REPLY,
    "ephemeral_untriggered": Fate.NO_WHISPER,
    "ephemeral_too_late": Fate.NO_WHISPER,
    "ephemeral_receiver": Fate.NO_WHISPER,
    "not_started": Fate.CLOSED,
    "blocked": Fate.CLOSED,
    "deactivated": Fate.CLOSED,
    "kicked_group": Fate.OUT,
    "kicked_supergroup": Fate.OUT,
    "outside_group": Fate.OUT,
    "outside_supergroup": Fate.OUT,
    "chat_not_found": Fate.OUT,
    "entities_unparsable": Fate.REFUSED,
    "text_too_long": Fate.REFUSED,
    "button_data_invalid": Fate.REFUSED,
}


@pytest.mark.parametrize("which", SAID)
def test_each_refusal_of_the_platform_has_its_fate(which: str) -> None:
    refusal = BY_KEY[which]
    kind: Any = TelegramForbiddenError if refusal.code == 403 else TelegramBadRequest
    assert classify(kind(method=METHOD, message=refusal.text)).fate is SAID[which]


def test_no_forbidden_of_the_platform_is_taken_for_the_messages_own_fault() -> None:
    for refusal in REFUSALS:
        if refusal.code == 403:
            error = TelegramForbiddenError(method=METHOD, message=refusal.text)
            assert classify(error).fate in (Fate.CLOSED, Fate.OUT), refusal.key


def test_every_answer_to_a_probe_has_exactly_one_meaning() -> None:
    assert len(TABLE) == len(MEANINGS) == len(Answer)
    assert set(MEANINGS.values()) == set(Step)


def test_no_answer_but_our_own_keyboard_or_our_own_words_settles_a_row() -> None:
    assert {answer for answer, step in MEANINGS.items() if step is Step.ADOPT} == {Answer.SAME, Answer.OURS}
    assert [fate for fate, answer in FATES.items() if MEANINGS[answer] is Step.ADOPT] == [Fate.UNCHANGED]


def test_three_missing_in_a_row_beyond_the_known_ids_mean_not_delivered() -> None:
    doubt = Doubt(top=10)
    for message_id in (11, 12):
        doubt.learn(doubt.answer(Fate.GONE, message_id), message_id)
        assert isinstance(plan(doubt, range(11, 14), 2, True, Bounds()), Ask)
    doubt.learn(doubt.answer(Fate.GONE, 13), 13)
    assert plan(doubt, range(11, 14), 3, True, Bounds()) == Resend(False, "not-found")


def test_somebody_elses_message_beyond_makes_the_missing_ones_start_over() -> None:
    doubt = Doubt(top=10)
    doubt.learn(doubt.answer(Fate.GONE, 11), 11)
    doubt.learn(doubt.answer(Fate.FOREIGN, 12), 12)
    assert (doubt.top, doubt.missed) == (12, 0)
    assert plan(doubt, range(11, 16), 2, True, Bounds()) == Ask(13)


def test_a_missing_id_below_the_known_ones_proves_nothing() -> None:
    doubt = Doubt(top=20)
    for message_id in range(11, 15):
        doubt.learn(doubt.answer(Fate.GONE, message_id), message_id)
    assert doubt.missed == 0
    assert plan(doubt, range(11, 24), 4, True, Bounds()) == Ask(15)


def test_after_five_looks_the_message_goes_out_with_its_mark() -> None:
    assert plan(Doubt(top=20), range(11, 24), 5, True, Bounds()) == Resend(True, "inconclusive")
    assert plan(Doubt(top=20), range(11, 24), 0, False, Bounds()) == Resend(True, "no-button")


def test_no_answer_teaches_nothing() -> None:
    doubt = Doubt(top=10)
    doubt.learn(doubt.answer(Fate.AMBIGUOUS, 11), 11)
    assert (doubt.asked, doubt.missed) == (set(), 0)
