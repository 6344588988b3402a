"""Uppföljning: what each kind asks, what is shared and what stays with the kommun."""

import pytest
from support.form_examples import example, problems

from stegvis.forms import load_form

FORM = load_form("uppfoljning")


def test_the_participant_takes_part():
    others = [{"namn": "Åsa Lindblomster", "roll": "konsulent"}]
    assert problems("uppfoljning", narvarande=others) == {
        "narvarande": ["Lägg till deltagaren. En uppföljning görs tillsammans."]
    }
    assert problems("uppfoljning", narvarande=[*others, {"namn": "Ett Ombud", "roll": "foretradare"}]) == {}


@pytest.mark.parametrize("name", ["stegforflyttning", "konsekvens_tid"])
def test_every_third_month_says_whether_a_step_was_taken_and_what_that_means(name):
    assert name in problems("uppfoljning", **{name: None})
    assert name not in problems("uppfoljning", typ="manad", **{name: None})


def test_of_praktik_the_supervisor_is_heard():
    assert "handledares_syn" in problems("uppfoljning_praktik", handledares_syn=None)
    assert "handledares_syn" not in problems("uppfoljning", handledares_syn=None)


def test_in_week_three_the_participant_may_stop():
    assert "vill_sluta" in problems("uppfoljning", typ="vecka_3")
    assert "vill_sluta" not in problems("uppfoljning", typ="vecka_3", vill_sluta="ja")


def test_after_two_months_the_next_step_is_told():
    assert "nasta_steg" in problems("uppfoljning", typ="tva_manader", nasta_steg=None)


def test_there_is_a_next_time_unless_it_is_the_last():
    assert "ny_nasta_uppfoljning" in problems("uppfoljning", ny_nasta_uppfoljning=None)
    assert problems("uppfoljning", avslutas_nu="ja", ny_nasta_uppfoljning=None) == {}


def test_another_authority_reads_what_is_shared_and_nothing_of_health_or_relapse():
    seen = {q.name for q in FORM.questions.values() if "part" in q.audience}
    assert {"sedan_sist", "deltagarens_syn", "malen"} <= seen
    assert not {"skattning", "intern_anteckning", "aterfall", "narvaro_h_genomfort"} & seen


def test_relapse_is_the_kommuns_alone_and_sensitive():
    assert FORM.questions["aterfall"].audience == ("kommun",) and FORM.questions["aterfall"].sensitive
    assert "arbetsgivare" not in FORM.audiences


def test_each_goal_says_how_it_goes():
    rows = example("uppfoljning")["malen"]
    assert "malen[0].hur" in problems("uppfoljning", malen=[{**rows[0], "hur": None}])
