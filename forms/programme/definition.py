"""A programme: a way of working, as data. Its steps, what opens them, what falls due, and what is counted."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from ..errors import FormFileError
from ..language.keys import DAY, FLAG, NUMBER, TEXT, WHOLE, WORDS, key, one_of
from .gates import EVENTS, GATE_KINDS, MOMENTS

T = TypeVar("T")
DONE_BY = ("form", "signed", "meetings", "event", "decision", "hand")
UNITS = ("days", "weeks", "months")


@dataclass(frozen=True, kw_only=True)
class Named:
    """One of several things with a name: a phase, a status, an outcome, an activity."""

    id: str = key(TEXT, doc="Nyckeln, i ärendets historia och i export.")
    title: str = key(TEXT, doc="Namnet, så som det står på sidan.")
    about: str = key(TEXT, "", "Vad det betyder.")


@dataclass(frozen=True, kw_only=True)
class Step(Named):
    """One step on the way, and what marks it as done."""

    forms: tuple[str, ...] = key(WORDS, (), "Blanketterna som hör till steget.")
    done_by: str = key(
        one_of(*DONE_BY), "hand", "Vad som gör steget klart: form, signed, meetings, event, decision eller hand."
    )
    what: str = key(TEXT, "", "Vilken blankett, händelse eller vilket beslut som avses i done_by.")
    times: int = key(WHOLE, 1, "Hur många gånger, till exempel möten.")
    optional: bool = key(FLAG, False, "Steget får hoppas över utan skäl.")
    decisions: tuple[str, ...] = key(WORDS, (), "Svaren på beslutet; det första för vidare.")


@dataclass(frozen=True, kw_only=True)
class Gate:
    """What must be there before something is done. *rule* and its parameters are judged here and tried in the
    plugin.
    """

    id: str = key(TEXT, doc="Regelns namn, så att en verksamhet kan byta ut en gemensam regel.")
    before: str = key(TEXT, doc="Vad den står framför: form:ID, step:ID, phase:ID, activity eller close.")
    rule: str = key(one_of(*GATE_KINDS), doc="Vad som krävs.")
    message: str = key(TEXT, doc="Vad som saknas och vad man gör åt det.")
    warn: bool = key(FLAG, False, "Regeln påpekar, men hindrar inte.")
    source: str = key(TEXT, "", "Varifrån regeln kommer.")
    off: bool = key(FLAG, False, "Den gemensamma regeln med samma id gäller inte här.")
    form: str = key(TEXT, "", "Blanketten som regeln gäller.")
    what: str = key(TEXT, "", "Händelsen, beslutet eller uppgiften som regeln gäller.")
    value: str = key(TEXT, "", "Svaret som krävs.")
    least: float = key(NUMBER, 1, "Minsta antal, ålder eller timmar.")
    most: float = key(NUMBER, 0, "Högsta ålder; 0 är ingen gräns.")
    parties: tuple[str, ...] = key(WORDS, (), "Parter som samtycket ska nämna; utan nyckeln räcker ett samtycke.")
    unless: tuple[str, ...] = key(WORDS, (), "Utfall som regeln inte gäller för.")


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Something that falls due: once, or again and again."""

    id: str = key(TEXT, doc="Nyckeln.")
    title: str = key(TEXT, doc="Vad som ska göras, i listan Mitt arbete.")
    form: str = key(TEXT, "", "Blanketten som gör det.")
    event: str = key(TEXT, "", "Händelsen som gör det, när det ingen blankett är.")
    after: str = key(TEXT, "start", "Från när: start, eller step:ID eller phase:ID.")
    days: int = key(WHOLE, 0, "Antal dagar.")
    weeks: int = key(WHOLE, 0, "Antal veckor.")
    months: int = key(WHOLE, 0, "Antal månader.")
    repeat: bool = key(FLAG, False, "Kommer igen efter varje gång.")


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """What the receiver looks at, together with the person; never a ground for refusing by itself."""

    id: str = key(TEXT, doc="Nyckeln.")
    text: str = key(TEXT, doc="Kriteriet.")


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """How many places there are of a kind."""

    id: str = key(TEXT, doc="Nyckeln; en aktivitet med samma nyckel tar en plats.")
    title: str = key(TEXT, doc="Namnet.")
    capacity: int = key(WHOLE, doc="Antal platser.")
    least: int = key(WHOLE, 0, "Minsta antal, för en grupp eller en konsulent; färre påpekas.")
    each: bool = key(FLAG, False, "Antalet gäller varje konsulent för sig.")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A goal of the whole programme: how large a share is to reach one of the outcomes."""

    id: str = key(TEXT, doc="Nyckeln.")
    title: str = key(TEXT, doc="Målet.")
    percent: float = key(NUMBER, 0, "Målvärdet i procent; 0 när underlaget inte säger något.")
    outcomes: tuple[str, ...] = key(WORDS, (), "Utfallen som räknas.")
    months: int = key(WHOLE, 0, "Inom hur många månader; 0 är ingen gräns.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """One authority or group that persons come from, and its units."""

    title: str = key(TEXT, doc="Huvudman eller annan.")
    units: tuple[str, ...] = key(WORDS, (), "Enheterna.")

    @property
    def words(self) -> tuple[str, ...]:
        """What is chosen among and counted: each unit after its authority, or the authority alone."""
        return tuple(f"{self.title}: {unit}" for unit in self.units) or (self.title,)


@dataclass(frozen=True, kw_only=True)
class Partner:
    """One whom the programme works with."""

    title: str = key(TEXT, doc="Namnet.")
    type: str = key(TEXT, "", "Vad det är: myndighet, region, förening, socialt företag …")


LISTS: Mapping[str, type] = {
    "steps": Step,
    "gates": Gate,
    "intervals": Interval,
    "phases": Named,
    "activities": Named,
    "statuses": Named,
    "outcomes": Named,
    "criteria": Criterion,
    "places": Capacity,
    "goals": Goal,
    "sources": Source,
    "partners": Partner,
    "meetings": Named,
}


@dataclass(frozen=True, kw_only=True)
class Programme:
    """One way of working. Without steps it is a record: a name to refer to, and nothing runs in it."""

    id: str = key(TEXT, doc="Nyckeln, i adresser och export; filens namn utan .toml.")
    title: str = key(TEXT, doc="Verksamhetens namn.")
    public_name: str = key(TEXT, "", "Namnet som en arbetsgivare ser. Utan nyckeln: installationens neutrala namn.")
    about: str = key(TEXT, "", "Vad det är, i en eller två meningar.")
    owner: str = key(TEXT, "", "Enheten eller organisationen som driver den.")
    municipality: str = key(TEXT, "", "Kommunen där arbetssättet är beskrivet.")
    evidence: str = key(TEXT, "", "Raderna i domänbeskrivningen som filen bygger på.")
    first_day: date | None = key(DAY, None, "Första dag, om verksamheten har en period.")
    last_day: date | None = key(DAY, None, "Sista dag.")
    target_group: str = key(TEXT, "", "Vilka den är till för.")
    priority_groups: tuple[str, ...] = key(
        WORDS, (), "Grupper som har förtur i kön. Ingen nekas för att hen inte hör dit."
    )
    staff: tuple[str, ...] = key(WORDS, (), "Roller som arbetar i den.")
    values: tuple[str, ...] = key(WORDS, (), "Värdegrund eller rättigheter, att skriva ut för deltagaren.")
    rules: tuple[str, ...] = key(WORDS, (), "Regler i verksamheten.")
    information: str = key(TEXT, "", "Informationsbladet till deltagaren.")
    forms: tuple[str, ...] = key(WORDS, (), "Blanketter som finns i alla steg.")
    participant_after: int = key(WHOLE, 1, "Efter så många genomförda möten räknas personen som deltagare.")
    statuses_sum: bool = key(FLAG, True, "Varje deltagare har precis en status; de summerar till antalet deltagare.")
    outcomes_exclusive: bool = key(FLAG, True, "Bara ett utfall för varje person.")
    anonymous: bool = key(FLAG, False, "Ärenden får föras utan namn (SoL 14 kap. 5 §).")
    counts_by_sex: bool = key(FLAG, False, "Redovisas efter kön.")
    phase_word: str = key(TEXT, "fas", "Vad faserna kallas: fas, steg, trappsteg.")
    open: tuple[str, ...] = key(WORDS, (), "Det som underlaget inte säger, och som verksamheten själv fyller i.")
    steps: tuple[Step, ...] = ()
    gates: tuple[Gate, ...] = ()
    intervals: tuple[Interval, ...] = ()
    phases: tuple[Named, ...] = ()
    activities: tuple[Named, ...] = ()
    statuses: tuple[Named, ...] = ()
    outcomes: tuple[Named, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    places: tuple[Capacity, ...] = ()
    goals: tuple[Goal, ...] = ()
    sources: tuple[Source, ...] = ()
    partners: tuple[Partner, ...] = ()
    meetings: tuple[Named, ...] = ()

    @property
    def runs(self) -> bool:
        """Whether cases can be opened in it."""
        return bool(self.steps)

    @cached_property
    def all_forms(self) -> tuple[str, ...]:
        """Every form that a case in it may use, in the order of the steps."""
        return tuple(dict.fromkeys([*(form for step in self.steps for form in step.forms), *self.forms]))

    def step(self, step_id: str) -> Step | None:
        """The step of that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def called(self, kind: str, item_id: str) -> str:
        """The title of a status, phase, outcome, activity …; the id itself when it is there no more."""
        return next((item.title for item in getattr(self, kind) if item.id == item_id), item_id)


