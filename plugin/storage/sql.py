"""The store on SQLAlchemy: SQLite or PostgreSQL."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from . import signing
from .audit import Chain, events_of, verify
from .cases import SqlCases
from .codec import Codec
from .engine import Database
from .errors import Conflict, NotFound, OnceReused, Replaced
from .model import (
    STANDING,
    Artefact,
    Finish,
    Judge,
    LogCheck,
    LogEvent,
    OpenedDocument,
    Payload,
    State,
    StoredDocument,
    Verb,
)
from .registers import SqlRegisters
from .sealed import Seals
from .store import Clock, utc_now
from .tables import definitions, documents
from .unit_of_work import COLUMNS, Held, Work, as_document

COMPARED = "Jämförd med nästa version"
"""Why a document is read when the one that replaces it is."""


class SqlStore:
    """`Store` in one SQL database. Nothing is kept in the process but the engine."""

    def __init__(
        self,
        database: Database,
        codec: Codec,
        clock: Clock = utc_now,
        chain: Callable[[Connection, str], Chain] = Chain,
    ) -> None:
        self._database = database
        self._seals = Seals(codec)
        self._clock = clock
        self._chain = chain
        self.cases = SqlCases(database, self._seals, self._work)
        self.registers = SqlRegisters(self._seals, self._work)

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
        """See `Store`."""
        with self._work(tenant, by) as work:
            held, happened = work.open(document_id)
            other = held.document.replaces if compared else None
            old = work.find(other) if other else None
            work.about(held).log(Verb.READ, held, reason=reason)
            return OpenedDocument(
                document=held.document,
                signing=happened,
                log=work.events(held) if logged else (),
                replaced=work.about(old).show(old, COMPARED).payload if old else None,
            )

    def judge_and_finish(
        self, tenant: str, document_id: UUID, judge: Judge, *, by: str, request_key: str
    ) -> tuple[OpenedDocument, Finish | None]:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held, happened = work.open(document_id)
            found = OpenedDocument(document=held.document, signing=happened)
            made = None if held.is_saved else judge(found)
            if made is None:
                work.about(held).log(Verb.READ, held)
                return found, None
            for sha256, text in made.kept.items():
                work.keep_definition(sha256, text)
            self._write(work, Verb.FINISHED, held, made.payload, request_key)
            if made.digest is not None:
                work.keep_digest(held, made.digest)
            return found, made

    def put_definition(self, sha256: str, canonical_json: str) -> None:
        """See `Store`."""
        if hashlib.sha256(canonical_json.encode()).hexdigest() != sha256:
            raise ValueError("the definition does not have this SHA-256")
        if self._definition(sha256) is not None:
            return
        row = {"sha256": sha256, "content": canonical_json, "stored": self._clock()}
        try:
            with self._database.writing() as connection:
                connection.execute(insert(definitions), row)
        except IntegrityError:
            self.definition(sha256)  # another process kept it just now

    def definition(self, sha256: str) -> str:
        """See `Store`."""
        content = self._definition(sha256)
        if content is None:
            raise NotFound(f"definition {sha256}")
        return content

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
        """See `Store`."""
        with self._work(tenant, by) as work:
            work = work.nameless() if nameless else work
            if done := work.repeat(Verb.STARTED, request_key, None, payload):
                if done.form != form:
                    raise OnceReused
                return done
            draft = replace(work.draft(form, definition_sha256, payload), case_id=case_id)
            held = work.add(draft)
            work.remember(Verb.STARTED, request_key, held, payload)
            work.log(Verb.STARTED, held, reason=reason)
            return draft

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
        """See `Store`."""
        with self._work(tenant, by) as work:
            return self._save(work, Verb.SAVED, document_id, version, payload, request_key, definition_sha256)

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
        """See `Store`."""
        with self._work(tenant, by) as work:
            saved = self._save(work, Verb.FINISHED, document_id, version, payload, request_key)
            if digest is not None:
                work.keep_digest(work.find(document_id), digest)
            return saved

    def new_version(
        self, tenant: str, document_id: UUID, payload: Payload, *, by: str, request_key: str
    ) -> StoredDocument:
        """See `Store`."""
        given = {"replaces": str(document_id)}
        with self._work(tenant, by) as work:
            if done := work.repeat(Verb.VERSIONED, request_key, None, given):
                return replace(done, payload=None)
            old = work.find(document_id)
            if old.document.state not in STANDING:
                raise Conflict(work.about(old).show(old))
            draft = work.draft(old.document.form, old.document.definition_sha256, payload)
            held = work.add(replace(draft, replaces=document_id, case_id=old.document.case_id))
            work.remember(Verb.VERSIONED, request_key, held, given)
            work.log(Verb.VERSIONED, held)
            return replace(held.document, payload=None)

    def signing(self, tenant: str, document_id: UUID) -> tuple[Payload, ...]:
        """See `Store`."""
        with self._database.reading() as connection:
            return signing.happened(connection, self._seals, tenant, document_id)

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
        """See `Store`."""
        with self._work(tenant, by) as work:
            if work.used(Verb.SIGNING, request_key, document_id):
                return work.find(document_id).document
            held = work.find_saved(document_id)
            if signing.count(work.connection, tenant, document_id) != after:
                raise Conflict(work.about(held).show(held))
            signing.add(work.connection, self._seals, tenant, document_id, after, round, events)
            signing.keep(work.connection, self._seals, tenant, document_id, files, work.at)
            work.remember(Verb.SIGNING, request_key, held, None)
            work.log(Verb.SIGNING, held, reason=", ".join(str(event["kind"]) for event in events))
            return work.go_to(held, state) if state else held.document

    def end(self, tenant: str, document_id: UUID, state: State, *, by: str, reason: str) -> StoredDocument:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held = work.find_saved(document_id)
            work.log(Verb.SIGNING, held, reason=reason)
            return work.go_to(held, state)

    def keep_files(self, tenant: str, document_id: UUID, files: Sequence[Artefact], *, by: str, reason: str) -> None:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held = work.find_saved(document_id)
            if {file.name for file in files} & set(signing.names(work.connection, tenant, document_id)):
                raise Conflict(work.about(held).show(held))
            signing.keep(work.connection, self._seals, tenant, document_id, files, work.at)
            work.log(Verb.SIGNING, held, reason=reason)

    def file(self, tenant: str, document_id: UUID, name: str, *, by: str, reason: str = "") -> Artefact:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held = work.find(document_id)
            found = signing.file(work.connection, self._seals, tenant, document_id, name)
            work.log(Verb.READ, held, reason=reason)
            return found

    def files(self, tenant: str, document_id: UUID) -> tuple[str, ...]:
        """See `Store`."""
        with self._database.reading() as connection:
            return signing.names(connection, tenant, document_id)

    def unsealed(self, tenant: str) -> tuple[UUID, ...]:
        """See `Store`."""
        with self._database.reading() as connection:
            return signing.unsealed(connection, tenant)

    def discard_draft(self, tenant: str, document_id: UUID, *, by: str, request_key: str) -> None:
        """See `Store`."""
        with self._work(tenant, by) as work:
            if work.used(Verb.DISCARDED, request_key, document_id) is None:
                held = work.find_draft(document_id)
                work.remember(Verb.DISCARDED, request_key, held, None)
                work.log(Verb.DISCARDED, held)
                work.destroy(document_id)

    def read(self, tenant: str, document_id: UUID, *, by: str, reason: str = "") -> StoredDocument:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held = work.find(document_id)
            return work.about(held).show(held, reason)

    def revision(self, tenant: str, document_id: UUID, version: int, *, by: str) -> Payload:
        """See `Store`."""
        with self._work(tenant, by) as work:
            held = work.find(document_id)
            if not 1 <= version <= held.document.version:
                raise NotFound(f"version {version} of {document_id}")
            payload = work.payload(document_id, version)
            work.log(Verb.READ, held, version=version)
            return payload

    def listing(
        self,
        tenant: str,
        *,
        by: str,
        state: State | tuple[State, ...] | None = None,
        limit: int = 50,
        after: UUID | None = None,
    ) -> tuple[StoredDocument, ...]:
        """See `Store`."""
        query = select(*COLUMNS).where(documents.c.tenant == tenant).order_by(documents.c.id.desc()).limit(limit)
        if after is not None:
            query = query.where(documents.c.id < after)
        states = (state,) if isinstance(state, State) else state
        # One query a state: each is the beginning of an index, however many documents there are.
        queries = [query] if states is None else [query.where(documents.c.state == one) for one in states]
        with self._work(tenant, by) as work:
            found = [as_document(row) for query in queries for row in work.connection.execute(query).mappings()]
            work.log(Verb.LISTED)
            return tuple(sorted(found, key=lambda document: document.id, reverse=True)[:limit])

    def tenants(self) -> tuple[str, ...]:
        """See `Store`."""
        with self._database.reading() as connection:
            return tuple(connection.scalars(select(documents.c.tenant).distinct().order_by(documents.c.tenant)))

    def events(self, tenant: str, document_id: UUID) -> tuple[LogEvent, ...]:
        """See `Store`."""
        sealed = select(documents.c.secret).where(documents.c.tenant == tenant, documents.c.id == document_id)
        with self._database.reading() as connection:
            key = connection.scalar(sealed)
            secret = None if key is None else self._seals.open_secret(key, tenant, document_id)
            return events_of(connection, tenant, document_id, secret)

    def verify_log(self, tenant: str) -> LogCheck:
        """See `Store`."""
        with self._database.reading() as connection:
            return verify(connection, tenant)

    def close(self) -> None:
        """See `Store`."""
        self._database.close()

    @contextmanager
    def _work(self, tenant: str, by: str) -> Iterator[Work]:
        if not tenant or not by:
            raise ValueError("tenant and by must say where and who")
        conflict = None
        with self._database.writing() as connection:
            at = self._clock().astimezone(UTC)
            try:
                yield Work(connection, self._chain(connection, tenant), self._seals, tenant, by, at)
            except Conflict as refused:
                conflict = refused  # it shows the document, and so what was logged is committed
        if conflict is not None:
            raise conflict

    def _save(
        self,
        work: Work,
        verb: Verb,
        document_id: UUID,
        version: int,
        payload: Payload,
        request_key: str,
        definition: str = "",
    ) -> StoredDocument:
        if done := work.repeat(verb, request_key, document_id, payload):
            return done
        held = work.find_draft(document_id)
        if held.document.version != version:
            raise Conflict(work.about(held).show(held))
        return self._write(work, verb, held, payload, request_key, definition)

    def _write(
        self, work: Work, verb: Verb, held: Held, payload: Payload, request_key: str, definition: str = ""
    ) -> StoredDocument:
        work = work.about(held)
        old = self._replaced(work, held.document.replaces) if verb == Verb.FINISHED else None
        held = work.change(held, payload, State.KLAR if verb == Verb.FINISHED else State.UTKAST, definition)
        work.remember(verb, request_key, held, payload)
        work.log(verb, held)
        if verb == Verb.FINISHED:
            work.forget_earlier(held.document)
        if (
            old is not None and old.document.state != State.UNDERTECKNAD
        ):  # what is signed holds until the new one is too
            work.replace(old)
        return held.document

    def _replaced(self, work: Work, document_id: UUID | None) -> Held | None:
        """The document that another is to replace. Raises `Replaced` if one already has."""
        old = work.find(document_id) if document_id is not None else None
        if old is not None and old.document.state == State.ERSATT:
            raise Replaced(work.about(old).show(old))
        return old

    def _definition(self, sha256: str) -> str | None:
        with self._database.reading() as connection:
            return connection.scalar(select(definitions.c.content).where(definitions.c.sha256 == sha256))
