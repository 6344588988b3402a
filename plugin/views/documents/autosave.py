"""A draft saved by the page itself while it is being typed in: the same form, answered as JSON."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from ....forms import FormDefinition
from ....forms.definition.rows import whole
from ...documents.document_file import DocumentFile
from ...documents.merge import merge
from ...documents.service import as_file, open_document, save
from ...storage import Conflict, Locked, OnceReused, StoredDocument
from ...storage.ids import new_request_key
from ...web.problem_json import as_json
from ...web.rendering import swedish
from ...web.request_key import posted_request_key
from .fill import before_page

TOO_LATE = "Handlingen är redan sparad av någon. Kopiera det du nyss skrev innan du lämnar sidan."


def autosave(document_id: UUID) -> ResponseReturnValue:
    """Saves what was typed. 200 with the version the page now stands on; 409 when a colleague has changed the same
    question.
    """
    draft = open_document(document_id)
    if not draft.is_draft:
        return as_json({"text": TOO_LATE}, 410)
    typed = draft.form.page(posted=request.form, context=draft.context).raw
    version = whole(request.form.get("version", ""))
    before = before_page(draft, version)
    try:
        return _saved(save(draft, before, typed, version, posted_request_key()))
    except Conflict as conflict:
        return _merged(as_file(conflict.current), before, typed)
    except (Locked, OnceReused):
        return as_json({"text": TOO_LATE}, 410)


def _merged(theirs: DocumentFile, before: Mapping[str, Any], mine: Mapping[str, Any]) -> ResponseReturnValue:
    """Both people's changes when they are to different questions; else nothing is saved before somebody has chosen."""
    if not theirs.is_draft:
        return as_json({"text": TOO_LATE}, 410)
    merged = merge(theirs.form, before, mine, theirs.answers)
    clash = {
        "text": f"{theirs.saved_by} har ändrat samma svar som du. Spara utkastet för att se båda och välja.",
        "version": None,
    }
    if merged.clashes:
        return as_json(clash, 409)
    try:
        saved = save(theirs, theirs.answers, merged.raw, theirs.stored.version, new_request_key())
    except (Conflict, Locked, OnceReused):
        return as_json(clash, 409)
    return _saved(saved, theirs.saved_by, _values(theirs.form, merged.raw, merged.taken))


def _saved(saved: StoredDocument, by: str = "", changed: Mapping[str, Any] | None = None) -> ResponseReturnValue:
    told = {"version": saved.version, "text": f"Sparat kl. {swedish(saved.changed):%H.%M}."}
    return as_json({**told, **({"changed": changed, "by": by} if changed else {})})


def _values(form: FormDefinition, raw: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """What the controls that the other has changed hold now."""
    page = form.page(raw)
    return {name: control.data for name in names if (control := page.control(name)) is not None}
