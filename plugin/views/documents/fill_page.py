"""Draws the page where a form is filled in, whatever has happened to the draft."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from ....forms import FormDefinition
from ....forms.definition.page import SectionView
from ....forms.definition.rows import with_rows
from ...cases.carry_over import NOT_FORMS
from ...documents.context import make_context
from ...documents.document_file import DocumentFile
from ...errors import FormUnavailable
from ...installation.catalogue import form_now, title_of
from ...storage.ids import new_request_key
from ...web.rendering import render
from .conflicts import Clashes
from .form_changes import Difference, difference

if TYPE_CHECKING:
    from ....forms.questions.view import Row, View

Errors = Mapping[str, list[str]]


def fill_page(
    draft: DocumentFile,
    raw: Mapping[str, Any],
    *,
    errors: Errors | None = None,
    clashes: Clashes | None = None,
    saved: bool = False,
) -> ResponseReturnValue:
    """The form with these answers; 422 with *errors*, 409 when somebody else has saved meanwhile."""
    page = draft.form.page(_begun(draft.form, raw), errors=errors, context=draft.context)
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
        sources=source_notes(draft.sources, raw),
        case_id=draft.stored.case_id,
        request_key=new_request_key(),
    )
    return html, 409 if clashes else 422 if problems else 200


def source_notes(sources: Mapping[str, Any], raw: Mapping[str, Any]) -> dict[str, str]:
    """Where answers that stand as they were filled in came from, in words, by question."""
    return {
        name: f"Hämtat från {NOT_FORMS.get(source['form']) or title_of(source['form'])}, {source['day']}."
        for name, source in sources.items()
        if raw.get(name) == source["value"]
    }


def read_back_page(form: FormDefinition, raw: Mapping[str, Any], doubts: Errors) -> ResponseReturnValue:
    """The form with answers that stand in a file and nowhere else yet; *doubts* by path are told beside their
    questions.
    """
    page = form.page(_begun(form, raw), warnings=doubts, context=make_context())
    sections = list(page.sections())
    return render(
        "stegvis/read_back.html",
        title="Kontrollera det som är inläst",
        form=form,
        sections=sections,
        to_check=_warned(sections, doubts),
        empty=not raw,
        sources={},
        doubts=json.dumps(doubts, ensure_ascii=False),
        request_key=new_request_key(),
    )


def _warned(sections: Iterable[SectionView], doubts: Errors) -> list[tuple[str, str]]:
    """Every doubt once, after the name of its question and with its id; first what has no question."""
    places = [place for section in sections for place in walk(section.views) if place.warnings]
    shown = {text for place in places for text in place.warnings}
    rest = [("", text) for texts in doubts.values() for text in texts if text not in shown]
    found = [(place.id, f"{place.called}: {text}") for place in places for text in place.warnings]
    return list(dict.fromkeys(rest + found))


def _begun(form: FormDefinition, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The raw answers with the rows that the form cannot do without, ready to write in."""
    made = dict(raw)
    for question in form.questions.values():
        if question.many:
            made = with_rows(form, made, question.name, question.least_rows)
    return made


def newer(draft: DocumentFile) -> Difference | None:
    """What has changed in the form since the draft was begun; None when nothing has, or the form is switched off or
    cannot be used."""
    try:
        now = form_now(draft.stored.form)
    except (NotFound, FormUnavailable):
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
