"""What small forms have been answered, in words."""

from collections.abc import Collection, Mapping
from typing import Any

from ...forms import Context, FormDefinition
from ...forms.language.words import Marks, Parts, Plain, Words


def answer_words(
    form: FormDefinition, stored: Mapping[str, Any], context: Context, without: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Label and words of every answer as it is stored, in the form's order, but for the questions in *without*."""
    answers = form.schema(context).restore({name: value for name, value in stored.items() if name in form.questions})
    reader = form.reader("kommun", answers, context)
    asked = [
        q
        for q in form.answerable
        if q.name in form.questions and q.name not in without and answers.get(q.name) not in (None, "", [], False)
    ]
    return [(q.label, _plain(q.text(answers[q.name], reader))) for q in asked]


def _plain(words: Words) -> str:
    """What was written, or which boxes were ticked."""
    match words:
        case Plain(text):
            return text
        case Marks(alone=True):
            return "Ja"
        case Marks(options):
            return ", ".join(option for option, ticked in options if ticked)
        case Parts(parts):
            return "; ".join(", ".join(f"{label}: {_plain(inner)}" for label, inner in part.entries) for part in parts)
    return ""
