"""The sealed form of a field: key id, nonce, AES-256-GCM-SIV; bound to its table, column and row."""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

NONCE_BYTES = 12


def seal(cipher: AESGCMSIV, key_id: int, where: bytes, data: bytes) -> bytes:
    """`data` sealed for that place only."""
    nonce = os.urandom(NONCE_BYTES)
    head = bytes((key_id,))
    return head + nonce + cipher.encrypt(nonce, data, head + where)


def unseal(cipher: AESGCMSIV, where: bytes, sealed: bytes) -> bytes:
    """What was sealed; raises cryptography's InvalidTag where it was changed or stood in another place."""
    end = 1 + NONCE_BYTES
    return cipher.decrypt(sealed[1:end], sealed[end:], sealed[:1] + where)


def place(table: str, column: str, row: object) -> bytes:
    """The name of a field of a row, to which a sealed value is bound."""
    return f"{table}|{column}|{row}".encode()
