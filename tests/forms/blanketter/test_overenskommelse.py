"""Överenskommelse om stöd: what the person wants, what we do, and the right to stop."""

import pytest
from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("overenskommelse")


@pytest.mark.parametrize("name", ["information", "deltagaren_vill", "personal_gor", "hur_ofta", "start"])
def test_both_sides_and_how_often_stand_in_it(name):
    assert name in problems("overenskommelse", **{name: None})


def test_both_sign_the_same_words():
    assert FORM.questions["underskrift_deltagare"].required and FORM.questions["underskrift_kommun"].required
    signed = {q.name for q in FORM.questions.values() if q.signed}
    assert {"deltagaren_vill", "personal_gor", "ratt_att_sluta", "sekretess_info"} <= signed


def test_the_right_to_stop_and_secrecy_are_said_truthfully():
    said = " ".join(text.text for name in ("ratt_att_sluta", "sekretess_info") for text in FORM.questions[name].texts)
    assert "sluta när du vill" in said and "i vissa fall" in said.lower()


def test_the_network_says_what_each_does():
    assert problems("overenskommelse", natverk=[]) == {}
    assert "natverk[0].gor" in problems("overenskommelse", natverk=[{"roll": "Boendestödet"}])
