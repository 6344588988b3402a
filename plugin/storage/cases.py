"""The cases on SQLAlchemy; see `Cases` in `store`."""

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, insert, select, update

from .blind import hashed, is_begun
from .case_index import CaseIndex
from .engine import Database
from .errors import CaseMoved, NotFound
from .ids import uuid7
from .model import CaseDocument, CaseEvent, Deadline, ImportedCase, Payload, Stay, StoredCase, Verb
from .sealed import Seals, Secret, encode
from .tables import case_events, case_tokens, cases, documents, dues, stays
from .unit_of_work import COLUMNS, Keyed, Work, as_document

AHEAD = timedelta(days=62)
"""Nothing is shown longer than this before its day."""
NEWEST = 12
"""How many documents of each form a case is counted from: a year of months."""
OPEN = ("id", "tenant", "programme", "responsible", "closed", "version", "opened", "opened_by", "changed", "stale")


class SqlCases:
    """`Cases` in one SQL database."""

    def __init__(
        self, database: Database, seals: Seals, work: Callable[[str, str], AbstractContextManager[Work]]
    ) -> None:
        self._database, self._seals, self._work = database, seals, work
        self._index = CaseIndex(seals)

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
        """See `Cases`."""
        with self._work(tenant, by) as work:
            if done := work.used(Verb.CASE_OPENED, request_key, None):
                return self._find(work.connection, tenant, done.document_id).subject
            case = StoredCase(
                id=uuid7(work.at),
                tenant=tenant,
                programme=programme,
                responsible=responsible,
                closed=False,
                version=1,
                opened=work.at,
                opened_by=by,
                changed=work.at,
                stale=False,
                payload=payload,
            )
            held = Keyed(case, Secret.make())
            work.connection.execute(insert(cases), self._row(held))
            self._add_events(work, case, 0, events)
            self._index.write(work.connection, case, tokens, dues)
            work.remember(Verb.CASE_OPENED, request_key, held, None)
            work.log(Verb.CASE_OPENED, held)
            return case

    def read(
        self, tenant: str, case_id: UUID, *, by: str, reason: str = "", whole: bool = False
    ) -> tuple[StoredCase, tuple[CaseEvent, ...], tuple[CaseDocument, ...]]:
        """See `Cases`."""
        with self._work(tenant, by) as work:
            held = self._find(work.connection, tenant, case_id)
            work.log(Verb.CASE_READ, held, reason=reason)
            return (
                held.subject,
                self._events(work.connection, held.subject),
                self._documents(work.connection, held.subject, whole=whole),
            )

    def glance(self, tenant: str, case_id: UUID) -> StoredCase:
        """See `Cases`."""
        with self._database.reading() as connection:
            return self._find(connection, tenant, case_id).subject

    def peek(self, tenant: str, case_id: UUID) -> tuple[StoredCase, tuple[CaseEvent, ...], tuple[CaseDocument, ...]]:
        """See `Cases`."""
        with self._database.reading() as connection:
            case = self._find(connection, tenant, case_id).subject
            return case, self._events(connection, case), self._documents(connection, case)

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
        """See `Cases`."""
        with self._work(tenant, by) as work:
            held = self._find(work.connection, tenant, case_id)
            if work.used(Verb.CASE_NOTED, request_key, case_id):
                return held.subject
            if held.subject.version != version:
                raise CaseMoved(case_id, held.subject.version)
            case = replace(
                held.subject,
                version=version + 1,
                changed=work.at,
                stale=True,
                payload=held.subject.payload if payload is None else payload,
                responsible=held.subject.responsible if responsible is None else responsible,
                closed=held.subject.closed if closed is None else closed,
            )
            self._write(work.connection, case)
            self._add_events(work, case, self._count(work.connection, tenant, case_id), events)
            if tokens is not None:
                self._index.tokens(work.connection, case, tokens)
            work.remember(Verb.CASE_NOTED, request_key, Keyed(case, held.secret), None)
            work.log(
                Verb.CASE_NOTED, Keyed(case, held.secret), reason=", ".join(str(event["kind"]) for event in events)
            )
            return case

    def refresh(
        self,
        tenant: str,
        case_id: UUID,
        payload: Payload,
        dues: Sequence[Deadline],
        tokens: Sequence[str],
        stays: Sequence[Stay] = (),
    ) -> None:
        """See `Cases`."""
        with self._database.writing() as connection:
            case = replace(self._find(connection, tenant, case_id).subject, payload=payload, stale=False)
            self._write(connection, case)
            self._index.write(connection, case, tokens, dues, stays)

    def import_(self, brought: ImportedCase, *, by: str) -> bool:
        """See `Cases`."""
        case = brought.case
        with self._work(case.tenant, by) as work:
            there = select(cases.c.id).where(cases.c.tenant == case.tenant, cases.c.id == case.id)
            if work.connection.scalar(there) is not None:
                return False
            held = Keyed(case, Secret.make())
            work.connection.execute(insert(cases), self._row(held))
            rows = [self._event_row(case, event.number, event.at, event.who, event.payload) for event in brought.events]
            if rows:
                work.connection.execute(insert(case_events), rows)
            self._index.write(work.connection, case, brought.tokens, brought.dues, brought.stays)
            work.log(Verb.BROUGHT, held)
            for one in brought.documents:
                work.import_(one)
            return True

    def stale(self, tenant: str, limit: int = 50) -> tuple[UUID, ...]:
        """See `Cases`."""
        with self._database.reading() as connection:
            query = select(cases.c.id).where(cases.c.tenant == tenant, cases.c.stale).order_by(cases.c.id).limit(limit)
            return tuple(connection.scalars(query))

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
        """See `Cases`."""
        query = select(cases).where(cases.c.tenant == tenant).limit(limit)
        if closed is not None:
            query = query.where(cases.c.closed == closed)
        if responsible:
            query = query.where(cases.c.responsible == responsible)
        if programme:
            query = query.where(cases.c.programme == programme)
        if after is not None:
            query = query.where(cases.c.id < after)
        if before is not None:
            query = query.where(cases.c.id > before)
        backwards = before is not None or last
        query = query.order_by(cases.c.id if backwards else cases.c.id.desc())
        with self._work(tenant, by) as work:
            found = self._all(work.connection, query)
            work.log(Verb.CASES_LISTED)
            return found[::-1] if backwards else found

    def search(self, tenant: str, tokens: Sequence[str], *, by: str, limit: int = 50) -> tuple[StoredCase, ...]:
        """See `Cases`."""
        if not tokens:
            return ()
        with self._work(tenant, by) as work:
            wanted = set(hashed(work.connection, self._seals, tenant, tokens))
            having = select(case_tokens.c.case_id).where(
                case_tokens.c.tenant == tenant, case_tokens.c.token.in_(wanted)
            )
            having = having.group_by(case_tokens.c.case_id).having(func.count() == len(wanted))
            query = (
                select(cases)
                .where(cases.c.tenant == tenant, cases.c.id.in_(having))
                .order_by(cases.c.id.desc())
                .limit(limit)
            )
            found = self._all(work.connection, query)
            work.log(Verb.CASES_SEARCHED)
            return found

    def due(
        self, tenant: str, today: date, *, by: str, responsible: str = "", limit: int = 100
    ) -> tuple[tuple[Deadline, StoredCase], ...]:
        """See `Cases`."""
        query = select(dues).where(dues.c.tenant == tenant, dues.c.day <= today + AHEAD, dues.c.shown_from <= today)
        if responsible:
            query = query.where(dues.c.responsible == responsible)
        query = query.order_by(dues.c.day, dues.c.case_id, dues.c.number).limit(limit)
        with self._work(tenant, by) as work:
            rows = work.connection.execute(query).all()
            wanted = {row.case_id for row in rows}
            known = {
                case.id: case
                for case in self._all(
                    work.connection, select(cases).where(cases.c.tenant == tenant, cases.c.id.in_(wanted))
                )
            }
            work.log(Verb.CASES_LISTED)
            return tuple((_due(row), known[row.case_id]) for row in rows)

    def taken(self, tenant: str, places: Sequence[str], day: date) -> Mapping[str, int]:
        """See `Cases`."""
        with self._database.reading() as connection:
            if not is_begun(connection, tenant):
                return dict.fromkeys(places, 0)
            keys = dict(zip(hashed(connection, self._seals, tenant, places), places, strict=True))
            there = and_(stays.c.tenant == tenant, stays.c.place.in_(keys), stays.c.first <= day, stays.c.last >= day)
            counted = connection.execute(select(stays.c.place, func.count()).where(there).group_by(stays.c.place))
            return dict.fromkeys(places, 0) | {keys[place]: number for place, number in counted}

    def overdue(
        self, tenant: str, today: date, *, by: str, most: int = 100, after: str = "", limit: int = 25
    ) -> tuple[tuple[StoredCase, int, int], ...]:
        """See `Cases`."""
        with self._work(tenant, by) as work:
            found: list[tuple[StoredCase, int, int]] = []
            for who in itertools.islice(self._responsible(work.connection, tenant, after), limit):
                one = select(cases).where(cases.c.tenant == tenant, cases.c.responsible == who).limit(1)
                mine = select(cases.c.id).where(
                    cases.c.tenant == tenant, cases.c.responsible == who, cases.c.closed.is_(False)
                )
                late = select(dues.c.case_id).where(
                    dues.c.tenant == tenant, dues.c.responsible == who, dues.c.day < today
                )
                (any_of_them,) = self._all(work.connection, one)
                found.append((any_of_them, _count(work.connection, mine, most), _count(work.connection, late, most)))
            work.log(Verb.CASES_LISTED)
            return tuple(found)

    @staticmethod
    def _responsible(connection: Connection, tenant: str, who: str = "") -> Iterable[str]:
        """Everyone who is responsible for a case, in order: one step in the index each, however many cases they
        have.
        """
        while True:
            nearest = select(func.min(cases.c.responsible)).where(cases.c.tenant == tenant, cases.c.responsible > who)
            found = connection.scalar(nearest)
            if found is None:
                return
            who = found
            yield who

    def _find(self, connection: Connection, tenant: str, case_id: UUID) -> Keyed[StoredCase]:
        row = (
            connection.execute(select(cases).where(cases.c.tenant == tenant, cases.c.id == case_id)).mappings().first()
        )
        if row is None:
            raise NotFound(case_id)
        return Keyed(self._case(row), Secret(self._seals.open_piece(row["secret"], tenant, "cases", case_id, "secret")))

    def _all(self, connection: Connection, query: Select[Any]) -> tuple[StoredCase, ...]:
        return tuple(map(self._case, connection.execute(query).mappings()))

    def _case(self, row: Any) -> StoredCase:
        opened = self._seals.open_piece(row["payload"], row["tenant"], "cases", row["id"], "payload")
        return StoredCase(**{name: row[name] for name in OPEN}, payload=json.loads(opened))

    def _row(self, held: Keyed[StoredCase]) -> dict[str, Any]:
        case = held.subject
        row = {name: getattr(case, name) for name in OPEN}
        secret = self._seals.piece(held.secret.key, case.tenant, "cases", case.id, "secret")
        return row | {"secret": secret, "payload": self._payload(case)}

    def _payload(self, case: StoredCase) -> bytes:
        return self._seals.piece(encode(case.payload), case.tenant, "cases", case.id, "payload")

    def _write(self, connection: Connection, case: StoredCase) -> None:
        names = ("responsible", "closed", "version", "changed", "stale")
        values = {name: getattr(case, name) for name in names} | {"payload": self._payload(case)}
        connection.execute(update(cases).where(cases.c.tenant == case.tenant, cases.c.id == case.id).values(values))

    @staticmethod
    def _count(connection: Connection, tenant: str, case_id: UUID) -> int:
        mine = and_(case_events.c.tenant == tenant, case_events.c.case_id == case_id)
        return connection.scalar(select(func.max(case_events.c.number)).where(mine)) or 0

    def _event_row(self, case: StoredCase, number: int, at: datetime, who: str, event: Payload) -> dict[str, Any]:
        sealed = self._seals.piece(encode(event), case.tenant, "case_events", case.id, str(number))
        return {"tenant": case.tenant, "case_id": case.id, "number": number, "at": at, "who": who, "payload": sealed}

    def _add_events(self, work: Work, case: StoredCase, after: int, events: Sequence[Payload]) -> None:
        rows = [
            self._event_row(case, number, work.at, work.by, event) for number, event in enumerate(events, after + 1)
        ]
        if rows:
            work.connection.execute(insert(case_events), rows)

    def _events(self, connection: Connection, case: StoredCase) -> tuple[CaseEvent, ...]:
        query = select(case_events).where(case_events.c.tenant == case.tenant, case_events.c.case_id == case.id)
        return tuple(
            CaseEvent(
                number=row.number,
                at=row.at,
                who=row.who,
                payload=json.loads(
                    self._seals.open_piece(row.payload, case.tenant, "case_events", case.id, str(row.number))
                ),
            )
            for row in connection.execute(query.order_by(case_events.c.number))
        )

    def _documents(self, connection: Connection, case: StoredCase, *, whole: bool = False) -> tuple[CaseDocument, ...]:
        """The newest of each form, `NEWEST` of them, or all; newest first."""
        mine = and_(documents.c.tenant == case.tenant, documents.c.case_id == case.id)
        query = select(*COLUMNS, documents.c.digest).where(mine)
        if not whole:
            place = func.row_number().over(partition_by=documents.c.form, order_by=documents.c.id.desc())
            ranked = select(documents.c.id, place.label("place")).where(mine).subquery()
            query = query.where(documents.c.id.in_(select(ranked.c.id).where(ranked.c.place <= NEWEST)))
        return tuple(
            CaseDocument(document=as_document(row), digest=self._digest(row))
            for row in connection.execute(query.order_by(documents.c.id.desc())).mappings()
        )

    def _digest(self, row: Any) -> Payload | None:
        if row["digest"] is None:
            return None
        digest: dict[str, Any] = json.loads(
            self._seals.open_piece(row["digest"], row["tenant"], "documents", row["id"], "digest")
        )
        return digest


def _due(row: Any) -> Deadline:
    return Deadline(kind=row.kind, day=row.day, shown_from=row.shown_from, what=row.what, document_id=row.document_id)


def _count(connection: Connection, query: Select[Any], most: int) -> int:
    return connection.scalar(select(func.count()).select_from(query.limit(most).subquery())) or 0
