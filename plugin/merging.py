"""Two people in one draft: what only one of them changed is kept, what both changed is asked about.

Answers are compared control by control, as they stand on the page. Where somebody has added or taken away a row, the
rows and all that hangs on them are one thing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..forms import FormDefinition
from ..forms.kinds.group import collect, spread
from ..forms.question import Question

Raw = Mapping[str, Any]
Flat = dict[str, Any]


@dataclass(frozen=True)
class Merged:
    """The draft with both people's changes. *taken* are the controls that only the other changed.

    *clashes* are those that both did; there, *raw* has one's own answer.
    """

    raw: dict[str, Any]
    taken: tuple[str, ...]
    clashes: tuple[str, ...]


def merge(form: FormDefinition, base: Raw, mine: Raw, theirs: Raw) -> Merged:
    """What becomes of *base* when one has made it *mine* and another *theirs*."""
    flat: Flat = {}
    taken: list[str] = []
    clashes: list[str] = []
    for was, own, others in _units(form, base, mine, theirs):
        theirs_is_news = _same(own, was) and not _same(others, was)
        flat |= others if theirs_is_news else own
        if theirs_is_news:
            taken.append(_name(own, others))
        elif not _same(others, was) and not _same(others, own):
            clashes.append(_name(own, others))
    return Merged(_collect(form, flat), tuple(taken), tuple(clashes))


def take(form: FormDefinition, mine: Raw, theirs: Raw, controls: Iterable[str]) -> dict[str, Any]:
    """*mine*, but with the other's answers at these controls."""
    chosen = set(controls)
    flat: Flat = {}
    for own, others in _units(form, mine, theirs):
        flat |= others if _name(own, others) in chosen else own
    return _collect(form, flat)


def _units(form: FormDefinition, *sides: Raw) -> Iterator[tuple[Flat, ...]]:
    """The smallest parts that can be merged apart: for each, what every side has there."""
    tidied = tuple(form.tidy(raw) for raw in sides)
    for asked in _together(form, tidied):
        flats = tuple(dict(spread(asked, raw, "")) for raw in tidied)
        if _rows_differ(flats):
            yield flats
            continue
        for control in dict.fromkeys(name for flat in flats for name in flat):
            yield tuple({control: flat[control]} if control in flat else {} for flat in flats)


def _together(form: FormDefinition, sides: tuple[Raw, ...]) -> Iterator[tuple[Question, ...]]:
    """Each question alone, or a repeat whose rows are not as many on all sides with what hangs on them."""
    hanging: dict[str, list[Question]] = {}
    for question in form.questions.values():
        of = getattr(question, "of", "")
        if of and len({len(side.get(of) or ()) for side in sides}) > 1:
            hanging.setdefault(of, []).append(question)
    linked = {question.name for questions in hanging.values() for question in questions}
    for question in form.answerable:
        if question.name not in linked:
            yield (question, *hanging.get(question.name, ()))


def _rows_differ(flats: tuple[Flat, ...]) -> bool:
    counts = {name for flat in flats for name in flat if name.endswith("-antal")}
    return any(len({flat.get(name, 0) for flat in flats}) > 1 for name in counts)


def _same(one: Flat, other: Flat) -> bool:
    return _answered(one) == _answered(other)


def _answered(flat: Flat) -> Flat:
    return {name: value for name, value in flat.items() if value or (type(value) is int and not name.endswith("-antal"))}


def _name(*flats: Flat) -> str:
    return next(name for flat in flats for name in flat)


def _collect(form: FormDefinition, flat: Flat) -> dict[str, Any]:
    return collect(form.answerable, flat.get, "", lambda name: int(flat.get(f"{name}-antal") or 0))
