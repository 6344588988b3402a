"""Documents as pages and files use them: what is stored, with the form it was asked with."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import request
from werkzeug import exceptions

from ...forms import Context, FormDefinition, Letterhead
from ..installation.access import signed_in
from ..installation.catalogue import form_then, parts_now
from ..installation.state import state
from ..storage import Conflict, NotFound, OnceReused, Payload, State, StoredDocument
from .context import make_context
from .digest import digest as case_digest
from .kept_letterheads import keep, kept
from .prefill import begin, follow
from .renewal import renewed

ONLY_TENANT = "kommunen"
"""Whose documents they are where the host names no nämnd; never a setting, since a changed name would hide them all."""


READ_IN = "Inläst från en ifylld blankett"


@dataclass(frozen=True)
class Opened:
    """A document that this request has read. *answers* are raw in a draft and judged in a saved document."""

    stored: StoredDocument
    form: FormDefinition
    answers: dict[str, Any]
    saved_by: str
    letterhead: Letterhead | None = None
    """The one it was saved under; a draft has the one of today."""

    @property
    def id(self) -> UUID:
        """The document's id."""
        return self.stored.id

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.stored.state == State.UTKAST

    @property
    def ends(self) -> UUID | None:
        """The document that this one is about and may end."""
        other = (self.stored.payload or {}).get("ends")
        return UUID(str(other)) if other else None

    @property
    def sources(self) -> Mapping[str, Any]:
        """Which answers were filled in from the case, by question: the value, and the form and day it came from."""
        found: Mapping[str, Any] = (self.stored.payload or {}).get("sources", {})
        return found

    def context(self, **more: Any) -> Context:
        """What it is judged and printed with: see `make_context`."""
        return make_context(self.stored, self.answers, letterhead=self.letterhead, **more)


def new_once() -> str:
    """A one-time key."""
    return secrets.token_urlsafe(16)


def posted_once() -> str:
    """The one-time key of the page that was sent, or a new one when it has none."""
    return request.form.get("engangsnyckel") or new_once()


def tenant() -> str:
    """Whose documents this request may see: the nämnd of the one who is logged in."""
    return signed_in().tenant or ONLY_TENANT


def opened(stored: StoredDocument) -> Opened:
    """What was stored, ready to use."""
    payload = stored.payload or {}
    saved_under = payload.get("letterhead") if stored.state != State.UTKAST else None
    return Opened(
        stored,
        form_then(stored.definition_sha256),
        dict(payload["answers"]),
        str(payload["saved_by"]),
        kept(str(saved_under)) if saved_under else None,
    )


def open_document(document_id: UUID, reason: str = "") -> Opened:
    """The document, and an event that it was read. Raises werkzeug's NotFound."""
    with _found():
        return opened(state().store.read(tenant(), document_id, by=signed_in().subject, reason=reason))


def start(form: FormDefinition, once: str, known: Mapping[str, Any] | None = None) -> StoredDocument:
    """A new draft of the form, with what is known already filled in, and *known* by term; the one that this key
    began, if that is still there.
    """
    store, who = state().store, signed_in()
    store.put_definition(form.sha256, form.snapshot())
    content = _payload(begin(form, make_context(), who, known), nameless=form.nameless)
    try:
        return store.start_draft(
            tenant(), form.id, form.sha256, content, by=who.subject, once=once, nameless=form.nameless
        )
    except Conflict as begun:  # on another day, or with other settings, a form begins with other answers
        if begun.current.form == form.id:
            return begun.current
    except (OnceReused, NotFound):
        pass  # the key began another form, or a draft that has been thrown away
    return store.start_draft(
        tenant(), form.id, form.sha256, content, by=who.subject, once=new_once(), nameless=form.nameless
    )


def start_in_case(
    form: FormDefinition, case_id: UUID, known: Mapping[str, Any], sources: Mapping[str, Any], once: str
) -> StoredDocument:
    """A new draft in a case, with what the case knows; *sources* say where each answer came from. Pressed again it
    is the same one.
    """
    store, who = state().store, signed_in()
    store.put_definition(form.sha256, form.snapshot())
    begun = begin(form, make_context(), who, known)
    content = _payload(begun, sources=sources)
    try:
        return store.start_draft(tenant(), form.id, form.sha256, content, by=who.subject, once=once, case_id=case_id)
    except (Conflict, OnceReused, NotFound):
        return store.start_draft(
            tenant(), form.id, form.sha256, content, by=who.subject, once=new_once(), case_id=case_id
        )


