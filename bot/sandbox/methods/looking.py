"""Methods that tell the bot about itself, its chats and their members."""

from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.chats import MEMBER_RIGHTS, Chat, Member
from bot.sandbox.engine import Engine
from bot.sandbox.places import find_chat
from bot.sandbox.refusals import refuse
from bot.sandbox.telling import tell_member

Json = dict[str, Any]

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(engine: Engine, _args: Arguments) -> Json:
    return engine.world.bot | {
        "can_join_groups": True, "can_read_all_group_messages": engine.world.can_read_all_group_messages,
        "supports_inline_queries": True, "can_connect_to_business": False, "has_main_web_app": False,
    }  # fmt: skip


def get_chat(engine: Engine, args: Arguments) -> Json:
    chat = _standing(find_chat(engine, args))
    card = chat.card() | {
        "accent_color_id": 0, "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }  # fmt: skip
    if chat.is_group:
        card["permissions"] = {right: right != "can_pin_messages" for right in MEMBER_RIGHTS}
    pinned = engine.world.message(chat.id, chat.pinned[-1]) if chat.pinned else None
    return card | ({"pinned_message": pinned.as_reply()} if pinned else {})


def _standing(chat: Chat) -> Chat:
    if chat.migrated_to is not None:
        refuse("upgraded", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def get_member(engine: Engine, args: Arguments) -> Json:
    chat = _standing(find_chat(engine, args))
    user = engine.world.users.get(args.need_integer("user_id"))
    if user is None:
        refuse("user_not_found")
    return chat.member(user["id"]).card(user)


def count_members(engine: Engine, args: Arguments) -> int:
    return len(_standing(find_chat(engine, args)).inside())


def get_administrators(engine: Engine, args: Arguments) -> list[Json]:
    """Other bots are left out, as the platform does it."""
    chat, users = _standing(find_chat(engine, args)), engine.world.users
    if chat.type == "private":
        refuse("no_administrators")
    return [
        member.card(users[user_id])
        for user_id, member in chat.members.items()
        if member.is_admin and (user_id == engine.world.bot_id or not users[user_id].get("is_bot"))
    ]


def leave(engine: Engine, args: Arguments) -> bool:
    chat = _standing(find_chat(engine, args))
    if chat.type == "private":
        refuse("cannot_leave_private")
    me = engine.world.bot_id
    if not chat.member(me).inside:
        refuse("outside_group" if chat.type == "group" else "outside_supergroup")
    old, chat.members[me] = chat.member(me), Member("left")
    tell_member(engine, chat, me, old, chat.members[me], engine.world.bot)
    return True


METHODS = {
    "getMe": get_me, "getChat": get_chat, "getChatMember": get_member, "getChatMemberCount": count_members,
    "getChatAdministrators": get_administrators, "leaveChat": leave,
}  # fmt: skip
