"""The log: one event for each read and write, in its transaction, chained so that no row can be changed or left out."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from .model import LogCheck, LogEvent, Verb
from .sealed import Secret
from .tables import events, logs

GENESIS = "0" * 64

# Built once: every save and every read runs them.
_HEAD = select(logs.c.length, logs.c.head).where(logs.c.tenant == bindparam("of"))
_LOCKED_HEAD = _HEAD.with_for_update()
_MOVE_HEAD = update(logs).where(logs.c.tenant == bindparam("of"))
_APPEND = insert(events)


class Chain:
    """The end of a tenant's log, locked until the transaction ends: a tenant's transactions run one after another."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant
        self._length, self._head = _lock(connection, tenant)

    def append(
        self,
        verb: Verb,
        *,
        at: datetime,
        by: str,
        document_id: UUID | None = None,
        version: int | None = None,
        reason: bytes | None = None,
        person: str = "",
    ) -> None:
        """One event, committed or undone with what it tells of."""
        row: dict[str, Any] = {
            "tenant": self._tenant,
            "number": self._length + 1,
            "at": at,
            "who": by,
            "verb": verb.value,
            "document_id": document_id,
            "version": version,
            "reason": reason,
            "person": person,
            "previous": self._head,
        }
        row["hash"] = digest(row)
        self._connection.execute(_APPEND, row)
        self._length, self._head = self._length + 1, row["hash"]
        self._connection.execute(_MOVE_HEAD, {"of": self._tenant, "length": self._length, "head": self._head})


def digest(row: Any) -> str:
    """The SHA-256 of an event and the hash before it, in the one way of writing that never changes."""
    parts = [
        row["previous"],
        row["tenant"],
        row["number"],
        row["at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        row["who"],
        row["verb"],
        row["document_id"] and str(row["document_id"]),
        row["version"],
        row["reason"] and row["reason"].hex(),
        row["person"],
    ]
    return hashlib.sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()


def events_of(connection: Connection, tenant: str, document_id: UUID, secret: Secret | None) -> tuple[LogEvent, ...]:
    """What has been done with a document, oldest first; without its *secret* no reason can be read."""
    query = select(events).where(events.c.tenant == tenant, events.c.document_id == document_id)
    return tuple(_as_event(row, secret) for row in connection.execute(query.order_by(events.c.number)))


def _as_event(row: Any, secret: Secret | None) -> LogEvent:
    reason: str | None = ""
    if row.reason is not None:
        reason = secret.open_reason(row.reason) if secret else None
    return LogEvent(
        number=row.number,
        at=row.at,
        by=row.who,
        verb=Verb(row.verb),
        document_id=row.document_id,
        version=row.version,
        reason=reason,
        person=row.person,
        hash=row.hash,
    )


def verify(connection: Connection, tenant: str) -> LogCheck:
    """Walks the whole chain, and holds its end against the head that is kept beside it."""
    length, previous = 0, GENESIS
    query = select(events).where(events.c.tenant == tenant).order_by(events.c.number)
    with connection.execute(query, execution_options={"yield_per": 1000}) as found:
        for row in found.mappings():
            if row["number"] != length + 1 or row["previous"] != previous or digest(row) != row["hash"]:
                return LogCheck(length=length, head=previous, broken_at=length + 1)
            length, previous = length + 1, row["hash"]
    whole = (_head(connection, tenant) or (0, GENESIS)) == (length, previous)
    return LogCheck(length=length, head=previous, broken_at=None if whole else length + 1)


def _head(connection: Connection, tenant: str, *, lock: bool = False) -> tuple[int, str] | None:
    row = connection.execute(_LOCKED_HEAD if lock else _HEAD, {"of": tenant}).first()
    return (row.length, row.head) if row else None


def _lock(connection: Connection, tenant: str) -> tuple[int, str]:
    head = _head(connection, tenant, lock=True)
    if head is None:
        try:
            with connection.begin_nested():
                connection.execute(insert(logs).values(tenant=tenant, length=0, head=GENESIS))
        except IntegrityError:
            pass  # another process made it just now
        head = _head(connection, tenant, lock=True) or (0, GENESIS)
    return head
