"""The JSON interface's own way of saying no: a problem (RFC 9457) in Swedish, wherever a page would be drawn for
people.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Response, request

ROOT = "/api/v1"
PROBLEM = "application/problem+json"
Errors = Mapping[str, list[str]]


def is_api() -> bool:
    """Whether the request is for the JSON interface, even for an address there that does not exist."""
    name = (request.endpoint or "").rpartition(".")[2]
    return name.startswith("api_") or (
        name == "unknown" and str((request.view_args or {}).get("path")).startswith("api/")
    )


def as_json(value: Any, status: int = 200, media_type: str = "application/json") -> Response:
    """The value as JSON, with å, ä and ö as they are."""
    return Response(json.dumps(value, ensure_ascii=False), status, content_type=media_type)


def problem(status: int, title: str, detail: str, *, code: str = "", errors: Errors | None = None) -> Response:
    """A refusal: what, what to do, and under *errors* each place in what was sent with what to do there."""
    told: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if code:
        told["code"] = code
    if errors is not None:
        told["errors"] = dict(errors)
    return as_json(told, status, PROBLEM)
