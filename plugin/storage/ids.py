"""Keys that sort by time of creation."""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID


def uuid7(now: datetime) -> UUID:
    """A version 7 UUID (RFC 9562, section 5.7): 48 bits of milliseconds, 74 random bits."""
    return _made(now, secrets.randbits(74))


def stable_id(moment: datetime, *key: str) -> UUID:
    """The same id each time for the same key, sorted by its moment."""
    digest = hashlib.sha256("\0".join(key).encode()).digest()
    return _made(moment, int.from_bytes(digest, "big") >> 182)


def _made(now: datetime, random: int) -> UUID:
    milliseconds = int(now.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1)


def new_request_key() -> str:
    """A one-time key."""
    return secrets.token_urlsafe(16)
