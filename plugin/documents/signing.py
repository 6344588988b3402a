"""Signing as pages use it: what a stored document has come to, and acts on it, each in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from ...forms.language.context import STOCKHOLM, Signed
from ...forms.language.words import Ink
from ..installation.access import signed_in
from ..installation.state import state
from ..signing import state_machine
from ..signing.errors import Closed, SigningError
from ..signing.events import AnyEvent, Approved, from_json, to_json
from ..signing.instrument import Instrument, make_instrument
from ..signing.parties import Party, parties
from ..signing.state_machine import Signing, Status
from ..storage import Artefact, Conflict, State
from .service import Opened, open_document

TRIES = 5
"""How often an act is tried again when somebody else acts in the same moment."""
ACTING = (State.KLAR, State.DELVIS)
Act = Callable[[Signing, datetime, str], tuple[AnyEvent, ...]]


@dataclass(frozen=True)
class Signable:
    """A saved document with those who sign it, what they sign, and how far they have come; no *signing* before it
    begins.
    """

    document: Opened
    signing: Signing | None

    @cached_property
    def answers(self) -> dict[str, Any]:
        """The judged answers."""
        return self.document.form.schema(self.document.context()).restore(self.document.answers)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Those who sign. Raises CannotBegin."""
        return parties(self.document.form, self.answers, self.document.context())

    @cached_property
    def instrument(self) -> Instrument:
        """What is signed. Raises CannotBegin."""
        opened = self.document
        return make_instrument(opened.form, self.answers, opened.context(), self.parties, opened.stored.version)

    @property
    def is_open(self) -> bool:
        """Whether somebody may still sign."""
        return (
            self.signing is not None
            and self.signing.status in state_machine.OPEN
            and self.document.stored.state in ACTING
        )


def signable(document: Opened) -> Signable:
    """The document as far as its signing has come. Raises BrokenHistory."""
    return Signable(document, state_machine.replay(_events(document)))


def begin(
    document: Opened, track: str, once: str, *, order: tuple[str, ...] = (), expires: date | None = None
) -> Signing:
    """A round on this track. Raises CannotBegin, and Closed for a document that no longer stands."""
    _must_stand(document)
    found = signable(document)
    events = state_machine.create(
        found.signing,
        found.parties,
        found.instrument.sha256,
        track,
        at=state().clock(),
        by=signed_in().subject,
        order=order,
        expires=expires,
    )
    return _kept(document, found.signing, events, once)


def act(document: Opened, once: str, do: Act, files: Sequence[Artefact] = ()) -> Signing:
    """Does it, and gives the state after; what somebody else did in the same moment is taken into account first.

    Raises what *do* raises, Closed when nothing has begun, and the store's errors.
    """
    for _ in range(TRIES):
        _must_stand(document)
        now = signable(document).signing
        if now is None:
            raise Closed("Öppna handlingen på nytt. Underskrifterna har inte börjat.")
        at, by = state().clock(), signed_in().subject
        late = state_machine.expire(now, at.astimezone(STOCKHOLM).date(), at=at, by=by)
        events = late or do(now, at, by)
        if not events:
            return now
        try:
            after = _kept(document, now, events, once, files)
        except Conflict:
            document = open_document(document.id)
            continue
        if late:
            raise Closed(state_machine.CLOSED[Status.EXPIRED])
        return after
    raise SigningError("Försök igen. Någon annan gjorde något i samma stund.")


def today() -> date:
    """The day in Stockholm."""
    return state().clock().astimezone(STOCKHOLM).date()


def void_replaced(document: Opened) -> None:
    """Ends an open round of the document that this one, just saved, takes the place of; what has changed is told in
    it.
    """
    if document.stored.replaces is None:
        return
    old = signable(open_document(document.stored.replaces))
    if old.signing is None or old.signing.status not in state_machine.OPEN:
        return
    told = _changes(old, signable(document))
    events = state_machine.void(old.signing, told, at=state().clock(), by=signed_in().subject)
    _write(old.document, old.signing, events, f"void-{document.id}", state_after=None)


def signatures(document: Opened) -> tuple[Signed, ...]:
    """The signatures of the document as its copies print them."""
    if document.is_draft:
        return ()
    now = state_machine.replay(_events(document))
    return tuple(map(_signed, now.approved.values())) if now else ()


def _signed(act: Approved) -> Signed:
    drawn = act.evidence.get("ink")
    strokes = tuple(tuple((float(x), float(y)) for x, y in stroke) for stroke in drawn["strokes"]) if drawn else ()
    ink = Ink(strokes, float(drawn["ratio"])) if drawn else None
    return Signed(
        party=act.party, name=act.name, place=act.place, date=act.on, method=act.method, behalf=act.behalf, ink=ink
    )


def _changes(old: Signable, new: Signable) -> tuple[str, ...]:
    from ..signing.instrument import changes

    try:
        return changes(new.document.form, old.instrument, new.instrument) or ("Handlingens version",)
    except SigningError:
        return ("Vilka som skriver under",)


def _events(document: Opened) -> Iterator[AnyEvent]:
    return map(from_json, state().store.signing(document.stored.tenant, document.id))


def _must_stand(document: Opened) -> None:
    if document.stored.state not in ACTING:
        raise Closed(
            "Läs den nya versionen. Den här gäller inte längre."
            if document.stored.state != State.UNDERTECKNAD
            else state_machine.CLOSED[Status.COMPLETED]
        )


def _kept(
    document: Opened, before: Signing | None, events: tuple[AnyEvent, ...], once: str, files: Sequence[Artefact] = ()
) -> Signing:
    after = _write(document, before, events, once, files, state_after=_state(state_machine.after(before, events)))
    if after.status == Status.COMPLETED:
        from .sealing import seal_soon

        seal_soon()
    return after


def _write(
    document: Opened,
    before: Signing | None,
    events: tuple[AnyEvent, ...],
    once: str,
    files: Sequence[Artefact] = (),
    *,
    state_after: State | None,
) -> Signing:
    after = state_machine.after(before, events)
    state().store.add_to_signing(
        document.stored.tenant,
        document.id,
        before.number if before else 0,
        after.round,
        [to_json(event) for event in events],
        by=signed_in().subject,
        once=once,
        state=state_after,
        files=files,
    )
    return after


def _state(signing: Signing) -> State:
    if signing.status == Status.COMPLETED:
        return State.UNDERTECKNAD
    return State.DELVIS if signing.approved and signing.status in state_machine.OPEN else State.KLAR
