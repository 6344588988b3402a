"""The realistic answers in tests/forms/examples, and the day and the sender they are judged with."""

import json
from datetime import UTC, datetime
from pathlib import Path

from stegvis.forms import Context, Letterhead, list_forms, load_form
from stegvis.forms.kinds.fixed import Fixed

FOLDER = Path(__file__).parents[1] / "forms" / "examples"
EXAMPLES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
FORMS = tuple(form.id for form in list_forms() if form.id in EXAMPLES)
"""The forms that have an example, in the order they are listed."""
CONTEXT = Context(
    now=datetime(2026, 11, 21, 12, tzinfo=UTC),
    letterhead=Letterhead(kommun="Påhittby kommun", namnd="Socialnämnden", enhet="Arbetsmarknadsenheten"),
)


def example(name):
    """The answers of one example, fresh."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def form_of(name):
    """The form that an example answers."""
    return load_form(name.split("_")[0])


def problems(name, **changes):
    """What is said about an example whose answers are changed; None takes an answer away."""
    answers = {key: value for key, value in {**example(name), **changes}.items() if value is not None}
    return form_of(name).schema(CONTEXT).validate(answers)


def warnings(name, **changes):
    """The warnings about an example whose answers are changed; they never stop anybody."""
    schema = form_of(name).schema(CONTEXT)
    return schema.warnings(schema.load({**example(name), **changes}))


def said(form, audience, answers):
    """Every fixed text that a reader is given, by its name."""
    reader = form.reader(audience, answers, CONTEXT)
    texts = {name: q.variant(reader) for name, q in form.questions.items() if isinstance(q, Fixed) and reader.sees(q)}
    return {name: reader.fill(variant.text) for name, variant in texts.items() if variant}
