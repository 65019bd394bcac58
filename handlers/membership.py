"""The bot comes into a group and says what it is good for; where it is put out, the stewards hear of it."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated

from domain.flows import menus, unreached
from domain.kernel.people import Actor
from handlers.ports import Unit

_INSIDE = frozenset({"creator", "administrator", "member", "restricted"})
_GROUPS = frozenset({"group", "supergroup"})


class JoinedGroup(Filter):
    """The bot was outside and now is a member."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        before, after = event.old_chat_member.status in _INSIDE, event.new_chat_member.status in _INSIDE
        return event.chat.type in _GROUPS and after and not before


class LeftGroup(Filter):
    """The bot was a member and is not any more."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        before, after = event.old_chat_member.status in _INSIDE, event.new_chat_member.status in _INSIDE
        return event.chat.type in _GROUPS and before and not after


class ShutOut(Filter):
    """Somebody has blocked the bot in private."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        return event.chat.type == "private" and event.new_chat_member.status not in _INSIDE


def router() -> Router:
    """The router of membership."""
    made = Router(name="membership")
    made.my_chat_member.register(greet, JoinedGroup())
    made.my_chat_member.register(lost, LeftGroup())
    made.my_chat_member.register(shut_out, ShutOut())
    return made


async def greet(event: ChatMemberUpdated, unit: Unit) -> None:
    """Say hello."""
    await unit.transact(menus.arrive, event.chat.id)


async def lost(event: ChatMemberUpdated, unit: Unit) -> None:
    """Tell the stewards that a group is out of reach."""
    await unit.transact(unreached.group, event.chat.id)


async def shut_out(event: ChatMemberUpdated, unit: Unit, actor: Actor) -> None:
    """Tell the stewards, where it is somebody who works there."""
    await unit.transact(unreached.worker, actor)
