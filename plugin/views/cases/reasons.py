"""Why a case or a document about a person with protected data is opened; the reason is kept in the log."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, request
from flask.typing import ResponseReturnValue

from ...cases.service import load
from ...documents.service import open_document
from ...storage.ids import new_request_key
from ...web.given_reasons import unlock
from ...web.rendering import render, url
from ..documents.protected import key

LEAST = 5
"""Signs in a reason that says anything."""


def case_reason(case_id: UUID) -> ResponseReturnValue:
    """Before a case."""

    def given(reason: str) -> UUID:
        load(case_id, reason=reason)
        return case_id

    return _asked("Ärendet", url("case_reason", case_id=case_id), url("case", case_id=case_id), given)


def document_reason(document_id: UUID) -> ResponseReturnValue:
    """Before a document; for one in a case it is the reason for the whole case."""

    def given(reason: str) -> UUID:
        return key(open_document(document_id, reason=reason))

    return _asked(
        "Handlingen", url("document_reason", document_id=document_id), url("document", document_id=document_id), given
    )


def _asked(what: str, where: str, then: str, given: Callable[[str], UUID]) -> ResponseReturnValue:
    reason = " ".join(request.form.get("skal", "").split())
    if len(reason) >= LEAST:
        return unlock(Response(status=303, headers={"Location": then}), given(reason))
    problems = [("st-skal", "Skriv varför du behöver läsa. Några ord räcker.")] if request.method == "POST" else []
    html = render(
        "stegvis/reason.html",
        title="Skyddade personuppgifter",
        failed=bool(problems),
        what=what,
        where=where,
        problems=problems,
        request_key=new_request_key(),
    )
    return html, 422 if problems else 200
