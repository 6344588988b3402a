"""A form on a page: WTForms controls that draw and redraw, seen as a tree of views, and raw answers put together again.

Nothing here judges. Rows are added and taken away on the raw answers, so that what was typed is never lost.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wtforms import Field
from wtforms.form import BaseForm

from .conditions import Scope
from .context import Context
from .kinds.group import collect, spread
from .views import PageReader, Viewer, seen_by

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from .definition import FormDefinition, Section
    from .views import View

Errors = Mapping[str, list[str]]
MOST_ROWS = 500


class Page:
    """One drawing of a form, from raw answers or from what a browser posted.

    `raw` is what was typed, as JSON can hold it; `sections()` is what the template draws.
    """

    def __init__(
        self, form: "FormDefinition", raw: Mapping[str, Any] | None = None, *, posted: "MultiDict[str, str] | None" = None,
        errors: Errors | None = None, warnings: Errors | None = None, context: Context | None = None,
    ) -> None:  # fmt: skip
        self.form, self.context = form, context or Context()
        self.errors, self.warnings = errors or {}, warnings or {}
        self.questions = tuple(form.questions.values())
        count = _posted_rows(posted) if posted is not None else _raw_rows(raw or {})
        controls = {name: control for q in self.questions for name, control in q.controls("", count)}
        self.controls = BaseForm(controls)
        if posted is not None:
            self.controls.process(posted)
        else:
            self.controls.process(None, data=dict(spread(self.questions, raw or {}, "")))
        self.raw = dict(raw) if raw is not None and posted is None else self._collected(count)

    def _collected(self, count: Callable[[str], int]) -> dict[str, Any]:
        fields = self.controls._fields
        return collect(self.questions, lambda name: fields[name].data if name in fields else None, "", count)

    def control(self, name: str) -> Field | None:
        """The bound control called *name* on the page."""
        found: Field | None = self.controls._fields.get(name)
        return found

    def sections(self) -> Iterator["SectionView"]:
        """The form's parts as the template draws them, in the order of the screen."""
        reader = PageReader("kommun", self.context, self.raw, self.form.questions, blank=True)
        viewer = Viewer(self, reader, Scope(self.raw, self.context))
        shown = [section for section in self.form.sections if any(q.answered or q.kind == "fixed" for q in section.questions)]
        for number, section in enumerate(shown, 1):
            views = list(viewer.views(section.questions))
            yield SectionView(section, number, len(shown), views, self._seen_by(views))

    def _seen_by(self, views: list["View"]) -> str:
        """What is the same for every question of a part; where they differ, each says it itself."""
        answered = [view for view in views if view.question.answered]
        notes = {view.name: seen_by(view.question, self.form.audiences) for view in answered}
        if len(set(notes.values())) == 1:
            return next(iter(notes.values()))
        for view in answered:
            view.seen_by = notes[view.name]
        return ""


@dataclass(slots=True)
class SectionView:
    """One part of the form on the page: its place among the others and the views of its questions."""

    section: "Section"
    number: int
    of: int
    views: list["View"] = field(default_factory=list)
    seen_by: str = ""

    @property
    def errors(self) -> int:
        """How many messages stand in this part."""
        return sum(view.error_count for view in self.views)


def add_row(form: "FormDefinition", raw: Mapping[str, Any], path: str) -> dict[str, Any]:
    """The raw answers with an empty row more in the repeat at *path*, such as `parter` or `schema.rader`."""
    made = _copy(raw)
    rows = _rows_at(made, path)
    if _is_repeat(form, path) and len(rows) < MOST_ROWS:
        rows.append({})
    return made


def remove_row(form: "FormDefinition", raw: Mapping[str, Any], path: str, row: int) -> dict[str, Any]:
    """The raw answers without row *row* (from 0) of the repeat at *path*; what hangs on later rows moves with them."""
    made = _copy(raw)
    rows = _rows_at(made, path)
    if not _is_repeat(form, path) or not 0 <= row < len(rows):
        return made
    del rows[row]
    for question in form.questions.values():
        if getattr(question, "of", None) == path and question.name in made:
            made[question.name] = question.without_row(made[question.name], row)  # type: ignore[attr-defined]
    return made


def _copy(raw: Any) -> Any:
    if isinstance(raw, Mapping):
        return {name: _copy(value) for name, value in raw.items()}
    return [_copy(value) for value in raw] if isinstance(raw, list) else raw


def _is_repeat(form: "FormDefinition", path: str) -> bool:
    plain = [question for name, question in form.walk() if name.replace("[]", "") == _without_numbers(path)]
    return any(hasattr(question, "row_name") for question in plain)


def _without_numbers(path: str) -> str:
    return ".".join(step.split("[")[0] for step in path.split("."))


def _rows_at(made: dict[str, Any], path: str) -> list[Any]:
    """The list at *path*, made on the way when it is not there yet."""
    here: Any = made
    *above, last = path.split(".")
    for step in above:
        name, _, number = step.partition("[")
        here = here.setdefault(name, [] if number else {})
        if number:
            here = here[int(number.rstrip("]"))]
    rows: list[Any] = here.setdefault(last, [])
    return rows


def _posted_rows(posted: "MultiDict[str, str]") -> Callable[[str], int]:
    def count(name: str) -> int:
        given = posted.get(f"{name}-antal", "0")
        return min(int(given), MOST_ROWS) if given.isascii() and given.isdigit() else 0

    return count


def _raw_rows(raw: Mapping[str, Any]) -> Callable[[str], int]:
    flat: dict[str, int] = {}

    def walk(value: Any, name: str) -> None:
        if isinstance(value, list):
            flat[name] = len(value)
            for n, one in enumerate(value):
                walk(one, f"{name}-{n}")
        elif isinstance(value, Mapping):
            for key, one in value.items():
                walk(one, f"{name}-{key}" if name else key)

    walk(raw, "")
    return lambda name: flat.get(name, 0)
