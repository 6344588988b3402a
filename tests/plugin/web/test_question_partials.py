"""Every kind of question has a partial, and whatever is typed is drawn as text."""

from pathlib import Path

import pytest
from support.form_examples import FORMS, example
from support.hosts import mounted

from stegvis.forms import load_form
from stegvis.forms.kinds import KINDS
from stegvis.plugin.web import rendering

PARTIALS = Path(rendering.__file__).parents[1] / "templates" / "stegvis" / "kinds"


def test_there_is_a_partial_for_each_kind_and_none_too_many():
    assert {path.stem for path in PARTIALS.glob("*.html")} == set(KINDS)


@pytest.mark.parametrize("form", FORMS)
def test_markup_in_any_answer_is_shown_as_it_was_typed(tmp_path, form):
    evil = '"><script>alert(1)</script>'
    drawn = mounted(tmp_path).extensions["stegvis"].environment.globals["drawn"]
    page = load_form(form).page(_spoiled(example(form), evil))
    with mounted(tmp_path).test_request_context("/stegvis/"):
        html = "".join(str(drawn(view)) for section in page.sections() for view in section.views)
    assert "<script>" not in html and html.count("&lt;script&gt;") >= 3


def _spoiled(raw, evil):
    match raw:
        case str():
            return evil
        case dict():
            return {name: _spoiled(value, evil) for name, value in raw.items()}
        case list():
            return [_spoiled(value, evil) for value in raw]
    return raw
