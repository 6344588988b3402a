"""The views of a page's questions, in the order of the form, with what their texts say so far."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..questions.reader import DOTS, Reader
from ..questions.view import View
from .condition_words import in_words
from .empty_reasons import WHY_EMPTY

if TYPE_CHECKING:
    from wtforms import Field

    from ..language.conditions import Scope
    from ..questions.question import Question
    from .page import Page


def seen_by(question: "Question", audiences: tuple[str, ...]) -> str:
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


class Viewer:
    """Makes the views of a page's questions."""

    def __init__(self, page: "Page", reader: Reader, scope: "Scope") -> None:
        self.page, self.reader, self.scope = page, reader, scope

    def views(self, questions: Iterable["Question"], prefix: str = "", scope: "Scope | None" = None) -> Iterator[View]:
        """The view of each question, texts that do not fit left out."""
        near = {question.name: question for question in questions}
        for question in near.values():
            view = self._view(question, f"{prefix}{question.name}", scope or self.scope)
            if question.show_if is not None:
                view.only_if = in_words(question.show_if, {**self.page.form.questions, **near})
            if question.answered or question.signs or view.prose:
                yield view

    @property
    def errors(self) -> Mapping[str, list[str]]:
        """What is wrong, by path."""
        return self.page.errors

    @property
    def warnings(self) -> Mapping[str, list[str]]:
        """What there is to doubt, by path."""
        return self.page.warnings

    def control(self, name: str) -> "Field | None":
        """The bound control called *name*."""
        return self.page.control(name)

    def label_of(self, name: str) -> str:
        """The label of the form's question *name*."""
        return self.page.form.questions[name].label

    def reader_of(self, audience: str) -> Reader:
        """A reader of what is typed so far, as the copy of the *audience* says it."""
        return PageReader(audience, self.page.context, self.page.raw, self.page.form.questions)

    def _view(self, question: "Question", path: str, scope: "Scope") -> View:
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
