"""What of a form no municipality may change: what carries a source of law, what the form must have, and what either
needs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..definition.definition import FormDefinition
from ..kinds import KINDS
from ..language.conditions import names
from ..questions.question import Question

KEPT = ("label", "required", "wanted", "default", "prefill", "options", "off")
"""What stays as it is where a question is needed: that it is asked, how, and what may be answered."""


@dataclass(frozen=True)
class Locks:
    """Why questions are *needed*, in Swedish and by their path; *law* is the first source of law in the form."""

    needed: Mapping[str, str]
    law: str

    def refuses(self, path: str, question: Mapping[str, Any], key: str, value: Any) -> str:
        """Why the question's key may not get this value; empty when it may."""
        if law := question.get("law"):
            return "" if tightens(question, key, value) else f'frågan "{path}" har en källa i lag ({law})'
        kind = KINDS[question["kind"]]
        if kind.is_prose and not any(text.get("config") for text in question["texts"]):
            return f'texten "{path}" är densamma för alla kommuner'
        return self.needed.get(path, "") if key in KEPT or kind.holds_fast(key) else ""


def locks_of(form: FormDefinition) -> Locks:
    """The locks of the form as it is, earlier changes laid over."""
    laws = [rule.rule.law for rule in form.rules] + [question.law for _, question in form.walk()]
    return Locks(dict(reversed([*_needed(form)])), next(filter(None, laws), ""))


def tightens(old: Mapping[str, Any], key: str, value: Any) -> bool:
    """Whether a change only makes a limit narrower that the form already has, or a warning a stop."""
    before = old.get(key)
    if key == "warn":
        return value is False
    if not before or isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    if key in ("min_length", "min"):
        return bool(value >= before)
    return key in ("max", "max_length", "max_hours", "months", "hours", "days") and bool(value <= before)


def _needed(form: FormDefinition) -> Iterator[tuple[str, str]]:
    """The path of each needed question and why, the strongest reason first."""
    for rule in form.rules:
        if rule.rule.law:
            for name in {*(name.partition(".")[0] for name in rule.rule.asked), *names(rule.when)}:
                why = f'regeln "{rule.rule.id or rule.rule.name}" har en källa i lag ({rule.rule.law})'
                yield name, f'{why} och behöver frågan "{name}"'
    every = {path.replace("[]", ""): question for path, question in form.walk()}
    for path, question in every.items():
        if question.keep:
            yield path, f'frågan "{path}" måste finnas i blanketten'
        if question.law or question.keep:
            for name in set(_spoken_of(question)):
                beside = f"{path.rpartition('.')[0]}.{name}"
                needs = beside if beside in every else name
                yield needs, f'frågan "{path}" är låst och behöver frågan "{needs}"'


def _spoken_of(question: Question) -> Iterator[str]:
    """The questions that decide whether this one is asked, must be answered, or what it says."""
    for condition in (question.show_if, question.required_if, *question.wording_conditions):
        yield from names(condition)
    yield from filter(None, [question.hangs_on])