def read_programme(data: Mapping[str, Any], common: tuple[Gate, ...] = ()) -> Programme:
    """The programme that a file's data describe, with the gates that all programmes share.

    Raises FormFileError with the part and the remedy.
    """
    lists: dict[str, tuple[Any, ...]] = {name: _list(data.get(name, []), kind, name) for name, kind in LISTS.items()}
    plain = {name: value for name, value in data.items() if name not in LISTS}
    own = {gate.id for gate in lists["gates"]}
    shared = tuple(gate for gate in common if gate.id not in own)
    lists["gates"] = (*shared, *(gate for gate in lists["gates"] if not gate.off))
    programme = Programme(**{**_values(Programme, plain, ""), **lists})
    _check(programme)
    return programme


def read_gates(data: Any, where: str) -> tuple[Gate, ...]:
    """The gates of a list. Raises FormFileError."""
    return _list(data, Gate, where)


def _list(data: Any, kind: type[T], name: str) -> tuple[T, ...]:
    if not isinstance(data, list):
        raise FormFileError(f"[[{name}]]", f"skriv {name} som en lista av tabeller")
    made = []
    for number, one in enumerate(data, 1):
        where = f"[[{name}]] nummer {number}"
        if not isinstance(one, dict):
            raise FormFileError(where, f"skriv en tabell, inte {one!r}")
        made.append(kind(**_values(kind, one, where)))
    ids = [item.id for item in made if hasattr(item, "id")]
    if twice := next((item for item in ids if ids.count(item) > 1), ""):
        raise FormFileError(f"[[{name}]]", f'id "{twice}" finns två gånger; byt det ena')
    return tuple(made)


