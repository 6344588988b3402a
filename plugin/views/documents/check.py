"""Where everybody reads through what has been answered, before it is saved for good."""

from collections.abc import Iterator
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
from ...documents.copies import asked_copy, composed, copies
from ...documents.drop_folder import hand_over_now
from ...documents.effects import end_other
from ...documents.service import Opened, finish, new_once, open_document, posted_once
from ...documents.signing import void_replaced
from ...installation.access import signed_in
from ...storage import Conflict, Locked, OnceReused, Replaced
from ...web.rendering import render, url
from .fill_page import fill_page
from .protected import shown
from .review_page import parts

REPLACED = (
    "En annan ny version av samma handling är redan sparad. Öppna den från Mitt arbete och gör ändringarna där. "
    "Det här utkastet går inte att spara, men du kan kasta det."
)


def check(document_id: UUID) -> ResponseReturnValue:
    """The copies as they will be, and the button that saves; with errors, the form with them pointed out."""
    draft = shown(document_id)
    if not draft.is_draft:
        return redirect(url("document", document_id=document_id), 303)
    try:
        judged = draft.form.schema(draft.context()).load(draft.answers)
    except ValidationError as problem:
        return fill_page(draft, draft.answers, errors=flatten(problem.messages))
    if request.method == "GET":
        return _page(draft, judged)
    return _finish(draft, judged)


def _finish(draft: Opened, judged: dict[str, object]) -> ResponseReturnValue:
    if request.form.get("version") != str(draft.stored.version):
        return _page(draft, judged, refusal=_changed_by(draft))
    answers = draft.form.schema(draft.context()).dump(judged)
    try:
        finish(draft, answers, draft.stored.version, posted_once())
        if draft.stored.replaces or draft.ends:
            saved = open_document(draft.id)
            void_replaced(saved)
            end_other(saved)
        hand_over_now(draft, by=signed_in().subject)
    except Replaced:
        return _page(draft, judged, refusal=REPLACED)
    except Conflict:
        now = open_document(draft.id)
        return _page(now, judged, refusal=_changed_by(now))
    except (Locked, OnceReused):
        pass
    return redirect(url("document", document_id=draft.id, sparat=""), 303)


def _changed_by(draft: Opened) -> str:
    return message("version_changed", namn=draft.saved_by)


def _page(draft: Opened, judged: dict[str, object], *, refusal: str = "") -> ResponseReturnValue:
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
        warnings=list(_warnings(draft, judged, fill)) if copy.audience == "kommun" else [],
        changed=refusal,
        once=new_once(),
    )
    return html, 409 if refusal else 200


def _warnings(draft: Opened, judged: dict[str, object], fill: str) -> Iterator[tuple[str, str]]:
    """What to look at again, each with the address of its question."""
    for path, texts in draft.form.warnings(judged, draft.context()).items():
        for words in texts:
            yield f"{fill}#st-{control_name(path)}", words


def _shown(draft: Opened) -> tuple[Document | None, str]:
    try:
        return composed(draft, asked_copy(draft)), ""
    except ReviewNeeded as refused:
        return None, str(refused)
