"""The store for one who acts in one nämnd: where and who are said once. Every verb is `Store`'s of the same name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from .model import (
    Artefact,
    CaseDocument,
    CaseEvent,
    Deadline,
    Entry,
    Finish,
    Judge,
    LogEvent,
    OpenedDocument,
    Payload,
    State,
    Stay,
    StoredCase,
    StoredDocument,
)
from .store import Store

Case = tuple[StoredCase, tuple[CaseEvent, ...], tuple[CaseDocument, ...]]


class Acting:
    """What *subject* may ask of the store about what is *tenant*'s."""

    def __init__(self, store: Store, tenant: str, subject: str) -> None:
        self.tenant, self.subject = tenant, subject
        self.documents = ActingDocuments(store, tenant, subject)
        self.signatures = ActingSignatures(store, tenant, subject)
        self.cases = ActingCases(store, tenant, subject)
        self.registers = ActingRegisters(store, tenant, subject)


class _Bound:
    def __init__(self, store: Store, tenant: str, subject: str) -> None:
        self._store, self._tenant, self._by = store, tenant, subject


class ActingDocuments(_Bound):
    """Documents."""

    def open(
        self, document_id: UUID, reason: str = "", *, logged: bool = False, compared: bool = False
    ) -> OpenedDocument:
        """The document with what was kept of it, in one transaction."""
        return self._store.open(self._tenant, document_id, reason=reason, logged=logged, compared=compared, by=self._by)

    def read(self, document_id: UUID, reason: str = "") -> StoredDocument:
        """The document with its payload."""
        return self._store.read(self._tenant, document_id, reason=reason, by=self._by)

    def start(
        self, form: str, definition_sha256: str, payload: Payload, request_key: str, **more: Any
    ) -> StoredDocument:
        """A new draft; *more* as in `Store.start_draft`."""
        return self._store.start_draft(
            self._tenant, form, definition_sha256, payload, request_key=request_key, by=self._by, **more
        )

    def save(
        self, document_id: UUID, version: int, payload: Payload, request_key: str, definition: str = ""
    ) -> StoredDocument:
        """The draft with a new payload."""
        return self._store.save_draft(
            self._tenant,
            document_id,
            version,
            payload,
            request_key=request_key,
            definition_sha256=definition,
            by=self._by,
        )

    def finish(self, document_id: UUID, judge: Judge, request_key: str) -> tuple[OpenedDocument, Finish | None]:
        """The draft saved for good, if *judge* says so of it: read, judged and written in one transaction."""
        return self._store.judge_and_finish(self._tenant, document_id, judge, request_key=request_key, by=self._by)

    def renew(self, document_id: UUID, payload: Payload, request_key: str) -> StoredDocument:
        """A new draft that will take the saved document's place."""
        return self._store.new_version(self._tenant, document_id, payload, request_key=request_key, by=self._by)

    def discard(self, document_id: UUID, request_key: str) -> None:
        """The draft is destroyed."""
        self._store.discard_draft(self._tenant, document_id, request_key=request_key, by=self._by)

    def revision(self, document_id: UUID, version: int) -> Payload:
        """The payload of an earlier version of a draft."""
        return self._store.revision(self._tenant, document_id, version, by=self._by)

    def listing(
        self, state: State | tuple[State, ...] | None = None, limit: int = 50, after: UUID | None = None
    ) -> tuple[StoredDocument, ...]:
        """A page of documents, newest first."""
        return self._store.listing(self._tenant, state=state, limit=limit, after=after, by=self._by)

    def events(self, document_id: UUID) -> tuple[LogEvent, ...]:
        """What has been done with the document, oldest first."""
        return self._store.events(self._tenant, document_id)


class ActingSignatures(_Bound):
    """Signatures, and the files that belong to documents."""

    def add(
        self,
        document_id: UUID,
        after: int,
        round: int,
        events: Sequence[Payload],
        request_key: str,
        state: State | None = None,
        files: Sequence[Artefact] = (),
    ) -> StoredDocument:
        """The document after more has happened in its signing."""
        return self._store.add_to_signing(
            self._tenant,
            document_id,
            after,
            round,
            events,
            request_key=request_key,
            state=state,
            files=files,
            by=self._by,
        )

    def end(self, document_id: UUID, state: State, reason: str) -> StoredDocument:
        """The document taken back or ended."""
        return self._store.end(self._tenant, document_id, state, reason=reason, by=self._by)

    def keep_files(self, document_id: UUID, files: Sequence[Artefact], reason: str) -> None:
        """Files that belong to the document from now on."""
        self._store.keep_files(self._tenant, document_id, files, reason=reason, by=self._by)

    def files(self, document_id: UUID) -> tuple[str, ...]:
        """The names of the document's files."""
        return self._store.files(self._tenant, document_id)

    def file(self, document_id: UUID, name: str, reason: str = "") -> Artefact:
        """One of the document's files."""
        return self._store.file(self._tenant, document_id, name, reason=reason, by=self._by)


