"""Conditions of a form file (`show_if`, `required_if`, `when`): read once, then asked of the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from ...schemas.errors import ValueProblem
from ...schemas.values import dates, personnummer
from .context import Context

Answers: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition looks: the row's own answers first, then the whole form's, and the Context."""

    answers: Answers
    context: Context
    row: Answers | None = None

    def value(self, name: str) -> Any:
        """The answer of the nearest question called *name*, `""` when nobody has answered."""
        found = self.row.get(name) if self.row is not None and name in self.row else self.answers.get(name)
        return "" if found is None else found

    def inside(self, row: Answers) -> "Scope":
        """The same form seen from one of its rows. What the row asks without an answer stands in it as None."""
        return Scope(self.answers, self.context, row)


def plain(value: Any) -> Any:
    """Yes and no as the words that form files use."""
    return {True: "ja", False: "nej"}[value] if isinstance(value, bool) else value


@dataclass(frozen=True, slots=True)
class Is:
    """One question (or, with *of_context*, one Context field) has one of the given values."""

    name: str
    values: tuple[Any, ...]
    of_context: bool = False

    def holds(self, scope: Scope) -> bool:
        found = getattr(scope.context, self.name) if self.of_context else scope.value(self.name)
        return found in self.values or plain(found) in self.values


@dataclass(frozen=True, slots=True)
class Has:
    """A list answer holds the given option."""

    name: str
    value: str

    def holds(self, scope: Scope) -> bool:
        found = scope.value(self.name)
        return isinstance(found, (list, tuple)) and self.value in found


@dataclass(frozen=True, slots=True)
class Answered:
    """The question has been answered, or has not."""

    name: str
    wanted: bool

    def holds(self, scope: Scope) -> bool:
        return (scope.value(self.name) not in ("", [], {}, (), False)) is self.wanted


@dataclass(frozen=True, slots=True)
class AgeBelow:
    """The person born on the date, or with the personnummer, of the question is younger than *years* today."""

    name: str
    years: int

    def holds(self, scope: Scope) -> bool:
        born = born_on(scope.value(self.name), scope.context.today)
        return born is not None and dates.age(born, scope.context.today) < self.years


@dataclass(frozen=True, slots=True)
class Born:
    """The answer tells a day of birth, or does not, as some reservnummer do not."""

    name: str
    told: bool

    def holds(self, scope: Scope) -> bool:
        return (born_on(scope.value(self.name), scope.context.today) is not None) is self.told


@dataclass(frozen=True, slots=True)
class Combined:
    """All or any of several conditions."""

    every: bool
    conditions: tuple["Condition", ...]

    def holds(self, scope: Scope) -> bool:
        return (all if self.every else any)(c.holds(scope) for c in self.conditions)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    condition: "Condition"

    def holds(self, scope: Scope) -> bool:
        return not self.condition.holds(scope)


Condition: TypeAlias = Is | Has | Answered | AgeBelow | Born | Combined | Not
OF_CONTEXT = ("state", "programme", "web")
SHAPES = (
    '{ question = "…", is = … }, in, has, answered, age_below, tells_birth, { context = "…", is = … }, { all = '
    "[…] }, { any = […] } eller { not = {…} }"
)


def born_on(value: Any, today: date) -> date | None:
    """The birth date told by a date or a personnummer, raw or judged; None when it tells none."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not value:
        return None
    try:
        return dates.parse(value)
    except ValueProblem:
        pass
    try:
        return personnummer.birth_date(personnummer.parse(value, today))
    except ValueProblem:
        return None


def read_condition(data: Any) -> Condition:
    """The condition that *data* (a TOML table) describes; ValueError in Swedish when it describes none."""
    match data:
        case {"all": list(many), **rest} if not rest:
            return Combined(True, tuple(map(read_condition, many)))
        case {"any": list(many), **rest} if not rest:
            return Combined(False, tuple(map(read_condition, many)))
        case {"not": one, **rest} if not rest:
            return Not(read_condition(one))
        case {"context": str(name), "is": str() as value, **rest} if not rest and name in OF_CONTEXT:
            return Is(name, (value,), of_context=True)
        case {"question": str(name), "is": str() | bool() | int() as value, **rest} if not rest:
            return Is(name, (value,))
        case {"question": str(name), "in": list(values), **rest} if not rest and all(
            isinstance(v, str) for v in values
        ):
            return Is(name, tuple(values))
        case {"question": str(name), "has": str(value), **rest} if not rest:
            return Has(name, value)
        case {"question": str(name), "answered": bool(wanted), **rest} if not rest:
            return Answered(name, wanted)
        case {"question": str(name), "age_below": int(years), **rest} if not rest and years is not True:
            return AgeBelow(name, years)
        case {"question": str(name), "tells_birth": bool(told), **rest} if not rest:
            return Born(name, told)
    raise ValueError(f"villkoret {data!r} går inte att läsa; skriv ett av {SHAPES}")


def names(condition: Condition | None) -> Iterator[str]:
    """The questions that a condition asks about."""
    match condition:
        case None:
            return
        case Combined():
            for part in condition.conditions:
                yield from names(part)
        case Not():
            yield from names(condition.condition)
        case Is(of_context=True):
            return
        case _:
            yield condition.name


def values(condition: Condition | None) -> Iterator[tuple[str, Any]]:
    """Question and value for each answer that a condition waits for."""
    match condition:
        case Combined():
            for part in condition.conditions:
                yield from values(part)
        case Not():
            yield from values(condition.condition)
        case Is(of_context=False):
            yield from ((condition.name, value) for value in condition.values)
        case Has():
            yield condition.name, condition.value
