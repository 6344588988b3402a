"""Saved documents laid in a folder for another system. What waits is told by the log, never by what this process
remembers.
"""

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from uuid import UUID

from flask import current_app

from ...exporters import export
from ...forms.language.context import STOCKHOLM
from ..installation.state import state
from ..storage import STANDING, Acting, LogEvent, StoredDocument, Verb
from ..storage.atomic_file import write_whole
from .compose import compose_copy
from .copies import own_copy
from .document_file import DocumentFile
from .service import as_file

log = logging.getLogger("stegvis")
HANDED = "Lämnad till verksamhetssystemet"
READ = "Läst för att lämnas till verksamhetssystemet"
COMMAND = "stegvis db handover"
PATIENCE = 3.0
"""Seconds that somebody who saves waits for the folder: a share that has gone away can hang for minutes."""
READERS = 0o640
"""The other system reads as a member of the folder's group."""


@dataclass(frozen=True)
class Handing:
    """How a document stands with the folder: when it was handed over, None while it waits."""

    at: datetime | None


def handing(document: DocumentFile) -> Handing | None:
    """How the document stands; None where the installation has no such folder."""
    return Handing(_handed_at(document.opened.log)) if state().settings.drop_folder else None


def hand_over(tenant: str, document_id: UUID, by: str) -> None:
    """Lays the municipality's copy, its checksum and what it is in the folder, in that order, and then logs it.

    Raises OSError when the folder cannot be written in; nothing is logged as handed over then. Raises the storage's
    errors.
    """
    documents = Acting(state().store, tenant, by).documents
    document = as_file(documents.open(document_id, READ, logged=True, compared=True))
    folder = Path(state().settings.drop_folder)
    if not folder.is_dir():  # never made here: a share that is not mounted would be filled beside itself
        raise NotADirectoryError(f"{folder} is no folder")
    pdf = export(compose_copy(document, own_copy(document)), "pdf")
    name, sha256 = f"{document.form.id}_{document_id.hex}", hashlib.sha256(pdf).hexdigest()
    told = json.dumps(_metadata(document, f"{name}.pdf", sha256), ensure_ascii=False, indent=2) + "\n"
    _lay(folder / f"{name}.pdf", pdf)
    _lay(folder / f"{name}.sha256", f"{sha256}  {name}.pdf\n".encode())
    _lay(folder / f"{name}.json", told.encode())
    documents.read(document_id, HANDED)


def hand_over_now(document: DocumentFile, by: str) -> bool:
    """Hands over one document while somebody waits, and says whether it is done; never longer than PATIENCE, and never
    a fault.

    What hangs goes on by itself, one at a time, and is logged when it is done. What does not come through waits.
    """
    busy, app = state().folder_busy, current_app._get_current_object()  # type: ignore[attr-defined]
    done: list[bool] = []

    def work() -> None:
        try:
            with app.app_context():
                hand_over(document.stored.tenant, document.id, by=by)
            done.append(True)
        except Exception as error:  # noqa: BLE001 - never in the way of saving
            log.error("hand over: %s: %s", document.id, type(error).__name__)
        finally:
            busy.release()

    if not state().settings.drop_folder or not busy.acquire(timeout=PATIENCE):
        return False
    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return bool(done)


def hand_over_all(since: date | None = None) -> tuple[int, int]:
    """Hands over everything that waits, of every tenant; how many now, and how many still wait. Raises the storage's
    errors.

    With *since* only what was saved on that day, in Swedish time, or later.
    """
    done = waiting = 0
    for tenant in state().store.tenants():
        for document in list(_waiting(tenant)):
            if since and document.changed.astimezone(STOCKHOLM).date() < since:
                continue
            try:
                hand_over(tenant, document.id, by=COMMAND)
                done += 1
            except OSError as error:
                log.error("hand over: %s: %s", document.id, type(error).__name__)
                waiting += 1
    return done, waiting


def _waiting(tenant: str) -> Iterator[StoredDocument]:
    documents, after = Acting(state().store, tenant, COMMAND).documents, None
    while page := documents.listing(STANDING, after=after):
        yield from (document for document in page if _handed_at(documents.events(document.id)) is None)
        after = page[-1].id


def _handed_at(log: Sequence[LogEvent]) -> datetime | None:
    return next((event.at for event in reversed(log) if event.verb == Verb.READ and event.reason == HANDED), None)


def _metadata(document: DocumentFile, file: str, sha256: str) -> dict[str, str | int | None]:
    """What the file is. No names: those stand in the document alone."""
    stored = document.stored
    return {
        "format": 1,
        "form": document.form.id,
        "code": document.form.code,
        "version": document.form.version,
        "document_id": str(document.id),
        "replaces": str(stored.replaces) if stored.replaces else None,
        "saved": stored.changed.isoformat(),
        "tenant": stored.tenant,
        "file": file,
        "sha256": sha256,
    }


def _lay(path: Path, data: bytes) -> None:
    write_whole(path, data, new=READERS, lasting=True)
