"""A form on a page: WTForms controls that draw and redraw, seen as a tree of views, and raw answers put together again.

Nothing here judges.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wtforms import Field
from wtforms.form import BaseForm

from ..kinds.group import collect, spread
from ..language.context import Context
from ..questions.aligned import MOST_ROWS
from ..questions.view import View
from .base import FormData
from .page_views import Errors, Viewer, seen_by
from .rows import whole
from .sections import FormSection

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict


class FormPage:
    """One drawing of a form, from raw answers or from what a browser posted.

    `raw` is what was typed, as JSON can hold it; `sections()` is what the template draws.
    """

    def __init__(
        self,
        form: FormData,
        raw: Mapping[str, Any] | None = None,
        *,
        posted: "MultiDict[str, str] | None" = None,
        errors: Errors | None = None,
        warnings: Errors | None = None,
        context: Context | None = None,
    ) -> None:
        self.form, self.context = form, context or Context()
        self.errors, self.warnings = errors or {}, warnings or {}
        self.raw = printable(form.tidy(raw or {}))
        data = dict(spread(form.answerable, self.raw, ""))
        count = _counter(data.get if posted is None else posted.get)
        self.controls = BaseForm({name: control for q in form.answerable for name, control in q.controls("", count)})
        self.controls.process(posted, data=data)
        if posted is not None:
            self.raw = self._collected(count)

    def _collected(self, count: Callable[[str], int]) -> dict[str, Any]:
        fields = self.controls._fields
        return collect(self.form.answerable, lambda name: fields[name].data if name in fields else None, "", count)

    def control(self, name: str) -> Field | None:
        """The bound control called *name* on the page."""
        found: Field | None = self.controls._fields.get(name)
        return found

    def sections(self) -> Iterator["SectionView"]:
        """The form's parts as the template draws them, in the order of the screen."""
        viewer = Viewer(self.form, self.context, self.raw, self.errors, self.warnings, self.control)
        shown = [section for section in self.form.sections if any(q.answered or q.is_prose for q in section.questions)]
        for number, section in enumerate(shown, 1):
            views = list(viewer.views(section.questions))
            yield SectionView(section, number, len(shown), views, self._seen_by(views))

    def _seen_by(self, views: list[View]) -> str:
        """Who else reads most of a part, told once; each question that differs says so itself."""
        answered = [view for view in views if view.question.answered]
        notes = [seen_by(view.question, self.form.audiences) for view in answered]
        most, count = Counter(notes).most_common(1)[0] if notes else ("", 0)
        common = most if count == len(notes) or all(notes) else ""
        for view, note in zip(answered, notes, strict=True):
            view.seen_by = "" if note == common else note
        return common


@dataclass(slots=True)
class SectionView:
    """One part of the form on the page: its place among the others and the views of its questions."""

    section: FormSection
    number: int
    of: int
    views: list[View] = field(default_factory=list)
    seen_by: str = ""

    @property
    def mixed(self) -> bool:
        """Whether some questions have other readers than the part as a whole."""
        return any(view.seen_by for view in self.views)

    @property
    def errors(self) -> int:
        """How many messages stand in this part."""
        return sum(view.error_count for view in self.views)


def printable(raw: Any) -> Any:
    """Raw answers without lone surrogates, which no page can be sent with."""
    match raw:
        case str():
            return raw if raw.isascii() else raw.encode("utf-8", "replace").decode()
        case Mapping():
            return {printable(name): printable(value) for name, value in raw.items()}
        case list():
            return [printable(value) for value in raw]
    return raw


def _counter(given: Callable[[str], Any]) -> Callable[[str], int]:
    """Tells the rows of each repeat as *given*, never more than a page can draw in all."""
    counts: dict[str, int] = {}

    def count(name: str) -> int:
        if name not in counts:
            rows = whole(str(given(f"{name}-antal") or 0))
            counts[name] = min(rows, MOST_ROWS - sum(counts.values()))
        return counts[name]

    return count
