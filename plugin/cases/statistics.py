"""What the cases of a programme come to, in numbers: placements are not persons, and statuses sum to the
participants (R17).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .case_file import CaseFile
from .gates import birthday


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
    return Counter((outcome, sex(case)) for case in cases for outcome in outcomes_of(case))


def clients(cases: Iterable[CaseFile]) -> Counter[str]:
    """Cases by sex."""
    return Counter(sex(case) for case in cases)


def sources(cases: Iterable[CaseFile]) -> Counter[str]:
    """Where the cases came from, on both levels."""
    return Counter(
        str(event.payload["kalla"]) for case in cases for event in case.noted("oppnad") if event.payload.get("kalla")
    )


def reached(cases: Iterable[CaseFile], wanted: Iterable[str]) -> tuple[int, int]:
    """How many persons have one of the outcomes, and of how many: the numerator and the denominator of a goal."""
    everybody, wanted = tuple(cases), set(wanted)
    return sum(bool(wanted & set(outcomes_of(case))) for case in everybody), len(everybody)


def matrix(cases: Iterable[CaseFile]) -> Mapping[str, int]:
    """The sum of each column of a matrix of outcomes that do not exclude each other; rows without a mark count as
    rows.
    """
    return Counter(outcome for case in cases for outcome in outcomes_of(case))


def unable(cases: Iterable[CaseFile]) -> int:
    """How many participants have not begun any activity."""
    return sum(not _began(case) for case in cases if case.is_participant)


def main_activities(cases: Iterable[CaseFile], last: date) -> Counter[str]:
    """Each participant's activity with the most days until *last*: one for each person (A24)."""
    return Counter(main for case in cases if case.is_participant and (main := _main(case, last)))


def ages(cases: Iterable[CaseFile], day: date) -> Counter[tuple[str, str]]:
    """Participants by age on the day, in the bands of `BANDS`, and by sex; those whose age is not known are counted
    as such.
    """
    return Counter((_band(case, day), sex(case)) for case in cases if case.is_participant)


BANDS = (
    (0, "under 18"),
    (18, "18–24"),
    (25, "25–34"),
    (35, "35–44"),
    (45, "45–54"),
    (55, "55–64"),
    (65, "65 eller äldre"),
)
NO_AGE = "okänd"


def _band(case: CaseFile, day: date) -> str:
    born = birthday(case)
    if born is None:
        return NO_AGE
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return [words for least, words in BANDS if years >= least][-1]


def _main(case: CaseFile, last: date) -> str:
    """The activity with the most days; of two as long the one that began first."""
    days: Counter[str] = Counter()
    begun: dict[str, date] = {}
    for event in case.noted("aktivitet", "aktivitet-slut"):
        activity = str(event.payload["aktivitet"])
        if event.kind == "aktivitet":
            begun[activity] = event.day
            days[activity] += 0
        elif activity in begun:
            days[activity] += (event.day - begun.pop(activity)).days + 1
    for activity, first in begun.items():
        days[activity] += max((last - first).days + 1, 0)
    return max(days, key=lambda activity: days[activity], default="")


def outcomes_of(case: CaseFile) -> tuple[str, ...]:
    """The outcomes that the ending tells."""
    found = case.told("closing", "outcome") or ()
    noted = [str(event.payload["utfall"]) for event in case.noted("utfall")]
    return tuple(dict.fromkeys([*([found] if isinstance(found, str) else found), *noted]))


def sex(case: CaseFile) -> str:
    """The sex that the person has given for statistics; empty when none is given."""
    opened = next((event.payload.get("kon") for event in case.noted("oppnad") if event.payload.get("kon")), "")
    return str(case.person.get("kon") or opened)


def _began(case: CaseFile) -> list[str]:
    return [str(event.payload["aktivitet"]) for event in case.noted("aktivitet")]
