"""What the people's side takes, field by field; openapi.json is made of these."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Json = dict[str, Any]


class Body(BaseModel):
    """An unknown field is a typing error of the caller: said at once."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class NewUser(Body):
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    id: int | None = None
    is_bot: bool = False
    crowd: bool = Field(
        False, description="one of many: lives here, has opened the private chat, is no persona of the page"
    )


class NewChat(Body):
    type: Literal["private", "group", "supergroup", "channel"]
    title: str | None = None
    username: str | None = None
    members: list[int] = []
    admins: list[int] = []
    owner: int | None = Field(None, description="the creator; the first human admin if left out")
    is_forum: bool = False
    id: int | None = None


class Media(Body):
    """A file: base64 and what the sender's app would say of it."""

    base64: str
    file_name: str | None = None
    mime_type: str | None = None
    duration: int | None = None
    width: int | None = None
    height: int | None = None


class Forward(Body):
    from_name: str | None = None
    from_user: int | None = None
    date: int | None = None


class Writing(Body):
    from_: int = Field(alias="from")
    text: str | None = None
    caption: str | None = None
    photo: str | Media | None = None
    video: str | Media | None = None
    voice: str | Media | None = None
    document: str | Media | None = None
    location: Json | None = None
    contact: Json | None = None
    reply_to: int | None = None
    reply_to_ephemeral: int | None = None
    message_thread_id: int | None = None
    media_group_id: str | None = None
    forward: Forward | None = None
    via_bot: int | None = None
    as_chat: int | None = Field(
        None, description="the group itself: anonymous admin; a channel: its identity"
    )
    ephemeral: bool | None = Field(None, description="left out: as the command menu says")


class Rewriting(Body):
    from_: int = Field(alias="from")
    text: str


class Press(Body):
    from_: int = Field(alias="from")
    message_id: int = 0
    ephemeral_message_id: int | None = None
    data: str | None = None
    text: str | None = Field(None, description="the button's label")
    wait: float = 10.0


class Joining(Body):
    user_id: int
    by: int | None = None
    admin: bool = False


class Standing(Body):
    """PATCH of a member: makes or unmakes an admin, kicks, restricts."""

    status: Literal["administrator", "member", "restricted", "kicked", "left"] | None = None
    admin: bool | None = None
    rights: dict[str, bool] | None = None
    by: int | None = None
    custom_title: str | None = None
    is_anonymous: bool = False


class Reacting(Body):
    from_: int = Field(alias="from")
    message_id: int
    reaction: list[str | Json] = Field([], description="emoji; empty takes it back")


class Voting(Body):
    from_: int = Field(alias="from")
    message_id: int
    option_ids: list[int] = []


class NewTopic(Body):
    name: str
    by: int | None = None


class ProbeFault(Body):
    own_same: Literal["not_modified", "ok"] = "not_modified"
    foreign: Literal["cant_edit", "not_found"] = "cant_edit"
    missing: Literal["not_found", "invalid_id"] = "not_found"
    own_false_not_found: float = 0.0


class UpdateFault(Body):
    duplicate: float = 0.0
    reorder: float = 0.0


class NewFault(Body):
    method: str | None = None
    kind: Literal["429", "500", "html502", "timeout", "reset", "lost", "late"] | None = None
    count: int | None = None
    share: float | None = None
    retry_after: int = 1
    delay: float = 0.0
    chat_id: int | None = None
    probe: ProbeFault | None = None
    updates: UpdateFault | None = None


class Redelivery(Body):
    update_ids: list[int]


class ClockMove(Body):
    advance: float | None = Field(None, description="seconds")
    set: str | None = Field(None, description="ISO 8601 with an offset")
    next: bool = Field(False, description="to the next moment that the host program has planned")


class Seat(Body):
    """Somebody, and the chat they look at."""

    user: int
    chat: int


class Try(Body):
    """Something for the page's visitor to try: who sits where, and the words that are ready to be sent."""

    zh: str
    en: str
    zh_about: str = ""
    en_about: str = ""
    left: Seat
    right: Seat
    text: str | None = None
    photo: str | None = Field(None, description="base64 of a JPEG that is ready beside the words")
    next: bool = Field(False, description="the clock goes to what is due next")


class Scene(Body):
    """What the page offers: two seats side by side, and things to try."""

    title: str | None = None
    pair: list[Seat] = []
    tries: list[Try] = []
    large: list[int] = Field([], description="people who read large letters")


class BotSettings(Body):
    can_read_all_group_messages: bool | None = None
    mentions_reach_bot: bool | None = None
