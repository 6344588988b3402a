"""Blind indexes: what something is found or counted by, kept as a keyed hash alone."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from .sealed import Seals
from .tables import search_keys

_NOBODY = UUID(int=0)


def hashed(connection: Connection, seals: Seals, tenant: str, words: Sequence[str]) -> list[bytes]:
    """The keyed hashes of the words, in their order; the key is the tenant's own."""
    key = _key(connection, seals, tenant)
    return [hmac.new(key, word.encode(), hashlib.sha256).digest() for word in words]


def is_begun(connection: Connection, tenant: str) -> bool:
    """Whether anything has been hashed for the tenant yet."""
    return connection.scalar(select(search_keys.c.tenant).where(search_keys.c.tenant == tenant)) is not None


def _key(connection: Connection, seals: Seals, tenant: str) -> bytes:
    """The tenant's own key, made the first time; it never leaves the database but sealed."""
    kept = select(search_keys.c.secret).where(search_keys.c.tenant == tenant)
    sealed = connection.scalar(kept)
    if sealed is None:
        made = seals.piece(secrets.token_bytes(32), tenant, "search_keys", _NOBODY, "secret")
        try:
            with connection.begin_nested():
                connection.execute(insert(search_keys).values(tenant=tenant, secret=made))
        except IntegrityError:
            pass  # another process made it just now
        sealed = connection.scalar(kept) or b""
    return seals.open_piece(sealed, tenant, "search_keys", _NOBODY, "secret")
