"""Documents as pages and files use them: opened, begun, saved. The store's errors go through to the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from marshmallow import ValidationError

from ...forms import FormDefinition, Letterhead
from ...schemas.schema import flatten
from ..installation.access import signed_in
from ..installation.acting import acting
from ..installation.catalogue import form_then, parts_now
from ..installation.state import state
from ..storage import Conflict, Finish, NotFound, OnceReused, OpenedDocument, Payload, State, StoredDocument
from ..storage.ids import new_request_key
from .context import make_context
from .digest import digest
from .document_file import DocumentFile
from .kept_letterheads import kept_letterhead, to_keep
from .prefill import begin, follow
from .renewal import renew

READ_IN = "Inläst från en ifylld blankett"
Errors = Mapping[str, list[str]]


def open_document(document_id: UUID, reason: str = "", *, compared: bool = False) -> DocumentFile:
    """The document, and an event that it was read; *compared*, to be composed, with its
    log and what it replaces. Raises the store's
    NotFound.
    """
    return as_file(acting().documents.open(document_id, reason, logged=compared, compared=compared))


def as_file(opened: OpenedDocument | StoredDocument) -> DocumentFile:
    """What was read, ready to use."""
    opened = OpenedDocument(document=opened) if isinstance(opened, StoredDocument) else opened
    stored = opened.document
    return DocumentFile(opened, form_then(stored.definition_sha256), make_context(), _letterhead(stored))


def _letterhead(stored: StoredDocument) -> Letterhead | None:
    saved_under = (stored.payload or {}).get("letterhead") if stored.state != State.UTKAST else None
    return kept_letterhead(str(saved_under)) if saved_under else None


def start(form: FormDefinition, request_key: str, known: Mapping[str, Any] | None = None) -> StoredDocument:
    """A new draft of the form, with what is known already filled in, and *known* by term; the one that this key began,
    if that is still there.
    """
    return _started(form, begin(form, make_context(), signed_in(), known), request_key, nameless=form.nameless)


def start_in_case(
    form: FormDefinition, case_id: UUID, known: Mapping[str, Any], sources: Mapping[str, Any], request_key: str
) -> StoredDocument:
    """A new draft in a case, with what the case knows; *sources* say where each answer came from."""
    begun = begin(form, make_context(), signed_in(), known)
    return _started(form, begun, request_key, sources=sources, case_id=case_id)


def start_with(form: FormDefinition, raw: Mapping[str, Any], request_key: str) -> StoredDocument:
    """A new draft with the answers of a filled blank; with other answers it is one more."""
    filled = follow(form, make_context(), raw, raw)
    return _started(form, filled, request_key, reason=READ_IN, nameless=form.nameless)


def start_ending(
    form: FormDefinition, raw: Mapping[str, Any], other: StoredDocument, request_key: str
) -> StoredDocument:
    """A new draft about another document, in the same case, with what is known of it."""
    begun = {**begin(form, make_context(), signed_in()), **raw}
    return _started(form, begun, request_key, ends=other.id, case_id=other.case_id)


def _started(
    form: FormDefinition,
    answers: Mapping[str, Any],
    request_key: str,
    *,
    ends: UUID | None = None,
    sources: Mapping[str, Any] | None = None,
    nameless: bool = False,
    **more: Any,
) -> StoredDocument:
    """The draft that the key began, or a new one when the key did something else or its draft is gone."""
    state().store.put_definition(form.sha256, form.snapshot())
    content, documents = _payload(answers, ends, sources, nameless=nameless), acting().documents
    more |= {"nameless": nameless}
    try:
        return documents.start(form.id, form.sha256, content, request_key, **more)
    except Conflict as begun:  # on another day, or with other settings, a form begins with other answers
        if begun.current.form == form.id and ends is None and not more.get("reason") and not more.get("case_id"):
            return begun.current
    except (OnceReused, NotFound):
        pass  # the key began another form, or a draft that has been thrown away
    return documents.start(form.id, form.sha256, content, new_request_key(), **more)


def save(
    draft: DocumentFile, before: Mapping[str, Any], raw: Mapping[str, Any], version: int, request_key: str
) -> StoredDocument:
    """The draft with other answers, as typed; *before* are those of *version*, which they were made from.

    Raises the store's Conflict, Locked and OnceReused.
    """
    filled = follow(draft.form, draft.context, before, raw)
    return acting().documents.save(draft.id, version, _content(draft, filled), request_key)


def move(draft: DocumentFile, form: FormDefinition, request_key: str) -> StoredDocument:
    """The draft with the same answers in another version of its form. Raises as `save`."""
    state().store.put_definition(form.sha256, form.snapshot())
    asked = {name: answer for name, answer in draft.answers.items() if name in {q.name for q in form.answerable}}
    return acting().documents.save(draft.id, draft.stored.version, _content(draft, asked), request_key, form.sha256)


@dataclass(frozen=True)
class Finished:
    """What came of saving for good: the document as it was read, and why it was not saved, if it was not."""

    draft: DocumentFile
    saved: bool
    errors: Errors = field(default_factory=dict)

    @property
    def is_stale(self) -> bool:
        """Whether somebody had saved the draft since the page was read."""
        return self.draft.is_draft and not self.saved and not self.errors


def finish(document_id: UUID, version: str, request_key: str) -> Finished:
    """The draft saved for good, if it is still at *version* and its answers hold: one transaction does
    it all.

    Raises the store's Conflict, Replaced, OnceReused and NotFound.
    """
    errors: dict[str, list[str]] = {}

    def judge(opened: OpenedDocument) -> Finish | None:
        draft = as_file(opened)
        schema = draft.form.schema(draft.context)
        try:
            judged = schema.load(draft.answers)
        except ValidationError as problem:
            errors.update(flatten(problem.messages))
            return None
        return _finish(draft, schema.dump(judged)) if version == str(draft.stored.version) else None

    opened, done = acting().documents.finish(document_id, judge, request_key)
    return Finished(as_file(opened), done is not None, errors)


def _finish(draft: DocumentFile, answers: Mapping[str, Any]) -> Finish:
    sha256, canonical = to_keep(state().letterhead)
    content = {**_payload(answers, draft.ends, nameless=draft.form.nameless), "letterhead": sha256}
    told = digest(draft.form, answers, draft.ends, draft.context, parts_now()) if draft.stored.case_id else None
    return Finish(payload=content, digest=told, kept={sha256: canonical})


def earlier(draft: DocumentFile, version: int) -> dict[str, Any]:
    """The raw answers of an earlier version. Raises the store's NotFound."""
    return dict(acting().documents.revision(draft.id, version)["answers"])


