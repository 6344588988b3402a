"""The two forms filled with the examples, composed for every audience: what the tests of whole documents share."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from stegvis.exporters import compose
from stegvis.forms import Context, Letterhead, list_forms, load_form

EXAMPLES = Path(__file__).parent.parent / "forms" / "examples"
CONTEXT = Context(
    now=datetime(2026, 11, 21, 12, 0, tzinfo=UTC),
    letterhead=Letterhead(
        kommun="Åviks kommun",
        namnd="Påhittade nämnden",
        enhet="Enheten för övning",
        anordnare="Kommunens praktiksamordning",
        phone="0170-174 06 05",
        email="ovning@exempel.se",
    ),
    document_id="019aa7b2-0000-7000-8000-00001a2b3c4d",
    part=1,
)
COPIES = [
    (form.id, audience)
    for form in list_forms()
    if (EXAMPLES / f"{form.id}.json").exists()
    for audience in form.audiences
]
"""Every copy there is of a form that has an example."""


def raw(name):
    """The example's answers as JSON."""
    return json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))


def answers(form_id, given=None):
    """Judged answers: the example's, or *given* raw ones."""
    return load_form(form_id).schema(CONTEXT).load(raw(form_id) if given is None else given)


@cache
def filled(form_id, audience):
    """The example as this audience may have it."""
    return compose(load_form(form_id), answers(form_id), audience, CONTEXT)


@cache
def blank(form_id, audience):
    """The empty form for this audience."""
    return compose(load_form(form_id), None, audience, CONTEXT)
