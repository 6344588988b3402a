"""One case: where it stands, what is next and why, and what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask.typing import ResponseReturnValue

from ....forms import FormDefinition, FormError
from ....forms.programme.event_forms import event_form
from ....schemas.phrases import status, status_note
from ...cases.case_file import CaseFile, Noted
from ...cases.deadlines import deadlines, words
from ...cases.gates import Missing, before_form, missing
from ...cases.people import full_name, is_protected
from ...cases.service import caseload, load
from ...documents.context import make_context
from ...errors import ReasonNeeded
from ...installation.access import signed_in
from ...installation.catalogue import form_now, title_of
from ...installation.clock import today
from ...installation.permissions import allowed
from ...storage import CaseDocument
from ...storage.ids import new_request_key
from ...web.given_reasons import is_unlocked
from ...web.rendering import render
from ..answer_words import answer_words

SHOWN = 10
"""Documents and notes on the case's own page; the rest are one click away."""
OWN = {"oppnad": "Ärendet öppnades", "ansvarig": "Ny ansvarig"}
"""What the system notes by itself."""
SUS = {"ja": "Registreras i SUS med namn.", "nej": "Registreras inte i SUS.", "anonym": "Registreras i SUS utan namn."}
"""What the samtycke says of the register SUS."""
HAND = (
    "kallad",
    "mote",
    "arbetsplats",
    "kontakt",
    "studiebesok",
    "aktivitet",
    "aktivitet-slut",
    "fas",
    "beslut",
    "status",
    "utfall",
    "nedtrappning",
    "hallbar",
    "godkand-plats",
    "meddelad",
    "steg",
    "hoppat",
    "anteckning",
    "felaktig",
)


@dataclass(frozen=True)
class Offered:
    """A form that can be begun in the case, and what is missing before it."""

    form: FormDefinition
    missing: tuple[Missing, ...]
    latest: CaseDocument | None

    @property
    def stopped(self) -> bool:
        """Whether something stops it."""
        return any(one.stops for one in self.missing)


def open_case_page(case_id: UUID, *, whole: bool = False) -> CaseFile:
    """The case, to be shown on a page. Raises `ReasonNeeded` for a person with protected data, and the store's
    NotFound.
    """
    case = load(case_id, reason="Öppnat igen efter angivet skäl" if is_unlocked(case_id) else "", whole=whole)
    if is_protected(case.stored) and not is_unlocked(case_id):
        raise ReasonNeeded("case_reason", case_id=case_id)
    return case


def case(case_id: UUID) -> ResponseReturnValue:
    """The case's own page."""
    found = open_case_page(case_id)
    day = today()
    return render(
        "stegvis/case.html",
        title=f"Ärende i {found.programme.title}",
        case=found,
        name=_name(found),
        today=day,
        offered=list(offered(found, day)),
        following=_following(found, day),
        due=[(one, words(one, found.programme)) for one in deadlines(found)],
        notes=case_notes(found)[:SHOWN],
        documents=found.documents[:SHOWN],
        shown=SHOWN,
        kinds=list(kinds(found)),
        title_of=title_of,
        state_word=lambda one: status("handling", one.document.state),
        consents=[(one, _standing("samtycke", one, day)) for one in found.consents],
        placements=[(one, _standing("praktik", one, day)) for one in found.placements],
        closing=missing(found, "close", day),
        may_write=allowed(signed_in(), "case.write") and not found.stored.closed,
        mine=found.stored.responsible == signed_in().subject,
        sus=SUS,
        load=caseload(found),
        request_key=new_request_key(),
        letter=any(True for _ in found.noted("kallad")),
    )


def case_documents(case_id: UUID) -> ResponseReturnValue:
    """Every document in the case."""
    found = open_case_page(case_id, whole=True)
    return render(
        "stegvis/case_documents.html",
        title="Handlingar i ärendet",
        case=found,
        documents=found.documents,
        title_of=title_of,
        state_word=lambda one: status("handling", one.document.state),
    )


def case_history(case_id: UUID) -> ResponseReturnValue:
    """Everything that has been noted in the case."""
    found = open_case_page(case_id)
    return render("stegvis/case_history.html", title="Det som har hänt i ärendet", case=found, notes=case_notes(found))


def offered(case: CaseFile, day: date) -> Iterator[Offered]:
    """The forms of the programme that this case can use, those of the next step first."""
    following = case.next_step
    first = following.step.forms if following else ()
    for form_id in dict.fromkeys([*first, *case.programme.all_forms]):
        try:
            form = form_now(form_id)
        except Exception as problem:
            if isinstance(problem, FormError) or getattr(problem, "code", None):
                continue  # switched off, or not to be used: the list of forms tells why
            raise
        if not (case.anonymous and asks_who(form)):
            yield Offered(form, before_form(case, form_id, day), case.latest_of(form_id))


def asks_who(form: FormDefinition) -> bool:
    """Whether the form cannot be answered without saying who the person is."""
    names = {"deltagare.fornamn", "deltagare.efternamn", "deltagare.namn"}
    return any(question.prefill in names and question.required for question in form.questions.values())


def kinds(case: CaseFile) -> Iterator[tuple[str, str]]:
    """What can be noted in this case, with its title; nothing that the programme has no use for."""
    programme = case.programme
    needs = {
        "fas": programme.phases,
        "status": programme.statuses,
        "utfall": programme.outcomes,
        "beslut": [step for step in programme.steps if step.decisions],
    }
    for kind in HAND:
        if kind not in needs or needs[kind]:
            yield kind, event_form(kind, programme).title


def case_notes(case: CaseFile) -> list[tuple[Any, str, list[tuple[str, str]]]]:
    """What has been noted, newest first: the event, its title, and what was said."""
    return [(event, *in_words(case, Noted(event.payload))) for event in reversed(case.events)]


def in_words(case: CaseFile, noted: Noted) -> tuple[str, list[tuple[str, str]]]:
    """The title of an event, and its answers in words."""
    if noted.kind in OWN:
        return OWN[noted.kind], [("Ansvarig", str(noted.payload["namn"]))] if noted.payload.get("namn") else []
    if noted.kind == "arbetsplats":
        return "Arbetsplatsen valdes", [("Arbetsplats", str(noted.payload["namn"]))]
    form = event_form(noted.kind, case.programme)
    return form.title, answer_words(form, noted.payload, make_context(), without={"dag"})


def _following(case: CaseFile, day: date) -> tuple[Missing, ...]:
    following = case.next_step
    return missing(case, f"step:{following.step.id}", day) if following else ()


def _name(case: CaseFile) -> str:
    return "Utan namn" if case.anonymous else full_name(case.person)


def _standing(group: str, one: Any, day: date) -> tuple[str, str]:
    key = one.status(day)
    shown_day = one.first if key == "planerad" else one.status_day
    return (
        (status(group, key), status_note(group, key, datum=shown_day))
        if key
        else ("Inte underskrivet", "Gäller inte än.")
    )
