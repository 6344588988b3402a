"""The keys that seal personal data: from the environment, or from a file only the owner may read."""

import base64
import binascii
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from .errors import SetupError

ENVIRONMENT = "STEGVIS_KEYS"
KEY_BYTES = 32
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


class KeyringError(SetupError):
    """The keys cannot be used as they are given; the message says what to do and never shows a key."""


class UnknownKey(KeyringError):
    """The key that sealed this is not in the keyring."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"key {key_id!r} is not in the keyring; add it after the current key to read what it sealed")
        self.key_id = key_id


class Keyring:
    """AES-256 keys by id. The first one seals; all of them open, so that an old key is kept until nothing needs it."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        if not keys:
            raise KeyringError("there is no key; make one with make_key_file, or set " + ENVIRONMENT)
        for key_id, key in keys.items():
            if not _KEY_ID.fullmatch(key_id):
                raise KeyringError(f"key id {key_id!r} must be 1 to 32 of the signs A-Z a-z 0-9 _ -")
            if len(key) != KEY_BYTES:
                raise KeyringError(f"key {key_id!r} has {len(key)} bytes; it must have {KEY_BYTES}")
        self._keys = dict(keys)
        self.current = next(iter(self._keys))

    def key(self, key_id: str) -> bytes:
        """The key of that id. Raises `UnknownKey`."""
        try:
            return self._keys[key_id]
        except KeyError:
            raise UnknownKey(key_id) from None

    def __repr__(self) -> str:
        return f"Keyring({', '.join(self._keys)})"

    @classmethod
    def parse(cls, text: str) -> "Keyring":
        """A keyring from `id:base64` items, apart by commas or line breaks; lines that begin with # are skipped."""
        lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
        items = [item.strip() for line in lines for item in line.split(",") if item.strip()]
        keys: dict[str, bytes] = {}
        for position, item in enumerate(items, start=1):
            key_id, key = _parse_item(item, position)
            if key_id in keys:
                raise KeyringError(f"key id {key_id!r} is there twice")
            keys[key_id] = key
        return cls(keys)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Keyring":
        """The keyring in the variable STEGVIS_KEYS."""
        if not environment.get(ENVIRONMENT):
            raise KeyringError(f'{ENVIRONMENT} is not set; it holds "id:base64", the current key first')
        return cls.parse(environment[ENVIRONMENT])

    @classmethod
    def from_file(cls, path: Path) -> "Keyring":
        """The keyring in a key file. Raises `KeyringError` if others than its owner may read it."""
        try:
            mode = path.stat().st_mode
            text = path.read_text("ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise KeyringError(f"the key file {path} cannot be read: {error}") from error
        if os.name == "posix" and mode & 0o077:
            raise KeyringError(f"the key file {path} is open to others; run: chmod 600 {path}")
        return cls.parse(text)


def make_key_file(path: Path, key_id: str = "k1") -> Keyring:
    """Writes a new random key to a new file with mode 0600. Raises `KeyringError` if the file is there already."""
    line = f"{key_id}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}\n"
    keyring = Keyring.parse(line)
    try:
        path.touch(0o600, exist_ok=False)
        with path.open("w", encoding="ascii") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeyringError(f"the key file {path} cannot be made: {error.strerror}") from error
    return keyring


def _parse_item(item: str, position: int) -> tuple[str, bytes]:
    key_id, colon, encoded = item.partition(":")
    if not colon or not _KEY_ID.fullmatch(key_id.strip()):
        raise KeyringError(f"key number {position} is not written as id:base64")
    try:
        return key_id.strip(), base64.b64decode(encoded.strip(), validate=True)
    except binascii.Error:
        raise KeyringError(f"key {key_id.strip()!r} is not valid base64") from None
