"""Where everybody reads through what has been answered, before it is saved for good."""

from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from ....exporters import Document
from ....exporters.errors import ReviewNeeded
from ....forms.questions.view import control_name
from ....schemas.messages import message
from ....schemas.phrases import phrase
from ....schemas.schema import flatten
from ...documents.compose import compose_copy
from ...documents.copies import copies
from ...documents.document_file import DocumentFile
from ...documents.drop_folder import hand_over_now
from ...documents.effects import end_other
from ...documents.service import finish, open_document
from ...documents.signing import void_replaced
from ...installation.access import signed_in
from ...storage import Conflict, Locked, OnceReused, Replaced
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from .fill_page import fill_page
from .protected import open_for_page
from .requested_copy import asked_copy
from .review_page import parts

REPLACED = (
    "En annan ny version av samma handling är redan sparad. Öppna den från Mitt arbete och gör ändringarna där. "
    "Det här utkastet går inte att spara, men du kan kasta det."
)


def check(document_id: UUID) -> ResponseReturnValue:
    """The copies as they will be, and the button that saves; with errors, the form with them pointed out."""
    if request.method == "POST":
        return _finish(document_id)
    draft = open_for_page(document_id, compared=True)
    if not draft.is_draft:
        return redirect(url("document", document_id=document_id), 303)
    try:
        draft.form.schema(draft.context).load(draft.answers)
    except ValidationError as problem:
        return fill_page(draft, draft.answers, errors=flatten(problem.messages))
    return _page(draft)


def _finish(document_id: UUID) -> ResponseReturnValue:
    then = redirect(url("document", document_id=document_id, sparat=""), 303)
    try:
        done = finish(document_id, request.form.get("version", ""), posted_request_key())
    except Replaced:
        return _again(document_id, REPLACED)
    except (Conflict, Locked, OnceReused):
        return then
    if done.errors:
        return fill_page(done.draft, done.draft.answers, errors=done.errors)
    if done.is_stale:
        return _again(document_id, _changed_by(done.draft))
    if not done.saved:
        return redirect(url("document", document_id=document_id), 303)
    if done.draft.stored.replaces or done.draft.ends:
        saved = open_document(document_id)
        with suppress(Locked, OnceReused):  # what follows has followed already
            void_replaced(saved)
            end_other(saved)
    hand_over_now(done.draft, by=signed_in().subject)
    return then


def _again(document_id: UUID, refusal: str) -> ResponseReturnValue:
    """The page with what somebody else has saved; if that does not hold, the form with what is to be mended."""
    draft = open_document(document_id, compared=True)
    try:
        return _page(draft, refusal=refusal)
    except ValidationError as problem:
        return fill_page(draft, draft.answers, errors=flatten(problem.messages))


def _changed_by(draft: DocumentFile) -> str:
    return message("version_changed", namn=draft.saved_by)


def _page(draft: DocumentFile, *, refusal: str = "") -> ResponseReturnValue:
    copy = asked_copy(draft)
    fill = url("fill", document_id=draft.id)
    shown, refused = _shown(draft)
    html = render(
        "stegvis/check.html",
        title=phrase("page_check_title"),
        draft=draft,
        copy=copy,
        copies=copies(draft),
        sections=list(parts(shown, draft.form, fill)) if shown else [],
        shown=shown,
        refused=refused,
        warnings=list(_warnings(draft, fill)) if copy.audience == "kommun" else [],
        changed=refusal,
        request_key=new_request_key(),
    )
    return html, 409 if refusal else 200


def _warnings(draft: DocumentFile, fill: str) -> Iterator[tuple[str, str]]:
    """What to look at again, each with the address of its question."""
    judged = draft.form.schema(draft.context).load(draft.answers)
    for path, texts in draft.form.warnings(judged, draft.context).items():
        for words in texts:
            yield f"{fill}#st-{control_name(path)}", words


def _shown(draft: DocumentFile) -> tuple[Document | None, str]:
    try:
        return compose_copy(draft, asked_copy(draft)), ""
    except ReviewNeeded as refused:
        return None, str(refused)
