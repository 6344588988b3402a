"""What has changed between two versions of a form, for whoever has begun the older one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ....forms import FormDefinition
from ....forms.language.variants import Variant
from ....forms.questions.question import Question

Texts = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Difference:
    """What a draft meets in the newer definition, known by its *sha256*: questions that are new or gone, that have
    other words, or other help, options, limits or conditions, texts too; texts that are new, gone or other (old,
    new); questions whose answers are judged together by other rules. *audiences* tells that others get copies,
    *other* that all this is the same, and only the order or the like has changed.
    """

    sha256: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    audiences: bool
    other: bool


def difference(old: FormDefinition, new: FormDefinition) -> Difference:
    """What one must know before a draft is moved from *old* to *new*."""
    before, after = _asked(old), _asked(new)
    both = [(before[path], question) for path, question in after.items() if path in before]
    found = Difference(
        sha256=new.sha256,
        added=tuple(question.label for path, question in after.items() if path not in before),
        removed=tuple(question.label for path, question in before.items() if path not in after),
        reworded=tuple((one.label, other.label) for one, other in both if one.label != other.label),
        changed=(
            *(other.label for one, other in both if replace(one, label=other.label) != other),
            *_otherwise_shown(old, new),
        ),
        texts=tuple(_other_texts(_texts(old), _texts(new))),
        rules=tuple(dict.fromkeys(_other_rules(old, new))),
        audiences=old.audiences != new.audiences,
        other=False,
    )
    seen = (found.added, found.removed, found.reworded, found.changed, found.texts, found.rules, found.audiences)
    return replace(found, other=old.sha256 != new.sha256 and not any(seen))


def _asked(form: FormDefinition) -> dict[str, Question]:
    return {path: question for path, question in form.walk() if question.answered}


def _texts(form: FormDefinition) -> Texts:
    """What the form says without asking, by where it stands."""
    said = {
        "title": (form.title,),
        "subtitle": (form.subtitle,),
        "intro": _words(form.intro),
        "titles": _words(form.titles),
    }
    said |= {f"section {section.id}": (section.title, section.lead) for section in form.sections}
    for path, question in form.walk():
        if not question.answered:
            said[path] = (question.label, question.help, *question.wordings)
    return said


def _otherwise_shown(old: FormDefinition, new: FormDefinition) -> Iterator[str]:
    """The texts and places to sign that say the same, but to others, on other terms or for another."""
    before, then, said = dict(old.walk()), _texts(old), _texts(new)
    for path, question in new.walk():
        if not question.answered and path in before and before[path] != question and then.get(path) == said[path]:
            yield next(filter(None, said[path]), path)


def _words(variants: Iterable[Variant]) -> tuple[str, ...]:
    return tuple(variant.text for variant in variants)


def _other_texts(before: Texts, after: Texts) -> Iterator[tuple[str, str]]:
    """Each place where something else is said: what only the old form says there, and what only the new one does."""
    for place in dict.fromkeys((*before, *after)):
        old, new = before.get(place, ()), after.get(place, ())
        gone, come = (
            " ".join(text for text in side if text and text not in others) for side, others in ((old, new), (new, old))
        )
        if gone or come:
            yield gone, come


def _other_rules(old: FormDefinition, new: FormDefinition) -> Iterator[str]:
    """The labels of the questions that a rule, in one of the forms and not in the other, is about."""
    before, after = ([dict(rule) for rule in form.data.get("rules", ())] for form in (old, new))
    for rules, others, form in ((before, after, old), (after, before, new)):
        for rule in rules:
            if rule not in others:
                yield from _about(form, rule)


def _about(form: FormDefinition, rule: Mapping[str, Any]) -> Iterator[str]:
    named = [value for value in rule.values() if isinstance(value, str) and value in form.questions]
    yield from (form.questions[name].label for name in named)
    if not named:
        yield str(rule.get("message", rule.get("rule", "")))
