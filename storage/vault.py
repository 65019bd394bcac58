"""Sealed fields: AES-256-GCM-SIV under a key per person, wrapped by a master key; a blind index for look-ups."""


class Vault:
    """See the storage brief; written by its owner."""
