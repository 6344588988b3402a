"""Avslut: outcomes that can be counted, contact that is kept, and reasons that stay with the kommun."""

import pytest
from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("avslut")


@pytest.mark.parametrize("name", ["anstallningsform", "sysselsattningsgrad"])
def test_employment_says_which_and_how_much(name):
    assert name in problems("avslut", **{name: None})
    assert name not in problems("avslut_avbrott", **{name: None})


@pytest.mark.parametrize("percent", [0, 101])
def test_the_degree_is_a_percentage(percent):
    assert "sysselsattningsgrad" in problems("avslut", sysselsattningsgrad=percent)


def test_studies_say_which():
    assert "studier_typ" in problems("avslut", utfall=["studier"])


def test_who_stopped_has_no_other_outcome():
    assert "utfall" in problems("avslut_avbrott", utfall=["avbrott", "studier"])


def test_why_somebody_stopped_is_the_kommuns_alone():
    reason = FORM.questions["orsak_avbrott"]
    assert reason.audience == ("kommun",) and reason.sensitive
    assert "orsak_avbrott" in problems("avslut_avbrott", orsak_avbrott=None)


def test_it_is_always_said_whether_there_is_contact_afterwards():
    assert "efterkontakt" in problems("avslut", efterkontakt=None)
    assert "efterkontakt_datum" in problems("avslut", efterkontakt_datum=None)
    assert problems("avslut", efterkontakt_datum="2026-11-01") == {
        "efterkontakt_datum": ["Välj samma dag som avslutet eller senare."]
    }
    assert "efterkontakt_hur" in problems("avslut", efterkontakt="intervall", efterkontakt_datum=None)


def test_what_is_counted_is_marked():
    counted = {q.name for q in FORM.questions.values() if q.statistics}
    assert {
        "utfall",
        "avslut_status",
        "anstallningsform",
        "sysselsattningsgrad",
        "forsorjning_efter",
        "efterkontakt",
    } <= counted
