"""Turns what is wanted into what is shown: one view per key, within the platform's limits by construction."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from handlers import screens
from handlers.bodies import views as bodies
from handlers.calls import cards as calls
from handlers.calls import private as calls_private
from handlers.cases import (
    asides,
    behalf,
    canned,
    held,
    hints,
    life_views,
    lists,
    messages,
    placing,
    posters,
    privacy,
    prompts,
    rungs,
    striking,
)
from handlers.cases import cards as cases
from handlers.duties import views as duties
from handlers.guide import views as guide
from handlers.homes import views as homes
from handlers.incidents import views as incidents
from handlers.ledger import views as ledger
from handlers.menus import views as menus
from handlers.numbers import views as numbers
from handlers.polls import views as polls
from handlers.ports import Names, Reader, Shown, Wanted
from handlers.setup import views as setup
from handlers.showing import Showing, opened
from handlers.sizes import TOAST, cut
from handlers.texts import MissingText, Texts
from handlers.times import HOME
from handlers.worktime import views as worktime

View = Callable[[Showing], Shown | None]

VIEWS: Mapping[str, View] = {
    **cases.VIEWS,
    **messages.VIEWS,
    **lists.VIEWS,
    **prompts.VIEWS,
    **asides.VIEWS,
    **privacy.VIEWS,
    **striking.VIEWS,
    **posters.VIEWS,
    **behalf.VIEWS,
    **placing.VIEWS,
    **held.VIEWS,
    **canned.VIEWS,
    **hints.VIEWS,
    **incidents.VIEWS,
    **bodies.VIEWS,
    **rungs.VIEWS,
    **life_views.VIEWS,
    **calls.VIEWS,
    **calls_private.VIEWS,
    **polls.VIEWS,
    **guide.VIEWS,
    **duties.VIEWS,
    **homes.VIEWS,
    **setup.VIEWS,
    **menus.VIEWS,
    **ledger.VIEWS,
    **numbers.VIEWS,
    **worktime.VIEWS,
    **screens.VIEWS,
}
"""Every key that an outbox row or a card may have, but errors: those have no buttons of their own."""

_ERRORS = "error-"


def _passed(value: object, now: datetime) -> bool:
    """Whether it is a promise that nobody can keep any more: a toast then names no hour."""
    return isinstance(value, datetime) and value <= now


class Clock(Protocol):
    """Tells the time, so that "today" is today."""

    def now(self) -> datetime:
        """UTC."""


class Renderer:
    """Satisfies handlers.ports.Renderer."""

    def __init__(self, texts: Texts, clock: Clock) -> None:
        self._texts, self._clock = texts, clock

    def render(self, wanted: Wanted, reader: Reader) -> Shown | None:
        """The message, or None where there is nothing left to say; raises MissingText for an unknown key."""
        view = screens.error if wanted.key.startswith(_ERRORS) else VIEWS.get(wanted.key)
        if view is None:
            raise MissingText(wanted.key)
        showing = Showing(self._texts, wanted, reader, self._clock.now())
        if wanted.about is not None and reader.kept_from(wanted.about, wanted.recipient_id):
            return Shown(showing.say("card-apart")) if wanted.standing else None
        shown = view(showing)
        if shown is None or not wanted.repeat or wanted.row_id is None:
            return shown
        return replace(shown, html=f"{shown.html}\n{showing.say('repeat-mark', row=wanted.row_id)}")

    def toast(
        self, key: str, params: Mapping[str, object], locale: str, names: Names, zone: str = HOME
    ) -> str:
        """The answer to a press as plain text of at most 200 units; references are opened through `names`."""
        now = self._clock.now()
        known = {
            name: None if _passed(value, now) else opened(self._texts, locale, value, names, now, zone)
            for name, value in params.items()
        }
        return cut(self._texts.plain(locale, key, known), TOAST)
