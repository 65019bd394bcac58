"""Chats and who is in them, as values that know how Telegram would show them."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_pin_messages", "can_manage_topics", "can_manage_tags",
    "can_send_welcome_messages",
)  # fmt: skip
MEMBER_RIGHTS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
DEFAULT_ADMIN = dict.fromkeys(ADMIN_RIGHTS, True) | {"can_promote_members": False}
INSIDE = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(slots=True)
class Member:
    status: str
    rights: dict[str, bool] = field(default_factory=dict)
    until: int = 0
    custom_title: str | None = None
    is_anonymous: bool = False

    @property
    def inside(self) -> bool:
        return self.status in INSIDE and (self.status != "restricted" or self.rights.get("is_member", True))

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, False))

    def card(self, user: Json) -> Json:
        """The ChatMember that getChatMember and updates show."""
        card: Json = {"status": self.status, "user": user}
        if self.is_admin:
            card["is_anonymous"] = self.is_anonymous
            if self.custom_title:
                card["custom_title"] = self.custom_title
        if self.status == "administrator":
            card["can_be_edited"] = False
            card.update({right: self.rights.get(right, False) for right in ADMIN_RIGHTS})
        if self.status == "restricted":
            card["is_member"] = self.rights.get("is_member", True)
            card.update({right: self.rights.get(right, False) for right in MEMBER_RIGHTS})
        if self.status in ("restricted", "kicked"):
            card["until_date"] = self.until
        return card


@dataclass(slots=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    closed: bool = False

    def card(self) -> Json:
        return {"message_thread_id": self.thread_id, "name": self.name, "icon_color": self.icon_color}


@dataclass(slots=True)
class Chat:
    id: int
    type: str
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    person: Json | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    started: bool = False
    """A private chat: the person has written to the bot at least once."""
    blocked: bool = False
    deactivated: bool = False
    last_bot: int | None = None
    """Which bot spoke last: a bare command is taken to be for it."""

    @property
    def is_group(self) -> bool:
        return self.type in ("group", "supergroup")

    def card(self) -> Json:
        card: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            names = ("first_name", "last_name", "username")
            return card | {name: self.person[name] for name in names if name in self.person}
        card["title"] = self.title
        if self.username:
            card["username"] = self.username
        if self.is_forum:
            card["is_forum"] = True
        return card

    def member(self, user_id: int) -> Member:
        return self.members.get(user_id) or Member("left")

    def inside(self) -> list[int]:
        return [user_id for user_id, member in self.members.items() if member.inside]
