"""Greeting, menus and one's own: what each leaves behind, for whom and how often."""

import json
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.menus import Menus
from domain.flows import menus, mine
from domain.kernel import answers
from domain.kernel.errors import NotAllowed
from domain.kernel.people import Role
from handlers.menus.commands import COMMANDS, Menu, menu_of
from handlers.texts import load
from storage.tables import cards, grants, outbox, persons, shelves
from tests.machines.desk import GROUP, Desk

UPDATES = iter(range(10_000, 20_000))


def say(desk: Desk, name: str, service: Any, *args: Any, group: bool = False) -> None:
    """One update of that person; a refusal is raised."""
    said = desk.say(next(UPDATES), name, service, *args, group=group)
    if said.refused is not None:
        raise said.refused


def told(desk: Desk) -> list[tuple[str, str, dict[str, Any]]]:
    """What was left: key, destination, variables."""
    return [(row.key, row.destination, json.loads(row.params)) for row in desk.fresh_outbox()]


def locale_of(desk: Desk, name: str) -> str:
    (row,) = desk.rows(select(persons.c.locale).where(persons.c.id == desk.people[name]))
    return str(row[0])


def test_who_was_called_by_name_is_greeted_and_sees_what_is_theirs(desk: Desk) -> None:
    say(desk, "an", mine.begin_with_mine)
    assert [key for key, _to, _params in told(desk)] == ["welcome", "mine"]


def test_help_knows_who_asks(desk: Desk) -> None:
    for who, role in [("an", "resident"), ("captain", "captain"), ("wang", "worker")]:
        say(desk, who, answers.explain)
        ((key, _to, params),) = told(desk)
        assert (key, params["role"], params["known"]) == ("help", role, True)


def test_a_stranger_hears_how_to_get_in(desk: Desk) -> None:
    desk.people["newcomer"] = 0
    for service in (answers.begin, answers.hello, answers.explain):
        say(desk, "newcomer", service)
        ((key, _to, params),) = told(desk)
        assert key in ("welcome", "help")
        assert params["known"] is False


def test_thanks_are_answered_without_a_word(desk: Desk) -> None:
    say(desk, "an", answers.nod, 77)
    ((key, to, params),) = told(desk)
    assert (key, params) == ("act:react", {"emoji": "❤"})
    assert to.endswith(">77")


def test_the_card_is_one_and_pinned_each_time_it_is_asked_for(desk: Desk) -> None:
    say(desk, "captain", menus.show, 5, group=True)
    say(desk, "wang", menus.show, 6, group=True)
    keys = [key for key, _to, _params in told(desk)]
    assert keys == ["card", "act:pin", "act:react", "act:pin", "act:react"]
    (card,) = desk.rows(select(cards))
    assert (card.kind, card.subject_id, card.destination) == ("menu", desk.compound, f"chat:{GROUP}")


def test_a_resident_pins_nothing(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        say(desk, "an", menus.show, 5, group=True)
    assert desk.rows(select(cards)) == []


def test_a_chosen_language_stays_whatever_the_client_says(desk: Desk) -> None:
    say(desk, "an", menus.speak, "en")
    say(desk, "an", answers.hello)  # the desk's actors all come with a Chinese client
    assert locale_of(desk, "an") == "en"
    assert locale_of(desk, "bo") == "zh-CN"


def test_without_a_choice_the_client_is_followed(desk: Desk) -> None:
    desk.write(
        lambda c: c.execute(update(persons).where(persons.c.id == desk.people["an"]).values(locale="en"))
    )
    say(desk, "an", answers.hello)
    assert locale_of(desk, "an") == "zh-CN"


def commands(desk: Desk) -> list[dict[str, Any]]:
    return [params for key, _to, params in told(desk) if key == "act:commands"]


def test_everybodys_menus_are_told_once_per_version(desk: Desk) -> None:
    tellers = Menus(desk.store, desk.deps, load())
    desk.run(tellers.start())
    assert [(one["scope"], one["language"]) for one in commands(desk)] == [
        (scope, locale)
        for scope in ("default", "all_private_chats", "all_group_chats")
        for locale in load().locales
    ]
    desk.run(Menus(desk.store, desk.deps, load()).start())
    assert commands(desk) == []


def test_a_role_or_a_language_brings_a_menu_of_its_own_once(desk: Desk) -> None:
    tellers = Menus(desk.store, desk.deps, load())
    assert desk.run(tellers())
    assert sorted(one["menu"] for one in commands(desk)) == ["captain", "worker", "worker", "worker"]
    assert not desk.run(tellers())
    say(desk, "an", menus.speak, "en")
    desk.fresh_outbox()
    assert desk.run(tellers())
    ((an,),) = [(one,) for one in commands(desk)]
    assert (an["menu"], an["language"], an["scope"]) == ("resident", "en", "chat")


def test_a_role_that_ended_takes_its_menu_away(desk: Desk) -> None:
    tellers = Menus(desk.store, desk.deps, load())
    desk.run(tellers())
    desk.fresh_outbox()
    desk.write(lambda c: c.execute(grants.delete().where(grants.c.person_id == desk.people["captain"])))
    assert desk.run(tellers())
    assert [one["menu"] for one in commands(desk)] == ["resident"]
    assert not desk.run(tellers())
    assert len(desk.rows(select(shelves))) == 4


def test_of_several_roles_the_one_that_asks_most_gives_the_menu() -> None:
    assert menu_of([Role.RESIDENT, Role.CAPTAIN, Role.WORKER]) is Menu.WORKER
    assert menu_of([]) is Menu.RESIDENT
    assert set(COMMANDS) == set(Menu)


def test_nothing_is_left_for_a_group_that_is_bound_to_no_place_but_how_to_begin(desk: Desk) -> None:
    say(desk, "an", lambda tx, _actor: menus.arrive(tx, -100_999))
    assert [(key, to) for key, to, _params in told(desk)] == [("setup-hello", "chat:-100999")]
    say(desk, "an", lambda tx, _actor: menus.arrive(tx, GROUP))
    assert [key for key, _to, _params in told(desk)] == ["card", "act:pin"]
    assert desk.rows(select(outbox.c.id).where(outbox.c.key == "setup-hello"))
