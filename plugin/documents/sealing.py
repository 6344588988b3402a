"""Sealing what has been signed: outside the request, by a command or a worker. What waits is told by the storage
alone.
"""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from flask import current_app

from ...exporters import export
from ...exporters.errors import ReviewNeeded
from ..errors import StegvisError
from ..installation.state import state
from ..signing.errors import BrokenHistory
from ..signing.evidence import with_verifikat
from ..signing.extra import SealError, must_be_installed
from ..signing.state_machine import Status
from ..storage import Acting, Artefact, Conflict, State
from .compose import compose_copy
from .copies import Copy, copies
from .document_file import DocumentFile
from .service import as_file

if TYPE_CHECKING:
    from ..signing.sealing import SealKey

log = logging.getLogger("stegvis")
COMMAND = "stegvis signing seal"
READ, KEPT = "Läst för att förseglas", "Förseglad"
WORDS = (
    "Förseglad elektroniskt av {kommun}. Filen visar om något i den ändras. En utskrift är en kopia, och "
    "förseglingen följer inte med den."
)
MISSING = "Sätt STEGVIS_SEAL_KEY till filen med stämpelns nyckel och certifikat."


def sealed_name(copy: Copy) -> str:
    """The name that the sealed file of a copy is kept under."""
    return f"{copy.audience}-{copy.part}.pdf" if copy.part else f"{copy.audience}.pdf"


def seal_document(tenant: str, document_id: UUID, key: "SealKey", by: str) -> None:
    """Seals every copy of a signed document, and keeps them in one transaction; again it does nothing.

    A copy that needs a review is sealed when it has had one. Raises SealError, BrokenHistory and the storage's errors.
    """
    store = Acting(state().store, tenant, by)
    document = as_file(store.documents.open(document_id, READ, logged=True, compared=True))
    there = store.signatures.files(document_id)
    files = [file for file in _sealed(document, key) if file.name not in there]
    try:
        store.signatures.keep_files(document_id, files, KEPT)
    except Conflict:  # another worker was first
        return


def seal_all(by: str = COMMAND) -> tuple[int, int]:
    """Seals everything that waits, of every tenant; how many now, and how many still wait. Raises SealError without
    a usable key.
    """
    if not state().settings.seal_key:
        raise SealError(MISSING)
    key, done, waiting = _key(), 0, 0
    for tenant in state().store.tenants():
        for document_id in state().store.unsealed(tenant):
            try:
                seal_document(tenant, document_id, key, by)
                done += 1
            except StegvisError as error:
                log.error("seal: %s: %s", document_id, type(error).__name__)
                waiting += 1
    return done, waiting


def seal_soon(reviewed: tuple[str, UUID] | None = None) -> None:
    """Seals what waits in a thread of its own, one at a time; nobody waits for it, and a fault is logged. Nothing
    without a key.

    *reviewed* is a document, by tenant and id, of which one more copy may be handed out now.
    """
    busy, app = state().sealing_busy, current_app._get_current_object()  # type: ignore[attr-defined]
    if not state().settings.seal_key or not busy.acquire(blocking=False):
        return

    def work() -> None:
        try:
            with app.app_context():
                if reviewed:
                    seal_document(*reviewed, _key(), COMMAND)
                while seal_all()[0]:
                    pass
        except Exception as error:  # noqa: BLE001 - what waits is tried again by the command
            log.error("seal: %s", type(error).__name__)
        finally:
            busy.release()

    Thread(target=work, daemon=True).start()


def seal_reviewed(document: DocumentFile) -> None:
    """Seals the copies that have been reviewed since the document was sealed, outside the request; nothing for one
    that is not signed.
    """
    if document.stored.state == State.UNDERTECKNAD:
        seal_soon((document.stored.tenant, document.id))


def _key() -> "SealKey":
    key: SealKey = _sealing().read_key(Path(state().settings.seal_key))
    return key


def _sealing() -> ModuleType:
    must_be_installed()
    from ..signing import sealing  # pyHanko is an extra, and loads slowly

    return sealing


def _sealed(document: DocumentFile, key: "SealKey") -> Iterator[Artefact]:
    signing, instrument = document.signing, document.instrument
    if signing is None or signing.status != Status.COMPLETED or signing.sha256 != instrument.sha256:
        raise BrokenHistory("seal")
    sealing = _sealing()
    stamper = sealing.time_stamping(state().settings.timestamp_url)
    for copy in copies(document):
        try:
            whole = with_verifikat(compose_copy(document, copy), signing, document.events, instrument)
        except ReviewNeeded:
            continue
        kommun = (document.letterhead or state().letterhead).kommun
        pdf = export(replace(whole, seal=WORDS.format(kommun=kommun)), "pdf")
        data = sealing.seal(pdf, key, timestamper=stamper)
        yield Artefact(name=sealed_name(copy), media_type="application/pdf", data=data)
