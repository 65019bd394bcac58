"""All that is said or pressed: read once, then routed by what it is meant for."""

from aiogram import Router

from handlers import fallback, start
from handlers.calls import router as calls
from handlers.cases import router as cases
from handlers.reading import Reading


def router() -> Router:
    """The conversation, its parts in order."""
    conversation = Router(name="conversation")
    reading = Reading()
    conversation.message.outer_middleware(reading)
    conversation.callback_query.outer_middleware(reading)
    conversation.include_routers(calls.router(), cases.router(), start.router(), fallback.router())
    return conversation
