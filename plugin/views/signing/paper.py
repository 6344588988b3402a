"""Signing on paper: the print with a code on each page, and the scan with what the worker certifies."""

from dataclasses import replace
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....exporters.errors import ReviewNeeded
from ....exporters.page_code import PageCode
from ...documents.compose import compose_copy
from ...documents.copies import Copy, copies
from ...documents.document_file import DocumentFile
from ...documents.service import open_document
from ...documents.signing import act
from ...installation.access import signed_in
from ...installation.clock import today
from ...signing import scans, track_paper
from ...signing.errors import BrokenHistory, NotComplete, SigningError
from ...signing.instrument import MARK
from ...signing.state_machine import Signing
from ...signing.track_screen import may_have_deputy
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from ..documents.download import file_response
from ..documents.protected import open_for_page

PRINTED = "Utskriven för underskrift"
MOST_FILES = 20


def paper_print(document_id: UUID) -> ResponseReturnValue:
    """The copy that everybody signs, with the code of this very document, version and words on each page."""
    found, now = _on_paper(document_id)
    copy = _signed_copy(found, now)
    try:
        document = compose_copy(found, copy)
    except ReviewNeeded:
        return redirect(url("review", document_id=document_id, **copy.arguments), 303)
    open_document(document_id, reason=PRINTED)
    return file_response(replace(document, page_code=_code(found, now)), "pdf")


def paper(document_id: UUID) -> ResponseReturnValue:
    """Asks for the scan and what stands on the paper; keeps both when they are whole."""
    found, now = _on_paper(document_id)
    if request.method == "GET":
        return _page(found, now)
    try:
        notes = _register(found, now)
    except BrokenHistory:
        raise
    except NotComplete as refused:
        return _page(found, now, refused=refused)
    except SigningError as refused:
        return _page(found, now, refused=NotComplete("fil", str(refused)))
    if notes:
        return _page(found, now, problems=notes)
    return redirect(url("signing", document_id=document_id), 303)


def _register(found: DocumentFile, now: Signing) -> tuple[str, ...]:
    """Nothing when it is kept; else what is wrong with the scans."""
    files = [sent.read() for sent in request.files.getlist("fil") if sent.filename]
    if not files or len(files) > MOST_FILES:
        raise NotComplete("fil", f"Välj skanningen, en eller flera filer. Högst {MOST_FILES}.")
    pens = track_paper.read_pens(request.form, now.next, today())
    kept = track_paper.scan_files(files, now.number + 1)
    evidence = track_paper.certified(request.form, signed_in().name, kept)
    matched = scans.match(files, _code(found, now))
    if not matched.complete:
        return matched.problems
    act(found, posted_request_key(), lambda now, at, by: track_paper.register(now, pens, evidence, at=at, by=by), kept)
    return ()


def _on_paper(document_id: UUID) -> tuple[DocumentFile, Signing]:
    """The document whose open round is on paper. Raises NotFound for any other."""
    found = open_for_page(document_id, compared=True)
    if found.is_draft or found.signing is None or not found.is_open or found.signing.track != track_paper.TRACK:
        raise NotFound
    return found, found.signing


def _signed_copy(found: DocumentFile, now: Signing) -> Copy:
    """The copy of the one furthest away from the kommun: what it holds, everybody may read."""
    audiences = {party.audience for party in now.parties}
    wanted = next((each for each in ("arbetsgivare", "deltagare") if each in audiences), "kommun")
    return next(copy for copy in copies(found) if copy.audience == wanted)


def _code(found: DocumentFile, now: Signing) -> PageCode:
    return PageCode(found.id, found.stored.version, now.sha256[:MARK])


def _page(
    found: DocumentFile, now: Signing, *, refused: NotComplete | None = None, problems: tuple[str, ...] = ()
) -> ResponseReturnValue:
    told = [(f"st-{refused.path}", str(refused))] if refused else [("st-fil", words) for words in problems]
    html = render(
        "stegvis/paper.html",
        may_have_deputy=may_have_deputy,
        title="Underskrifter på papper",
        failed=bool(told),
        document=found,
        parties=now.next,
        problems=told,
        path=refused.path if refused else "fil" if problems else "",
        sent=request.form,
        today=today().isoformat(),
        certified=track_paper.CERTIFIED,
        signing=now,
        request_key=new_request_key(),
    )
    return html, 422 if told else 200
