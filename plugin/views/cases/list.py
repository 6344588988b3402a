"""The cases there are: listed, found, and opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....forms.programme.event_forms import event_form
from ....schemas.phrases import phrase
from ...cases.people import called, is_protected, tokens_to_try
from ...cases.service import open_case, refresh_stale
from ...installation.access import signed_in
from ...installation.acting import acting
from ...installation.catalogue import programme_now, programmes_now
from ...installation.permissions import allowed
from ...storage import StoredCase
from ...storage.ids import new_request_key
from ...web.rendering import render, url
from ...web.request_key import posted_request_key
from ..small_form import small_form_page

MOST = 50
WHICH = {"mina": "Mina", "alla": "Alla öppna", "avslutade": "Avslutade"}


@dataclass(frozen=True)
class CaseRow:
    """One case in a list: what may be shown of it."""

    case: StoredCase
    name: str
    programme: str
    mine: bool

    @property
    def number(self) -> str:
        """The case number."""
        return str(self.case.payload["number"])

    @property
    def responsible(self) -> str:
        """The name of the one who is responsible."""
        return str(self.case.payload.get("responsible") or "")

    @property
    def protected(self) -> bool:
        """Whether a reason is needed to open it."""
        return is_protected(self.case)


def listed(cases: tuple[StoredCase, ...]) -> list[CaseRow]:
    """The cases as lists show them."""
    titles = {programme.id: programme.title for programme in programmes_now()}
    who = signed_in().subject
    return [
        CaseRow(case, called(case), titles.get(case.programme, case.programme), case.responsible == who)
        for case in cases
    ]


def case_list() -> ResponseReturnValue:
    """A page of cases: one's own, all that are open, or those that are closed."""
    which = request.args.get("visa", "mina") if request.args.get("visa") in WHICH else "mina"
    programme = request.args.get("verksamhet", "")
    refresh_stale()
    found = acting().cases.listing(
        closed=which == "avslutade",
        responsible=signed_in().subject if which == "mina" else "",
        programme=programme,
        limit=MOST,
        after=request.args.get("efter", type=UUID),
        before=request.args.get("fore", type=UUID),
        last="sista" in request.args,
    )
    kept = {"visa": which, **({"verksamhet": programme} if programme else {})}
    return render(
        "stegvis/cases.html",
        title=phrase("nav_cases"),
        cases=listed(found),
        which=which,
        choices=WHICH,
        programme=programme,
        programmes=[one for one in programmes_now() if one.runs],
        kept=kept,
        full=len(found) == MOST,
        first=not ({"efter", "fore", "sista"} & set(request.args)),
        may_write=allowed(signed_in(), "case.write"),
        request_key=new_request_key(),
    )


def case_search() -> ResponseReturnValue:
    """Cases by personal number, case number or name, and by nothing else (2001:637, 15 §). What is asked for is
    never in the address.
    """
    text = request.form.get("sok", "").strip()
    found: tuple[StoredCase, ...] = ()
    for tokens in tokens_to_try(text):
        found = acting().cases.search(tokens, limit=MOST)
        if found:
            break
    return render(
        "stegvis/case_search.html",
        title="Sök ärende",
        cases=listed(found),
        asked=text,
        sent=request.method == "POST",
        request_key=new_request_key(),
    )


def case_new() -> ResponseReturnValue:
    """The programmes that a case can be opened in."""
    return render(
        "stegvis/case_new.html", title="Nytt ärende", programmes=[one for one in programmes_now() if one.runs]
    )


def case_open(programme_id: str) -> ResponseReturnValue:
    """The form that opens a case; the first form of the programme is begun from the case."""
    programme = programme_now(programme_id)
    nameless = "utan-namn" in request.args
    if not programme.runs or (nameless and not programme.anonymous):
        raise NotFound
    form = event_form("nytt-arende-utan-namn" if nameless else "nytt-arende", programme)
    where = url("case_open", programme_id=programme_id, **({"utan-namn": 1} if nameless else {}))

    def done(answers: Mapping[str, Any]) -> ResponseReturnValue:
        case = open_case(programme, answers, posted_request_key(), anonymous=nameless)
        return redirect(url("case", case_id=case.id), 303)

    return small_form_page(form, programme.title, where, done, button="Öppna ärendet", back=url("case_new"))
