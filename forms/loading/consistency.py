"""What no single question can see: names used once, and everything that is spoken of is there."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NoReturn

from marshmallow import ValidationError

from ...schemas.messages import MESSAGES
from ...schemas.rules import Day
from ...schemas.words import placeholders
from ..definition.definition import FormDefinition
from ..definition.empty_reasons import WHY_EMPTY
from ..definition.sections import FormRule
from ..errors import FormFileError
from ..language.conditions import Condition, names, values
from ..questions.question import Question
from ..questions.reader import PLACEHOLDER, SETTINGS

OF_CONTEXT = {*SETTINGS, "granskare", "version", "rad"}
NUMBERS = {"months": 120, "hours": 168, "days": 366}
"""The highest number of each kind that a rule or a default may count with."""
ENDS_AS = ("aterkallad", "upphavd")
MOST_DAYS = 3660
Questions = Mapping[str, Question]


def judge_form(form: FormDefinition) -> None:
    """Raises FormFileError for the first thing in the form that does not hold together."""
    every = [question.name for section in form.sections for question in section.questions]
    if twice := next((name for name in every if every.count(name) > 1), ""):
        raise FormFileError(f'frågan "{twice}"', "namnet finns två gånger; byt det ena")
    if WHY_EMPTY in every:
        raise FormFileError(f'frågan "{WHY_EMPTY}"', "byt namn; nyckeln används för orsaker till tomma svar")
    strict = not form.local_version  # a municipality may take away an option that a condition waits for
    for rule in form.rules:
        _judge_rule(form.questions, rule, strict)
    for variant in (*form.titles, *form.intro):
        try:
            _judge_condition(variant.when, form.questions, strict)
        except FormFileError as problem:
            raise FormFileError(f'texten "{variant.text[:40]}"', str(problem)) from None
    _judge_ending(form, strict)
    for path, question, around in _walk(form.questions.values(), form.questions):
        try:
            _judge_question(question, around, form.questions, strict)
            _judge_answer(question, form.questions, inside=path != question.name)
        except FormFileError as problem:
            raise FormFileError(f'frågan "{path}"', str(problem)) from None


def _judge_ending(form: FormDefinition, strict: bool) -> None:
    """What the form ends it ends as something, and its words on the page speak of questions there are."""
    if bool(form.ends) is not bool(form.ends_as) or form.ends_as not in ("", *ENDS_AS):
        raise FormFileError(
            "nyckeln ends_as", f"skriv ends och ends_as tillsammans, ends_as som {' eller '.join(ENDS_AS)}"
        )
    _judge_condition(form.ends_if, form.questions, strict)
    for words in (form.until_signed, form.when_signed):
        if unknown := {*PLACEHOLDER.findall(words)} - {*form.questions, *OF_CONTEXT}:
            raise FormFileError(
                "nycklarna until_signed och when_signed", f"{{{min(unknown)}}} finns inte bland frågorna"
            )


def _walk(asked: Iterable[Question], form: Questions, prefix: str = "") -> Iterator[tuple[str, Question, Questions]]:
    """Each question with its path and the questions that its conditions may speak of."""
    near = {question.name: question for question in asked}
    for question in near.values():
        yield prefix + question.name, question, {**form, **near}
        yield from _walk(question.asked, form, f"{prefix}{question.name}.")


def _judge_rule(form: Questions, rule: FormRule, strict: bool) -> None:
    where = f'regeln "{rule.rule.id or rule.rule.name}"'
    try:
        for name in rule.rule.asked:
            _known(form, name.partition(".")[0])
        for key, most in NUMBERS.items():
            number = getattr(rule.rule, key, 1)
            if isinstance(number, int) and not 1 <= number <= most:
                _refuse(f"låt {key} vara mellan 1 och {most}")
        _judge_condition(rule.when, form, strict)
        _judge_placeholders(rule.rule.message, rule.rule.tells)
    except FormFileError as problem:
        raise FormFileError(where, str(problem)) from None


def _judge_question(question: Question, around: Questions, form: Questions, strict: bool) -> None:
    """Raises FormFileError when the question speaks of something that is not there."""
    for condition in (question.show_if, question.required_if):
        _judge_condition(condition, around, strict)
    texts = [question.label, question.help, *question.wordings]
    for condition in question.wording_conditions:
        _judge_condition(condition, form, strict)
    for name in (found for text in texts for found in PLACEHOLDER.findall(text) if found not in OF_CONTEXT):
        _known(form, name)
        if not form[name].is_quotable:
            _refuse(f"platshållaren {{{name}}} går inte att fylla; välj en fråga med ett kort svar")
    of = question.hangs_on
    if of and not (of in form and form[of].many):
        _refuse(f'frågan "{of}" har inga rader; skriv namnet på en repeat som of')


def _judge_answer(question: Question, form: Questions, *, inside: bool) -> None:
    """Raises FormFileError when the question cannot be answered as it says."""
    if question.answered and not question.label:
        _refuse("skriv label; en fråga måste ha ord")
    for messages in question.message_tables:
        _judge_messages(messages, question.asks_of_row)
    if question.wanted and (inside or question.required or not question.answered):
        _refuse("ta bort wanted; det går bara på en frivillig fråga som inte ligger i en annan")
    if question.default is None:
        return
    if inside or not question.answered:
        _refuse("ta bort default; det går bara på en fråga som inte ligger i en annan")
    if isinstance(question.default, Mapping):
        _judge_counted(question.default, form)
    elif question.default == "today":
        if not question.is_day:
            _refuse('ta bort default = "today"; det går bara på ett datum')
    elif not question.composite:
        _judge_default(question)


def _judge_counted(default: Mapping[str, Any], form: Questions) -> None:
    """A default that is counted from another answer, or taken from the settings."""
    if "from" not in default:
        return
    _known(form, default["from"])
    if not 1 <= default.get("months", 1) <= NUMBERS["months"] or abs(default.get("days", 0)) > MOST_DAYS:
        _refuse(f"låt default räkna med 1 till {NUMBERS['months']} months eller högst {MOST_DAYS} days")


def _judge_messages(messages: Mapping[str, str], of_row: bool) -> None:
    for name, text in messages.items():
        if name not in MESSAGES:
            _refuse(f'meddelandet "{name}" finns inte; välj bland {", ".join(MESSAGES)}')
        known = {"etikett", *placeholders(MESSAGES[name])} | ({"värde"} if name in ("refused", "revealing") else set())
        _judge_placeholders(text, known | ({"rad"} if of_row else set()))


def _judge_default(question: Question) -> None:
    value = list(question.default) if isinstance(question.default, tuple) else question.default
    try:
        question.rule(Day(date.today())).deserialize(value)
    except ValidationError as problem:
        _refuse(f"ändra default; {question.default!r} är inget svar på frågan ({' '.join(map(str, problem.messages))})")


def _judge_condition(condition: Condition | None, around: Questions, strict: bool) -> None:
    for name in names(condition):
        _known(around, name)
    for name, value in values(condition) if strict else ():
        asked = around[name]
        if asked.words_of and value and value not in asked.words_of:
            _refuse(f'villkoret väntar på svaret {value!r}, men "{name}" har bara {", ".join(asked.words_of)}')


def _judge_placeholders(text: str, known: Iterable[str]) -> None:
    if unknown := placeholders(text) - set(known):
        told = ", ".join(f"{{{name}}}" for name in sorted(known)) or "ingen"
        _refuse(f"platshållaren {{{min(unknown)}}} går inte att fylla i meddelandet; välj bland {told}")


def _known(questions: Questions, name: str) -> None:
    if name not in questions:
        _refuse(f'frågan "{name}" finns inte i blanketten; kontrollera stavningen')


def _refuse(problem: str) -> NoReturn:
    raise FormFileError("", problem)
