"""The queue of a programme: who waits for an answer or a place, in which order. Priority moves somebody up, and
shuts nobody out (A02).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from ...forms import Programme
from ..installation.acting import acting
from ..storage import StoredCase
from .case_file import CaseFile

WAITS = "vantar"


@dataclass(frozen=True)
class Waiting:
    """One who waits: the case, since when, and whether it is somebody of a group that goes first."""

    case: StoredCase
    since: date
    first: bool


def waiting(case: CaseFile) -> dict[str, Any] | None:
    """Since when the case waits, and whether it goes first; None when nobody waits in it."""
    answer = case.told("application", "decision")
    begun = any(True for _ in case.noted("kallad", "mote", "steg", "beslut", "aktivitet"))
    if case.stored.closed or (answer != WAITS and (answer or begun)):
        return None
    came = case.told("application", "came") or case.opened.isoformat()
    return {"since": came, "first": case.told("application", "priority") in (True, "ja")}


def queue(programme: Programme) -> list[Waiting]:
    """Everyone who waits in the programme: those that go first, and then in the order they came."""
    return sorted(_waiting(programme), key=lambda one: (not one.first, one.since, one.case.id))


def _waiting(programme: Programme) -> Iterator[Waiting]:
    last = UUID(int=0)
    while page := acting().cases.listing(programme=programme.id, before=last, limit=500):
        for case in page:
            if told := case.payload.get("waiting"):
                yield Waiting(case, date.fromisoformat(told["since"]), bool(told["first"]))
        last = page[0].id
