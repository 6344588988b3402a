"""Intyg: what the participant wants to show, from an issuer whose name says nothing of why."""

import pytest
from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("intyg")


@pytest.mark.parametrize("name", ["anordnare", "titel", "arbetsplats", "omdome"])
def test_nothing_says_why_somebody_was_there(name):
    assert name in problems("intyg", **{name: "Vuxenenheten, missbruk"})


def test_the_participant_has_read_it_first():
    assert problems("intyg", godkant_av_deltagaren=None)["godkant_av_deltagaren"] == [
        "Be deltagaren läsa intyget, och kryssa sedan i rutan."
    ]


def test_a_referee_has_been_asked():
    assert "referensperson_ja" in problems("intyg", referensperson_ja=None)
    assert problems("intyg", referensperson=None, referensperson_ja=None) == {}


def test_modules_and_abilities_are_shown_only_if_somebody_wants_to():
    assert problems("intyg", moduler=[], formagor=[], omdome=None, omfattning=None) == {}
    assert problems("intyg", moduler=[{"titel": "X", "steg": 11}])


def test_it_asks_nothing_of_absence_health_or_the_case():
    assert not {"narvaro", "arendenummer", "program_id", "grund"} & set(FORM.questions)


def test_the_last_day_comes_after_the_first():
    assert "period_till" in problems("intyg", period_till="2026-08-01")
