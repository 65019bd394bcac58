"""Both languages say the same things, nothing is missing or left over, and no word hides in code."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from handlers import membership, routers
from handlers.commands import LASTING, SLASHES
from handlers.conversation import parts
from handlers.menus.views import LASTING as KEYS
from handlers.texts import load
from handlers.understanding import understand

ROOT = Path(__file__).parents[2]
LOCALES = sorted(path.name for path in (ROOT / "handlers" / "locales").iterdir())
CODE = [
    path for room in ("bot", "handlers", "domain", "storage") for path in sorted((ROOT / room).rglob("*.py"))
]
GIVEN = {"unit", "actor", "dialogue", "toast", "locale", "library", "ranks", "said", "intent", "press", "bot"}
"""What a handler may ask for: the lane's names, those of handlers.reading, and aiogram's bot."""
CJK = re.compile("[\u3400-\u9fff]")


class Variables(Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


@cache
def messages(locale: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Each key with its file and variables; a key that stands twice, or junk, is an error."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for path in sorted((ROOT / "handlers" / "locales" / locale).glob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {locale}"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = (path.name, frozenset(variables.found))
    return found


def strings(path: Path, *, docstrings: bool = False) -> Iterator[str]:
    """The string literals of a module."""
    tree = ast.parse(path.read_text("utf-8"))
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and (docstrings or id(node) not in loose)
        ):
            yield node.value


@cache
def literals() -> frozenset[str]:
    return frozenset(text for path in CODE for text in strings(path) if "sandbox" not in path.parts)


def test_every_language_has_the_same_keys_in_the_same_files_with_the_same_variables() -> None:
    first, *others = LOCALES
    assert first == "en"
    assert "zh-CN" in others
    for other in others:
        assert messages(other) == messages(first)


def composed(key: str) -> bool:
    """Whether a key is put together from its family and a name, such as f"ledger-{column}"."""
    family, _, rest = key.partition("-")
    return f"{family}-" in literals() and rest in literals()


def test_every_key_is_used() -> None:
    assert not [key for key in messages("zh-CN") if key not in literals() and not composed(key)]


def test_every_key_that_code_names_exists() -> None:
    families = {key.partition("-")[0] for key in messages("zh-CN")}
    shape = re.compile(rf"(?:{'|'.join(families)})(?:-[a-z]+)+")
    named = {
        text
        for path in (ROOT / "domain", ROOT / "handlers")
        for file in path.rglob("*.py")
        for text in strings(file)
    }
    names = {"case-shown", "call-show"}  # views that are made of other texts
    names |= {f"setup-{view}" for view in ("begun", "import", "models", "step", "summary")}
    missing = {text for text in named if shape.fullmatch(text)} - set(messages("zh-CN")) - names
    assert not missing


def test_no_word_of_chinese_hides_in_code() -> None:
    rooms = ("bot", "handlers", "domain")
    ours = [
        path for path in CODE if "sandbox" not in path.parts
    ]  # a program of its own, with a world of its own
    files = [path for path in ours if path.relative_to(ROOT).parts[0] in rooms]
    assert not [(path.name, text[:30]) for path in files for text in strings(path) if CJK.search(text)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_lasting_keys_are_verbs(locale: str) -> None:
    for row in KEYS:
        for key in row:
            assert understand(load().plain(locale, key, {})).verb in LASTING


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_that_a_text_names_exists(locale: str) -> None:
    said = "\n".join(
        path.read_text("utf-8") for path in (ROOT / "handlers" / "locales" / locale).glob("*.ftl")
    )
    assert set(re.findall(r"(?<![\w</:])/([a-z]{2,})", said)) <= SLASHES.keys()


def every_router() -> Iterator[Router]:
    waiting = list(routers())
    while waiting:
        router = waiting.pop()
        waiting += router.sub_routers
        yield router


def every_handler() -> list[HandlerObject]:
    """Ours; the switch alone takes whatever it is given, and hands it on to them."""
    found = [
        handler
        for router in (parts(), membership.router())
        for kind in router.observers.values()
        for handler in kind.handlers
    ]
    assert len(found) > 20
    return found


def test_no_filter_and_no_handler_runs_in_a_thread() -> None:
    switched = [handler for router in every_router() for handler in router.message.handlers]
    for handler in every_handler() + switched:
        assert handler.awaitable, handler.callback
        for one in handler.filters or []:
            assert isinstance(one.callback, Filter), handler.callback
            assert inspect.iscoroutinefunction(type(one.callback).__call__), one.callback
            assert one.awaitable, one.callback


def test_every_handler_and_filter_parameter_has_a_supplier() -> None:
    for handler in every_handler():
        for callback in (handler.callback, *(one.callback.__call__ for one in handler.filters or [])):
            _event, *wanted = inspect.signature(callback).parameters
            assert set(wanted) <= GIVEN, callback


def test_handlers_never_return_a_method() -> None:
    for handler in every_handler():
        assert inspect.signature(handler.callback, eval_str=True).return_annotation is None, handler.callback


def test_routers_are_fresh_so_that_two_dispatchers_can_have_them() -> None:
    for _ in range(2):
        Dispatcher(disable_fsm=True).include_routers(*routers())


def test_every_kind_of_update_that_is_handled_is_named() -> None:
    used = {name for router in every_router() for name, kind in router.observers.items() if kind.handlers}
    assert used == {"message", "edited_message", "callback_query", "my_chat_member"}
