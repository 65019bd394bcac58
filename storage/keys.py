"""Master keys: how they are written in the settings, and the keys derived from them."""

import base64
import binascii
from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
LARGEST_ID = 255
"""A key id is one byte before what the key has sealed."""


class BadMasterKey(ValueError):
    """The setting cannot be read; the message says why and never what it holds."""


def parse(setting: str) -> dict[int, bytes]:
    """Keys by id of `base64` (its id is 1) or of a comma-separated list of `id:base64`; 32 bytes each."""
    keys: dict[int, bytes] = {}
    for part in filter(None, (part.strip() for part in setting.split(","))):
        number, colon, text = part.rpartition(":")
        key_id = _number(number) if colon else 1
        if key_id in keys:
            raise BadMasterKey(f"the key id {key_id} is there twice")
        keys[key_id] = _key(text)
    if not keys:
        raise BadMasterKey("there is no master key")
    return keys


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= LARGEST_ID):
        raise BadMasterKey(f"a key id is a number from 0 to {LARGEST_ID}")
    return int(text)


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BadMasterKey("a master key is base64") from error
    if len(key) != KEY_BYTES:
        raise BadMasterKey(f"a master key is {KEY_BYTES} bytes, this one has {len(key)}")
    return key


def derive(master: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that none opens what another sealed."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"linli/{purpose}".encode()).derive(master)


def ciphers(masters: Mapping[int, bytes], purpose: str) -> dict[int, AESGCMSIV]:
    """For each master key the cipher of that purpose."""
    return {key_id: AESGCMSIV(derive(master, purpose)) for key_id, master in masters.items()}
