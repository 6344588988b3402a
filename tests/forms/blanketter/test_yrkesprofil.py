"""Yrkesprofil: the participant's own, with a match that stays with the kommun."""

from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("yrkesprofil")


def test_the_participant_reads_everything_but_the_match():
    hidden = [q.name for q in FORM.questions.values() if q.answered and "deltagare" not in q.audience]
    assert hidden == ["matchning"]


def test_health_is_told_only_by_ones_own_wish():
    health = FORM.questions["halsa_ork"]
    assert not health.required and health.sensitive and "Bara om du själv vill" in health.help


def test_there_is_a_plan_and_a_follow_up():
    assert "handlingsplan" in problems("yrkesprofil", handlingsplan=[])
    assert "uppfoljningar" in problems("yrkesprofil", uppfoljningar=[])
    assert "handlingsplan[0].vem" in problems("yrkesprofil", handlingsplan=[{"vad": "Ringa", "nar": "nu"}])
