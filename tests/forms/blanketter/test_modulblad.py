"""Modulblad: ten steps, eight areas, and no failure in going back."""

import pytest
from support.form_examples import example, problems

from stegvis.forms import load_form

FORM = load_form("modulblad")
ROW = example("modulblad")["moduler"][0]


@pytest.mark.parametrize("name", ["startsteg", "malsteg", "nu"])
@pytest.mark.parametrize("step", [0, 11, 2.5])
def test_a_step_is_a_whole_number_from_one_to_ten(name, step):
    assert problems("modulblad", moduler=[{**ROW, name: step}], bedomningar=[])


def test_there_are_eight_areas_and_two_kinds():
    asked = dict(FORM.walk())
    assert len(asked["moduler[].omrade"].options) == 8 and len(asked["moduler[].slag"].options) == 2


def test_going_down_is_an_assessment_like_another():
    assert problems("modulblad", bedomningar=[{"modul": 1, "datum": "2026-11-01", "steg": 1, "vem": "deltagare"}]) == {}


def test_changing_to_another_module_is_no_failure():
    assert problems("modulblad", moduler=[{**ROW, "laget": "bytt"}], bedomningar=[]) == {}
    assert "misslyckande" in FORM.questions["bedomningar"].help


def test_an_assessment_is_of_a_module_on_the_sheet():
    assert problems("modulblad", bedomningar=[{"modul": 9, "datum": "2026-11-01", "steg": 1, "vem": "deltagare"}])


def test_the_four_introductions_can_be_chosen():
    assert [key for key, _ in FORM.questions["forval"].options] == [
        "introduktion",
        "fysisk_halsa",
        "psykisk_halsa",
        "narvaro",
    ]