class ActingCases(_Bound):
    """Cases."""

    def open(
        self, programme: str, payload: Payload, events: Sequence[Payload], request_key: str, **more: Any
    ) -> StoredCase:
        """A new case; *more* as in `Cases.open`."""
        return self._store.cases.open(
            self._tenant, programme, payload, events, request_key=request_key, by=self._by, **more
        )

    def read(self, case_id: UUID, reason: str = "", *, whole: bool = False) -> Case:
        """The case with what is in it."""
        return self._store.cases.read(self._tenant, case_id, reason=reason, whole=whole, by=self._by)

    def peek(self, case_id: UUID) -> Case:
        """As `read`, for the system's own judgement: nothing is logged."""
        return self._store.cases.peek(self._tenant, case_id)

    def glance(self, case_id: UUID) -> StoredCase:
        """The case's row alone, for the system's own judgement."""
        return self._store.cases.glance(self._tenant, case_id)

    def note(self, case_id: UUID, version: int, events: Sequence[Payload], request_key: str, **more: Any) -> StoredCase:
        """The case with more noted in it; *more* as in `Cases.note`."""
        return self._store.cases.note(
            self._tenant, case_id, version, events, request_key=request_key, by=self._by, **more
        )

    def refresh(
        self, case_id: UUID, payload: Payload, dues: Sequence[Deadline], tokens: Sequence[str], stays: Sequence[Stay]
    ) -> None:
        """What is counted from the case, written anew."""
        self._store.cases.refresh(self._tenant, case_id, payload, dues, tokens, stays)

    def stale(self) -> tuple[UUID, ...]:
        """Cases whose dues are to be counted anew."""
        return self._store.cases.stale(self._tenant)

    def listing(self, **asked: Any) -> tuple[StoredCase, ...]:
        """A page of cases, newest first; *asked* as in `Cases.listing`."""
        return self._store.cases.listing(self._tenant, by=self._by, **asked)

    def search(self, tokens: Sequence[str], limit: int = 50) -> tuple[StoredCase, ...]:
        """The cases that have all of these tokens."""
        return self._store.cases.search(self._tenant, tokens, limit=limit, by=self._by)

    def due(self, today: date, responsible: str = "", limit: int = 100) -> tuple[tuple[Deadline, StoredCase], ...]:
        """What is to be shown on the day *today*."""
        return self._store.cases.due(self._tenant, today, responsible=responsible, limit=limit, by=self._by)

    def taken(self, places: Sequence[str], day: date) -> Mapping[str, int]:
        """How many stays there are in each of the places on the day."""
        return self._store.cases.taken(self._tenant, places, day)

    def overdue(self, today: date, most: int, after: str, limit: int) -> tuple[tuple[StoredCase, int, int], ...]:
        """Open cases and overdue things for each who is responsible."""
        return self._store.cases.overdue(self._tenant, today, most=most, after=after, limit=limit, by=self._by)


class ActingRegisters(_Bound):
    """Registers."""

    def add(self, register: str, payload: Payload, request_key: str) -> Entry:
        """A new entry."""
        return self._store.registers.add(self._tenant, register, payload, request_key=request_key, by=self._by)

    def change(
        self,
        entry_id: UUID,
        version: int,
        request_key: str,
        payload: Payload | None = None,
        retired: bool | None = None,
    ) -> Entry:
        """The entry one version on."""
        return self._store.registers.change(
            self._tenant, entry_id, version, request_key=request_key, payload=payload, retired=retired, by=self._by
        )

    def note(self, entry_id: UUID, event: Payload, request_key: str) -> None:
        """One more row in the entry's own log."""
        self._store.registers.note(self._tenant, entry_id, event, request_key=request_key, by=self._by)

    def read(self, entry_id: UUID) -> tuple[Entry, tuple[CaseEvent, ...]]:
        """The entry, and what has been noted of it."""
        return self._store.registers.read(self._tenant, entry_id, by=self._by)

    def all(self, register: str, *, retired: bool = False) -> tuple[Entry, ...]:
        """The entries of a register, oldest first."""
        return self._store.registers.all(self._tenant, register, retired=retired, by=self._by)
