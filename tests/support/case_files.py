"""Cases put together by hand, without storage."""

from datetime import UTC, datetime
from uuid import UUID

from stegvis.forms import load_programme
from stegvis.forms.loading.loader import case_parts
from stegvis.plugin.cases.case_file import CaseFile
from stegvis.plugin.storage import CaseDocument, CaseEvent, State, StoredCase, StoredDocument

OPENED = datetime(2026, 1, 10, 12, tzinfo=UTC)
PERSON = {"fornamn": "Alva", "efternamn": "Testberg", "fodelsedatum": "1970-10-03", "skydd": "nej"}
CASE_ID = UUID(int=1)


def stored_case(person=PERSON, *, programme="stegen", closed=False, number=1, **payload):
    """The row of a case."""
    return StoredCase(
        id=UUID(int=number),
        tenant="Nämnden",
        programme=programme,
        responsible="kim",
        closed=closed,
        version=0,
        opened=OPENED,
        opened_by="kim",
        changed=OPENED,
        stale=False,
        payload={"number": "2026-ABC", "person": dict(person), **payload},
    )


def noted(kind, day, **said):
    """Something that was noted on a day."""
    return {"kind": kind, "dag": day, **said}


def document(form, day, number=1, state=State.KLAR, /, ends=None, facts=(), kinds=(), **told):
    """A document that was saved on a day; *told* are its answers by the terms of the part that the form plays."""
    tells = case_parts()[form].tells
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    return CaseDocument(
        document=StoredDocument(
            id=UUID(int=number),
            tenant="Nämnden",
            form=form,
            definition_sha256="",
            version=1,
            state=state,
            created=at,
            created_by="kim",
            changed=at,
            changed_by="kim",
            case_id=CASE_ID,
        ),
        digest={
            "answers": {tells[term]: answer for term, answer in told.items()},
            "facts": dict(facts),
            "kinds": dict(kinds),
            **({"ends": str(UUID(int=ends))} if ends else {}),
        },
    )


def case_file(programme, *events, documents=(), **more):
    """A case that came in on 10 January 2026; its events are given oldest first and its documents newest first."""
    whole = (noted("oppnad", "2026-01-10"), *events)
    return CaseFile(
        stored_case(programme=programme, **more),
        load_programme(programme),
        tuple(CaseEvent(number=n, at=OPENED, who="kim", payload=one) for n, one in enumerate(whole, 1)),
        tuple(documents),
    )