def discard(document_id: UUID, request_key: str) -> None:
    """The draft is destroyed, if this key has not done it already. Raises the store's Locked and NotFound."""
    try:
        acting().documents.discard(document_id, request_key)
    except OnceReused:
        acting().documents.discard(document_id, new_request_key())


def new_version(document_id: UUID, request_key: str) -> StoredDocument:
    """A new draft with what the saved document told; see `renewed`. Raises the store's Conflict when it has been
    replaced.
    """
    saved = open_document(document_id)
    content = _payload(renew(saved.form, saved.answers, begin(saved.form, make_context(), signed_in())))
    try:
        return acting().documents.renew(document_id, content, request_key)
    except (OnceReused, NotFound):  # the key did something else, or its draft has been thrown away
        return acting().documents.renew(document_id, content, new_request_key())


def _payload(
    answers: Mapping[str, Any],
    ends: UUID | None = None,
    sources: Mapping[str, Any] | None = None,
    *,
    nameless: bool = False,
) -> Payload:
    more = {**({"ends": str(ends)} if ends else {}), **({"sources": dict(sources)} if sources else {})}
    return {"answers": dict(answers), "saved_by": "" if nameless else signed_in().name, **more}


def _content(draft: DocumentFile, answers: Mapping[str, Any]) -> Payload:
    """The draft's payload with other answers."""
    return _payload(answers, draft.ends, draft.sources, nameless=draft.form.nameless)
