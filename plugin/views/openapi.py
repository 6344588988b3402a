"""The JSON interface described as OpenAPI 3.1, from the forms that this installation has."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from ...exporters import FORMATS
from ...forms import FormDefinition
from ...schemas.envelopes import ExportEnvelope, ValidateEnvelope, envelope_schema
from ..web.problem_json import PROBLEM

Described = dict[str, Any]

MESSAGES: Described = {
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": "string"}, "minItems": 1},
}
JUDGEMENT: Described = {
    "type": "object",
    "required": ["valid", "errors", "warnings"],
    "additionalProperties": False,
    "properties": {"valid": {"type": "boolean"}, "errors": MESSAGES, "warnings": MESSAGES},
}
REFUSAL: Described = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": MESSAGES,
    },
}
REFUSALS = {
    "400": "Går inte att läsa",
    "401": "Inte inloggad",
    "403": "Saknar behörighet, kommer från en annan webbplats, eller kopian måste granskas av någon först",
    "404": "Blanketten finns inte",
    "413": "För stort",
    "415": "Inte application/json",
    "422": "Svaren, mottagaren eller formatet går inte att använda",
}


def description(forms: Iterable[FormDefinition], root: str) -> Described:
    """The whole description; *root* is the address that the paths begin with."""
    known = tuple(forms)
    paths: Described = {"/openapi.json": {"get": _openapi()}}
    for form in known:
        paths[f"/forms/{form.id}/validate"] = {"post": _validate(form)}
        paths[f"/forms/{form.id}/export"] = {"post": _export(form)}
    schemas = {form.id: form.json_schema() for form in known} | {"judgement": JUDGEMENT, "problem": REFUSAL}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Stegvis",
            "version": version("stegvis"),
            "description": "Svar kontrolleras och blir handlingar. Ingenting sparas.",
        },
        "servers": [{"url": root}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _openapi() -> Described:
    answer = _answer("Den här beskrivningen", {"application/json": {"schema": {"type": "object"}}})
    return {
        "operationId": "openapi",
        "summary": "Beskriver gränssnittet",
        "responses": {"200": answer, **_refusals("401", "403")},
    }


def _validate(form: FormDefinition) -> Described:
    body = envelope_schema(
        ValidateEnvelope, answers={"description": f"Som #/components/schemas/{form.id}; annat räknas upp under errors"}
    )
    return {
        "operationId": f"validate_{form.id}",
        "summary": f"Kontrollerar svar: {form.title}",
        "requestBody": _body(body),
        "responses": {
            "200": _answer("Vad som ska rättas", {"application/json": {"schema": _ref("judgement")}}),
            **_refusals("400", "401", "403", "404", "413", "415"),
        },
    }


def _export(form: FormDefinition) -> Described:
    body = envelope_schema(
        ExportEnvelope,
        answers=_ref(form.id),
        format={"enum": list(FORMATS)},
        audience={"enum": list(form.audiences), "default": "kommun"},
        part={
            "type": ["integer", "null"],
            "minimum": 1,
            "description": "Vilken part kopian är till, med audience part",
        },
    )
    files: Described = {one.media_type.partition(";")[0]: {} for one in FORMATS.values()}
    return {
        "operationId": f"export_{form.id}",
        "summary": f"Skriver en handling: {form.title}",
        "requestBody": _body(body),
        "responses": {"200": _answer("Filen", files), **_refusals(*REFUSALS)},
    }


def _ref(name: str) -> Described:
    return {"$ref": f"#/components/schemas/{name}"}


def _body(schema: Described) -> Described:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _answer(words: str, content: Described) -> Described:
    return {"description": words, "content": content}


def _refusals(*codes: str) -> Described:
    return {code: _answer(REFUSALS[code], {PROBLEM: {"schema": _ref("problem")}}) for code in codes}
