"""What the rest of the plugin may ask of storage: verbs of the domain, no tables."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Protocol
from uuid import UUID

from .model import (
    Artefact,
    CaseDocument,
    CaseEvent,
    Deadline,
    Entry,
    Finish,
    ImportedCase,
    Judge,
    LogCheck,
    LogEvent,
    OpenedDocument,
    Payload,
    State,
    Stay,
    StoredCase,
    StoredDocument,
)

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Cases(Protocol):
    """The cases of a tenant. Every read and write leaves one event in the same transaction, but for `refresh`, which
    tells nobody anything.

    *tokens* are what a case can be found by, in plain words; only keyed hashes of them are kept.
    """

    def open(
        self,
        tenant: str,
        programme: str,
        payload: Payload,
        events: Sequence[Payload],
        *,
        by: str,
        request_key: str,
        responsible: str,
        tokens: Sequence[str] = (),
        dues: Sequence[Deadline] = (),
    ) -> StoredCase:
        """A new case; the same key gives the same one again."""

    def read(
        self, tenant: str, case_id: UUID, *, by: str, reason: str = "", whole: bool = False
    ) -> tuple[StoredCase, tuple[CaseEvent, ...], tuple[CaseDocument, ...]]:
        """The case, everything noted in it, oldest first, and its documents with their digests, newest first: the
        newest twelve of each form, or with *whole* every one.
        """

    def note(
        self,
        tenant: str,
        case_id: UUID,
        version: int,
        events: Sequence[Payload],
        *,
        by: str,
        request_key: str,
        payload: Payload | None = None,
        responsible: str | None = None,
        closed: bool | None = None,
        tokens: Sequence[str] | None = None,
    ) -> StoredCase:
        """The case with more noted in it, one version on. Raises `CaseMoved` if it is not at *version*; the same
        key changes nothing.
        """

    def refresh(
        self,
        tenant: str,
        case_id: UUID,
        payload: Payload,
        dues: Sequence[Deadline],
        tokens: Sequence[str],
        stays: Sequence[Stay] = (),
    ) -> None:
        """What is counted from the case and its documents, written anew; the case is stale no more."""

    def stale(self, tenant: str, limit: int = 50) -> tuple[UUID, ...]:
        """Cases whose dues are to be counted anew."""

    def peek(self, tenant: str, case_id: UUID) -> tuple[StoredCase, tuple[CaseEvent, ...], tuple[CaseDocument, ...]]:
        """As `read`, for the system's own counting: nobody is shown it, and nothing is logged."""

    def glance(self, tenant: str, case_id: UUID) -> StoredCase:
        """The case's row alone, for the system's own judgement: nobody is shown it, and nothing is logged."""

    def listing(
        self,
        tenant: str,
        *,
        by: str,
        closed: bool | None = False,
        responsible: str = "",
        programme: str = "",
        limit: int = 50,
        after: UUID | None = None,
        before: UUID | None = None,
        last: bool = False,
    ) -> tuple[StoredCase, ...]:
        """A page of cases, newest first: those *after* or *before* an id, or the *last* page."""

    def search(self, tenant: str, tokens: Sequence[str], *, by: str, limit: int = 50) -> tuple[StoredCase, ...]:
        """The cases that have all of these tokens, newest first."""

    def import_(self, brought: ImportedCase, *, by: str) -> bool:
        """Keeps a case from elsewhere with all that is in it, in one transaction; False when it is there already."""

    def due(
        self, tenant: str, today: date, *, by: str, responsible: str = "", limit: int = 100
    ) -> tuple[tuple[Deadline, StoredCase], ...]:
        """What is to be shown on the day *today*, the earliest day first; everybody's, or one's own."""

    def taken(self, tenant: str, places: Sequence[str], day: date) -> Mapping[str, int]:
        """How many stays there are in each of the places on the day; a number, never whose they are, and so not
        logged.
        """

    def overdue(
        self, tenant: str, today: date, *, by: str, most: int = 100, after: str = "", limit: int = 25
    ) -> tuple[tuple[StoredCase, int, int], ...]:
        """For each who is responsible, after one of them: any case of theirs, open cases, and overdue things,
        counted to *most* at the most.
        """


class Registers(Protocol):
    """What a nämnd keeps beside its cases: workplaces, partners, modules. An entry is never destroyed here, but
    *retired*.

    A register is read whole: it holds hundreds, and is sorted and searched by names that SQL never sees. Every verb
    leaves one event.
    """

    def import_(self, entry: Entry, noted: Sequence[Payload], *, by: str) -> bool:
        """Keeps an entry from elsewhere with what was noted of it; False when it is there already."""

    def add(self, tenant: str, register: str, payload: Payload, *, by: str, request_key: str) -> Entry:
        """A new entry; the same key gives the same one again."""

    def change(
        self,
        tenant: str,
        entry_id: UUID,
        version: int,
        *,
        by: str,
        request_key: str,
        payload: Payload | None = None,
        retired: bool | None = None,
    ) -> Entry:
        """The entry one version on. Raises `EntryMoved` if it is not at *version*; the same key changes nothing."""

    def note(self, tenant: str, entry_id: UUID, event: Payload, *, by: str, request_key: str) -> None:
        """One more row in the entry's own log; the same key adds nothing."""

    def read(self, tenant: str, entry_id: UUID, *, by: str) -> tuple[Entry, tuple[CaseEvent, ...]]:
        """The entry, and what has been noted of it, oldest first."""

    def all(self, tenant: str, register: str, *, by: str, retired: bool = False) -> tuple[Entry, ...]:
        """The entries of a register, oldest first, with those that are *retired* if asked."""


