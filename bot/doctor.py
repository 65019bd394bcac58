"""What the program finds on this machine, each with a word on what it is for."""

import os
import shutil
import socket
import sys
from dataclasses import dataclass

from sqlalchemy import make_url

from bot.jobs.drawing import font
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `hint` says what to do where it is missing."""

    what: str
    ok: bool
    hint: str = ""
    optional: bool = True


def checks(settings: Settings) -> list[Check]:
    """All of them, what is needed first."""
    return [
        Check("Python 3.11 to 3.14", (3, 11) <= sys.version_info[:2] <= (3, 14), "run make PYTHON=…", False),
        Check("data folder writable", _writable(settings), "set LINLI_DATA", False),
        Check("database address", _known(settings), "DATABASE_URL: sqlite:///file or postgresql://…", False),
        Check(f"port {settings.port} free", _free(settings), "set LINLI_PORT, or the bot is running already"),
        Check("BOT_TOKEN", settings.bot_token is not None, "without it `linli run` starts the demo"),
        Check(
            "LINLI_MASTER_KEY",
            settings.master_key is not None,
            "kept in the data folder; set it in production",
        ),
        Check(
            "a font with Chinese", font() is not None, "Noto Sans CJK; without it results come as words alone"
        ),
        Check(
            "PostgreSQL client", shutil.which("pg_dump") is not None, "only to back a PostgreSQL database up"
        ),
    ]


def _writable(settings: Settings) -> bool:
    try:
        return os.access(settings.folder(), os.W_OK)
    except OSError:
        return False


def _known(settings: Settings) -> bool:
    try:
        return make_url(settings.url).get_backend_name() in ("sqlite", "postgresql")
    except ValueError:
        return False


def _free(settings: Settings) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((settings.host, settings.port)) != 0
