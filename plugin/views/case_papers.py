"""Papers that a case makes: the overview of modules, and the letter that calls somebody to a meeting."""

from uuid import UUID

from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ...forms import load_form
from ...forms.kinds.choice import Optioned
from ..cases.case_file import CaseFile
from ..cases.modules import STEPS, modules
from ..cases.people import full_name, is_protected
from ..rendering import render
from ..state import state
from .case import opened_case


def case_modules(case_id: UUID) -> ResponseReturnValue:
    """Every module of the newest sheet as a stair, and as the table that says the same."""
    case = opened_case(case_id)
    if not isinstance(case, CaseFile):
        return case
    found = modules(case)
    if not found:
        raise NotFound
    return render("stegvis/case_modules.html", title="Modulöversikt", case=case, modules=found, areas=_areas(), most=STEPS)


def _areas() -> dict[str, str]:
    """The words of the eight areas."""
    area = dict(load_form("modulblad").walk())["moduler[].omrade"]
    return dict(area.options) if isinstance(area, Optioned) else {}


def case_letter(case_id: UUID) -> ResponseReturnValue:
    """The letter for the latest call to a meeting, to print; the address only of one whose data are not protected."""
    case = opened_case(case_id)
    if not isinstance(case, CaseFile):
        return case
    calls = list(case.noted("kallad"))
    if not calls or case.anonymous:
        raise NotFound
    moment = str(calls[-1].payload["mote_dag"]).replace("T", " ")[:16]
    day, _, hour = moment.partition(" ")
    return render(
        "stegvis/case_letter.html", title="Kallelse", case=case, name=full_name(case.person), day=day, hour=hour.replace(":", "."),
        place=str(calls[-1].payload.get("plats") or ""), address="" if is_protected(case.stored) else str(case.person.get("adress") or ""),
        sender=state().letterhead,
    )  # fmt: skip
