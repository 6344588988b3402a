"""Cases as pages use them: opened, read, noted in; what is counted from them is kept up to date."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from werkzeug import exceptions

from ...forms import FormDefinition, Programme
from ...forms.programme.definition import Capacity
from ..documents.service import start, start_in_case
from ..installation.access import signed_in
from ..installation.acting import acting
from ..installation.catalogue import parts_now, programme_now
from ..installation.clock import today
from ..storage import CaseMoved, StoredCase, StoredDocument
from ..storage.ids import new_request_key
from .capacity import programme_place, stays
from .carry_over import carry_over
from .case_file import CaseFile
from .deadlines import deadlines
from .people import tokens
from .queue import waiting

TRIES = 5
BATCHES = 4
PERSON = (
    "fornamn",
    "efternamn",
    "tilltalsnamn",
    "personnummer",
    "fodelsedatum",
    "kon",
    "telefon",
    "epost",
    "adress",
    "skydd",
    "sprak",
    "tolk",
)


def open_case(
    programme: Programme, answers: Mapping[str, Any], request_key: str, *, anonymous: bool = False
) -> StoredCase:
    """A new case with judged answers as they are stored; who opens it is responsible for it."""
    payload = first_payload(answers, anonymous=anonymous)
    who = signed_in()
    event = {"kind": "oppnad", "dag": answers["dag"], **_kept(answers)}
    case = acting().cases.open(
        programme.id,
        {**payload, "responsible": who.name},
        [event],
        request_key=request_key,
        responsible=who.subject,
        tokens=tokens(payload),
    )
    refresh(case.id)
    return case


def first_payload(answers: Mapping[str, Any], *, anonymous: bool = False) -> dict[str, Any]:
    """What a new case's row holds, from judged answers: the person, and the number, made when none was given."""
    person = {} if anonymous else {name: answers[name] for name in PERSON if answers.get(name) not in (None, "", [])}
    number = (
        str(answers.get("arendenummer") or "")
        or f"{answers['dag'][:4]}-{new_request_key()[:8].replace('_', 'A').replace('-', 'B').upper()}"
    )
    grund = answers.get("grund")
    return {
        "person": person,
        "number": number,
        **({"grund": grund} if grund else {}),
        **({"anonymous": True} if anonymous else {}),
    }


def _kept(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Of the opening answers, what is counted and no person."""
    return {name: answers[name] for name in ("kalla", "kon") if answers.get(name)}


def load(case_id: UUID, reason: str = "", *, whole: bool = False) -> CaseFile:
    """The case, with all of its documents if it is to be *whole*, and an event that it was read. Raises werkzeug's
    NotFound.
    """
    stored, events, documents = acting().cases.read(case_id, reason, whole=whole)
    return CaseFile(stored, programme_now(stored.programme), events, documents, parts_now())


def note(
    case: CaseFile,
    events: Sequence[Mapping[str, Any]],
    request_key: str,
    *,
    payload: Mapping[str, Any] | None = None,
    responsible: str | None = None,
    closed: bool | None = None,
) -> None:
    """More noted in the case. What somebody else notes in the same moment stands too: nothing is written over."""
    version = case.stored.version
    for _ in range(TRIES):
        try:
            acting().cases.note(
                case.id,
                version,
                events,
                request_key=request_key,
                payload=payload,
                responsible=responsible,
                closed=closed,
            )
        except CaseMoved as moved:
            version = moved.version
            continue
        refresh(case.id)
        return
    raise exceptions.Conflict


def begin_form(
    case: CaseFile, form: FormDefinition, request_key: str, more: Mapping[str, Any] | None = None
) -> StoredDocument:
    """A draft of the form in the case, with everything the case knows filled in, and *more* by term; of one that is
    beside all cases, beside it.
    """
    if form.beside_cases:
        return start(form, request_key, {"arende.verksamhet": case.programme.title})
    known, sources = carry_over(case, form, today())
    return start_in_case(form, case.id, {**known, **(more or {})}, sources, request_key)


def peek(case_id: UUID) -> CaseFile:
    """The case for the system's own judgement: nobody is shown it, and nothing is logged. Raises werkzeug's
    NotFound without its programme.
    """
    stored, events, documents = acting().cases.peek(case_id)
    return CaseFile(stored, programme_now(stored.programme), events, documents, parts_now())


def refresh(case_id: UUID) -> None:
    """Counts anew what falls due in the case, who it is about, and what it is found by. Nobody is shown anything."""
    try:
        case = peek(case_id)
    except exceptions.NotFound:
        return
    payload = {**case.stored.payload, "person": _person(case), "waiting": waiting(case)}
    acting().cases.refresh(case_id, payload, deadlines(case), tokens(payload), stays(case))


def refresh_stale() -> None:
    """Counts anew in cases where something has happened since, before a list is shown; after much has been brought
    in, some each time.
    """
    for _ in range(BATCHES):
        found = acting().cases.stale()
        for case_id in found:
            refresh(case_id)
        if not found:
            return


def _person(case: CaseFile) -> dict[str, Any]:
    """The person as the newest documents tell; protection is never lost to an older or emptier form."""
    if case.anonymous:
        return {}
    told = {term.partition(".")[2]: fact.value for term, fact in case.facts.items() if term.startswith("deltagare.")}
    return {**case.person, **{name: value for name, value in told.items() if name in PERSON}}


def places_taken(programme: Programme) -> Mapping[str, int]:
    """How many of each kind of the programme's places are taken today; of those that each consultant has, one's own."""
    refresh_stale()
    keys = {programme_place(programme, place, signed_in().subject): place.id for place in programme.places}
    return {keys[key]: number for key, number in acting().cases.taken(list(keys), today()).items()}


def cases_of(programme: Programme) -> Iterator[CaseFile]:
    """Every case of the programme, open and closed, the newest first, for counting: nobody is shown any of them."""
    store, last = acting().cases, None
    while page := store.listing(closed=None, programme=programme.id, after=last, limit=100):
        for stored in page:
            _, events, documents = store.peek(stored.id)
            yield CaseFile(stored, programme, events, documents, parts_now())
        last = page[-1].id


def caseload(case: CaseFile) -> tuple[Capacity, int] | None:
    """How many the one who is responsible has, when that is more or fewer than the programme says; None else."""
    for place in case.programme.places:
        if place.each:
            key = programme_place(case.programme, place, case.stored.responsible)
            number = acting().cases.taken([key], today())[key]
            return None if place.least <= number <= place.capacity else (place, number)
    return None
