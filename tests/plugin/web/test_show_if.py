"""A condition reaches the script in the words of the form files; what only the server can tell names no question."""

import json
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from stegvis.forms.language.conditions import read_condition
from stegvis.plugin.web.show_if import as_data, shown_when

KNOWN = [
    {"question": "tolk", "in": ["ja"]},
    {"question": "satt", "has": "post"},
    {"question": "sprak", "answered": False},
    {"all": [{"question": "a", "in": ["x", "y"]}, {"any": [{"question": "b", "has": "c"}]}]},
    {"not": {"question": "tolk", "in": ["nej", ""]}},
]


@pytest.mark.parametrize("data", KNOWN)
def test_a_condition_is_written_as_a_form_file_would(data):
    assert as_data(read_condition(data)) == data


def test_a_tick_is_yes_or_no_as_json_has_them():
    assert as_data(read_condition({"question": "a", "is": True})) == {"question": "a", "in": [True]}


@pytest.mark.parametrize("data", [{"context": "state", "is": "utkast"}, {"question": "fodd", "age_below": 18}])
def test_what_only_the_server_can_tell_is_left_to_it(data):
    assert as_data(read_condition(data)) == {}


def test_the_attributes_survive_any_text_and_name_the_row():
    condition = read_condition({"question": "val", "is": """"'<&å"""})
    question = SimpleNamespace(name="enhet", show_if=condition)
    view = SimpleNamespace(name="parter-0-enhet", question=question, hidden=True)
    element = BeautifulSoup(f"<div{shown_when(view)}></div>", "html.parser").div
    assert json.loads(element["data-show-if"]) == {"question": "val", "in": [""""'<&å"""]}
    assert element["data-row"] == "parter-0-" and element.has_attr("data-away")


def test_a_question_without_a_condition_has_no_attributes():
    assert shown_when(SimpleNamespace(question=SimpleNamespace(show_if=None))) == ""
