"""The JSON interface: judges answers and makes documents of them, and keeps nothing of either."""

from dataclasses import replace
from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from ...exporters import ExportError, compose
from ...exporters.errors import ReviewNeeded
from ...forms import FormDefinition
from ...schemas.envelopes import ExportEnvelope, ValidateEnvelope
from ...schemas.json_text import MOST_BYTES, Unreadable, read_json
from ...schemas.schema import flatten
from ..documents.context import make_context
from ..documents.document_file import words_of
from ..documents.numbering import with_number
from ..installation.catalogue import form_now, forms_now
from ..web.problem_json import as_json, problem
from ..web.rendering import url
from .documents.download import file_response
from .openapi import description

UNREADABLE = ("Anropet går inte att läsa", "Rätta det som står under errors, och skicka igen.")
INVALID = ("Svaren går inte att använda", "Rätta svaren som står under errors, och skicka igen.")
REFUSED = "Handlingen kan inte skrivas"


def api_validate(form_id: str) -> ResponseReturnValue:
    """Whether the answers can be saved, what to correct, and what to look at again."""
    form = form_now(form_id)
    try:
        given = _given(ValidateEnvelope())
    except ValidationError as bad:
        return problem(400, *UNREADABLE, errors=flatten(bad.messages))
    context = make_context()
    try:
        judged = form.schema(context).load(given["answers"])
    except ValidationError as bad:
        return as_json({"valid": False, "errors": flatten(bad.messages), "warnings": {}})
    return as_json({"valid": True, "errors": {}, "warnings": form.warnings(judged, context)})


def api_export(form_id: str) -> ResponseReturnValue:
    """One document as a file; refused for answers that `api_validate` finds something to correct in."""
    form = form_now(form_id)
    try:
        given = _given(ExportEnvelope())
    except ValidationError as bad:
        return problem(400, *UNREADABLE, errors=flatten(bad.messages))
    try:
        return _exported(form, **given)
    except ValidationError as bad:
        return problem(422, *INVALID, errors=flatten(bad.messages))
    except ReviewNeeded as refused:
        return problem(403, REFUSED, str(refused))
    except ExportError as refused:
        return problem(422, REFUSED, str(refused))


def api_openapi() -> ResponseReturnValue:
    """What there is, described as OpenAPI 3.1."""
    return as_json(description(forms_now(), url("api_openapi").removesuffix("/openapi.json")))


def _exported(form: FormDefinition, answers: Any, format: str, audience: str, part: int | None) -> Response:
    context = replace(make_context(), part=part)
    judged = form.schema(context).load(answers)
    if part is not None and (audience != "part" or part > len(judged.get("parter", ()))):
        raise ExportError(f"Ta bort part {part}, eller välj en part som finns. Det hör till audience part.")
    context = replace(context, programme=words_of(answers, "program_id"), case_number=words_of(answers, "arendenummer"))
    return file_response(compose(form, judged, audience, with_number(context, form, judged)), format)


def _given(envelope: ValidateEnvelope) -> dict[str, Any]:
    """What was sent. Raises ValidationError, UnsupportedMediaType and RequestEntityTooLarge."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    data = request.get_data(cache=False)
    if len(data) > MOST_BYTES:
        raise RequestEntityTooLarge
    try:
        found: dict[str, Any] = envelope.load(read_json(data))
    except Unreadable as bad:
        raise ValidationError(str(bad)) from None
    return found
