"""What a document's payload and secret look like in the database, and what may be said of them outside it."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from ..keys import Keyring
from .codec import AesGcm, Codec
from .model import Payload

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A document's own random key. When it is destroyed, nothing in the log can be tied to the person any more."""

    key: bytes

    @classmethod
    def make(cls) -> "Secret":
        """A new one."""
        return cls(secrets.token_bytes(SECRET_BYTES))

    @property
    def person(self) -> str:
        """The pseudonym of the person the document is about."""
        return self._sign(b"person").hex()

    def fingerprint(self, payload: Payload | None) -> bytes:
        """Tells whether two payloads of this document are the same, and nothing else."""
        return self._sign(b"payload", encode(payload))

    def seal_reason(self, reason: str) -> bytes:
        """A reason for reading, as it stands in the log: it may name people, and must not outlive the document."""
        return self._log_codec().seal(encode({"reason": reason}), "events")

    def open_reason(self, sealed: bytes) -> str:
        """The reason that was given."""
        return str(json.loads(self._log_codec().open(sealed, "events"))["reason"])

    def _log_codec(self) -> AesGcm:
        return AesGcm(Keyring({"document": self._sign(b"reason")}))

    def _sign(self, *parts: bytes) -> bytes:
        return hmac.new(self.key, b"\0".join(parts), hashlib.sha256).digest()


class Seals:
    """Seals and opens what belongs to a tenant's documents, each piece bound to its own row."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec

    def payload(self, content: bytes, tenant: str, document_id: UUID, version: int) -> bytes:
        """The payload of one version."""
        return self._codec.seal(content, tenant, "revisions", str(document_id), str(version))

    def open_payload(self, sealed: bytes, tenant: str, document_id: UUID, version: int) -> Payload:
        """The payload of one version. Raises `BrokenSeal` if it belongs to another."""
        content = self._codec.open(sealed, tenant, "revisions", str(document_id), str(version))
        payload: dict[str, Any] = json.loads(content)
        return payload

    def piece(self, content: bytes, tenant: str, table: str, document_id: UUID, key: str) -> bytes:
        """Something else of a document's, in the row of that table and key."""
        return self._codec.seal(content, tenant, table, str(document_id), key)

    def open_piece(self, sealed: bytes, tenant: str, table: str, document_id: UUID, key: str) -> bytes:
        """What was sealed there. Raises `BrokenSeal` if it belongs to another row."""
        return self._codec.open(sealed, tenant, table, str(document_id), key)

    def secret(self, secret: Secret, tenant: str, document_id: UUID) -> bytes:
        """The document's own key."""
        return self._codec.seal(secret.key, tenant, "documents", str(document_id))

    def open_secret(self, sealed: bytes, tenant: str, document_id: UUID) -> Secret:
        """The document's own key. Raises `BrokenSeal` if it belongs to another document."""
        return Secret(self._codec.open(sealed, tenant, "documents", str(document_id)))


def encode(payload: Payload | None) -> bytes:
    """The payload as JSON, its keys in the order they came: rows are called by what stands first in them.

    Raises `ValueError` or `TypeError` if JSON cannot hold it.
    """
    return json.dumps(payload, allow_nan=False, separators=(",", ":")).encode("ascii")
