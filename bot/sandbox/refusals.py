"""Every refusal that the sandbox can answer: its words, its code, how sure we are of it, whose fault."""

from dataclasses import dataclass
from typing import Any, Literal, NoReturn

Evidence = Literal["seen", "documented", "recalled"]
"""seen: found in the official server's source; documented: in the Bot API's pages; recalled: neither."""


@dataclass(frozen=True, slots=True)
class Refusal:
    key: str
    code: int
    text: str
    evidence: Evidence
    violation: bool = False
    """The bot could have known: counted in /violations. An ordinary refusal (a closed chat) is not."""


class Refused(Exception):
    """A method's answer is this refusal."""

    def __init__(self, refusal: Refusal, parameters: dict[str, Any], fields: dict[str, Any]) -> None:
        super().__init__(refusal.key)
        self.refusal = refusal
        self.parameters = parameters
        self.text = refusal.text.format_map(fields) if fields else refusal.text


def refuse(key: str, parameters: dict[str, Any] | None = None, **fields: Any) -> NoReturn:
    raise Refused(BY_KEY[key], parameters or {}, fields)


_BROKEN = True
REFUSALS: tuple[Refusal, ...] = (
    Refusal("unauthorized", 401, "Unauthorized", "seen"),
    Refusal("method_not_found", 404, "Not Found: method not found", "seen", _BROKEN),
    Refusal("poll_conflict", 409, "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running", "seen"),
    Refusal("webhook_active", 409, "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first", "seen"),
    Refusal("webhook_took_over", 409, "Conflict: terminated by setWebhook request", "seen"),
    Refusal("flood_global", 429, "Too Many Requests: retry after {seconds}", "documented", _BROKEN),
    Refusal("flood_group", 429, "Too Many Requests: retry after {seconds}", "documented", _BROKEN),
    Refusal("flood_chat", 429, "Too Many Requests: retry after {seconds}", "documented", _BROKEN),
    Refusal("flood_banned", 429, "Too Many Requests: retry after {seconds}", "seen", _BROKEN),
    Refusal("injected_429", 429, "Too Many Requests: retry after {seconds}", "seen"),
    Refusal("injected_500", 500, "Internal Server Error", "recalled"),
    # arguments
    Refusal("chat_id_empty", 400, "Bad Request: chat_id is empty", "recalled", _BROKEN),
    Refusal("argument_missing", 400, "Bad Request: parameter \"{name}\" is required", "recalled", _BROKEN),
    Refusal("argument_invalid", 400, "Bad Request: parameter \"{name}\" is invalid", "recalled", _BROKEN),
    Refusal("object_expected", 400, "Bad Request: object expected as {name}", "recalled", _BROKEN),
    Refusal("parse_mode_unsupported", 400, "Bad Request: unsupported parse_mode", "recalled", _BROKEN),
    Refusal("entities_unparsable", 400, "Bad Request: can't parse entities: {why}", "recalled", _BROKEN),
    Refusal("text_empty", 400, "Bad Request: message text is empty", "seen", _BROKEN),
    Refusal("text_too_long", 400, "Bad Request: message is too long", "recalled", _BROKEN),
    Refusal("caption_too_long", 400, "Bad Request: message caption is too long", "recalled", _BROKEN),
    Refusal("keyboard_unparsable", 400, "Bad Request: can't parse reply keyboard markup JSON object",
            "recalled", _BROKEN),
    Refusal("inline_keyboard_unparsable", 400, "Bad Request: can't parse inline keyboard button: {why}",
            "recalled", _BROKEN),
    Refusal("button_data_invalid", 400, "Bad Request: BUTTON_DATA_INVALID", "recalled", _BROKEN),
    Refusal("button_url_invalid", 400,
            "Bad Request: inline keyboard button URL '{url}' is invalid: Wrong HTTP URL", "recalled",
            _BROKEN),
    Refusal("button_type_invalid", 400, "Bad Request: BUTTON_TYPE_INVALID", "recalled", _BROKEN),
    Refusal("keyboard_too_long", 400, "Bad Request: reply markup is too long", "seen", _BROKEN),
    Refusal("answer_too_long", 400, "Bad Request: MESSAGE_TOO_LONG", "recalled", _BROKEN),
    Refusal("file_unknown", 400, "Bad Request: wrong file_id or the file is temporarily unavailable", "seen",
            _BROKEN),
    Refusal("file_too_big", 400, "Bad Request: file is too big", "seen", _BROKEN),
    Refusal("upload_too_big", 413, "Request Entity Too Large", "recalled", _BROKEN),
    Refusal("file_empty", 400, "Bad Request: file must be non-empty", "recalled", _BROKEN),
    Refusal("url_not_fetched", 400, "Bad Request: failed to get HTTP URL content", "recalled", _BROKEN),
    Refusal("image_unreadable", 400, "Bad Request: IMAGE_PROCESS_FAILED", "recalled", _BROKEN),
    Refusal("album_size", 400, "Bad Request: group of media to send must contain 2-10 items", "recalled",
            _BROKEN),
    Refusal("location_invalid", 400, "Bad Request: can't parse location", "recalled", _BROKEN),
    Refusal("ids_invalid", 400, "Bad Request: message identifiers are not specified", "recalled", _BROKEN),
    Refusal("ids_too_many", 400, "Bad Request: too many message identifiers specified", "recalled", _BROKEN),
    Refusal("commands_invalid", 400, "Bad Request: BOT_COMMAND_INVALID", "recalled", _BROKEN),
    Refusal("commands_too_many", 400, "Bad Request: BOT_COMMANDS_TOO_MUCH", "recalled", _BROKEN),
    Refusal("inline_too_many", 400, "Bad Request: RESULTS_TOO_MUCH", "recalled", _BROKEN),
    # where a message may go
    Refusal("chat_not_found", 400, "Bad Request: chat not found", "seen"),
    Refusal("upgraded", 400, "Bad Request: group chat was upgraded to a supergroup chat", "seen"),
    Refusal("not_started", 403, "Forbidden: bot can't initiate conversation with a user", "recalled"),
    Refusal("blocked", 403, "Forbidden: bot was blocked by the user", "seen"),
    Refusal("deactivated", 403, "Forbidden: user is deactivated", "seen"),
    Refusal("to_a_bot", 403, "Forbidden: bot can't send messages to bots", "recalled"),
    Refusal("kicked_group", 403, "Forbidden: bot was kicked from the group chat", "seen"),
    Refusal("kicked_supergroup", 403, "Forbidden: bot was kicked from the supergroup chat", "seen"),
    Refusal("outside_group", 403, "Forbidden: bot is not a member of the group chat", "recalled"),
    Refusal("outside_supergroup", 403, "Forbidden: bot is not a member of the supergroup chat", "seen"),
    Refusal("thread_not_found", 400, "Bad Request: message thread not found", "seen"),
    Refusal("topic_closed", 400, "Bad Request: TOPIC_CLOSED", "recalled"),
    Refusal("topic_not_found", 400, "Bad Request: TOPIC_ID_INVALID", "recalled"),
    Refusal("topic_unchanged", 400, "Bad Request: TOPIC_NOT_MODIFIED", "recalled"),
    Refusal("not_a_forum", 400, "Bad Request: the chat is not a forum", "recalled", _BROKEN),
    Refusal("topic_rights", 400, "Bad Request: not enough rights to create a topic", "recalled", _BROKEN),
    Refusal("topic_name", 400, "Bad Request: topic name is invalid", "recalled", _BROKEN),
    Refusal("pin_rights", 400, "Bad Request: not enough rights to manage pinned messages in the chat",
            "recalled"),
    Refusal("no_administrators", 400, "Bad Request: there are no administrators in the private chat",
            "recalled",
            _BROKEN),
    Refusal("user_not_found", 400, "Bad Request: user not found", "recalled"),
    Refusal("cannot_leave_private", 400, "Bad Request: chat member status can't be changed in private chats",
            "recalled", _BROKEN),
    # what happens to a message
    Refusal("reply_not_found", 400, "Bad Request: message to be replied not found", "seen"),
    Refusal("edit_not_found", 400, "Bad Request: message to edit not found", "recalled"),
    Refusal("edit_id_invalid", 400, "Bad Request: MESSAGE_ID_INVALID", "recalled"),
    Refusal("edit_forbidden", 400, "Bad Request: message can't be edited", "recalled"),
    Refusal("edit_unchanged", 400, "Bad Request: message is not modified: specified new message content and "
            "reply markup are exactly the same as a current content and reply markup of the message", "seen"),
    Refusal("edit_no_text", 400, "Bad Request: there is no text in the message to edit", "recalled", _BROKEN),
    Refusal("edit_no_caption", 400, "Bad Request: there is no caption in the message to edit", "recalled",
            _BROKEN),
    Refusal("delete_not_found", 400, "Bad Request: message to delete not found", "recalled"),
    Refusal("delete_forbidden", 400, "Bad Request: message can't be deleted", "seen"),
    Refusal("delete_too_old", 400, "Bad Request: message can't be deleted for everyone", "recalled"),
    Refusal("forward_not_found", 400, "Bad Request: message to forward not found", "recalled"),
    Refusal("forward_forbidden", 400, "Bad Request: the message can't be forwarded", "recalled"),
    Refusal("copy_not_found", 400, "Bad Request: message to copy not found", "recalled"),
    Refusal("copy_forbidden", 400, "Bad Request: the message can't be copied", "recalled"),
    Refusal("pin_not_found", 400, "Bad Request: message to pin not found", "recalled"),
    Refusal("unpin_not_found", 400, "Bad Request: message to unpin not found", "recalled"),
    Refusal("react_not_found", 400, "Bad Request: message to react not found", "recalled"),
    Refusal("reaction_invalid", 400, "Bad Request: REACTION_INVALID", "recalled", _BROKEN),
    Refusal("reactions_too_many", 400, "Bad Request: REACTIONS_TOO_MANY", "recalled", _BROKEN),
    # answers and ephemeral messages
    Refusal("query_too_old", 400, "Bad Request: query is too old and response timeout expired or query ID is "
            "invalid", "seen"),
    Refusal("ephemeral_chat", 400,
            "Bad Request: ephemeral messages can be sent only in groups and supergroups", "recalled",
            _BROKEN),
    Refusal("ephemeral_receiver", 400, "Bad Request: RECEIVER_USER_INVALID", "recalled"),
    Refusal("ephemeral_untriggered", 400, "Bad Request: EPHEMERAL_TRIGGER_REQUIRED", "recalled", _BROKEN),
    Refusal("ephemeral_too_late", 400, "Bad Request: EPHEMERAL_TRIGGER_EXPIRED", "recalled"),
    Refusal("ephemeral_replace", 400, "Bad Request: EPHEMERAL_REPLACE_INVALID", "recalled", _BROKEN),
    Refusal("ephemeral_not_found", 400, "Bad Request: ephemeral message not found", "recalled"),
    Refusal("ephemeral_reply", 400, "Bad Request: a reply to an ephemeral message must be ephemeral",
            "recalled", _BROKEN),
    # webhooks
    Refusal("secret_too_long", 400, "Bad Request: secret token is too long", "seen", _BROKEN),
    Refusal("secret_characters", 400, "Bad Request: secret token contains unallowed characters", "seen",
            _BROKEN),
    Refusal("webhook_url", 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
            "recalled", _BROKEN),
    Refusal("sandbox_not_built", 501, "Not Implemented: the sandbox does not know {what}", "recalled"),
)  # fmt: skip

BY_KEY = {refusal.key: refusal for refusal in REFUSALS}
