"""Small forms for tests: from a sample file, or from questions written in the test."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from stegvis.forms import Context, FormFileError, load_form
from stegvis.forms.loading.read_form import read_form
from stegvis.forms.loading.toml_files import expand

SAMPLES = Path(__file__).parents[1] / "forms/samples"
CONTEXT = Context(now=datetime(2026, 11, 21, 12, tzinfo=UTC))


def sample(name):
    """The form in `samples/<name>.toml`."""
    return load_form(name.replace("_", "-"), SAMPLES / f"{name}.toml")


def data(*questions, rules=(), **top):
    """What a form file with one section of these questions holds."""
    section = {
        "id": "del",
        "title": "Delen",
        "questions": [q if "block" in q else {"label": "Frågan", **q} for q in questions],
    }
    head = {"id": "prov", "code": "PROV", "version": 1, "title": "Prov", "audiences": ["kommun", "deltagare"]}
    return {**head, "sections": [section], "rules": list(rules), **top}


def form(*questions, rules=(), **top):
    """The form with one section of these questions."""
    return read_form(expand(data(*questions, rules=rules, **top), "prov.toml"))


def problems(made, context=CONTEXT, /, **answers):
    """`{path: [messages]}` of the answers."""
    return made.schema(context).validate(answers)


def loaded(made, context=CONTEXT, /, **answers):
    """The judged answers."""
    return made.schema(context).load(answers)


def refused(*questions, **more):
    """What the loader says of a form with a mistake."""
    with pytest.raises(FormFileError) as caught:
        form(*questions, **more)
    return str(caught.value)
