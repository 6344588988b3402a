"""What to tell somebody whose draft another has saved meanwhile: what was taken in, and what to choose between."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....forms import FormDefinition
from ....forms.kinds.group import spread
from ....schemas.phrases import phrase
from ...documents.merge import WHOLE, Merged
from .control_labels import place, versions

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Clash:
    """One place both have changed: its control, what it is called, and both answers in words, a line for each row."""

    control: str
    target: str
    label: str
    mine: Lines
    theirs: Lines


@dataclass(frozen=True)
class Clashes:
    """*who* has saved, *taken* are label and id of what only they changed, *open* is what to choose between."""

    who: str
    taken: tuple[tuple[str, str], ...]
    open: tuple[Clash, ...]


def clashes_of(form: FormDefinition, merged: Merged, theirs: Mapping[str, Any], who: str) -> Clashes:
    """The words for a merge with what *who* has saved."""
    known = {control: place(form, control, merged.raw) for control in (*merged.taken, *merged.clashes)}
    taken = ((known[control].label, known[control].target) for control in merged.taken)
    open_ = (
        Clash(
            control,
            known[control].target,
            known[control].label,
            _said(form, control, merged.raw),
            _said(form, control, theirs),
        )
        for control in merged.clashes
    )
    return Clashes(who, tuple(dict.fromkeys(taken)), tuple(open_))


def _said(form: FormDefinition, control: str, raw: Mapping[str, Any]) -> Lines:
    if control.endswith(WHOLE):
        return versions(form, control, raw) or (phrase("page_not_answered"),)
    return (place(form, control, raw).words(dict(spread(form.answerable, form.tidy(raw), "")).get(control)),)
