"""The commands of `linli guide`."""

import importlib
import json
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(no_args_is_help=True, help="The guide: import, lint, export, ask.")

Source = Annotated[Path, typer.Argument(exists=True, help="A folder of .md files, or one .csv")]
Compound = Annotated[str | None, typer.Option(help="A compound's name; without it, the guide of everybody")]


@app.command("import")
def take_in(
    source: Source,
    compound: Compound = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take entries away that are not in it")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would change")] = False,
) -> None:
    """Publish a guide: all of it, or nothing where something is wrong. The bot may be running."""
    guiding, files = _guiding(), _files()
    try:
        table = guiding.take(_settings(), source, compound, whole=replace, dry=dry_run)
    except files.BadGuide as error:
        _refuse([files.told(one) for one in error.problems])
    except guiding.NoSuchCompound as error:
        _refuse([f"{error}: there is no compound of that name, or more than one"])
    for line in table:
        fields = f" ({', '.join(line.fields)})" if line.fields else ""
        typer.echo(f"{line.change.value:<8} {line.slug} [{line.lang}] {line.title}{fields}")
    counts = {
        kind: sum(line.change.value == kind for line in table) for kind in ("new", "changed", "gone", "same")
    }
    summed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    typer.echo(f"{summed}; nothing was changed" if dry_run else summed)


@app.command()
def lint(source: Source) -> None:
    """Look a guide through: faults keep it from being imported, the rest is worth a look."""
    files, clock = _files(), importlib.import_module("bot.clock").RealClock()
    try:
        entries = files.read(source)
    except files.BadGuide as error:
        _refuse([files.told(one) for one in error.problems])
    for one in files.warnings(entries, clock.now().date()):
        typer.echo(f"look at {files.told(one)}")
    typer.echo(f"{len(entries)} entries, no fault")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="An empty folder, or one to be made")],
    compound: Compound = None,
) -> None:
    """Write the published entries to files that `import` reads again."""
    guiding = _guiding()
    try:
        typer.echo(f"{guiding.write(_settings(), folder, compound)} entries written to {folder}")
    except FileExistsError:
        _refuse([f"{folder} is not empty: name another folder"])
    except guiding.NoSuchCompound as error:
        _refuse([f"{error}: there is no compound of that name, or more than one"])


@app.command()
def ask(
    question: str,
    compound: Compound = None,
    lang: Annotated[str, typer.Option(help="zh-CN or en")] = "zh-CN",
) -> None:
    """Ask the guide, and see what was found and how sure it is."""
    guiding = _guiding()
    try:
        found = guiding.ask(_settings(), guiding.Asked(question, compound, lang))
    except guiding.NoSuchCompound as error:
        _refuse([f"{error}: there is no compound of that name, or more than one"])
    typer.echo(found.outcome.value)
    for hit in found.hits:
        typer.echo(f"{hit.score:.2f} {hit.document.slug} [{hit.document.lang}] {hit.document.title}")


@app.command("eval")
def measure(
    entries: Annotated[Path, typer.Option(exists=True, help="JSONL: id, question, similar, answer")],
    queries: Annotated[Path, typer.Option(exists=True, help="JSONL: query, gold, kind")],
    lang: Annotated[str, typer.Option(help="zh-CN or en")] = "zh-CN",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table")] = False,
) -> None:
    """Measure the search on questions whose answer is known. Recall counts what would be shown."""
    known, asked = _rows(entries), _rows(queries)
    clock = importlib.import_module("bot.clock").RealClock()
    module = importlib.import_module("knowledge.guide.measure")
    scope = importlib.import_module("knowledge.guide.index").Scope(lang=lang)
    index = module.indexed(known, lang)
    found = module.figures(module.judged(index, asked, scope, clock.now(), clock.monotonic))
    lines = [f"{name:<22} {value}" for name, value in found.items()]
    typer.echo(json.dumps(found, indent=2) if as_json else "\n".join(lines))


def _rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def _refuse(lines: list[str]) -> Any:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(1)


def _guiding() -> Any:
    return importlib.import_module("bot.guiding")


def _files() -> Any:
    return importlib.import_module("bot.guide_files")


def _settings() -> Any:
    return importlib.import_module("bot.cli").settings()
