"""One transaction for one tenant: what it finds, writes, remembers and logs."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Connection, and_, case, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from . import signing
from .audit import Chain, events_of
from .errors import Conflict, Locked, NotFound, NotSaved, OnceReused
from .ids import uuid7
from .model import Entry, ImportedDocument, LogEvent, Payload, State, StoredCase, StoredDocument, Verb
from .sealed import Seals, Secret, encode
from .tables import cases, definitions, documents, requests, revisions, signing_events

KEPT = 60
"""How many earlier versions of a draft are kept, to merge from: an open page saves itself often."""
Row = TypeVar("Row", bound=StoredCase | Entry)
NOBODY = "–"
"""Stands for whoever saved a nameless document."""
INSERT: Mapping[str, Callable[[Any], Any]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}
"""The insert of each database that can let be what is there."""
COLUMNS = [column for column in documents.c if column.name not in ("secret", "digest")]

_PIECES = and_(revisions.c.tenant == documents.c.tenant, revisions.c.document_id == documents.c.id)
_SIGNED = and_(signing_events.c.tenant == documents.c.tenant, signing_events.c.document_id == documents.c.id)
_FIRST = or_(signing_events.c.number.is_(None), signing_events.c.number == 1)
_WHOLE = (
    select(
        documents,
        case((_FIRST, revisions.c.payload)).label("whole"),  # once, however many events there are
        signing_events.c.number.label("event_number"),
        signing_events.c.payload.label("event"),
    )
    .select_from(
        documents.join(revisions, and_(_PIECES, revisions.c.version == documents.c.version)).outerjoin(
            signing_events, _SIGNED
        )
    )
    .order_by(signing_events.c.number)
)


@dataclass(frozen=True, slots=True)
class Held:
    """A document that this transaction has found or made, and its own key."""

    document: StoredDocument
    secret: Secret

    @property
    def subject(self) -> StoredDocument:
        """What the log names."""
        return self.document

    @property
    def is_saved(self) -> bool:
        """Whether it is no draft any more."""
        return self.document.state != State.UTKAST


@dataclass(frozen=True, slots=True)
class Keyed(Generic[Row]):
    """A case or an entry that this transaction has found or made, and its own key."""

    subject: Row
    secret: Secret


class Logged(Protocol):
    """What the log can name: something with an id and a version, held with its own key."""

    @property
    def subject(self) -> Any:
        """What it is."""

    @property
    def secret(self) -> Secret:
        """Its own key."""


@dataclass(frozen=True, slots=True)
class Work:
    """The steps every verb is made of; *at* is the moment and *by* the subject of all of them."""

    connection: Connection
    chain: Chain
    seals: Seals
    tenant: str
    by: str
    at: datetime

    def nameless(self) -> "Work":
        """The same work by nobody, at no moment finer than the day: for answers of which nobody may learn whose
        they are.
        """
        return replace(self, by=NOBODY, at=self.at.replace(hour=12, minute=0, second=0, microsecond=0))

    def about(self, held: Held) -> "Work":
        """This work, or for a nameless document the same without who and when."""
        return self.nameless() if held.document.created_by == NOBODY else self

    def find(self, document_id: UUID) -> Held:
        """The document, without payload. Raises `NotFound`."""
        row = self.connection.execute(select(documents).where(self._is(document_id))).mappings().first()
        if row is None:
            raise NotFound(document_id)
        return Held(as_document(row), self.seals.open_secret(row["secret"], self.tenant, document_id))

    def open(self, document_id: UUID) -> tuple[Held, tuple[Payload, ...]]:
        """The document with its payload, and every event of its signing, in one statement. Raises `NotFound`."""
        rows = self.connection.execute(_WHOLE.where(self._is(document_id))).mappings().all()
        if not rows:
            raise NotFound(document_id)
        first, tenant = rows[0], self.tenant
        document = as_document(first)
        payload = self.seals.open_payload(first["whole"], tenant, document_id, document.version)
        held = Held(replace(document, payload=payload), self.seals.open_secret(first["secret"], tenant, document_id))
        happened = ((row["event_number"], row["event"]) for row in rows if row["event"] is not None)
        return held, tuple(signing.open_event(self.seals, tenant, document_id, *one) for one in happened)

    def find_draft(self, document_id: UUID) -> Held:
        """The draft. Raises `Locked` if it is saved."""
        held = self.find(document_id)
        if held.document.state != State.UTKAST:
            raise Locked(document_id)
        return held

    def find_saved(self, document_id: UUID) -> Held:
        """The saved document. Raises `NotSaved` if it is a draft."""
        held = self.find(document_id)
        if held.document.state == State.UTKAST:
            raise NotSaved(document_id)
        return held

    def show(self, held: Held, reason: str = "") -> StoredDocument:
        """The document with its payload, logged as read."""
        payload = self.payload(held.document.id, held.document.version)
        self.log(Verb.READ, held, reason=reason)
        return replace(held.document, payload=payload)

    def events(self, held: Held) -> tuple[LogEvent, ...]:
        """What has been done with the document, oldest first."""
        return events_of(self.connection, self.tenant, held.document.id, held.secret)

    def keep_definition(self, sha256: str, content: str) -> None:
        """Keeps a text under its SHA-256, if it is not kept."""
        new = INSERT[self.connection.dialect.name](definitions)
        row = {"sha256": sha256, "content": content, "stored": self.at}
        self.connection.execute(new.on_conflict_do_nothing(), row)  # another nämnd may keep it in the same moment

    def payload(self, document_id: UUID, version: int) -> Payload:
        """The payload of one version. Raises `NotFound`."""
        sealed = self.connection.scalar(
            select(revisions.c.payload).where(
                revisions.c.tenant == self.tenant,
                revisions.c.document_id == document_id,
                revisions.c.version == version,
            )
        )
        if sealed is None:
            raise NotFound(f"version {version} of {document_id}")
        return self.seals.open_payload(sealed, self.tenant, document_id, version)

    def draft(self, form: str, definition_sha256: str, payload: Payload) -> StoredDocument:
        """A new draft, not written yet."""
        return StoredDocument(
            id=uuid7(self.at),
            tenant=self.tenant,
            form=form,
            definition_sha256=definition_sha256,
            version=1,
            state=State.UTKAST,
            created=self.at,
            created_by=self.by,
            changed=self.at,
            changed_by=self.by,
            payload=payload,
        )

    def add(self, document: StoredDocument) -> Held:
        """A new document with its first payload. Raises `NotFound` if its definition was never kept."""
        self._must_be_kept(document.definition_sha256)
        held = Held(document, Secret.make())
        row = {column.name: getattr(document, column.name) for column in COLUMNS}
        row["secret"] = self.seals.secret(held.secret, self.tenant, document.id)
        self.connection.execute(insert(documents), row)
        self._add_revision(document)
        return held

    def import_(self, brought: ImportedDocument) -> None:
        """A document from elsewhere, as it was there. Raises `NotFound` if its definition was never kept."""
        held, document = self.add(brought.document), brought.document
        if brought.digest is not None:
            self.connection.execute(
                update(documents).where(self._is(document.id)).values(digest=self._digest(document, brought.digest))
            )
        for event in brought.signing:
            signing.add(
                self.connection,
                self.seals,
                self.tenant,
                document.id,
                event["number"] - 1,
                event["round"],
                [event["event"]],
            )
        signing.keep(self.connection, self.seals, self.tenant, document.id, brought.files, self.at)
        self.log(Verb.BROUGHT, held)

    def _digest(self, document: StoredDocument, digest: Payload) -> bytes:
        return self.seals.piece(encode(digest), self.tenant, "documents", document.id, "digest")

    def change(self, held: Held, payload: Payload, state: State, definition: str = "") -> Held:
        """The document one version on, with a new payload, and another definition if one is given."""
        if definition:
            self._must_be_kept(definition)
        document = replace(
            held.document,
            definition_sha256=definition or held.document.definition_sha256,
            version=held.document.version + 1,
            state=state,
            changed=self.at,
            changed_by=self.by,
            payload=payload,
        )
        self._add_revision(document)
        self._update(document)
        self._forget_before(document.id, document.version - KEPT)
        return Held(document, held.secret)

    def mark(self, held: Held, state: State) -> None:
        """The same version in another state; who saved it and when stands."""
        self._update(replace(held.document, state=state))
        self.touch_case(held.document)

    def keep_digest(self, held: Held, digest: Payload) -> None:
        """What the document's case needs of it, sealed beside it."""
        document = held.document
        self.connection.execute(
            update(documents).where(self._is(document.id)).values(digest=self._digest(document, digest))
        )
        self.touch_case(document)

    def touch_case(self, document: StoredDocument) -> None:
        """The document's case is to count anew what falls due."""
        if document.case_id is not None:
            mine = and_(cases.c.tenant == self.tenant, cases.c.id == document.case_id)
            self.connection.execute(update(cases).where(mine).values(stale=True))

    def replace(self, held: Held) -> None:
        """Another document has taken its place."""
        self.mark(held, State.ERSATT)
        self.log(Verb.REPLACED, held)

    def go_to(self, held: Held, state: State) -> StoredDocument:
        """The saved document in another state; one that is signed takes the place of the signed one that it
        replaces.
        """
        self.mark(held, state)
        if state == State.UNDERTECKNAD and held.document.replaces is not None:
            old = self.find(held.document.replaces)
            if old.document.state != State.ERSATT:
                self.replace(old)
        return replace(held.document, state=state)

    def forget_earlier(self, document: StoredDocument) -> None:
        """Only the version the document now is at remains."""
        self._forget_before(document.id, document.version)

    def _forget_before(self, document_id: UUID, version: int) -> None:
        mine = and_(revisions.c.tenant == self.tenant, revisions.c.document_id == document_id)
        if version > 1:
            self.connection.execute(delete(revisions).where(mine, revisions.c.version < version))

    def destroy(self, document_id: UUID) -> None:
        """The document, all its versions and its own key are gone."""
        self.connection.execute(delete(documents).where(self._is(document_id)))

    def log(self, verb: Verb, held: Logged | None = None, *, version: int | None = None, reason: str = "") -> None:
        """One event."""
        self.chain.append(
            verb,
            at=self.at,
            by=self.by,
            document_id=held.subject.id if held else None,
            version=version or (held.subject.version if held else None),
            reason=held.secret.seal_reason(reason) if held and reason else None,
            person=held.secret.person if held else "",
        )

    def remember(self, verb: Verb, request_key: str, held: Logged, given: Payload | None) -> None:
        """So that the same one-time key gives the same result again."""
        row = {
            "tenant": self.tenant,
            "once_sha256": _hashed(request_key),
            "verb": verb.value,
            "document_id": held.subject.id,
            "version": held.subject.version,
            "state": held.document.state.value if isinstance(held, Held) else "",
            "at": self.at,
            "who": self.by,
            "fingerprint": held.secret.fingerprint(given),
        }
        try:
            self.connection.execute(insert(requests), row)
        except IntegrityError:
            raise OnceReused from None  # it was used for something else, and nobody asked

    def used(self, verb: Verb, request_key: str, document_id: UUID | None) -> Any | None:
        """What this one-time key was used for, if it was. Raises `OnceReused` if that was something else."""
        query = select(requests).where(requests.c.tenant == self.tenant, requests.c.once_sha256 == _hashed(request_key))
        done = self.connection.execute(query).first()
        if done and (done.verb != verb or document_id not in (None, done.document_id)):
            raise OnceReused
        return done

    def repeat(
        self, verb: Verb, request_key: str, document_id: UUID | None, given: Payload | None
    ) -> StoredDocument | None:
        """The first result of this one-time key, if it was used. Raises `Conflict` if other content was given then."""
        done = self.used(verb, request_key, document_id)
        if done is None:
            return None
        held = self.find(done.document_id)
        if held.secret.fingerprint(given) != done.fingerprint:
            raise Conflict(self.show(held))
        return replace(
            held.document,
            version=done.version,
            state=State(done.state),
            changed=done.at,
            changed_by=done.who,
            payload=given,
        )

    def _add_revision(self, document: StoredDocument) -> None:
        row = {
            "tenant": self.tenant,
            "document_id": document.id,
            "version": document.version,
            "payload": self.seals.payload(encode(document.payload), self.tenant, document.id, document.version),
        }
        self.connection.execute(insert(revisions), row)

    def _update(self, document: StoredDocument) -> None:
        names = ("version", "state", "changed", "changed_by", "definition_sha256")
        values = {name: getattr(document, name) for name in names}
        self.connection.execute(update(documents).where(self._is(document.id)), values)

    def _must_be_kept(self, definition: str) -> None:
        kept = select(definitions.c.sha256).where(definitions.c.sha256 == definition)
        if self.connection.scalar(kept) is None:
            raise NotFound(f"definition {definition}")

    def _is(self, document_id: UUID) -> Any:
        return and_(documents.c.tenant == self.tenant, documents.c.id == document_id)


def as_document(row: Any) -> StoredDocument:
    """The domain object of a row, without payload."""
    values = {column.name: row[column.name] for column in COLUMNS}
    return StoredDocument(**{**values, "state": State(values["state"])})


def _hashed(request_key: str) -> str:
    if not request_key:
        raise ValueError("request_key must be a one-time key")
    return hashlib.sha256(request_key.encode("utf-8", "surrogatepass")).hexdigest()
