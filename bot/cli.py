"""`linli`: run, demo, doctor, and what a steward does by hand."""

import asyncio
import importlib
import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from bot import guide_cli
from bot.logs import configure
from bot.settings import Settings
from bot.supervisor import REFUSED, Supervisor

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they print local variables: words of people, keys
    help="A bot for residential compounds.",
)
audit = typer.Typer(no_args_is_help=True, help="The audit's chains.")
reports = typer.Typer(no_args_is_help=True, help="Reports, by the file.")
app.add_typer(audit, name="audit")
app.add_typer(reports, name="reports")
app.add_typer(guide_cli.app, name="guide")


def settings() -> Settings:
    """The settings, or a sentence on what is wrong with them and exit code 78."""
    try:
        return Settings()
    except ValidationError as error:
        for fault in error.errors():
            typer.echo(f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg']}", err=True)
        raise typer.Exit(REFUSED) from None


@app.command()
def run() -> None:
    """Start: with BOT_TOKEN the bot on Telegram, supervised; without it the demo."""
    wanted = settings()
    if wanted.bot_token is None:
        demo()
        return
    configure()
    prepare = importlib.import_module("storage.migrate")
    wanted.master()
    wanted.folder()
    prepare.upgrade(wanted.url)
    importlib.import_module("bot.worker")  # the heavy import, once for every worker to come
    raise typer.Exit(Supervisor(lambda owner: _work(wanted, owner)).run())


def _work(wanted: Settings, owner: str) -> None:
    """A child's life; a taken token is final."""
    from bot.chores import TokenTaken
    from bot.worker import work

    try:
        asyncio.run(work(wanted, owner))
    except TokenTaken:
        typer.echo("Another process already runs with this BOT_TOKEN; stop it first.", err=True)
        raise SystemExit(REFUSED) from None


@app.command()
def demo() -> None:
    """A compound to try out: local Telegram, bot and chat page, no account needed."""
    configure("WARNING")
    wanted = settings()
    program = importlib.import_module("bot.demo")
    try:
        asyncio.run(program.Demo(wanted).run())
    except OSError as error:
        typer.echo(
            f"{wanted.host}:{wanted.port} cannot be opened ({error.strerror}); set LINLI_PORT.", err=True
        )
        raise typer.Exit(1) from None


@app.command()
def doctor() -> None:
    """Say what is there, what is missing, and what it is for."""
    checks = importlib.import_module("bot.doctor").checks(settings())
    for check in checks:
        typer.echo(
            f"{'ok     ' if check.ok else 'missing'}  {check.what}{'' if check.ok else ': ' + check.hint}"
        )
    raise typer.Exit(0 if all(check.ok or check.optional for check in checks) else 1)


@app.command()
def setup(
    compound: Annotated[str, typer.Argument(help="The compound's name")],
    body: Annotated[str, typer.Option(help="Who looks after it, as neighbours say it")],
    worker: Annotated[list[str], typer.Option(help="TELEGRAM_ID:NAME; the first one is on duty")],
    captain: Annotated[list[str] | None, typer.Option(help="TELEGRAM_ID:NAME")] = None,
    workers_chat: Annotated[int | None, typer.Option(help="The workers' group, by its Telegram id")] = None,
) -> None:
    """Put a compound down: its body, its workers, its captains. The bot may be running."""
    founding = importlib.import_module("bot.founding")
    role = importlib.import_module("domain.kernel.people").Role
    try:
        people = [founding.named(one, role.WORKER) for one in worker]
        people += [founding.named(one, role.CAPTAIN) for one in captain or ()]
        founding.found(settings(), founding.Plan(compound, body, people, workers_chat))
    except founding.AlreadyThere:
        typer.echo(f"{compound} is there already.", err=True)
        raise typer.Exit(1) from None
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{compound} is set up; each of these people should send the bot /start once.")


@audit.command("verify")
def audit_verify() -> None:
    """Check every chain, and against the anchors kept outside the database."""
    broken = asyncio.run(_steward().verify(settings()))
    for place in broken:
        typer.echo(f"compound {place.compound_id}, row {place.seq}: {place.why}", err=True)
    typer.echo("The audit does not hold." if broken else "The audit holds.")
    raise typer.Exit(1 if broken else 0)


@app.command()
def erase(user_id: Annotated[int, typer.Argument(help="The person's Telegram id")]) -> None:
    """Destroy a person's key, so that nothing of theirs can be read again, and their files."""
    done = asyncio.run(_steward().erase(settings(), user_id))
    typer.echo("Erased." if done else "Nobody here has that id.")
    raise typer.Exit(0 if done else 1)


@app.command()
def backup(to: Annotated[Path, typer.Argument(help="A file for SQLite; must not exist")]) -> None:
    """Copy the SQLite database while the bot runs; the master key is not in it, keep it elsewhere."""
    _steward().backup(settings(), to)
    typer.echo(f"Written: {to}")


@app.command()
def restore(source: Annotated[Path, typer.Argument(exists=True, help="A file that `backup` wrote")]) -> None:
    """Put a backup in the database's place; the bot must not run. What may be sent already is probed."""
    ambiguous = _steward().restore(settings(), source)
    typer.echo(
        f"Restored; {ambiguous} messages may have been sent already and are checked before they are sent."
    )


@reports.command("replay")
def reports_replay(
    file: Annotated[Path, typer.Argument(exists=True, help="JSONL with title and body")],
    database_url: Annotated[
        str | None, typer.Option(help="An empty database; else a new SQLite file")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table")] = False,
    most: Annotated[int | None, typer.Option(help="Only the first so many messages")] = None,
    rate: Annotated[float, typer.Option(help="How much faster than real time")] = 30.0,
) -> None:
    """Send every message through a local Telegram; each must become one case with its full text."""
    configure("WARNING")
    found: dict[str, Any] = asyncio.run(
        importlib.import_module("bot.replay").replay(file, database_url, most=most, rate=rate)
    )
    lines = [json.dumps(found, ensure_ascii=False, indent=2)] if as_json else _table(found)
    typer.echo("\n".join(lines))
    raise typer.Exit(0 if found["ok"] else 1)


def _table(found: dict[str, Any]) -> list[str]:
    wide = max(map(len, found))
    return [f"{name:<{wide}}  {value}" for name, value in found.items()]


def _steward() -> Any:
    return importlib.import_module("bot.steward")


def main() -> None:
    """The console script."""
    sys.exit(app())
