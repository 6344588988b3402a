"""What the rest of the plugin may ask of storage: verbs of the domain, no tables."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from .model import Artefact, Event, LogCheck, Payload, State, StoredDocument

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Store(Protocol):
    """A document of another tenant does not exist; every read and write leaves one event in the same transaction.

    *by* is the subject of the identity that acts. *once* is the one-time key of the page: the same key with the same
    content gives the first result again and changes nothing; with other content it is a `Conflict`, and for another
    document or verb it raises `OnceReused`. Every verb may raise `NotFound`, `SchemaOutdated` and `StoreUnavailable`.
    """

    def put_definition(self, sha256: str, canonical_json: str) -> None:
        """Keep the definition under its SHA-256 (of UTF-8); once is enough. Raises `ValueError` if they do not agree."""

    def definition(self, sha256: str) -> str:
        """The canonical JSON that was kept under this SHA-256."""

    def start_draft(
        self, tenant: str, form: str, definition_sha256: str, payload: Payload, *, by: str, once: str, reason: str = ""
    ) -> StoredDocument:
        """A new draft, at version 1. *reason* stands in the log, when it was not begun by hand."""

    def save_draft(
        self, tenant: str, document_id: UUID, version: int, payload: Payload, *, by: str, once: str, definition_sha256: str = ""
    ) -> StoredDocument:
        """The draft with a new payload, one version on, and moved to another definition if one is given.

        Raises `Conflict` if it is not at *version*, `Locked` if saved.
        """

    def finish(
        self, tenant: str, document_id: UUID, version: int, payload: Payload, *, by: str, once: str
    ) -> StoredDocument:
        """The draft saved for good, ready to sign; its earlier versions are gone. Raises as `save_draft`.

        A new version raises `Replaced` when another has taken the document's place already.
        """

    def new_version(self, tenant: str, document_id: UUID, payload: Payload, *, by: str, once: str) -> StoredDocument:
        """A new draft, which replaces the saved document when it is itself finished; one that is signed only when the new one is signed too. Raises `Conflict` if it is not saved, or no longer stands.

        The same key gives the first draft again, whatever the payload.
        """

    def signing(self, tenant: str, document_id: UUID) -> tuple[Payload, ...]:
        """Every event of the document's signing, oldest first; logged with what is done next."""

    def add_to_signing(
        self, tenant: str, document_id: UUID, after: int, round: int, events: Sequence[Payload], *, by: str, once: str,
        state: State | None = None, files: Sequence[Artefact] = (),
    ) -> StoredDocument:  # fmt: skip
        """The document after more has happened: *events* follow number *after*, and it goes to *state* if one is given.

        A new version that becomes signed takes the place of what it replaces. The same key again changes nothing. Raises
        `Conflict` when something else has happened after *after*, and `NotSaved` for a draft.
        """

    def end(self, tenant: str, document_id: UUID, state: State, *, by: str, reason: str) -> StoredDocument:
        """The saved document in a state that it does not leave: taken back, ended. Raises `NotSaved` for a draft."""

    def keep_files(self, tenant: str, document_id: UUID, files: Sequence[Artefact], *, by: str, reason: str) -> None:
        """Files that belong to the document from now on. Raises `Conflict` when one of the names is there."""

    def file(self, tenant: str, document_id: UUID, name: str, *, by: str, reason: str = "") -> Artefact:
        """One of the document's files."""

    def files(self, tenant: str, document_id: UUID) -> tuple[str, ...]:
        """The names of the document's files."""

    def unsealed(self, tenant: str) -> tuple[UUID, ...]:
        """The documents that all have signed and that wait for their seal, oldest first; whatever has become of them since."""

    def discard_draft(self, tenant: str, document_id: UUID, *, by: str, once: str) -> None:
        """The draft and all its versions are destroyed; only the log remembers it. Raises `Locked` if it is saved."""

    def read(self, tenant: str, document_id: UUID, *, by: str, reason: str = "") -> StoredDocument:
        """The document with its payload."""

    def revision(self, tenant: str, document_id: UUID, version: int, *, by: str) -> Payload:
        """The payload of an earlier version of a draft, to merge from."""

    def listing(
        self, tenant: str, *, by: str, state: State | tuple[State, ...] | None = None, limit: int = 50, after: UUID | None = None
    ) -> tuple[StoredDocument, ...]:
        """The tenant's documents without payload, newest first; *after* is the last id of the page before."""

    def tenants(self) -> tuple[str, ...]:
        """Every tenant that has documents; for the command line, which acts for no one tenant."""

    def events(self, tenant: str, document_id: UUID) -> tuple[Event, ...]:
        """What has been done with the document, oldest first; also after it was discarded."""

    def verify_log(self, tenant: str) -> LogCheck:
        """Whether the tenant's log is whole."""

    def close(self) -> None:
        """Lets go of idle connections; the next verb opens new ones."""
