"""Documents as they would be read from a store, without one."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

from stegvis.plugin.documents.document_file import DocumentFile
from stegvis.plugin.signing.events import to_json
from stegvis.plugin.storage import LogEvent, OpenedDocument, State, StoredDocument, Verb
from support.form_examples import CONTEXT, example, form_of

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
NUMBERS = count(1)


def logged(verb, by, reason="", version=1, document_id=None):
    """One row of a document's log."""
    return LogEvent(
        number=next(NUMBERS),
        at=AT,
        by=by,
        verb=Verb(verb),
        document_id=document_id,
        version=version,
        reason=reason,
        person="",
        hash="",
    )


def document_of(name, *, state=State.UTKAST, log=(), signing=(), replaces=None, replaced=None, audiences=(), **changes):
    """The example as a document; *changes* are to its answers, and *replaced* the answers of the version before."""
    form = form_of(name)
    answers = {**example(name), **changes}
    if state != State.UTKAST:
        schema = form.schema(CONTEXT)
        answers = schema.dump(schema.load(answers))
    stored = StoredDocument(
        id=UUID(int=1),
        tenant="namnden",
        form=form.id,
        definition_sha256=form.sha256,
        version=1,
        state=state,
        created=AT,
        created_by="kim",
        changed=AT,
        changed_by="kim",
        replaces=replaces,
        payload={"answers": answers, "saved_by": "Kim Konsulent"},
    )
    opened = OpenedDocument(
        document=stored,
        signing=tuple(map(to_json, signing)),
        log=tuple(log),
        replaced=None if replaced is None else {"answers": replaced},
    )
    return DocumentFile(opened, replace(form, audiences=audiences) if audiences else form, CONTEXT)
