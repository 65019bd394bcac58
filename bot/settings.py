"""The program's settings, from the environment or `.env`; what is missing is said in a sentence."""

import base64
import secrets
from pathlib import Path

import structlog
from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

log = structlog.get_logger(__name__)

KEY_BYTES = 32
"""AES-256."""


def _named(name: str) -> AliasChoices:
    return AliasChoices(name, name.lower())


class Settings(BaseSettings):
    """One field per environment variable; see `linli doctor`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", populate_by_name=True, frozen=True
    )

    bot_token: SecretStr | None = Field(default=None, validation_alias=_named("BOT_TOKEN"))
    database_url: str | None = Field(default=None, validation_alias=_named("DATABASE_URL"))
    data: Path = Field(default=Path("data"), validation_alias=_named("LINLI_DATA"))
    host: str = Field(default="127.0.0.1", validation_alias=_named("LINLI_HOST"))
    port: int = Field(default=8080, ge=0, le=65535, validation_alias=_named("LINLI_PORT"))
    master_key: SecretStr | None = Field(default=None, validation_alias=_named("LINLI_MASTER_KEY"))
    webhook_url: str | None = Field(default=None, validation_alias=_named("LINLI_WEBHOOK_URL"))
    webhook_secret: SecretStr | None = Field(default=None, validation_alias=_named("LINLI_WEBHOOK_SECRET"))
    api_base: str = Field(default="https://api.telegram.org", validation_alias=_named("LINLI_API_BASE"))
    lanes: int = Field(default=8, ge=1, le=64, validation_alias=_named("LINLI_LANES"))
    per_second: float = Field(default=30, gt=0, validation_alias=_named("LINLI_PER_SECOND"))
    per_group_minute: float = Field(default=20, gt=0, validation_alias=_named("LINLI_PER_GROUP_MINUTE"))
    per_chat_second: float = Field(default=1, gt=0, validation_alias=_named("LINLI_PER_CHAT_SECOND"))
    aloud_a_day: int = Field(default=6, ge=2, validation_alias=_named("LINLI_ALOUD_A_DAY"))
    flood_burst: int = Field(default=30, ge=1, validation_alias=_named("LINLI_FLOOD_BURST"))
    flood_rate: float = Field(default=1.0, gt=0, validation_alias=_named("LINLI_FLOOD_RATE"))

    @model_validator(mode="after")
    def _webhook_needs_a_secret(self) -> "Settings":
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("LINLI_WEBHOOK_URL needs LINLI_WEBHOOK_SECRET, or anybody could post updates")
        return self

    @property
    def url(self) -> str:
        """The database: as set, or SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data / 'linli.db'}"

    @property
    def media(self) -> Path:
        """Where fetched attachments lie."""
        return self.data / "media"

    def folder(self) -> Path:
        """The data folder, made if it is missing, readable by nobody else."""
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self.data

    def master(self) -> str:
        """The master keys as storage.vault reads them; made and kept beside the data where none is set."""
        if self.master_key is not None:
            return self.master_key.get_secret_value()
        return _kept_key(self.folder() / "master.key")


def _kept_key(path: Path) -> str:
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n", "ascii")
        log.warning("master-key-made", hint="keep a copy of the data folder's master.key apart from backups")
    return path.read_text("ascii").strip()
