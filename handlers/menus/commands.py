"""What the platform offers behind the slash: one list per place and role, described in every language."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from domain.kernel.answers import post_of
from domain.kernel.people import Role
from handlers.texts import Texts


class Menu(StrEnum):
    """Whose menu it is; the names stand in outbox rows."""

    GROUP = "group"
    RESIDENT = "resident"
    CAPTAIN = "captain"
    WORKER = "worker"
    STEWARD = "steward"


COMMANDS: Mapping[Menu, Sequence[str]] = {
    Menu.GROUP: ("report", "ask", "vote", "my", "help"),
    Menu.RESIDENT: ("report", "ask", "vote", "my", "numbers", "me", "language", "help"),
    Menu.CAPTAIN: (
        "report", "ask", "vote", "my", "poll", "call", "code", "numbers", "me", "language", "help",
    ),
    Menu.WORKER: (
        "duties", "report", "ask", "vote", "my", "poll", "call", "code", "ledger", "numbers", "me",
        "language", "help",
    ),
    Menu.STEWARD: (
        "setup", "menu", "code", "ledger", "duties", "report", "ask", "vote", "my", "poll", "call", "numbers",
        "me", "language", "help",
    ),
}  # fmt: skip
"""Commands without the slash, the most wanted first; everything in them can be said in plain words too."""


def menu_of(roles: Iterable[Role]) -> Menu:
    """The menu of somebody with these roles."""
    return Menu(post_of(tuple(roles)).value)


def listing(texts: Texts, locale: str, menu: Menu) -> list[tuple[str, str]]:
    """Each command of a menu with its description."""
    return [(name, texts.plain(locale, f"menu-{name}", {})) for name in COMMANDS[menu]]
