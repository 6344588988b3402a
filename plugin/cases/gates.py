"""Gates at run time: one function for each kind in `forms/programme/gates.py`. A gate says what is missing; it
refuses nobody a service.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from ...forms import Gate
from ...schemas.rules.rows import week_hours
from .case_file import CaseFile

Test = Callable[[CaseFile, Gate, date], bool]


@dataclass(frozen=True)
class Missing:
    """What a gate found to be missing, and where to go to mend it: a form or a kind of event, or nowhere."""

    gate: Gate
    form: str = ""
    event: str = ""

    @property
    def stops(self) -> bool:
        """Whether it stops, or only points something out."""
        return not self.gate.warn


def missing(case: CaseFile, before: str, today: date) -> tuple[Missing, ...]:
    """What is missing before *before*: `form:praktikavtal`, `step:mal`, `phase:traning`, `activity`, `start`,
    `close`.
    """
    return _missing(case, {before}, today)


def _missing(case: CaseFile, before: Collection[str], today: date) -> tuple[Missing, ...]:
    found = (gate for gate in case.programme.gates if gate.before in before and not TESTS[gate.rule](case, gate, today))
    return tuple(Missing(gate, *_mend(case, gate)) for gate in found)


def before_form(case: CaseFile, form: str, today: date) -> tuple[Missing, ...]:
    """What is missing before a form is begun: its own gates, those before a form that plays the same part, and those
    of the step it belongs to, if it is of no use outside it.
    """
    steps = [step.id for step in case.programme.steps if form in step.forms and form not in case.programme.forms]
    return (
        *_missing(case, {f"form:{one}" for one in case.alike(form)}, today),
        *(one for step in steps for one in missing(case, f"step:{step}", today)),
    )


def _mend(case: CaseFile, gate: Gate) -> tuple[str, str]:
    mends: Mapping[str, tuple[str, str]] = {
        "consent": (case.form_of("consent"), ""),
        "form": (case.form_for(gate.form), ""),
        "follow_up": (case.form_of("placement_follow_up"), ""),
        "meetings": ("", "mote"),
        "visit": ("", "studiebesok"),
        "event": ("", gate.what),
        "decision": ("", "beslut"),
        "schedule": (case.form_of("schedule"), ""),
        "parties": (case.form_of("plan"), ""),
        "winding_down": ("", "nedtrappning"),
        "hours": (case.form_of("schedule"), ""),
        "signed": (case.form_for(gate.form), ""),
        "fact": (case.form_for(gate.what.partition(".")[0]), ""),
    }
    return mends.get(gate.rule, ("", ""))


def _age(case: CaseFile, gate: Gate, today: date) -> bool:
    born = birthday(case)
    if born is None:
        return True  # nobody is refused for what is not known
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return years >= gate.least and (not gate.most or years <= gate.most)


def birthday(case: CaseFile) -> date | None:
    """When the person was born, as far as the case knows; the number's day may differ from the true one."""
    said = _known(case, "deltagare.fodelsedatum")
    if said:
        return date.fromisoformat(str(said))
    digits = "".join(filter(str.isdigit, str(_known(case, "deltagare.personnummer") or "")))
    if len(digits) != 12:
        return None
    day = int(digits[6:8])
    try:
        return date(int(digits[:4]), int(digits[4:6]), day - 60 if day > 60 else day)
    except ValueError:
        return None  # a reserve number says nothing of a day


def _known(case: CaseFile, term: str) -> Any:
    fact = case.facts.get(term)
    return fact.value if fact else case.person.get(term.partition(".")[2])


def _consent(case: CaseFile, gate: Gate, today: date) -> bool:
    return any(one.valid(today) and all(one.names(party, today) for party in gate.parties) for one in case.consents)


def _meetings(case: CaseFile, gate: Gate, today: date) -> bool:
    return len(case.meetings) >= gate.least


