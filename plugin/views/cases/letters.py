"""Papers that a case makes: the overview of modules, and the letter that calls somebody to a meeting."""

from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from ....exporters import Document, fragment
from ....forms.loading.small_forms import register_form
from ...cases.letters import letter
from ...cases.modules import STEPS, modules, rows
from ...cases.registers import REGISTERS, everything
from ...cases.service import begin_form
from ...documents.context import make_context
from ...installation.catalogue import form_now
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from ..documents.download import file_response
from .case import open_case_page


def case_modules(case_id: UUID) -> ResponseReturnValue:
    """Every module of the newest sheet as a stair, and as the table that says the same."""
    case = open_case_page(case_id)
    found = modules(case)
    if not found:
        raise NotFound
    return render(
        "stegvis/case_modules.html", title="Modulöversikt", case=case, modules=found, areas=_areas(), most=STEPS
    )


def modules_choose(case_id: UUID) -> ResponseReturnValue:
    """Modules of the catalogue, to put on a new module sheet after those that the newest one has."""
    case = open_case_page(case_id)
    form = case.usable("modules")
    if case.stored.closed or not form:
        raise NotFound
    catalogue, there = everything(REGISTERS["modul"]), rows(case)
    chosen = [one for one in catalogue if str(one.entry.id) in request.form.getlist("modul")]
    if request.method == "POST" and chosen:
        more = [
            {**{name: one.entry.payload[name] for name in ("titel", "omrade", "slag")}, "laget": "pagar"}
            for one in chosen
        ]
        draft = begin_form(case, form_now(form), posted_request_key(), {"moduler.rader": [*there, *more]})
        return redirect(url("fill", document_id=draft.id), 303)
    problems = [("st-moduler", "Kryssa i minst en modul.")] if request.method == "POST" else []
    html = render(
        "stegvis/modules_choose.html",
        title="Välj moduler",
        failed=bool(problems),
        case=case,
        areas=_areas(),
        catalogue=catalogue,
        problems=problems,
        there={row.get("titel") for row in there},
        request_key=new_request_key(),
    )
    return html, 422 if problems else 200


def _areas() -> dict[str, str]:
    """The words of the eight areas."""
    return dict(register_form("modul").questions["omrade"].words_of)


def case_letter(case_id: UUID) -> ResponseReturnValue:
    """The letter for the latest call to a meeting, to read, print or fetch."""
    found = _letter(case_id)
    if not isinstance(found, Document):
        return found
    return render("stegvis/case_letter.html", title="Kallelse", case_id=case_id, body=Markup(fragment(found)))


def case_letter_file(case_id: UUID, form: str) -> ResponseReturnValue:
    """The letter as a file."""
    found = _letter(case_id)
    return file_response(found, form) if isinstance(found, Document) else found


def _letter(case_id: UUID) -> Document | ResponseReturnValue:
    case = open_case_page(case_id)
    found = letter(case, make_context())
    if found is None:
        raise NotFound
    return found
