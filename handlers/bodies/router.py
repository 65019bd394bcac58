"""Whose work a case is, in words and by button: recusal, returns, leave, the list, tasks handed down."""

from aiogram import Router

from handlers.bodies import leaving, matters, recusing, returning, tasks
from handlers.filters import Meant, Pressed
from handlers.intents import Intent
from handlers.presses import Tap


def register(made: Router) -> None:
    """Take what is said and pressed."""
    made.message.register(recusing.say, Meant(Intent.RECUSE))
    made.message.register(returning.say, Meant(Intent.RETURN))
    made.message.register(returning.join, Meant(Intent.JOIN_BODY))
    made.message.register(leaving.say, Meant(Intent.ABSENCE))
    made.message.register(matters.show, Meant(Intent.MATTERS))
    made.message.register(matters.take, Meant(Intent.MATTERS_WORDS))
    made.message.register(tasks.say, Meant(Intent.TASK, Intent.TASK_WORDS))
    made.callback_query.register(recusing.tap, Pressed(Tap.RECUSE))
    made.callback_query.register(returning.tap, Pressed(Tap.BODY))
    made.callback_query.register(matters.tap, Pressed(Tap.MATTERS))
    made.callback_query.register(tasks.tap, Pressed(Tap.TASK))
