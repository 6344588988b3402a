"""What a page draws of a question; that every kind fills its view is tested with the page."""

import pytest
from support.making import sample

from stegvis.forms.questions.view import Row, View, control_name


@pytest.mark.parametrize(("path", "name"), [("a", "a"), ("parter[0].enhet", "parter-0-enhet"), ("a.b", "a-b")])
def test_a_control_has_the_name_of_its_path(path, name):
    assert control_name(path) == name


def test_help_error_and_doubt_describe_the_control():
    view = View(sample("text").questions["svar"], "svar", "Namn", "", [])
    assert (view.id, view.described_by, view.optional, view.called) == ("st-svar", "", False, "Namn")
    view.help, view.errors, view.warnings = "Hela.", ["Skriv."], ["Tänk."]
    assert view.described_by == "st-svar-hjalp st-svar-fel st-svar-varning"


def test_a_row_is_called_by_its_heading():
    assert (Row("parter[0]", "Part 1").called, Row("parter[0]", "Part 1").id) == ("Part 1", "st-parter-0")