class Store(Protocol):
    """A document of another tenant does not exist; every read and write leaves one event in the same transaction.

    *by* is the subject of the identity that acts. *request_key* is the one-time key of the page: the same key with the
    same content gives the first result again and changes nothing; with other content it is a `Conflict`, and for
    another document or verb it raises `OnceReused`. Every verb may raise `NotFound`, `SchemaOutdated` and
    `StoreUnavailable`.
    """

    @property
    def cases(self) -> Cases:
        """The cases in the same database."""

    @property
    def registers(self) -> Registers:
        """The registers in the same database."""

    def open(
        self,
        tenant: str,
        document_id: UUID,
        *,
        by: str,
        reason: str = "",
        logged: bool = False,
        compared: bool = False,
    ) -> OpenedDocument:
        """The document with its payload and its signing; *logged* with its log, which is long where much has been read;
        *compared* with what it replaces, whose reading is logged too.
        """

    def judge_and_finish(
        self, tenant: str, document_id: UUID, judge: Judge, *, by: str, request_key: str
    ) -> tuple[OpenedDocument, Finish | None]:
        """The draft as it was, and how it was saved for good: as `finish`, with what *judge* makes of it in the same
        transaction. When *judge* makes nothing of it the document has been read, and nothing else is done.
        """

    def put_definition(self, sha256: str, canonical_json: str) -> None:
        """Keep the definition under its SHA-256 (of UTF-8); once is enough. Raises `ValueError` if they do not
        agree.
        """

    def definition(self, sha256: str) -> str:
        """The canonical JSON that was kept under this SHA-256."""

    def start_draft(
        self,
        tenant: str,
        form: str,
        definition_sha256: str,
        payload: Payload,
        *,
        by: str,
        request_key: str,
        reason: str = "",
        case_id: UUID | None = None,
        nameless: bool = False,
    ) -> StoredDocument:
        """A new draft, at version 1, in a case if one is given. One that is *nameless* keeps neither who saves it
        nor a time finer than a day, and nor does the log of it. *reason* stands in the log, when it was not begun
        by hand.
        """

    def save_draft(
        self,
        tenant: str,
        document_id: UUID,
        version: int,
        payload: Payload,
        *,
        by: str,
        request_key: str,
        definition_sha256: str = "",
    ) -> StoredDocument:
        """The draft with a new payload, one version on, and moved to another definition if one is given.

        Raises `Conflict` if it is not at *version*, `Locked` if saved.
        """

    def finish(
        self,
        tenant: str,
        document_id: UUID,
        version: int,
        payload: Payload,
        *,
        by: str,
        request_key: str,
        digest: Payload | None = None,
    ) -> StoredDocument:
        """The draft saved for good, ready to sign; its earlier versions are gone. *digest* is what its case needs of
        it. Raises as `save_draft`.

        A new version raises `Replaced` when another has taken the document's place already.
        """

    def new_version(
        self, tenant: str, document_id: UUID, payload: Payload, *, by: str, request_key: str
    ) -> StoredDocument:
        """A new draft, which replaces the saved document when it is itself finished; one that is signed only when the
        new one is signed too. Raises `Conflict` if it is not saved, or no longer stands.

        The same key gives the first draft again, whatever the payload.
        """

    def signing(self, tenant: str, document_id: UUID) -> tuple[Payload, ...]:
        """Every event of the document's signing, oldest first; logged with what is done next."""

    def add_to_signing(
        self,
        tenant: str,
        document_id: UUID,
        after: int,
        round: int,
        events: Sequence[Payload],
        *,
        by: str,
        request_key: str,
        state: State | None = None,
        files: Sequence[Artefact] = (),
    ) -> StoredDocument:
        """The document after more has happened: *events* follow number *after*, and it goes to *state* if one is given.

        A new version that becomes signed takes the place of what it replaces. The same key again changes nothing.
        Raises `Conflict` when something else has happened after *after*, and `NotSaved` for a draft.
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
        """The documents that all have signed and that wait for their seal, oldest first; whatever has become of
        them since.
        """

    def discard_draft(self, tenant: str, document_id: UUID, *, by: str, request_key: str) -> None:
        """The draft and all its versions are destroyed; only the log remembers it. Raises `Locked` if it is saved."""

    def read(self, tenant: str, document_id: UUID, *, by: str, reason: str = "") -> StoredDocument:
        """The document with its payload."""

    def revision(self, tenant: str, document_id: UUID, version: int, *, by: str) -> Payload:
        """The payload of an earlier version of a draft, to merge from."""

    def listing(
        self,
        tenant: str,
        *,
        by: str,
        state: State | tuple[State, ...] | None = None,
        limit: int = 50,
        after: UUID | None = None,
    ) -> tuple[StoredDocument, ...]:
        """The tenant's documents without payload, newest first; *after* is the last id of the page before."""

    def tenants(self) -> tuple[str, ...]:
        """Every tenant that has documents; for the command line, which acts for no one tenant."""

    def events(self, tenant: str, document_id: UUID) -> tuple[LogEvent, ...]:
        """What has been done with the document, oldest first; also after it was discarded."""

    def verify_log(self, tenant: str) -> LogCheck:
        """Whether the tenant's log is whole."""

    def close(self) -> None:
        """Lets go of idle connections; the next verb opens new ones."""
