"""What is sent to the JSON interface: the answers, and what is wanted of them."""

from typing import Any

from marshmallow import Schema, fields, validate

_SAID = {
    "type": "Skicka ett JSON-objekt med nyckeln answers.",
    "unknown": "Ta bort nyckeln. Den finns inte i det här anropet.",
}
_TEXT: dict[str, str | list[Any] | dict[Any, Any]] = {
    "required": "Skicka med ett värde här.",
    "null": "Skicka med ett värde här.",
    "invalid": "Skriv värdet som text.",
}
_PART = "Skriv partens nummer som ett heltal från 1."


class ValidateEnvelope(Schema):
    """Answers to be judged."""

    error_messages = _SAID
    answers = fields.Raw(
        required=True, allow_none=True, error_messages={"required": "Skicka med svaren som ett JSON-objekt."}
    )


class ExportEnvelope(ValidateEnvelope):
    """Answers to make a document of: in which format, for whom, and for which party."""

    format = fields.String(required=True, error_messages=_TEXT)
    audience = fields.String(load_default="kommun", error_messages=_TEXT)
    part = fields.Integer(
        strict=True,
        load_default=None,
        allow_none=True,
        validate=validate.Range(min=1, error=_PART),
        error_messages={"invalid": _PART, "too_large": _PART},
    )


def envelope_schema(kind: type[ValidateEnvelope], **properties: Any) -> dict[str, Any]:
    """JSON Schema of an envelope, with the schemas of its properties."""
    required = [name for name, one in kind().fields.items() if one.required]
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}
