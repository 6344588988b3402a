"""Seals what is personal, bound to the very row it lies in."""

import json
import os
from functools import cache
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ..keys import Keyring
from .errors import BrokenSeal

FORMAT = 1
NONCE_BYTES = 12
TAG_BYTES = 16


class Codec(Protocol):
    """Turns bytes into sealed bytes for one row, and back. *row* names tenant, table, id, version."""

    def seal(self, plain: bytes, *row: str) -> bytes:
        """The bytes to store in that row."""

    def open(self, sealed: bytes, *row: str) -> bytes:
        """What was sealed. Raises `BrokenSeal` or `UnknownKey`."""


class AesGcm:
    """AES-256-GCM with a fresh random nonce; header and row are authenticated with the content.

    Sealed: format (1 byte), length of the key id (1 byte), key id, nonce (12 bytes), ciphertext and tag (16 bytes).
    Change to a new key before 2³² seals with one.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._cipher = cache(self._make_cipher)

    def seal(self, plain: bytes, *row: str) -> bytes:
        """The bytes to store in that row, sealed with the current key."""
        key_id = self._keyring.current
        header = bytes([FORMAT, len(key_id)]) + key_id.encode("ascii")
        nonce = os.urandom(NONCE_BYTES)
        return header + nonce + self._cipher(key_id).encrypt(nonce, plain, _bound(header, row))

    def open(self, sealed: bytes, *row: str) -> bytes:
        """What was sealed, if it has not been changed or moved."""
        end = 2 + sealed[1] if len(sealed) > 1 else 2
        if len(sealed) < end + NONCE_BYTES + TAG_BYTES or sealed[0] != FORMAT:
            raise BrokenSeal("?")
        header, nonce, text = sealed[:end], sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]
        key_id = header[2:].decode("ascii", "replace")
        try:
            return self._cipher(key_id).decrypt(nonce, text, _bound(header, row))
        except InvalidTag:
            raise BrokenSeal(key_id) from None

    def _make_cipher(self, key_id: str) -> AESGCM:
        return AESGCM(self._keyring.key(key_id))


def _bound(header: bytes, row: tuple[str, ...]) -> bytes:
    return header + json.dumps(row).encode("ascii")
