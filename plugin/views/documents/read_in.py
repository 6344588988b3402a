"""A filled blank read in: shown on its form, doubts and all, and kept by nobody until it is saved as a draft."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from flask import redirect, request
from flask.typing import ResponseReturnValue

from ....exporters import ExportError
from ....exporters.errors import WrongForm
from ....exporters.reading import MOST_BYTES, Returned, read
from ....forms import FormDefinition
from ...documents.context import make_context
from ...documents.service import start_with
from ...installation.catalogue import form_now, forms_now
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from .fill import pressed_rows
from .fill_page import read_back_page

Doubts = Mapping[str, list[str]]
NO_FILE = "Välj filen som du vill läsa in."
MOST_DOUBTS = 200


def read_in(form_id: str) -> ResponseReturnValue:
    """Asks for the file, then for its answers to be looked through, and begins a draft with what is sent then."""
    form = form_now(form_id)
    if request.method == "GET":
        return _ask(form)
    if "gor" not in request.form:
        return _received(form)
    raw = form.page(posted=request.form, context=make_context()).raw
    action, _, where = request.form["gor"].partition(":")
    if action in ("lagg-till", "ta-bort"):
        raw, _anchor = pressed_rows(form, raw, action, where)
        return read_back_page(form, raw, _carried())
    return redirect(url("fill", document_id=start_with(form, raw, posted_request_key()).id, sparat=""), 303)


def _ask(form: FormDefinition, problem: str = "", other: FormDefinition | None = None) -> ResponseReturnValue:
    html = render(
        "stegvis/read_in.html",
        title="Läs in en ifylld blankett",
        failed=bool(problem),
        form=form,
        problem=problem,
        other=other,
        megabytes=MOST_BYTES // 1_000_000,
        request_key=new_request_key(),
    )
    return html, 422 if problem else 200


def _received(form: FormDefinition) -> ResponseReturnValue:
    """The answers in the file that was sent; the file itself is gone with the request."""
    sent = request.files.get("fil")
    if sent is None or not sent.filename:
        return _ask(form, NO_FILE)
    context = make_context()
    try:
        returned = read(form, sent.read(MOST_BYTES + 1), context)
    except WrongForm as wrong:
        other = next((one for one in forms_now() if one.code == wrong.found), None)
        return _ask(form, str(wrong), other)
    except ExportError as problem:
        return _ask(form, str(problem))
    return read_back_page(form, returned.raw, _to_check(form, returned))


def _to_check(form: FormDefinition, returned: Returned) -> dict[str, list[str]]:
    """The doubts, and what the judge says of the answers there are; that others are missing is told when it is
    asked for.
    """
    found = {path: list(texts) for path, texts in returned.doubts.items()}
    for path, texts in form.schema(make_context()).validate(returned.raw).items():
        if _answered(returned.raw, path):
            found.setdefault(path, []).extend(texts)
    return found


def _answered(raw: Any, path: str) -> bool:
    for step in _steps(path):
        if isinstance(raw, list) and step.isdigit():
            raw = raw[int(step)] if int(step) < len(raw) else None
        else:
            raw = raw.get(step) if isinstance(raw, Mapping) else None
    return raw not in (None, "", [], {})


def _steps(path: str) -> Iterator[str]:
    yield from path.replace("[", ".").replace("]", "").split(".")


def _carried() -> dict[str, list[str]]:
    """The doubts that the page was drawn with; only ever shown, and so not sealed."""
    try:
        found = json.loads(request.form.get("tvivel", "{}"))
    except (ValueError, RecursionError):
        return {}
    pairs = list(found.items())[:MOST_DOUBTS] if isinstance(found, dict) else []
    return {path: [str(text) for text in texts][:MOST_DOUBTS] for path, texts in pairs if isinstance(texts, list)}
