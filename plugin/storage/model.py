"""What the store hands out: plain, frozen objects that know nothing of the database."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

Payload = Mapping[str, Any]
"""What JSON can hold, keyed by strings; the only place where personal data may stand."""


class State(StrEnum):
    """Where a document stands. Only a draft may be changed."""

    UTKAST = "utkast"
    KLAR = "klar_for_underskrift"
    DELVIS = "delvis_undertecknad"
    UNDERTECKNAD = "undertecknad"
    UPPHAVD = "upphavd"
    ATERKALLAD = "aterkallad"
    ERSATT = "ersatt"


STANDING = (State.KLAR, State.DELVIS, State.UNDERTECKNAD)
"""The states of a saved document that a new version may replace."""


class Verb(StrEnum):
    """What an audit event says was done."""

    STARTED = "started"
    SAVED = "saved"
    FINISHED = "finished"
    VERSIONED = "versioned"
    REPLACED = "replaced"
    DISCARDED = "discarded"
    READ = "read"
    LISTED = "listed"
    SIGNING = "signing"
    CASE_OPENED = "case_opened"
    CASE_NOTED = "case_noted"
    CASE_READ = "case_read"
    CASES_LISTED = "cases_listed"
    CASES_SEARCHED = "cases_searched"
    BROUGHT = "brought"
    ENTRY_ADDED = "entry_added"
    ENTRY_CHANGED = "entry_changed"
    ENTRY_READ = "entry_read"
    REGISTER_READ = "register_read"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDocument:
    """One document as it was stored; *payload* is None in listings. *replaces* is the document it is a new version
    of.
    """

    id: UUID
    tenant: str
    form: str
    definition_sha256: str
    version: int
    state: State
    created: datetime
    created_by: str
    changed: datetime
    changed_by: str
    replaces: UUID | None = None
    case_id: UUID | None = None
    payload: Payload | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredCase:
    """One case as it was stored. *payload* holds the person; *stale* says that its dues are to be counted anew."""

    id: UUID
    tenant: str
    programme: str
    responsible: str
    closed: bool
    version: int
    opened: datetime
    opened_by: str
    changed: datetime
    stale: bool
    payload: Payload


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseEvent:
    """Something that was noted in a case: its number, when, by whom, and what."""

    number: int
    at: datetime
    who: str
    payload: Payload


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseDocument:
    """A document in a case, without its answers; *digest* is what the case needs of it, None in a draft."""

    document: StoredDocument
    digest: Payload | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """Something to be done in a case by *day*; shown from *shown_from*. *kind* and *what* are keys, never words
    about a person.
    """

    kind: str
    day: date
    shown_from: date
    what: str = ""
    document_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """A place that the case takes from *first* to and including *last*. *place* is a key in plain words; only a
    keyed hash of it is kept.
    """

    place: str
    first: date
    last: date = date.max


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of a register, as it was stored; one that is *retired* is no longer offered."""

    id: UUID
    tenant: str
    register: str
    version: int
    retired: bool
    changed: datetime
    changed_by: str
    payload: Payload


@dataclass(frozen=True, kw_only=True, slots=True)
class LogEvent:
    """One row of the log: who did what with which document, and when (UTC).

    *person* is the pseudonym of the person the document is about. *reason* is None once the document has been
    disposed of.
    """

    number: int
    at: datetime
    by: str
    verb: Verb
    document_id: UUID | None
    version: int | None
    reason: str | None
    person: str
    hash: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LogCheck:
    """What checking a tenant's log found. *broken_at* is the first event that does not hold, *head* the last hash."""

    length: int
    head: str
    broken_at: int | None = None

    @property
    def intact(self) -> bool:
        """Whether every event is there, in order and unchanged."""
        return self.broken_at is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Artefact:
    """A file that belongs to a document and is never changed: a scan, a sealed copy. *name* is unique for the
    document.
    """

    name: str
    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedDocument:
    """A document that comes from another installation, as it was there: with its payload, its signing and its files."""

    document: StoredDocument
    digest: Payload | None = None
    signing: tuple[Payload, ...] = ()
    files: tuple[Artefact, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedCase:
    """A case that comes from another installation, with everything in it."""

    case: StoredCase
    events: tuple[CaseEvent, ...]
    documents: tuple[ImportedDocument, ...]
    tokens: tuple[str, ...]
    dues: tuple[Deadline, ...]
    stays: tuple[Stay, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedDocument:
    """A document as one transaction read it: with its payload and every event of its signing, oldest first.

    *log* is what has been done with it, when that was asked for.

    *replaced* is the payload of the document it is a new version of, when that was asked for.
    """

    document: StoredDocument
    signing: tuple[Payload, ...] = ()
    log: tuple[LogEvent, ...] = ()
    replaced: Payload | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finish:
    """How a draft is saved for good: what it holds, what its case needs, and texts to keep under their SHA-256."""

    payload: Payload
    digest: Payload | None = None
    kept: Mapping[str, str] = field(default_factory=dict)


Judge: TypeAlias = Callable[[OpenedDocument], Finish | None]
"""Says of a draft that has just been read how it is to be saved for good; None when it is not."""