def start_with(form: FormDefinition, raw: Mapping[str, Any], once: str) -> StoredDocument:
    """A new draft with the answers of a filled blank; sent again it is the same one, and with other answers one
    more.
    """
    store, who = state().store, signed_in()
    store.put_definition(form.sha256, form.snapshot())
    content, quiet = _payload(follow(form, make_context(), raw, raw), nameless=form.nameless), form.nameless
    try:
        return store.start_draft(
            tenant(), form.id, form.sha256, content, by=who.subject, once=once, reason=READ_IN, nameless=quiet
        )
    except (Conflict, OnceReused, NotFound):
        return store.start_draft(
            tenant(), form.id, form.sha256, content, by=who.subject, once=new_once(), reason=READ_IN, nameless=quiet
        )


def start_ending(form: FormDefinition, raw: Mapping[str, Any], other: StoredDocument, once: str) -> StoredDocument:
    """A new draft about another document, in the same case, with what is known of it; pressed again it is the same
    one.
    """
    store, who = state().store, signed_in()
    store.put_definition(form.sha256, form.snapshot())
    content = _payload({**begin(form, make_context(), who), **raw}, other.id)
    case = other.case_id
    try:
        return store.start_draft(tenant(), form.id, form.sha256, content, by=who.subject, once=once, case_id=case)
    except (Conflict, OnceReused, NotFound):
        return store.start_draft(tenant(), form.id, form.sha256, content, by=who.subject, once=new_once(), case_id=case)


def save(draft: Opened, before: Mapping[str, Any], raw: Mapping[str, Any], version: int, once: str) -> StoredDocument:
    """The draft with other answers, as typed; *before* are those of *version*, which they were made from.

    Raises the store's Conflict, Locked and OnceReused.
    """
    filled = follow(draft.form, draft.context(), before, raw)
    with _found():
        return state().store.save_draft(
            tenant(), draft.id, version, _content(draft, filled), by=signed_in().subject, once=once
        )


def move(draft: Opened, form: FormDefinition, once: str) -> StoredDocument:
    """The draft with the same answers in another version of its form. Raises as `save`."""
    store = state().store
    store.put_definition(form.sha256, form.snapshot())
    asked = {name: answer for name, answer in draft.answers.items() if name in {q.name for q in form.answerable}}
    with _found():
        return store.save_draft(
            tenant(),
            draft.id,
            draft.stored.version,
            _content(draft, asked),
            by=signed_in().subject,
            once=once,
            definition_sha256=form.sha256,
        )


def finish(draft: Opened, judged: Mapping[str, Any], version: int, once: str) -> StoredDocument:
    """The draft saved for good with judged answers. Raises as `save`."""
    content = {**_payload(judged, draft.ends, nameless=draft.form.nameless), "letterhead": keep(state().letterhead)}
    in_case = draft.stored.case_id is not None
    told = case_digest(draft.form, judged, draft.ends, draft.context(), parts_now()) if in_case else None
    with _found():
        return state().store.finish(
            tenant(), draft.id, version, content, by=signed_in().subject, once=once, digest=told
        )


def earlier(draft: Opened, version: int) -> dict[str, Any]:
    """The raw answers of an earlier version. Raises werkzeug's NotFound."""
    with _found():
        return dict(state().store.revision(tenant(), draft.id, version, by=signed_in().subject)["answers"])


def discard(document_id: UUID, once: str) -> None:
    """The draft is destroyed, if this key has not done it already. Raises the store's Locked, and werkzeug's
    NotFound.
    """
    with _found():
        try:
            state().store.discard_draft(tenant(), document_id, by=signed_in().subject, once=once)
        except OnceReused:
            state().store.discard_draft(tenant(), document_id, by=signed_in().subject, once=new_once())


def new_version(document_id: UUID, once: str) -> StoredDocument:
    """A new draft with what the saved document told; see `renewed`. Raises the store's Conflict when it has been
    replaced.
    """
    store, saved = state().store, open_document(document_id)
    content = _payload(renewed(saved.form, saved.answers, begin(saved.form, make_context(), signed_in())))
    try:
        return store.new_version(tenant(), document_id, content, by=signed_in().subject, once=once)
    except (OnceReused, NotFound):  # the key did something else, or its draft has been thrown away
        return store.new_version(tenant(), document_id, content, by=signed_in().subject, once=new_once())


def _payload(
    answers: Mapping[str, Any],
    ends: UUID | None = None,
    sources: Mapping[str, Any] | None = None,
    *,
    nameless: bool = False,
) -> Payload:
    more = {**({"ends": str(ends)} if ends else {}), **({"sources": dict(sources)} if sources else {})}
    return {"answers": dict(answers), "saved_by": "" if nameless else signed_in().name, **more}


def _content(draft: Opened, answers: Mapping[str, Any]) -> Payload:
    """The draft's payload with other answers."""
    return _payload(answers, draft.ends, draft.sources, nameless=draft.form.nameless)


@contextmanager
def _found() -> Iterator[None]:
    try:
        yield
    except NotFound as error:
        raise exceptions.NotFound from error
