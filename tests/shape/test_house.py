"""The house rules that no other tool checks: locks, commands, borders, and nothing of anybody's machine."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
COMMANDS = {"help", "install", "run", "test", "check", "prove", "bench", "format", "lock", "clean"}
ROOMS = {"bot", "handlers", "storage", "domain", "knowledge"}

# Put together here, so that this file does not trip over itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "deb.debian" + ".org"]
MACHINE_PATHS = [
    rf"(?<![\w.~]){path}\b" for path in ("/" + "work/", "/" + "root/", "/" + "opt/wheels", "/" + "opt/pypi")
]
FOREIGN = re.compile("|".join([*map(re.escape, REGISTRIES), *MACHINE_PATHS]))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def locked(lock: str) -> dict[str, str]:
    """Each pinned name with all that stands below it."""
    text = (ROOT / lock).read_text("utf-8")
    parts = re.split(r"^([\w.-]+)==", text, flags=re.MULTILINE)
    return dict(zip(map(normal, parts[1::2]), parts[2::2], strict=True))


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def imported(path: Path) -> Iterator[str]:
    """What it imports, by full name: ruff lets no relative import through."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_of(package: str) -> list[tuple[str, str]]:
    modules = sorted((ROOT / package).rglob("*.py"))
    return [(module.relative_to(ROOT).as_posix(), name) for module in modules for name in imported(module)]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_every_requirement_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|file:|^-", text, flags=re.MULTILINE)
    assert not [name for name, below in locked(lock).items() if "--hash=sha256:" not in below]


def test_every_dependency_is_locked() -> None:
    extras = project()["optional-dependencies"]
    runtime = names(project()["dependencies"])
    assert runtime <= locked("requirements.lock").keys()
    assert runtime | names(extras["test"] + extras["dev"]) <= locked("requirements-dev.lock").keys()


def test_both_locks_pin_the_same_versions() -> None:
    run, dev = map(locked, LOCKS)
    assert {name: dev[name].split()[0] for name in run} == {name: run[name].split()[0] for name in run}


def test_make_has_the_documented_commands_and_explains_each() -> None:
    explained = re.findall(r"^(\w+):.*## \S", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert set(explained) == COMMANDS


def test_the_rules_stand_on_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"domain"}
    assert not [(where, name) for where, name in imports_of("domain") if name.split(".")[0] not in allowed]


def test_the_sandbox_imports_nothing_else_of_the_project() -> None:
    ours = [(where, name) for where, name in imports_of("bot/sandbox") if name.split(".")[0] in ROOMS]
    assert not [(where, name) for where, name in ours if not f"{name}.".startswith("bot.sandbox.")]


def test_no_file_names_a_registry_or_a_path_of_somebodys_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git work tree")
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(listing, capture_output=True, check=True).stdout.decode()
    files = [ROOT / name for name in found.split("\0") if name]
    guilty = {
        path.relative_to(ROOT).as_posix(): hit.group()
        for path in files
        if path.is_file() and (hit := FOREIGN.search(path.read_text("utf-8", errors="ignore")))
    }
    assert not guilty
