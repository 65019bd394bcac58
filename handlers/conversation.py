"""All that is said or pressed: read once, then routed by what it is meant for."""

from aiogram import Router

from handlers import fallback, start
from handlers.calls import router as calls
from handlers.cases import router as cases
from handlers.ledger import router as ledger
from handlers.reading import Reading


def router() -> Router:
    """The conversation, its parts in order.

    One router for all: to aiogram a router costs as much as three filters, and twice that for a refusal.
    """
    conversation = Router(name="conversation")
    reading = Reading()
    conversation.message.outer_middleware(reading)
    conversation.callback_query.outer_middleware(reading)
    for part in (ledger, cases, calls, start, fallback):
        part.register(conversation)
    return conversation
