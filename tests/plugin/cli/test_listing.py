"""Forms and programmes as lines and as JSON say the same."""

import json

import pytest

from stegvis.forms import list_forms, list_programmes, load_form, load_programme
from stegvis.plugin.cli import listing


def test_a_line_for_each_form_and_the_same_as_json():
    every = list_forms()
    rows = json.loads(listing.forms_json(every))
    assert [line.split()[:2] for line in listing.forms_lines(every).splitlines()] == [
        [row["id"], row["code"]] for row in rows
    ]
    assert [row["sha256"] for row in rows] == [form.sha256 for form in every]


def test_a_form_is_its_head_and_a_line_for_each_question():
    form = load_form("samtycke")
    head, *lines = listing.form_lines(form).splitlines()
    assert head == f"{form.code} {form.title}, version {form.version}"
    assert [line.split(":")[0].strip() for line in lines] == [path for path, _ in form.walk()]
    assert json.loads(listing.form_json(form)) == form.json_schema()


def test_a_line_for_each_programme_and_the_same_as_json():
    every = list_programmes()
    rows = json.loads(listing.programmes_json(every))
    lines = listing.programmes_lines(every).splitlines()
    assert [line.split()[0] for line in lines] == [row["id"] for row in rows]
    assert all(("utan steg" in line) == (not one.runs) for line, one in zip(lines, every, strict=True))


@pytest.mark.parametrize("name", [one.id for one in list_programmes()])
def test_a_programme_is_its_title_and_its_steps(name):
    programme = load_programme(name)
    lines = listing.programme_lines(programme).splitlines()
    assert lines[0] == programme.title
    for number, step in enumerate(programme.steps, 1):
        assert any(line.startswith(f"  {number}. {step.title}") for line in lines)
    assert json.loads(listing.programme_json(programme))["id"] == name


def test_nothing_is_no_lines():
    assert (listing.forms_lines(()), listing.programmes_lines(())) == ("", "")
