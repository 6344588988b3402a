"""The rows of signing and of files, inside one transaction."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from .errors import NotFound
from .model import Artefact, Payload
from .sealed import Seals, encode
from .tables import artefacts, signing_events

EVENTS, FILES = "signing_events", "artefacts"
SEALED = "kommun.pdf"
"""The name of the file that a signed document has when it has been sealed."""


def happened(connection: Connection, seals: Seals, tenant: str, document_id: UUID) -> tuple[Payload, ...]:
    """Every event of the document's signing, oldest first."""
    mine = (signing_events.c.tenant == tenant, signing_events.c.document_id == document_id)
    query = select(signing_events.c.number, signing_events.c.payload).where(*mine).order_by(signing_events.c.number)
    return tuple(open_event(seals, tenant, document_id, *row) for row in connection.execute(query))


def open_event(seals: Seals, tenant: str, document_id: UUID, number: int, sealed: bytes) -> Payload:
    """One event, unsealed."""
    event: Payload = json.loads(seals.open_piece(sealed, tenant, EVENTS, document_id, str(number)))
    return event


def count(connection: Connection, tenant: str, document_id: UUID) -> int:
    """How many events there are."""
    mine = (signing_events.c.tenant == tenant, signing_events.c.document_id == document_id)
    return connection.scalar(select(func.count()).where(*mine)) or 0


def add(
    connection: Connection,
    seals: Seals,
    tenant: str,
    document_id: UUID,
    after: int,
    round: int,
    events: Sequence[Payload],
) -> None:
    """Writes the events after number *after*. The database refuses a number, or a party's signature, that is there."""
    for number, event in enumerate(events, after + 1):
        row = {
            "tenant": tenant,
            "document_id": document_id,
            "number": number,
            "round": round,
            "kind": event["kind"],
            "party": event.get("party", ""),
            "at": datetime.fromisoformat(event["at"]),
            "payload": seals.piece(encode(event), tenant, EVENTS, document_id, str(number)),
        }
        connection.execute(insert(signing_events), row)


def keep(
    connection: Connection, seals: Seals, tenant: str, document_id: UUID, files: Sequence[Artefact], at: datetime
) -> None:
    """Writes the files. The database refuses a name that is there."""
    for file in files:
        row = {
            "tenant": tenant,
            "document_id": document_id,
            "name": file.name,
            "media_type": file.media_type,
            "sha256": file.sha256,
            "at": at,
            "content": seals.piece(file.data, tenant, FILES, document_id, file.name),
        }
        connection.execute(insert(artefacts), row)


def names(connection: Connection, tenant: str, document_id: UUID) -> tuple[str, ...]:
    """The names of the document's files."""
    mine = (artefacts.c.tenant == tenant, artefacts.c.document_id == document_id)
    return tuple(connection.scalars(select(artefacts.c.name).where(*mine).order_by(artefacts.c.name)))


def file(connection: Connection, seals: Seals, tenant: str, document_id: UUID, name: str) -> Artefact:
    """One file. Raises `NotFound`."""
    mine = (artefacts.c.tenant == tenant, artefacts.c.document_id == document_id, artefacts.c.name == name)
    row = connection.execute(select(artefacts.c.media_type, artefacts.c.content).where(*mine)).first()
    if row is None:
        raise NotFound(f"{name} of {document_id}")
    data = seals.open_piece(row.content, tenant, FILES, document_id, name)
    return Artefact(name=name, media_type=row.media_type, data=data)


def unsealed(connection: Connection, tenant: str) -> tuple[UUID, ...]:
    """The documents that all have signed and that have no sealed file yet, oldest first; also those that have ended
    since.
    """
    sealed = select(artefacts.c.document_id).where(artefacts.c.tenant == tenant, artefacts.c.name == SEALED)
    completed = select(signing_events.c.document_id).where(
        signing_events.c.tenant == tenant,
        signing_events.c.kind == "completed",
        signing_events.c.document_id.not_in(sealed),
    )
    return tuple(connection.scalars(completed.distinct().order_by(signing_events.c.document_id)))