def _form(case: CaseFile, gate: Gate, today: date) -> bool:
    return case.latest_of(gate.form) is not None


def _signed(case: CaseFile, gate: Gate, today: date) -> bool:
    if case.role(gate.form) == "placement_agreement":
        return any(one.signed and one.until >= today for one in case.placements)
    latest = case.latest_of(gate.form)
    return latest is not None and latest.document.state == "undertecknad"


def _event(case: CaseFile, gate: Gate, today: date) -> bool:
    return any(True for _ in case.noted(gate.what))


def _decision(case: CaseFile, gate: Gate, today: date) -> bool:
    made = case.decisions.get(gate.what)
    return made is not None and (not gate.value or made.payload.get("svar") == gate.value)


def _fact(case: CaseFile, gate: Gate, today: date) -> bool:
    form, _, name = gate.what.partition(".")
    answer = case.answer(form, name)
    said = {True: "ja", False: "nej"}.get(answer, answer) if isinstance(answer, bool) else answer
    return said == gate.value if gate.value else said not in (None, "", [])


def _parties(case: CaseFile, gate: Gate, today: date) -> bool:
    return len(case.told("plan", "parties") or ()) >= gate.least


def _hours(case: CaseFile, gate: Gate, today: date) -> bool:
    agreed = [one.hours for one in case.placements if one.until >= today]
    noted = [float(str(event.payload.get("timmar") or 0)) for event in case.activities]
    return max([weekly(case), *agreed, *noted], default=0) >= gate.least


def weekly(case: CaseFile) -> float:
    """Hours a week in the newest schedule."""
    return float(week_hours([_timed(row) for row in _schedule(case)]))


def _schedule(case: CaseFile) -> list[Mapping[str, Any]]:
    found = case.told("schedule", "schedule") or case.told("plan", "schedule") or {}
    return list(found.get("rader", ())) if isinstance(found, Mapping) else list(found)


def _timed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as it was judged: stored times are text."""
    times = {name: time.fromisoformat(row[name]) for name in ("tid_fran", "tid_till")}
    return {**row, **times, "rast": row.get("rast") or 0}


def _has_schedule(case: CaseFile, gate: Gate, today: date) -> bool:
    return bool(_schedule(case)) or any(case.latest(role) for role in ("schedule", "placement_agreement"))


def _follow_up(case: CaseFile, gate: Gate, today: date) -> bool:
    """Only an extension needs it: a new agreement while one is running, or within a month of its end."""
    current = next(
        (one for one in case.placements if one.signed and not one.ended and one.until >= today - timedelta(days=31)),
        None,
    )
    return current is None or current.followed_up(today)


def _visit(case: CaseFile, gate: Gate, today: date) -> bool:
    three = {"deltagare", "arbetsgivare", "konsulent"}
    return any(three <= set(event.payload.get("med", ())) for event in case.noted("studiebesok"))


def _winding_down(case: CaseFile, gate: Gate, today: date) -> bool:
    outcomes = case.told("closing", "outcome") or ()
    if set(outcomes if isinstance(outcomes, list) else [outcomes]) & set(gate.unless):
        return True
    aftercare = case.told("closing", "aftercare") not in (None, "", "inget", "ingen")
    return bool(aftercare or case.told("closing", "winding_down")) or any(True for _ in case.noted("nedtrappning"))


def _step(case: CaseFile, gate: Gate, today: date) -> bool:
    return any(one.past for one in case.steps if one.step.id == gate.what)


TESTS: Mapping[str, Test] = {
    "age": _age,
    "consent": _consent,
    "meetings": _meetings,
    "form": _form,
    "signed": _signed,
    "event": _event,
    "decision": _decision,
    "fact": _fact,
    "parties": _parties,
    "hours": _hours,
    "schedule": _has_schedule,
    "follow_up": _follow_up,
    "visit": _visit,
    "winding_down": _winding_down,
    "step": _step,
}
