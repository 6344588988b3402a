"""The places that a case takes: at a workplace while an agreement runs, and among the programme's own."""

from collections.abc import Iterator

from ...forms import Programme
from ...forms.programme.definition import Capacity
from ..storage import Stay
from .case_file import CaseFile
from .people import normal


def workplace_place(name: str) -> str:
    """The key of a workplace's places. It goes by the name, as agreements and the register write it."""
    return f"arbetsplats:{normal(name)}"


def programme_place(programme: Programme, place: Capacity, consultant: str = "") -> str:
    """The key of one kind of place in a programme; of one that each consultant has, by the subject of who is
    responsible.
    """
    return f"verksamhet:{programme.id}:{place.id}" + (f":{consultant}" if place.each else "")


def stays(case: CaseFile) -> tuple[Stay, ...]:
    """Every place that the case takes, with its days; none in a closed case."""
    return () if case.stored.closed else (*_workplaces(case), *_places(case))


def _workplaces(case: CaseFile) -> Iterator[Stay]:
    facts = {one.document.id: (one.digest or {}).get("facts", {}) for one in case.saved}
    for one in case.placements:
        name = str(facts.get(one.document_id, {}).get("arbetsplats.namn") or "")
        if one.signed and name:
            yield Stay(place=workplace_place(name), first=one.first, last=one.until)


def _places(case: CaseFile) -> Iterator[Stay]:
    """By the activity of the same id, or else by the case itself while it is open."""
    activities = {activity.id for activity in case.programme.activities}
    begun = {str(event.payload.get("aktivitet")): event.day for event in case.activities}
    for place in case.programme.places:
        first = begun.get(place.id) if place.id in activities else case.opened
        if first is not None:
            yield Stay(place=programme_place(case.programme, place, case.stored.responsible), first=first)
