"""A form, ready to use: what it asks and says, how it is judged, drawn and archived."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...schemas.rules import Day, Rule
from ..kinds.fixed import Variant
from ..kinds.group import object_schema, tidied
from ..language.case_roles import CasePart
from ..language.conditions import Condition, names
from ..language.context import Context
from ..language.keys import AUDIENCE, CONDITION, FLAG, TEXT, VARIANTS, WHOLE, key
from ..questions.judge import QuestionsSchema, condition_names, schema_of
from ..questions.question import Question
from ..questions.reader import Reader
from .empty_reasons import reasons
from .revealing import revealing_of
from .schema import FormSchema

if TYPE_CHECKING:
    from .page import Page

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a form. An *annex* stands last in documents and is never signed."""

    id: str = key(TEXT, doc="Delens nyckel.")
    title: str = key(TEXT, doc="Delens rubrik.")
    lead: str = key(TEXT, "", "En rad under rubriken.")
    annex: bool = key(FLAG, False, "Står sist i dokument, som bilaga utan underskrift.")
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormRule:
    """A rule and when it applies."""

    rule: Rule
    when: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class FormDefinition:
    """One version of one form. Equal definitions have equal snapshots, and the same SHA-256."""

    id: str = key(TEXT, doc="Blankettens nyckel, i adresser och filnamn.")
    code: str = key(TEXT, doc="Blankettens kod, i sidfoten.")
    version: int = key(WHOLE, doc="Blankettens version.")
    title: str = key(TEXT, doc="Blankettens namn, på varje kopia som inte har ett annat i titles.")
    titles: tuple[Variant, ...] = key(
        VARIANTS, (), "Andra namn på en kopia; det första som passar läsaren och svaren skrivs ut i stället för title."
    )
    subtitle: str = key(TEXT, "", "En rad under namnet.")
    audiences: tuple[str, ...] = key(AUDIENCE, doc="Vilka som får en kopia.")
    intro: tuple[Variant, ...] = key(VARIANTS, (), "Inledningen; den första som passar läsaren skrivs ut.")
    dense: bool = key(FLAG, False, "Ifylld skrivs den tätt i PDF, så att ett avtal ryms på få blad.")
    beside_cases: bool = key(FLAG, False, "Handlingen hör aldrig till ett ärende, också när den börjas därifrån.")
    nameless: bool = key(
        FLAG,
        False,
        "Ingen får veta vem som svarar: handlingen har varken den som sparade eller en tid finare än en dag.",
    )
    until_signed: str = key(TEXT, "", "Vad som gäller till dess att alla har skrivit under, på handlingens sida.")
    when_signed: str = key(TEXT, "", "Vad som gäller när alla har skrivit under, eller när ingen behöver göra det.")
    ends: str = key(TEXT, "", "Blanketten vars handling den här avslutar, så fort den här är sparad.")
    ends_as: str = key(TEXT, "", "Vad den avslutade handlingen blir: aterkallad eller upphavd.")
    ends_if: Condition | None = key(CONDITION, None, "Den avslutar bara när villkoret håller.")
    ends_button: str = key(TEXT, "", "Knappen på den andra handlingen, till exempel «Ta tillbaka samtycket».")
    local_version: str = key(TEXT, "", "Kommunens egen version, från dess ändringsfil.")
    sections: tuple[Section, ...] = ()
    rules: tuple[FormRule, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    case: CasePart | None = field(default=None, compare=False)
    """What the form tells its case, by its file today; never a part of the snapshot."""

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question of the form by its name, not those inside others."""
        return {question.name: question for section in self.sections for question in section.questions}

    @cached_property
    def answerable(self) -> tuple[Question, ...]:
        """The questions that take an answer, and why the wanted ones have none."""
        asked = tuple(question for question in self.questions.values() if question.answered)
        return (*asked, *reasons(asked))

    def walk(self) -> Iterator[tuple[str, Question]]:
        """Every question with its path, `parter[].enhet`, those inside others too."""
        for question in self.questions.values():
            yield from _walk(question, "")

    def schema(self, context: Context | None = None) -> FormSchema:
        """The one judge of this form's answers, for JSON and pages alike."""
        context = context or Context()
        return FormSchema(self, context, self._judge(Day(context.today, revealing_of(context))))

    def _judge(self, day: Day) -> QuestionsSchema:
        """The schema for one day, built once: building it costs more than judging with it."""
        kept = self._judges.get(day)
        if kept is None:
            self._judges.clear()
            watched = {
                *condition_names(q for _, q in self.walk()),
                *(name for rule in self.rules for name in names(rule.when)),
            }
            kept = self._judges[day] = schema_of(self.answerable, day, watched)
        return kept

    @cached_property
    def _judges(self) -> dict[Day, QuestionsSchema]:
        return {}

    def warnings(self, answers: Mapping[str, Any], context: Context | None = None) -> dict[str, list[str]]:
        """What to look at again in judged answers; never a reason to stop. `{path: [messages]}`."""
        return self.schema(context).warnings(answers)

    def page(self, raw: Mapping[str, Any] | None = None, **given: Any) -> "Page":
        """The page that draws this form: see `Page`."""
        from .page import Page

        return Page(self, raw, **given)

    def tidy(self, raw: Mapping[str, Any]) -> dict[str, Any]:
        """Raw answers in the shape that a page draws; those of the caller stay as they are."""
        return tidied(self.answerable, raw)

    def reader(
        self,
        audience: str,
        answers: Mapping[str, Any],
        context: Context,
        *,
        blank: bool = False,
        fillable: bool = False,
        signed: bool = False,
    ) -> Reader:
        """One reader of a document of this form, or of what the parties sign of it."""
        return Reader(audience, context, answers, self.questions, blank, fillable=fillable, signed=signed)

    def called(self, reader: Reader) -> str:
        """What the form is called on this reader's copy: the first of its titles that fits, or the one it always
        has.
        """
        return next((variant.text for variant in self.titles if variant.fits(reader)), self.title)

    def snapshot(self) -> str:
        """The canonical JSON of everything the form asks and says, overlays put in: what a saved answer keeps."""
        return self._canonical

    @cached_property
    def _canonical(self) -> str:
        whole = {"format": FORMAT, **self.data}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the snapshot, in hexadecimal."""
        return hashlib.sha256(self._canonical.encode()).hexdigest()

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of the answers: shapes and options; conditions and rules stay with the judge."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            **object_schema(self.answerable),
        }

    def defaults(self, context: Context, answers: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Answers to begin with, as JSON, for questions nobody has answered: see `forms.defaults`."""
        from .defaults import defaults

        return defaults(self, context, answers or {})


def _walk(question: Question, prefix: str) -> Iterator[tuple[str, Question]]:
    path = f"{prefix}{question.name}"
    yield path, question
    many = "[]" if question.many else ""
    for inner in question.asked:
        yield from _walk(inner, f"{path}{many}.")
