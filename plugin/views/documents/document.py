"""A saved document: read, reviewed, and begun anew."""

from uuid import UUID

from flask import Response, redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import Forbidden, NotFound

from ....exporters import fragment
from ....exporters.errors import ReviewNeeded
from ....exporters.text import section_texts
from ....schemas.phrases import status, status_note
from ...cases.consent_check import unconsented
from ...documents.compose import compose_copy
from ...documents.copies import Copy, copies, own_copy
from ...documents.document_file import DocumentFile
from ...documents.drop_folder import hand_over_now, handing
from ...documents.effects import begin_ending, endings, standing
from ...documents.review import review_reason, writers
from ...documents.sealing import seal_reviewed
from ...documents.service import new_version, open_document
from ...installation.access import signed_in
from ...installation.permissions import allowed
from ...storage import STANDING, Conflict
from ...storage.ids import new_request_key
from ...web.given_reasons import unlock
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from .protected import ask_reason, key, open_for_page
from .requested_copy import asked_copy

AS_TEXT = "Visad som text att kopiera"


def document(document_id: UUID) -> ResponseReturnValue:
    """One copy of a saved document, and what can be done with it."""
    saved = open_document(document_id, compared=True)
    if saved.is_draft:
        return redirect(url("fill", document_id=document_id), 303)
    copy = asked_copy(saved)
    try:
        drawn = compose_copy(saved, copy)
    except ReviewNeeded:
        return redirect(url("review", document_id=document_id, **copy.arguments), 303)
    ask_reason(saved)
    return render(
        "stegvis/document.html",
        title=saved.form.title,
        document=saved,
        copy=copy,
        copies=copies(saved),
        body=Markup(fragment(drawn)),
        texts=section_texts(drawn) if copy.audience == "kommun" else [],
        state_word=status("handling", saved.stored.state),
        state_note=status_note("handling", saved.stored.state, **_signed_by(saved)),
        saved="sparat" in request.args,
        late="for_sent" in request.args,
        handed_now=request.args.get("overlamning", ""),
        handing=handing(saved),
        unconsented=unconsented(saved, copy),
        may_export=allowed(signed_in(), "document.export"),
        may_write=allowed(signed_in(), "document.write"),
        standing=standing(saved),
        endings=endings(saved) if allowed(signed_in(), "document.write") else (),
        may_renew=allowed(signed_in(), "document.write") and saved.stored.state in STANDING,
        request_key=new_request_key(),
    )


def _signed_by(saved: DocumentFile) -> dict[str, int]:
    """How many have signed, of how many."""
    signing = saved.signing
    return {"antal": len(signing.approved), "alla": len(signing.parties)} if signing else {}


def end(document_id: UUID, form_id: str) -> ResponseReturnValue:
    """A draft of the form that ends this document."""
    saved = open_document(document_id)
    for form in endings(saved) if not saved.is_draft else ():
        if form.id == form_id:
            return redirect(url("fill", document_id=begin_ending(saved, form, posted_request_key()).id), 303)
    raise NotFound


def texts(document_id: UUID) -> ResponseReturnValue:
    """The municipality's own copy, a section at a time, to be copied into another system; the log says so."""
    saved = open_for_page(document_id, reason=AS_TEXT, compared=True)
    if saved.is_draft:
        return redirect(url("fill", document_id=document_id), 303)
    found = section_texts(compose_copy(saved, own_copy(saved)))
    return render("stegvis/texts.html", title="Text att kopiera", document=saved, texts=found)


def handed(document_id: UUID) -> ResponseReturnValue:
    """The document is laid in the folder of the other system, again if it has been before."""
    saved = open_document(document_id)
    if saved.is_draft or handing(saved) is None:
        raise NotFound
    done = hand_over_now(saved, by=signed_in().subject)
    return redirect(url("document", document_id=document_id, overlamning="klar" if done else "vantar"), 303)


def review(document_id: UUID) -> ResponseReturnValue:
    """A copy that leaves the kommun about a person with protected data, for somebody who has not written in it to
    review.
    """
    saved = open_document(document_id, compared=True)
    copy = _to_review(saved)
    if copy is None:
        return redirect(url("document", document_id=document_id), 303)
    own = signed_in().subject in writers(saved)
    may = allowed(signed_in(), "document.review") and not own
    body = Markup(fragment(compose_copy(saved, copy, review=signed_in().name))) if may else ""
    return render("stegvis/review.html", title="Granska kopian", document=saved, copy=copy, body=body, own=own)


def reviewed(document_id: UUID) -> ResponseReturnValue:
    """The copy has been reviewed, which the log remembers; refused for everyone who has written in the document."""
    saved = open_document(document_id, compared=True)
    copy = _to_review(saved)
    if copy is None:
        return redirect(url("document", document_id=document_id), 303)
    if signed_in().subject in writers(saved):
        raise Forbidden
    seal_reviewed(open_document(document_id, reason=review_reason(copy)))
    then = url("document", document_id=document_id, **copy.arguments)
    return unlock(Response(status=303, headers={"Location": then}), key(saved))


def _to_review(saved: DocumentFile) -> Copy | None:
    """The copy that the address asks for, if it is one that must be reviewed."""
    copy = asked_copy(saved)
    if saved.is_draft:
        return None
    try:
        compose_copy(saved, copy, review="")
    except ReviewNeeded:
        return copy
    return None


def renew(document_id: UUID) -> ResponseReturnValue:
    """A new draft with what the saved document told, to take its place."""
    try:
        draft = new_version(document_id, posted_request_key())
    except Conflict:
        return redirect(url("document", document_id=document_id), 303)
    return redirect(url("fill", document_id=draft.id), 303)
