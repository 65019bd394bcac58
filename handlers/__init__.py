"""The voice: routers that parse, call once and reply once; the words; what cards look like."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiogram import Router


def routers() -> "list[Router]":
    """Fresh routers, in order; a Router joins one Dispatcher in its life."""
    from handlers import (
        conversation,
        membership,
    )  # here, because aiogram costs seconds and texts need none of it

    return [conversation.router(), membership.router()]