@cache
def _keys(kind: type) -> Mapping[str, Field[Any]]:
    return {field.name: field for field in fields(kind) if "shape" in field.metadata}


def _values(kind: type, data: Mapping[str, Any], where: str) -> dict[str, Any]:
    keys, given = _keys(kind), {}
    for name, value in data.items():
        if name not in keys:
            known = ", ".join([*keys, *(LISTS if kind is Programme else ())])
            raise FormFileError(where, f'nyckeln "{name}" finns inte; välj bland {known}')
        try:
            given[name] = keys[name].metadata["shape"].read(value)
        except ValueError as problem:
            raise FormFileError(f"{where}, nyckeln {name}" if where else f"nyckeln {name}", str(problem)) from None
    for name, field in keys.items():
        if name not in given and field.metadata["required"]:
            raise FormFileError(where, f'nyckeln "{name}" saknas; skriv {field.metadata["shape"].words}')
    return given


def _check(programme: Programme) -> None:
    """What one key alone cannot show. Raises FormFileError."""
    steps, phases = {step.id for step in programme.steps}, {phase.id for phase in programme.phases}
    for gate in programme.gates:
        moment, _, name = gate.before.partition(":")
        if moment not in MOMENTS:
            raise FormFileError(
                f'regeln "{gate.id}"', f"skriv before som något av {', '.join(MOMENTS)}, inte {gate.before!r}"
            )
        known = {"step": steps, "phase": phases}.get(moment)
        if known is not None and name not in known:
            raise FormFileError(
                f'regeln "{gate.id}"', f"{gate.before} finns inte; välj bland {', '.join(sorted(known))}"
            )
    for interval in programme.intervals:
        moment, _, name = interval.after.partition(":")
        if moment not in ("start", "step", "phase") or (moment != "start" and name not in steps | phases):
            raise FormFileError(
                f'intervallet "{interval.id}"',
                f"skriv after som start, step:ID eller phase:ID, inte {interval.after!r}",
            )
        if sum(bool(getattr(interval, unit)) for unit in UNITS) != 1:
            raise FormFileError(f'intervallet "{interval.id}"', "skriv days, weeks eller months, en av dem")
    for step in programme.steps:
        if step.done_by != "hand" and step.done_by != "meetings" and not step.what:
            raise FormFileError(f'steget "{step.id}"', f"skriv what; done_by är {step.done_by}")
        if step.done_by == "event" and step.what not in EVENTS:
            raise FormFileError(
                f'steget "{step.id}"', f'händelsen "{step.what}" finns inte; välj bland {", ".join(EVENTS)}'
            )
        if step.done_by == "decision" and not step.decisions:
            raise FormFileError(f'steget "{step.id}"', 'skriv decisions, till exempel ["fortsatter", "avslutar"]')
    known_outcomes = {outcome.id for outcome in programme.outcomes}
    for goal in programme.goals:
        if strange := set(goal.outcomes) - known_outcomes:
            raise FormFileError(
                f'målet "{goal.id}"',
                f'utfallet "{min(strange)}" finns inte; välj bland {", ".join(sorted(known_outcomes))}',
            )
