"""Acts of signing as pages use them, each in one transaction."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime

from ...forms.language.context import STOCKHOLM
from ..installation.access import signed_in
from ..installation.acting import acting
from ..installation.state import state
from ..signing import state_machine
from ..signing.errors import Closed, SigningError
from ..signing.events import AnyEvent, to_json
from ..signing.instrument import changes
from ..signing.state_machine import Signing, Status
from ..storage import Artefact, Conflict, State
from .document_file import DocumentFile
from .sealing import seal_soon
from .service import open_document

TRIES = 5
"""How often an act is tried again when somebody else acts in the same moment."""
Act = Callable[[Signing, datetime, str], tuple[AnyEvent, ...]]


def begin(
    document: DocumentFile, track: str, request_key: str, *, order: tuple[str, ...] = (), expires: date | None = None
) -> Signing:
    """A round on this track. Raises CannotBegin, and Closed for a document that no longer stands."""
    _must_stand(document)
    events = state_machine.create(
        document.signing,
        document.parties,
        document.instrument.sha256,
        track,
        at=state().clock(),
        by=signed_in().subject,
        order=order,
        expires=expires,
    )
    return _kept(document, document.signing, events, request_key)


def act(document: DocumentFile, request_key: str, do: Act, files: Sequence[Artefact] = ()) -> Signing:
    """Does it, and gives the state after; what somebody else did in the same moment is taken into account first.

    Raises what *do* raises, Closed when nothing has begun, and the store's errors.
    """
    for _ in range(TRIES):
        _must_stand(document)
        now = document.signing
        if now is None:
            raise Closed("Öppna handlingen på nytt. Underskrifterna har inte börjat.")
        at, by = state().clock(), signed_in().subject
        late = state_machine.expire(now, at.astimezone(STOCKHOLM).date(), at=at, by=by)
        events = late or do(now, at, by)
        if not events:
            return now
        try:
            after = _kept(document, now, events, request_key, files)
        except Conflict:
            document = open_document(document.id)
            continue
        if late:
            raise Closed(state_machine.CLOSED[Status.EXPIRED])
        return after
    raise SigningError("Försök igen. Någon annan gjorde något i samma stund.")


def void_replaced(document: DocumentFile) -> None:
    """Ends an open round of the document that this one, just saved, takes the place of; what has changed is told in
    it.
    """
    if document.stored.replaces is None:
        return
    for _ in range(TRIES):
        old = open_document(document.stored.replaces)
        if old.signing is None or old.signing.status not in state_machine.OPEN:
            return
        events = state_machine.void(old.signing, _changes(old, document), at=state().clock(), by=signed_in().subject)
        with suppress(Conflict):  # somebody signed, or opened the page to sign, in the same moment
            _write(old, old.signing, events, f"void-{document.id}", state_after=None)
            return


def _changes(old: DocumentFile, new: DocumentFile) -> tuple[str, ...]:
    try:
        return changes(new.form, old.instrument, new.instrument) or ("Handlingens version",)
    except SigningError:
        return ("Vilka som skriver under",)


def _must_stand(document: DocumentFile) -> None:
    if not document.may_be_signed:
        raise Closed(
            "Läs den nya versionen. Den här gäller inte längre."
            if document.stored.state != State.UNDERTECKNAD
            else state_machine.CLOSED[Status.COMPLETED]
        )


def _kept(
    document: DocumentFile,
    before: Signing | None,
    events: tuple[AnyEvent, ...],
    request_key: str,
    files: Sequence[Artefact] = (),
) -> Signing:
    after = _write(
        document, before, events, request_key, files, state_after=_state(state_machine.after(before, events))
    )
    if after.status == Status.COMPLETED:
        seal_soon()
    return after


def _write(
    document: DocumentFile,
    before: Signing | None,
    events: tuple[AnyEvent, ...],
    request_key: str,
    files: Sequence[Artefact] = (),
    *,
    state_after: State | None,
) -> Signing:
    after = state_machine.after(before, events)
    acting().signatures.add(
        document.id,
        before.number if before else 0,
        after.round,
        [to_json(event) for event in events],
        request_key,
        state_after,
        files,
    )
    return after


def _state(signing: Signing) -> State:
    if signing.status == Status.COMPLETED:
        return State.UNDERTECKNAD
    return State.DELVIS if signing.approved and signing.status in state_machine.OPEN else State.KLAR
