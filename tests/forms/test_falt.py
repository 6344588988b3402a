"""docs/falt.csv: every field of the specification lives somewhere, and every question comes from somewhere."""

import csv
from pathlib import Path

import pytest

from stegvis.forms import load_form
from stegvis.forms.kinds.fixed import Fixed

FILE = Path(__file__).parents[2] / "docs" / "falt.csv"
SERVED_BY = {"question", "fixed", "rule", "default", "context", "form"}


def rows(form_id):
    with FILE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter=";") if row["form"] == form_id]


FORMS = sorted({line.split(";")[0] for line in FILE.read_text("utf-8").splitlines()[1:]})


@pytest.mark.parametrize("form_id", FORMS)
def test_every_field_is_served_by_something_that_is_there(form_id):
    form = load_form(form_id)
    paths, rules = dict(form.walk()), {rule.rule.id for rule in form.rules}
    for row in rows(form_id):
        there = {
            "question": row["path"] in paths and not isinstance(paths.get(row["path"]), Fixed),
            "fixed": isinstance(paths.get(row["path"]), Fixed),
            "rule": row["path"] in rules,
            "default": getattr(paths.get(row["path"]), "default", None) is not None,
            "context": bool(row["path"] and row["note"]),
            "form": bool(row["path"] and row["note"]),
        }
        assert row["domain_name"] and row["domain_section"]
        assert there[row["served_by"]], row


@pytest.mark.parametrize("form_id", FORMS)
def test_every_question_and_rule_is_told_of(form_id):
    form = load_form(form_id)
    told = {row["path"] for row in rows(form_id)}
    asked = {path for path, _ in form.walk()} | {rule.rule.id for rule in form.rules}
    assert asked - told == set()


@pytest.mark.parametrize("form_id", FORMS)
def test_no_line_stands_twice(form_id):
    lines = [(row["domain_name"], row["served_by"], row["path"]) for row in rows(form_id)]
    assert len(set(lines)) == len(lines)
