"""What the cases of a programme come to, in numbers: placements are not persons, and statuses sum to the participants (R17)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .case_file import CaseFile


@dataclass(frozen=True)
class Funnel:
    """How many came in, how many became participants, and how many of those have been in an activity."""

    enquiries: int
    participants: int
    active: int


def funnel(cases: Iterable[CaseFile]) -> Funnel:
    """The funnel of the cases; a participant is one who has come to as many meetings as the programme says."""
    everybody = tuple(cases)
    participants = [case for case in everybody if case.is_participant]
    return Funnel(len(everybody), len(participants), sum(bool(_began(case)) for case in participants))


def placements(cases: Iterable[CaseFile]) -> Counter[str]:
    """Activities begun, by kind: a person may have several."""
    return Counter(activity for case in cases for activity in _began(case))


def statuses(cases: Iterable[CaseFile]) -> Counter[str]:
    """The status of each participant; those that have none are counted as such, so that the sum is the participants."""
    return Counter(case.status or "utan_status" for case in cases if case.is_participant)


def outcomes(cases: Iterable[CaseFile]) -> Counter[tuple[str, str]]:
    """Outcomes by sex: a person with several is counted in each."""
    return Counter((outcome, sex(case)) for case in cases for outcome in told(case))


def clients(cases: Iterable[CaseFile]) -> Counter[str]:
    """Cases by sex."""
    return Counter(sex(case) for case in cases)


def sources(cases: Iterable[CaseFile]) -> Counter[str]:
    """Where the cases came from, on both levels."""
    return Counter(str(event.payload["kalla"]) for case in cases for event in case.noted("oppnad") if event.payload.get("kalla"))


def reached(cases: Iterable[CaseFile], wanted: Iterable[str]) -> tuple[int, int]:
    """How many persons have one of the outcomes, and of how many: the numerator and the denominator of a goal."""
    everybody, wanted = tuple(cases), set(wanted)
    return sum(bool(wanted & set(told(case))) for case in everybody), len(everybody)


def matrix(cases: Iterable[CaseFile]) -> Mapping[str, int]:
    """The sum of each column of a matrix of outcomes that do not exclude each other; rows without a mark count as rows."""
    return Counter(outcome for case in cases for outcome in told(case))


def told(case: CaseFile) -> tuple[str, ...]:
    """The outcomes that the ending tells."""
    found = case.answer("avslut", "utfall") or ()
    noted = [str(event.payload["utfall"]) for event in case.noted("utfall")]
    return tuple(dict.fromkeys([*([found] if isinstance(found, str) else found), *noted]))


def sex(case: CaseFile) -> str:
    """The sex that the person has given for statistics; empty when none is given."""
    opened = next((event.payload.get("kon") for event in case.noted("oppnad") if event.payload.get("kon")), "")
    return str(case.person.get("kon") or opened)


def _began(case: CaseFile) -> list[str]:
    return [str(event.payload["aktivitet"]) for event in case.noted("aktivitet")]
