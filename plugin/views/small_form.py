"""A small form on a page of its own: drawn, judged, and when it holds given on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError

from ...forms import FormDefinition
from ...schemas.schema import flatten
from ..documents.context import make_context
from ..storage.ids import new_request_key
from ..web.rendering import render
from .documents.fill_page import summary


def small_form_page(
    form: FormDefinition,
    kicker: str,
    action: str,
    on_valid: Callable[[Mapping[str, Any]], ResponseReturnValue],
    *,
    button: str,
    back: str,
    raw: Mapping[str, Any] | None = None,
    title: str = "",
    **shown: Any,
) -> ResponseReturnValue:
    """The page of the form under the words *kicker*; when the answers hold, what *on_valid* makes of them as they are
    to be stored.

    *shown* goes to the template: the `case`, and what is `missing` before it.
    """
    asked = _Asked(form, kicker, action, title or form.title, button, back, shown)
    context = make_context()
    if request.method == "GET":
        return asked.drawn(form.page({**form.defaults(context), **(raw or {})}, context=context), {})
    typed = form.page(posted=request.form, context=context).raw
    try:
        judged = form.schema(context).load(typed)
    except ValidationError as problem:
        errors = flatten(problem.messages)
        return asked.drawn(form.page(typed, errors=errors, context=context), errors)
    try:
        return on_valid(form.schema(context).dump(judged))
    except Moved as moved:
        again = _Asked(form, kicker, moved.where, asked.title, button, back, shown | {"note": moved.note})
        return again.drawn(form.page(typed, context=context), {}, 409)


class Moved(Exception):
    """Somebody else has changed it meanwhile: the page is shown again with the note, and posts to another address."""

    def __init__(self, where: str, note: str) -> None:
        super().__init__(note)
        self.where, self.note = where, note


@dataclass(frozen=True)
class _Asked:
    form: FormDefinition
    over: str
    where: str
    title: str
    button: str
    back: str
    shown: Mapping[str, Any]

    def drawn(self, page: Any, errors: Mapping[str, list[str]], status: int = 200) -> ResponseReturnValue:
        sections = list(page.sections())
        html = render(
            "stegvis/asked.html",
            title=self.title,
            failed=bool(errors),
            form=self.form,
            over=self.over,
            sections=sections,
            sources={},
            problems=summary(sections, errors),
            where=self.where,
            button=self.button,
            back=self.back,
            request_key=new_request_key(),
            **{"case": None, "missing": (), "note": "", "hint": None} | dict(self.shown),
        )
        return html, 422 if errors else status
