"""Menus and help: every command exists, every text fits a phone."""

import pytest

from bot.sandbox.markup import parse_html
from domain.kernel.people import Role
from handlers.commands import SLASHES, Verb
from handlers.menus.commands import COMMANDS, Menu, listing
from handlers.rendering import Renderer
from handlers.texts import load
from handlers.understanding import understand
from tests.handlers.sheets import Clock, sheets, wanted

LOCALES = load().locales
PHONE = 1500
"""Characters of help at most."""


@pytest.mark.parametrize("menu", Menu)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_in_a_menu_exists_and_is_described(menu: Menu, locale: str) -> None:
    listed = listing(load(), locale, menu)
    assert len({name for name, _words in listed}) == len(listed) == len(COMMANDS[menu])
    for name, words in listed:
        assert SLASHES[name] is not Verb.UNKNOWN
        assert 3 <= len(words) <= 60


def test_help_and_report_are_never_missing() -> None:
    for menu in Menu:
        assert {"help", "report", "my"} <= set(COMMANDS[menu])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("locale", LOCALES)
def test_help_fits_on_one_screen(role: Role, locale: str) -> None:
    texts = set()
    for private in (True, False):
        for known in (True, False):
            shown = Renderer(load(), Clock()).render(
                wanted("help", locale, private=private, role=role.value, known=known), sheets()
            )
            assert shown is not None
            text, _entities = parse_html(shown.html)
            assert len(text) <= PHONE
            texts.add(text)
    assert len(texts) == 4


def test_help_differs_by_role() -> None:
    shown = [
        Renderer(load(), Clock()).render(wanted("help", role=role.value, known=True), sheets())
        for role in Role
    ]
    assert len({one.html for one in shown if one is not None}) == len(Role)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_examples_in_a_lasting_key_are_verbs(locale: str) -> None:
    for key in ("key-report", "key-ask", "key-vote", "key-mine"):
        assert understand(load().plain(locale, key, {})).verb is not None
