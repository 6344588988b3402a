"""The views of a page's questions, in the order of the form, with what their texts say so far."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wtforms import Field

from ..language.conditions import Scope
from ..language.context import Context
from ..questions.question import Question
from ..questions.reader import DOTS, Reader
from ..questions.view import View, Viewable
from .base import FormData
from .condition_words import in_words
from .empty_reasons import WHY_EMPTY

Errors = Mapping[str, list[str]]
"""Messages by the path of what they are about."""


def seen_by(question: Viewable, audiences: tuple[str, ...]) -> str:
    """The id of the phrase that says who else will read the answer, or will not; empty when none is needed."""
    if question.audience == ("kommun",):
        return "ser_bara_kommun"
    if "arbetsgivare" in audiences:
        return "ser_arbetsgivare" if "arbetsgivare" in question.audience else "ser_inte_arbetsgivare"
    if "part" in audiences:
        return "ser_part" if "part" in question.audience else "ser_inte_part"
    return ""


class PageReader(Reader):
    """Reads answers as they were typed: what cannot be read yet stands as it is."""

    def _word(self, name: str) -> str:
        answer = self.answers.get(name)
        if answer in (None, "") or name not in self.questions:
            return super()._word(name)
        if not isinstance(answer, str):
            return DOTS
        return self.questions[name].words_of.get(answer, answer)


@dataclass(frozen=True)
class Viewer:
    """Makes the views of a page's questions, from what was typed and what is said of it. *control* finds the bound
    control of a name.
    """

    form: FormData
    context: Context
    raw: Mapping[str, Any]
    errors: Errors
    warnings: Errors
    control: Callable[[str], Field | None]

    @cached_property
    def reader(self) -> Reader:
        """Who reads labels and help: the one who fills the form in."""
        return PageReader("kommun", self.context, self.raw, self.form.questions, blank=True)

    @cached_property
    def scope(self) -> Scope:
        """Where the conditions of the whole form look."""
        return Scope(self.raw, self.context)

    def views(self, questions: Iterable[Question], prefix: str = "", scope: Scope | None = None) -> Iterator[View]:
        """The view of each question, texts that do not fit left out."""
        near = {question.name: question for question in questions}
        for question in near.values():
            view = self._view(question, f"{prefix}{question.name}", scope or self.scope)
            if question.show_if is not None:
                view.only_if = in_words(question.show_if, {**self.form.questions, **near})
            if question.answered or question.signs or view.prose:
                yield view

    def label_of(self, name: str) -> str:
        """The label of the form's question *name*."""
        return self.form.questions[name].label

    def reader_of(self, audience: str) -> Reader:
        """A reader of what is typed so far, as the copy of the *audience* says it."""
        return PageReader(audience, self.context, self.raw, self.form.questions)

    def _view(self, question: Question, path: str, scope: Scope) -> View:
        fill = self.reader.fill
        view = View(question, path, fill(question.label), fill(question.help), self.errors.get(path, []))
        view.warnings = self.warnings.get(path, [])
        view.hidden = not question.shown(scope)
        if question.wanted:
            view.reason = self.control(f"{WHY_EMPTY}-{view.name}")
        question.fill_view(view, self, scope)
        view.error_count = len(view.errors)
        view.error_count += sum(inner.error_count for inner in view.inside)
        for row in view.rows:
            view.error_count += len(row.errors) + sum(inner.error_count for inner in row.views)
        return view
