"""Fetching what people attached: capped, a photo without its EXIF, sealed on disk, never in the database."""

import asyncio
import io
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import aiohttp
import structlog
from PIL import Image, ImageOps

from bot.failures import described
from storage import media
from storage.store import Store
from storage.tx import TxDeps

log = structlog.get_logger(__name__)

CAP = 20 * 1024 * 1024
"""Bytes; the platform gives bots no larger file. Source: Bot API, getFile."""

TRIES = 5
"""Downloads tried before an attachment is given up; its file id stays."""

MOST_PIXELS = 50_000_000
"""A picture that unpacks to more is a bomb, and is kept as it came: not at all."""


class TooLarge(Exception):
    """More bytes than the cap, whatever the update said of its size."""


class Unreadable(Exception):
    """Not the picture that it claims to be."""


class Platform:
    """Files of the Bot API, by hand, so that the cap holds while they stream."""

    def __init__(self, session: aiohttp.ClientSession, base: str, token: str) -> None:
        self._session, self._base, self._token = session, base.rstrip("/"), token

    async def fetch(self, file_id: str) -> bytes:
        """The file's bytes; raises TooLarge, or a network error."""
        address = f"{self._base}/bot{self._token}/getFile"
        async with self._session.post(address, json={"file_id": file_id}) as answer:
            said = await answer.json(content_type=None)
        if not said.get("ok"):
            if "too big" in said.get("description", ""):
                raise TooLarge
            raise aiohttp.ClientError(f"getFile answered {answer.status}")
        async with self._session.get(
            f"{self._base}/file/bot{self._token}/{said['result']['file_path']}"
        ) as file:
            file.raise_for_status()
            return await _capped(file.content.iter_chunked(65_536))


async def _capped(chunks: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > CAP:
            raise TooLarge
    return bytes(body)


def bare(photo: bytes) -> bytes:
    """The picture as a JPEG turned upright and without EXIF, which says where it was taken."""
    try:
        with Image.open(io.BytesIO(photo)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Unreadable
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            clean = Image.frombytes("RGB", upright.size, upright.tobytes())
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable from error
    kept = io.BytesIO()
    clean.save(kept, "JPEG", quality=88)
    return kept.getvalue()


class Fetching:
    """Brings home what is wanted, one after another; a failure waits longer each time."""

    def __init__(self, store: Store, deps: TxDeps, platform: Platform, folder: Path) -> None:
        self._store, self._deps, self._platform, self._folder = store, deps, platform, folder
        self._tries: dict[int, int] = {}
        self._after: dict[int, float] = {}

    async def __call__(self) -> None:
        """One round over what is wanted and not put off."""
        now = self._deps.clock.now().timestamp()
        for wanted in await self._store.read(partial(media.wanted, vault=self._deps.vault)):
            if self._after.get(wanted.id, 0) <= now:
                await self._one(wanted, now)

    async def _one(self, wanted: media.Wanted, now: float) -> None:
        try:
            stored = await self._bring(wanted)
        except (TooLarge, Unreadable):
            await self._store.write(partial(media.refuse, media_id=wanted.id))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:  # a proxy answers HTML
            await self._put_off(wanted, now, error)
        else:
            await self._store.write(partial(media.keep, media_id=wanted.id, stored=stored))

    async def _bring(self, wanted: media.Wanted) -> str:
        if wanted.file_id is None or (wanted.size or 0) > CAP:
            raise TooLarge  # erased meanwhile, or said to be larger
        body = await self._platform.fetch(wanted.file_id)
        if wanted.kind == "photo":
            body = await asyncio.to_thread(bare, body)
        return await asyncio.to_thread(self._keep, wanted, body)

    def _keep(self, wanted: media.Wanted, body: bytes) -> str:
        name = f"{wanted.id}.sealed"
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._folder / f"{name}.part"
        part.touch(mode=0o600)
        part.write_bytes(self._deps.vault.seal_transient("media", "file", wanted.id, body))
        part.replace(self._folder / name)
        return name

    async def _put_off(self, wanted: media.Wanted, now: float, error: Exception) -> None:
        tries = self._tries[wanted.id] = self._tries.get(wanted.id, 0) + 1
        log.warning("media-put-off", media=wanted.id, tries=tries, error=described(error))
        self._after[wanted.id] = now + 2.0**tries
        if tries >= TRIES:
            await self._store.write(partial(media.refuse, media_id=wanted.id))
