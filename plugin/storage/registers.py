"""The registers on SQLAlchemy; see `Registers` in `store`."""

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, insert, select, update

from .errors import EntryMoved, NotFound
from .ids import uuid7
from .model import CaseEvent, Entry, Payload, Verb
from .sealed import Seals, Secret, encode
from .tables import entries, entry_events
from .unit_of_work import Keyed, Work

OPEN = ("id", "tenant", "register", "version", "retired", "changed", "changed_by")


class SqlRegisters:
    """`Registers` in one SQL database."""

    def __init__(self, seals: Seals, work: Callable[[str, str], AbstractContextManager[Work]]) -> None:
        self._seals, self._work = seals, work

    def import_(self, entry: Entry, noted: Sequence[Payload], *, by: str) -> bool:
        """See `Registers`."""
        with self._work(entry.tenant, by) as work:
            if work.connection.scalar(select(entries.c.id).where(_is(entry.tenant, entry.id))) is not None:
                return False
            held = Keyed(entry, Secret.make())
            work.connection.execute(insert(entries), self._row(held))
            for number, event in enumerate(noted, 1):
                self._note(work, entry.id, number, event)
            work.log(Verb.BROUGHT, held)
            return True

    def add(self, tenant: str, register: str, payload: Payload, *, by: str, request_key: str) -> Entry:
        """See `Registers`."""
        with self._work(tenant, by) as work:
            if done := work.used(Verb.ENTRY_ADDED, request_key, None):
                return self._find(work.connection, tenant, done.document_id).subject
            entry = Entry(
                id=uuid7(work.at),
                tenant=tenant,
                register=register,
                version=1,
                retired=False,
                changed=work.at,
                changed_by=by,
                payload=payload,
            )
            held = Keyed(entry, Secret.make())
            work.connection.execute(insert(entries), self._row(held))
            work.remember(Verb.ENTRY_ADDED, request_key, held, None)
            work.log(Verb.ENTRY_ADDED, held)
            return entry

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
        """See `Registers`."""
        with self._work(tenant, by) as work:
            held = self._find(work.connection, tenant, entry_id)
            if work.used(Verb.ENTRY_CHANGED, request_key, entry_id):
                return held.subject
            if held.subject.version != version:
                raise EntryMoved(entry_id, held.subject.version)
            entry = replace(
                held.subject,
                version=version + 1,
                changed=work.at,
                changed_by=by,
                payload=held.subject.payload if payload is None else payload,
                retired=held.subject.retired if retired is None else retired,
            )
            held = Keyed(entry, held.secret)
            work.connection.execute(update(entries).where(_is(tenant, entry_id)).values(self._row(held)))
            work.remember(Verb.ENTRY_CHANGED, request_key, held, None)
            work.log(Verb.ENTRY_CHANGED, held)
            return entry

    def note(self, tenant: str, entry_id: UUID, event: Payload, *, by: str, request_key: str) -> None:
        """See `Registers`."""
        with self._work(tenant, by) as work:
            held = self._find(work.connection, tenant, entry_id)
            if work.used(Verb.ENTRY_CHANGED, request_key, entry_id):
                return
            mine = and_(entry_events.c.tenant == tenant, entry_events.c.entry_id == entry_id)
            number = (work.connection.scalar(select(func.max(entry_events.c.number)).where(mine)) or 0) + 1
            self._note(work, entry_id, number, event)
            work.remember(Verb.ENTRY_CHANGED, request_key, held, None)
            work.log(Verb.ENTRY_CHANGED, held)

    def _note(self, work: Work, entry_id: UUID, number: int, event: Payload) -> None:
        sealed = self._seals.piece(encode(event), work.tenant, "entry_events", entry_id, str(number))
        row = {
            "tenant": work.tenant,
            "entry_id": entry_id,
            "number": number,
            "at": work.at,
            "who": work.by,
            "payload": sealed,
        }
        work.connection.execute(insert(entry_events), row)

    def read(self, tenant: str, entry_id: UUID, *, by: str) -> tuple[Entry, tuple[CaseEvent, ...]]:
        """See `Registers`."""
        with self._work(tenant, by) as work:
            held = self._find(work.connection, tenant, entry_id)
            mine = and_(entry_events.c.tenant == tenant, entry_events.c.entry_id == entry_id)
            rows = work.connection.execute(select(entry_events).where(mine).order_by(entry_events.c.number))
            work.log(Verb.ENTRY_READ, held)
            return held.subject, tuple(
                CaseEvent(
                    number=row.number,
                    at=row.at,
                    who=row.who,
                    payload=json.loads(
                        self._seals.open_piece(row.payload, tenant, "entry_events", entry_id, str(row.number))
                    ),
                )
                for row in rows
            )

    def all(self, tenant: str, register: str, *, by: str, retired: bool = False) -> tuple[Entry, ...]:
        """See `Registers`."""
        query = select(entries).where(entries.c.tenant == tenant, entries.c.register == register).order_by(entries.c.id)
        if not retired:
            query = query.where(entries.c.retired.is_(False))
        with self._work(tenant, by) as work:
            found = tuple(map(self._entry, work.connection.execute(query).mappings()))
            work.log(Verb.REGISTER_READ)
            return found

    def _find(self, connection: Connection, tenant: str, entry_id: UUID) -> Keyed[Entry]:
        row = connection.execute(select(entries).where(_is(tenant, entry_id))).mappings().first()
        if row is None:
            raise NotFound(entry_id)
        return Keyed(
            self._entry(row), Secret(self._seals.open_piece(row["secret"], tenant, "entries", entry_id, "secret"))
        )

    def _entry(self, row: Any) -> Entry:
        opened = self._seals.open_piece(row["payload"], row["tenant"], "entries", row["id"], "payload")
        return Entry(**{name: row[name] for name in OPEN}, payload=json.loads(opened))

    def _row(self, held: Keyed[Entry]) -> dict[str, Any]:
        entry = held.subject
        return {name: getattr(entry, name) for name in OPEN} | {
            "secret": self._seals.piece(held.secret.key, entry.tenant, "entries", entry.id, "secret"),
            "payload": self._seals.piece(encode(entry.payload), entry.tenant, "entries", entry.id, "payload"),
        }


def _is(tenant: str, entry_id: UUID) -> Any:
    return and_(entries.c.tenant == tenant, entries.c.id == entry_id)
