"""Draws the page where a form is filled in, whatever has happened to the draft."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ..forms import FormDefinition
from ..forms.page import SectionView
from ..forms.rows import MOST_ROWS, add_row
from .catalogue import form_now
from .clashing import Clashes
from .documents import Opened
from .moving import Difference, difference
from .rendering import render

if TYPE_CHECKING:
    from ..forms.views import Row, View

Errors = Mapping[str, list[str]]


def fill_page(draft: Opened, raw: Mapping[str, Any], *, errors: Errors | None = None, clashes: Clashes | None = None, saved: bool = False) -> ResponseReturnValue:  # fmt: skip
    """The form with these answers; 422 with *errors*, 409 when somebody else has saved meanwhile."""
    page = draft.form.page(_begun(draft.form, raw), errors=errors, context=draft.context())
    sections = list(page.sections())
    problems = summary(sections, errors or {})
    html = render(
        "stegvis/fill.html",
        title=draft.form.title,
        failed=bool(problems),
        draft=draft,
        sections=sections,
        problems=problems,
        clashes=clashes,
        newer=newer(draft),
        saved=saved,
        once=new_once(),
    )
    return html, 409 if clashes else 422 if problems else 200


def with_rows(form: FormDefinition, raw: Mapping[str, Any], path: str, rows: int) -> dict[str, Any]:
    """The raw answers with at least so many rows at *path*: nothing is kept of rows where nobody has written."""
    made = dict(raw)
    for _ in range(min(rows, MOST_ROWS)):
        if len(_rows(made, path)) >= rows:
            break
        made = add_row(form, made, path)
    return made


def _begun(form: FormDefinition, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The raw answers with the rows that the form cannot do without, ready to write in."""
    made = dict(raw)
    for question in form.questions.values():
        if question.many:
            made = with_rows(form, made, question.name, getattr(question, "min", 0))
    return made


def _rows(raw: Mapping[str, Any], path: str) -> list[Any]:
    here: Any = raw
    for step in path.replace("]", "").replace("[", ".").split("."):
        here = here.get(step) if isinstance(here, Mapping) else here[int(step)] if isinstance(here, list) else None
    return here if isinstance(here, list) else []


def new_once() -> str:
    """A one-time key for a form."""
    return secrets.token_urlsafe(16)


def newer(draft: Opened) -> Difference | None:
    """What has changed in the form since the draft was begun; None when nothing has, or the form is switched off."""
    try:
        now = form_now(draft.stored.form)
    except NotFound:
        return None
    return None if now.sha256 == draft.form.sha256 else difference(draft.form, now)


def summary(sections: Iterable[SectionView], errors: Errors) -> list[tuple[str, str]]:
    """Every message once, in the order of the page, with the id of the place to mend; no id where there is none."""
    found = [(place.id, text) for section in sections for place in walk(section.views) for text in place.errors]
    shown = {text for _, text in found}
    rest = [("", text) for texts in errors.values() for text in texts if text not in shown]
    return list(dict.fromkeys(found + rest))


def walk(views: Iterable["View"]) -> Iterator["View | Row"]:
    """Every view and every row, those inside others too, in the order of the page."""
    for view in views:
        yield view
        yield from walk(view.inside)
        for row in view.rows:
            yield row
            yield from walk(row.views)


