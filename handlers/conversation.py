"""All that is said or pressed: read once, then routed by what it is meant for."""

from aiogram import Router

from handlers import fallback, start
from handlers.bodies import router as bodies
from handlers.calls import router as calls
from handlers.cases import router as cases
from handlers.cases.striking import edited
from handlers.duties import router as duties
from handlers.guide import router as guide
from handlers.homes import router as homes
from handlers.incidents import router as incidents
from handlers.ledger import router as ledger
from handlers.menus import router as menus
from handlers.numbers import router as numbers
from handlers.polls import router as polls
from handlers.reading import Reading
from handlers.setup import router as setup
from handlers.switch import Switch
from handlers.worktime import router as worktime


def parts() -> Router:
    """Every part's handlers; of two that register for the same, the first has it."""
    made = Router(name="parts")
    parts = (
        cases,
        incidents,
        bodies,
        calls,
        polls,
        guide,
        duties,
        homes,
        setup,
        menus,
        ledger,
        worktime,
        numbers,
        start,
        fallback,
    )
    for part in parts:
        part.register(made)
    return made


def router() -> Router:
    """The conversation: one router and one handler for all.

    To aiogram a router costs as much as three filters, and twice that for a refusal; for filters see Switch.
    """
    conversation, reading, switch = Router(name="conversation"), Reading(), Switch(parts())
    conversation.message.outer_middleware(reading)
    conversation.edited_message.outer_middleware(reading)
    conversation.callback_query.outer_middleware(reading)
    conversation.message.register(switch.message)
    conversation.edited_message.register(edited)
    conversation.callback_query.register(switch.press)
    return conversation
