"""What has changed between two versions of a form, for whoever has begun the older one."""

from dataclasses import dataclass

from ..forms import FormDefinition
from ..forms.question import Question


@dataclass(frozen=True)
class Difference:
    """What a draft meets in the newer definition, known by its *sha256*: questions that are new or gone, that have other
    words, or the same words but other help, options or rules."""

    sha256: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]


def difference(old: FormDefinition, new: FormDefinition) -> Difference:
    """What one must know before a draft is moved from *old* to *new*."""
    before, after = _asked(old), _asked(new)
    both = [(before[path], question) for path, question in after.items() if path in before]
    return Difference(
        sha256=new.sha256,
        added=tuple(question.label for path, question in after.items() if path not in before),
        removed=tuple(question.label for path, question in before.items() if path not in after),
        reworded=tuple((one.label, other.label) for one, other in both if one.label != other.label),
        changed=tuple(other.label for one, other in both if one.label == other.label and one != other),
    )


def _asked(form: FormDefinition) -> dict[str, Question]:
    return {path: question for path, question in form.walk() if question.answered}
