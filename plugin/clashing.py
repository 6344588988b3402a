"""What to tell somebody whose draft another has saved meanwhile: what was taken in, and what to choose between."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..forms import FormDefinition
from ..forms.kinds.group import spread
from ..schemas.phrases import phrase
from .merging import Merged


@dataclass(frozen=True)
class Clash:
    """One place both have changed: its control, what it is called, and both answers in words."""

    control: str
    target: str
    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Clashes:
    """*who* has saved, *taken* are label and id of what only they changed, *open* is what to choose between."""

    who: str
    taken: tuple[tuple[str, str], ...]
    open: tuple[Clash, ...]


def clashes_of(form: FormDefinition, merged: Merged, theirs: Mapping[str, Any], who: str) -> Clashes:
    """The words for a merge with what *who* has saved."""
    own, others = _flat(form, merged.raw), _flat(form, theirs)
    places = {control: _Place.of(form, control) for control in (*merged.taken, *merged.clashes)}
    taken = ((places[control].label, places[control].target) for control in merged.taken)
    open_ = (
        Clash(control, place.target, place.label, place.words(own.get(control)), place.words(others.get(control)))
        for control, place in ((control, places[control]) for control in merged.clashes)
    )
    return Clashes(who, tuple(dict.fromkeys(taken)), tuple(open_))


@dataclass(frozen=True)
class _Place:
    """What a control is called, where it stands, and the words its values have."""

    label: str
    target: str
    options: Mapping[str, str]
    boxes: bool

    @classmethod
    def of(cls, form: FormDefinition, control: str) -> "_Place":
        """The place of a control such as `parter-0-enhet`."""
        question: Any = next(q for q in form.answerable if control == q.name or control.startswith(f"{q.name}-"))
        name = question.name
        label, steps = str(question.caption), control.removeprefix(name).strip("-").split("-")
        if steps == ["antal"]:
            return cls(label, f"st-{name}", {}, False)
        for step in filter(None, steps):
            inside = {inner.name: inner for inner in getattr(question, "asked", ())} if not hasattr(question, "of") else {}
            if step.isdigit() and hasattr(question, "heading"):
                label = f"{label}, {question.heading(int(step) + 1)}"
            elif step in inside:
                question = inside[step]
                label = f"{label}: {question.label}"
            elif step in getattr(question, "words_of", {}):
                label = f"{label}: {question.words_of[step]}"
        return cls(label, f"st-{control}", getattr(question, "words_of", {}), question.kind in ("tick", "matrix"))

    def words(self, value: Any) -> str:
        """A value as it is read aloud."""
        if self.boxes and not isinstance(value, str):
            return "Ikryssad" if value else "Inte ikryssad"
        if isinstance(value, list):
            return ", ".join(self.options.get(one, str(one)) for one in value) or phrase("page_not_answered")
        if isinstance(value, int):
            return f"{value} rader"
        return self.options.get(value, value) if value else phrase("page_not_answered")


def _flat(form: FormDefinition, raw: Mapping[str, Any]) -> dict[str, Any]:
    return dict(spread(form.answerable, raw, ""))
