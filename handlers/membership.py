"""The bot comes into a group: it says once what it is good for; what else follows is the lane's."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import ChatMemberUpdated

from domain.flows import menus
from handlers.ports import Unit

_INSIDE = frozenset({"creator", "administrator", "member", "restricted"})
_GROUPS = frozenset({"group", "supergroup"})


class JoinedGroup(Filter):
    """The bot was outside and now is a member."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        before, after = event.old_chat_member.status in _INSIDE, event.new_chat_member.status in _INSIDE
        return event.chat.type in _GROUPS and after and not before


def router() -> Router:
    """The router of membership."""
    made = Router(name="membership")
    made.my_chat_member.register(greet, JoinedGroup())
    return made


async def greet(event: ChatMemberUpdated, unit: Unit) -> None:
    """Say hello."""
    await unit.transact(menus.arrive, event.chat.id)
