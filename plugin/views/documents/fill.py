"""Where a form is filled in: drafts are kept as typed, and judged only when that is asked for."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue

from ....forms import FormDefinition
from ....forms.definition.rows import add_row, remove_row, repeat_at, whole, with_rows
from ....forms.questions.view import control_name
from ...documents.document_file import DocumentFile
from ...documents.merge import merge, take
from ...documents.service import as_file, discard, earlier, move, open_document, save
from ...installation.catalogue import form_now
from ...storage import Conflict, Locked, NotFound, OnceReused
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from .conflicts import clashes_of
from .fill_page import fill_page
from .protected import open_for_page

CHOICE = "val:"
LAST = re.compile(r"(.+)\[([0-9]{1,3})\]")
"""A row that is to go: the path of its rows, and its number."""


def fill(document_id: UUID) -> ResponseReturnValue:
    """The form of a draft. The button pressed says what to do; without one the draft is saved."""
    draft = open_for_page(document_id)
    if not draft.is_draft:
        return (
            _too_late(document_id)
            if request.method == "POST"
            else redirect(url("document", document_id=document_id), 303)
        )
    if request.method == "GET":
        return fill_page(draft, draft.answers, saved="sparat" in request.args)
    return _save(draft, draft.form.page(posted=request.form, context=draft.context).raw)


def throw_away(document_id: UUID) -> ResponseReturnValue:
    """Asks before a draft is destroyed, and destroys it; the button pressed once more leads to the same page."""
    if request.method == "POST":
        try:
            discard(document_id, posted_request_key())
        except Locked:
            return redirect(url("document", document_id=document_id), 303)
        return redirect(url("start"), 303)
    draft = open_document(document_id)
    if not draft.is_draft:
        return redirect(url("document", document_id=document_id), 303)
    return render("stegvis/throw_away.html", title="Kasta utkastet?", draft=draft, request_key=new_request_key())


def move_on(document_id: UUID) -> ResponseReturnValue:
    """Moves a draft to the version of its form whose differences were shown; shows them anew if there is a newer
    still.
    """
    draft = open_document(document_id)
    form = form_now(draft.stored.form)
    if (
        draft.is_draft
        and request.form.get("till") == form.sha256
        and whole(request.form.get("version", "")) == draft.stored.version
    ):
        with suppress(Conflict, Locked, OnceReused):
            move(draft, form, posted_request_key())
    return redirect(url("fill", document_id=document_id), 303)


def _save(draft: DocumentFile, typed: Mapping[str, Any]) -> ResponseReturnValue:
    action, _, where = request.form.get("gor", "spara").partition(":")
    raw = dict(typed)
    version = whole(request.form.get("version", ""))
    before = before_page(draft, version)
    if chosen := [
        name.removeprefix(CHOICE) for name, value in request.form.items() if name.startswith(CHOICE) and value
    ]:
        raw = take(draft.form, raw, before, chosen)
    anchor = ""
    if action in ("lagg-till", "ta-bort"):
        raw, anchor = pressed_rows(draft.form, raw, action, where)
    try:
        saved = save(draft, before, raw, version, posted_request_key())
    except Conflict as conflict:
        return _merge(draft, before, raw, as_file(conflict.current))
    except (Locked, OnceReused):
        return _too_late(draft.id)
    if action == "kontrollera":
        return _check(as_file(saved))
    asked = {"sparat": ""} if not anchor else {}
    return redirect(url("fill", document_id=draft.id, _anchor=anchor or None, **asked), 303)


def _too_late(document_id: UUID) -> ResponseReturnValue:
    """To the document, which somebody has saved for good; there it is said that the last changes are not in it."""
    return redirect(url("document", document_id=document_id, for_sent=""), 303)


def _check(draft: DocumentFile) -> ResponseReturnValue:
    errors = draft.form.schema(draft.context).validate(draft.answers)
    if errors:
        return fill_page(draft, draft.answers, errors=errors)
    return redirect(url("check", document_id=draft.id), 303)


def _merge(
    draft: DocumentFile, before: Mapping[str, Any], mine: Mapping[str, Any], theirs: DocumentFile
) -> ResponseReturnValue:
    """The page again, with both people's changes in it; nothing is saved before they have been read."""
    if not theirs.is_draft:
        return _too_late(draft.id)
    merged = merge(theirs.form, before, mine, theirs.answers)
    return fill_page(theirs, merged.raw, clashes=clashes_of(theirs.form, merged, theirs.answers, theirs.saved_by))


def pressed_rows(form: FormDefinition, raw: Mapping[str, Any], action: str, where: str) -> tuple[dict[str, Any], str]:
    """The raw answers with a row more or less, and where on the page to go on."""
    last = LAST.fullmatch(where) if action == "ta-bort" else None
    path = last[1] if last else where
    repeat = repeat_at(form, path)
    if repeat is None or (action == "ta-bort" and last is None):
        return dict(raw), ""
    place = control_name(path)
    given = whole(request.form.get(f"{place}-antal", ""))
    raw = with_rows(form, raw, path, given)
    if last:
        return remove_row(form, raw, path, int(last[2])), f"st-{place}"
    first = next(question.name for question in repeat.asked if question.answered)
    return add_row(form, raw, path), f"st-{place}-{given}-{first}"


def before_page(draft: DocumentFile, version: int) -> dict[str, Any]:
    """The answers that the page was made from; none when it does not say or that is too long ago, so that nothing
    is taken for unchanged.
    """
    if version == draft.stored.version:
        return draft.answers
    try:
        return earlier(draft, version) if 0 < version < draft.stored.version else {}
    except NotFound:
        return {}
