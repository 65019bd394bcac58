"""The people's side of the sandbox: `/sandbox/v1`, JSON in and out."""

from fastapi import APIRouter

from bot.sandbox.engine import Engine
from bot.sandbox.people import chats, members, messages, pressing, records, steering, users


def routers(engine: Engine) -> list[APIRouter]:
    return [part.router(engine) for part in (users, chats, messages, pressing, members, steering, records)]
