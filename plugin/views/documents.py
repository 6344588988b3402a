"""A saved document: read, reviewed, and begun anew."""

from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import Forbidden

from ...exporters import fragment
from ...exporters.errors import ReviewNeeded
from ...schemas.phrases import status, status_note
from ..access import allowed, signed_in
from ..copies import Copy, asked_copy, composed, copies, is_protected, review_reason
from ..documents import new_once, new_version, open_document, posted_once
from ..rendering import render, url
from ..storage import Conflict


def document(document_id: UUID) -> ResponseReturnValue:
    """One copy of a saved document, and what can be done with it."""
    saved = open_document(document_id)
    if saved.is_draft:
        return redirect(url("fill", document_id=document_id), 303)
    copy = asked_copy(saved)
    try:
        body = Markup(fragment(composed(saved, copy)))
    except ReviewNeeded:
        return redirect(url("review", document_id=document_id), 303)
    return render(
        "stegvis/document.html",
        title=saved.form.title,
        document=saved,
        copy=copy,
        copies=copies(saved),
        body=body,
        state_word=status("handling", saved.stored.state),
        state_note=status_note("handling", saved.stored.state),
        saved="sparat" in request.args,
        late="for_sent" in request.args,
        may_write=allowed(signed_in(), "document.write"),
        once=new_once(),
    )


def review(document_id: UUID) -> ResponseReturnValue:
    """The employer's copy of a person with protected data, for somebody else to review before it is handed out."""
    saved = open_document(document_id)
    copy = Copy("arbetsgivare", None, "")
    if saved.is_draft or not is_protected(saved) or copy.audience not in saved.form.audiences:
        return redirect(url("document", document_id=document_id), 303)
    own = saved.stored.changed_by == signed_in().subject
    if request.method == "POST":
        if own:
            raise Forbidden
        open_document(document_id, reason=review_reason())
        return redirect(url("document", document_id=document_id, **copy.arguments), 303)
    body = Markup(fragment(composed(saved, copy, review=signed_in().name)))
    return render("stegvis/review.html", title="Granska kopian", document=saved, body=body, own=own)


def renew(document_id: UUID) -> ResponseReturnValue:
    """A new draft with what the saved document told, to take its place."""
    try:
        draft = new_version(document_id, posted_once())
    except Conflict:
        return redirect(url("document", document_id=document_id), 303)
    return redirect(url("fill", document_id=draft.id), 303)


