"""What no single question can see: names used once, and everything that is spoken of is there."""

from typing import Any

from .conditions import names
from .definition import FormDefinition
from .errors import FormFileError
from .kinds.fixed import Fixed
from .question import Question
from .reader import PLACEHOLDER, SETTINGS

OF_CONTEXT = {*SETTINGS, "granskare", "version", "rad"}


def judge_form(form: FormDefinition) -> None:
    """Raises FormFileError for the first thing in the form that does not hold together."""
    every = [question for section in form.sections for question in section.questions]
    if twice := sorted({q.name for q in every if sum(q.name == other.name for other in every) > 1}):
        raise FormFileError(f'frågan "{twice[0]}"', "namnet finns två gånger; byt det ena")
    for rule in form.rules:
        for name in (*rule.rule.asked, *names(rule.when)):
            _known(form, name, f'regeln "{rule.rule.name}"')
    for path, question in form.walk():
        _judge_question(form, path, question)


def _judge_question(form: FormDefinition, path: str, question: Question) -> None:
    where = f'frågan "{path}"'
    siblings = _siblings(form, path)
    for name in (*names(question.show_if), *names(question.required_if)):
        if name not in siblings:
            _known(form, name, where)
    texts = [question.label, question.help]
    if isinstance(question, Fixed):
        texts += [variant.text for variant in question.texts]
        for variant in question.texts:
            for name in names(variant.when):
                _known(form, name, where)
    for name in (found for text in texts for found in PLACEHOLDER.findall(text)):
        if name not in OF_CONTEXT:
            _known(form, name, f"{where}, platshållaren {{{name}}}")
    if isinstance(of := getattr(question, "of", None), str):
        _known(form, of, where)


def _known(form: FormDefinition, name: str, where: str) -> None:
    if name.split(".")[0] not in form.questions:
        raise FormFileError(where, f'frågan "{name}" finns inte i blanketten; kontrollera stavningen')


def _siblings(form: FormDefinition, path: str) -> set[str]:
    parents = path.replace("[]", "").split(".")[:-1]
    inside: Any = None
    for name in parents:
        pool = form.questions if inside is None else {q.name: q for q in inside.asked}
        inside = pool[name]
    return set() if inside is None else {q.name for q in inside.asked}
