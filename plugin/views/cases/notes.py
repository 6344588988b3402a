"""What is done in a case: something noted, a form begun, the case taken over or closed."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....forms import UnknownForm
from ....forms.programme.event_forms import event_form
from ...cases.case_file import CaseFile
from ...cases.gates import Missing, before_form, missing
from ...cases.registers import REGISTERS, RegisterEntry, everything, known
from ...cases.service import begin_form, note
from ...documents.prefill import without_empty
from ...installation.access import signed_in
from ...installation.catalogue import form_now
from ...installation.clock import today
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from ..small_form import small_form_page
from .case import asks_who, open_case_page

MOMENTS: Mapping[str, str] = {"stang": "close", "aktivitet": "activity"}
"""The gate that an event stands before, when it is the same whatever is answered."""


def case_note(case_id: UUID, kind: str) -> ResponseReturnValue:
    """Something noted in the case, asked as a small form; gates before it are tried with what was answered."""
    case = open_case_page(case_id)
    found = everything(REGISTERS["arbetsplats"]) if kind == "arbetsplats" else []
    choices = [("arbetsplats", tuple((str(one.entry.id), one.name) for one in found))] if found else []
    try:
        form = event_form(kind, case.programme, *choices)
    except UnknownForm:
        raise NotFound from None
    if kind.startswith("nytt-arende") or case.stored.closed:
        raise NotFound
    here, back = url("case_note", case_id=case_id, kind=kind), url("case", case_id=case_id)

    def done(answers: Mapping[str, Any]) -> ResponseReturnValue:
        if stopping := tuple(one for one in _before(case, kind, answers) if one.stops):
            return _stopped(case, form.title, stopping)
        event = {"kind": kind, **without_empty(answers)}
        if kind == "arbetsplats":
            event |= _chosen(found, str(answers["arbetsplats"]))
        note(case, [event], posted_request_key(), closed=True if kind == "stang" else None)
        return redirect(back, 303)

    button = form.title if kind == "stang" else "Spara"
    told = missing(case, MOMENTS[kind], today()) if kind in MOMENTS else ()
    return small_form_page(
        form,
        case.programme.title,
        here,
        done,
        button=button,
        back=back,
        raw=_asked_for(case, kind),
        case=case,
        missing=told,
        hint=_not_in_register() if kind == "arbetsplats" else None,
    )


def _not_in_register() -> tuple[str, str, str]:
    return "Finns den inte i listan?", url("entry_new", register="arbetsplats"), "Lägg till den i registret."


def _asked_for(case: CaseFile, kind: str) -> dict[str, str]:
    """What is known beforehand: the step that a link names, and the workplace that was chosen. The address says
    nothing about a person.
    """
    if kind in ("steg", "hoppat", "beslut") and "steg" in request.args:
        return {"steg": request.args["steg"]}
    return {"arbetsplats": case.workplace} if kind in ("kontakt", "studiebesok") and case.workplace else {}


def _chosen(found: Sequence[RegisterEntry], entry_id: str) -> dict[str, Any]:
    """What the event keeps of the chosen workplace, as it is in the register that day. Raises NotFound for one that
    is not there.
    """
    for one in found:
        if str(one.entry.id) == entry_id:
            return {"namn": one.name, "uppgifter": {term: list(told) for term, told in known(one.entry).items()}}
    raise NotFound


def _before(case: CaseFile, kind: str, answers: Mapping[str, Any]) -> tuple[Missing, ...]:
    moment = MOMENTS.get(kind, "")
    if kind == "aktivitet" and answers.get("aktivitet") == "praktik":
        moment = "start"
    if kind == "fas":
        moment = f"phase:{answers.get('fas')}"
    if kind == "steg":
        moment = f"step:{answers.get('steg')}"
    if kind == "stang" and answers.get("skal") in ("kom_aldrig", "flytt"):
        return ()  # who never came has nothing to wind down, and no ending to tell of
    return missing(case, moment, today()) if moment else ()


def case_begin(case_id: UUID, form_id: str) -> ResponseReturnValue:
    """A draft of the form with what the case knows; first what is missing, if anything is."""
    case = open_case_page(case_id)
    form = form_now(form_id)
    if case.stored.closed or (case.anonymous and asks_who(form)):
        raise NotFound
    found = before_form(case, form_id, today())
    told = request.method == "POST" and (not found or "anda" in request.form)
    if any(one.stops for one in found) or not told:
        return _stopped(case, form.title, found, form_id)
    return redirect(url("fill", document_id=begin_form(case, form, posted_request_key()).id), 303)


def _stopped(case: CaseFile, what: str, found: tuple[Missing, ...], form_id: str = "") -> ResponseReturnValue:
    """What is missing, each with where to mend it; what only warns can be walked past."""
    stops = any(one.stops for one in found)
    html = render(
        "stegvis/case_gate.html",
        title=f"{what} kan inte börja än" if stops else what,
        case=case,
        missing=found,
        stops=stops,
        form_id=form_id,
        title_of=lambda name: form_now(name).title,
        kind_title=lambda kind: event_form(kind, case.programme).title,
        request_key=new_request_key(),
    )
    return html, 409 if stops and request.method == "POST" else 200


def case_take(case_id: UUID) -> ResponseReturnValue:
    """The one who is logged in becomes responsible for the case."""
    case = open_case_page(case_id)
    who = signed_in()
    event = {"kind": "ansvarig", "dag": today().isoformat(), "namn": who.name}
    note(
        case,
        [event],
        posted_request_key(),
        payload={**case.stored.payload, "responsible": who.name},
        responsible=who.subject,
    )
    return redirect(url("case", case_id=case_id), 303)
