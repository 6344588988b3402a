"""A blank that is filled in on a screen has one place for each control of the page that its reader may fill in."""

from collections import Counter

import pytest
from support.filled import CONTEXT

from stegvis.exporters import compose
from stegvis.exporters.document import Lines, Ticks, blocks
from stegvis.forms import list_forms
from stegvis.forms.definition.empty_reasons import WHY_EMPTY
from stegvis.forms.kinds.repeat import Repeat

EVERY = pytest.mark.parametrize(
    ("form", "audience"),
    [(form, a) for form in list_forms() for a in form.audiences],
    ids=lambda x: getattr(x, "id", x),
)


def places(document):
    """Every place of a document, in order."""
    for block in blocks(document):
        if isinstance(block, Lines) and block.place:
            yield block.place
        elif isinstance(block, Ticks):
            yield from block.places


def rows(questions):
    """Raw answers with as many empty rows as a screen's blank has."""
    made = {}
    for question in questions:
        inside = rows(question.asked)
        if isinstance(question, Repeat):
            made[question.name] = [dict(inside) for _ in range(question.rows_on_screen)]
        elif inside:
            made[question.name] = inside
    return made


def controls(form, audience):
    """The page's controls that hold what this audience may read, without those that count rows or ask why one is
    empty.
    """
    seen = {question.name for question in form.answerable if audience in question.audience}
    names = set()
    for question in form.answerable:
        page = form.page(
            {
                question.name: rows([question]).get(question.name),
                **{q.name: rows([q])[q.name] for q in form.answerable if q.many},
            }
        )
        if question.name in seen:
            of_it = (
                name for name in page.controls._fields if name == question.name or name.startswith(f"{question.name}-")
            )
            names |= {name for name in of_it if not name.endswith("-antal") and not name.startswith(WHY_EMPTY)}
    hidden = [path for path, question in form.walk() if audience not in question.audience]
    return {name for name in names if not any(_is_inside(name, path) for path in hidden)}


def _is_inside(name, path):
    steps = [step for step in name.split("-") if not step.isdigit()]
    return steps[: path.count(".") + 1] == path.replace("[]", "").split(".")


@EVERY
def test_there_is_a_place_for_each_control_and_none_twice(form, audience):
    found = list(places(compose(form, None, audience, CONTEXT, fillable=True)))
    assert {place.control for place in found} == controls(form, audience)
    assert [place for place, count in Counter(found).items() if count > 1] == []


@EVERY
def test_a_blank_for_paper_has_no_places(form, audience):
    assert list(places(compose(form, None, audience, CONTEXT))) == []
