"""Two people in one draft: what only one of them changed is kept, what both changed is asked about.

Answers are compared control by control, as they stand on the page. Rows are known by their place alone, so that where
somebody has made them other rows, the rows and all that hangs on them are one thing: what was ticked for one party must
never be moved to another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...forms import FormDefinition
from ...forms.kinds.group import collect, spread
from ...forms.questions.question import Question
from ...forms.questions.view import control_name

Raw = Mapping[str, Any]
Flat = dict[str, Any]

NUMBER = re.compile(r"-\d+(?=-|$)")
WHOLE = "-antal"
"""What ends the name of a place that is all rows of a question, with what hangs on them."""


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
    sides = tuple(form.tidy(raw) for raw in (base, mine, theirs))
    for place, (was, own, others) in _places(form, sides, _other_rows(form, sides)):
        theirs_is_news = _same(own, was) and not _same(others, was)
        flat |= others if theirs_is_news else own
        if theirs_is_news:
            taken.append(place)
        elif not _same(others, was) and not _same(others, own):
            clashes.append(place)
    return Merged(_collect(form, flat), tuple(taken), tuple(clashes))


def take(form: FormDefinition, mine: Raw, theirs: Raw, places: Iterable[str]) -> dict[str, Any]:
    """*mine*, but with the other's answers at these places of a merge."""
    chosen = set(places)
    flat: Flat = {}
    whole = {place.removesuffix(WHOLE) for place in chosen if place.endswith(WHOLE)}
    for place, (own, others) in _places(form, (form.tidy(mine), form.tidy(theirs)), whole):
        flat |= others if place in chosen else own
    return _collect(form, flat)


def hanging(form: FormDefinition, name: str) -> tuple[Question, ...]:
    """The questions that have an answer or a column for each row of the question *name*."""
    return tuple(question for question in form.answerable if question.hangs_on == name)


def _places(
    form: FormDefinition, sides: tuple[Raw, ...], whole: Iterable[str]
) -> Iterator[tuple[str, tuple[Flat, ...]]]:
    """The smallest parts that can be merged apart, and what every side has there; the questions *whole* in one
    piece.
    """
    for question in form.answerable:
        if question.hangs_on in whole:
            continue
        asked = (question, *hanging(form, question.name)) if question.name in whole else (question,)
        flats = tuple(dict(spread(asked, raw, "")) for raw in sides)
        if question.name in whole:
            yield f"{question.name}{WHOLE}", flats
            continue
        for control in dict.fromkeys(name for flat in flats for name in flat):
            yield control, tuple({control: flat[control]} if control in flat else {} for flat in flats)


def _other_rows(form: FormDefinition, sides: tuple[Raw, ...]) -> set[str]:
    """The questions whose rows are not the same rows on every side."""
    named = {control_name(path.replace("[]", "[#]")) for path in _naming(form)}
    found = set()
    for question in form.answerable:
        flats = tuple(dict(spread((question,), raw, "")) for raw in sides)
        every = bool(hanging(form, question.name))  # a row's whole content says who a column is about
        for control in {name for flat in flats for name in flat}:
            names_rows = control.endswith(WHOLE) or every or NUMBER.sub("-#", control) in named
            if names_rows and len({_plain(flat.get(control)) for flat in flats}) > 1:
                found.add(question.name)
                break
    return found


def _naming(form: FormDefinition) -> Iterator[str]:
    """The paths of the questions that tell one row from another: those that may not be alike, or else the first two."""
    for path, question in form.walk():
        for name in question.names_rows:
            yield f"{path}[].{name}"


def _plain(value: Any) -> str:
    return repr(value) if value else ""


def _same(one: Flat, other: Flat) -> bool:
    return _answered(one) == _answered(other)


def _answered(flat: Flat) -> Flat:
    return {name: value for name, value in flat.items() if value or (type(value) is int and not name.endswith(WHOLE))}


def _collect(form: FormDefinition, flat: Flat) -> dict[str, Any]:
    return collect(form.answerable, flat.get, "", lambda name: int(flat.get(f"{name}{WHOLE}") or 0))
