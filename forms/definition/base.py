"""What a form says of itself, as data, and what can be looked up in it: all that its page, judge and rows need."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..kinds.group import tidied
from ..language.case_roles import CasePart
from ..language.conditions import Condition
from ..language.context import Context
from ..language.keys import AUDIENCE, CONDITION, FLAG, TEXT, WHOLE, key
from ..language.variants import VARIANTS, Variant
from ..questions.question import Question
from ..questions.reader import Reader
from .empty_reasons import reasons
from .sections import FormRule, FormSection


@dataclass(frozen=True, kw_only=True)
class FormData:
    """The fields of a form, each a key of the form file, and plain look-ups in them."""

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
    sections: tuple[FormSection, ...] = ()
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
        fitting = (variant.text for variant in self.titles if variant.fits(reader.audience, reader.scope))
        return next(fitting, self.title)


def _walk(question: Question, prefix: str) -> Iterator[tuple[str, Question]]:
    path = f"{prefix}{question.name}"
    yield path, question
    many = "[]" if question.many else ""
    for inner in question.asked:
        yield from _walk(inner, f"{path}{many}.")
