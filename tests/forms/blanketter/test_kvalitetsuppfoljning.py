"""Kvalitetsuppföljning: four questions a month, each of which may be left, and who helped to answer."""

import pytest
from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("kvalitetsuppfoljning")
FOUR = ("bemotande", "delaktighet", "information", "lart_nytt")


@pytest.mark.parametrize("name", FOUR)
def test_each_of_the_four_has_an_answer_which_may_be_no_answer(name):
    assert name in problems("kvalitetsuppfoljning", **{name: None})
    assert problems("kvalitetsuppfoljning", **{name: "vill_inte"}) == {}
    assert FORM.questions[name].statistics


def test_who_helped_is_told():
    assert "hjalp_att_svara" in problems("kvalitetsuppfoljning", hjalp_att_svara=None)


def test_a_municipality_may_ask_its_own_four(tmp_path):
    (tmp_path / "egna.toml").write_text(
        'form = "kvalitetsuppfoljning"\nversion = "1"\n[questions.bemotande]\nlabel = "Känner du dig sedd?"\n', "utf-8"
    )
    assert load_form("kvalitetsuppfoljning", tmp_path).questions["bemotande"].label == "Känner du dig sedd?"
