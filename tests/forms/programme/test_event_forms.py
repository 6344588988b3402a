"""What a worker notes in a case, asked with the programme's own words to choose among."""

import pytest

from stegvis.forms import UnknownForm, list_programmes
from stegvis.forms.programme.definition import read_programme
from stegvis.forms.programme.event_forms import event_form, event_kinds

RUNNING = [programme for programme in list_programmes() if programme.runs]
OTHER = ("annan", "Annan")
STEP = {"id": "prova", "title": "Prova på", "decisions": ["fortsatter", "inte_nu"]}
PROGRAMME = read_programme(
    {
        "id": "prov",
        "title": "Prov",
        "steps": [STEP, {"id": "slut", "title": "Avsluta", "decisions": ["fortsatter"]}],
        "activities": [{"id": "cafe", "title": "Caféet"}],
        "sources": [{"title": "Region X", "units": ["Mottagningen"]}, {"title": "Själv"}],
    }
)


def options(kind, question, programme=PROGRAMME, *more):
    return event_form(kind, programme, *more).questions[question].options


@pytest.mark.parametrize("programme", RUNNING, ids=lambda programme: programme.id)
def test_what_is_noted_can_be_asked_in_it(programme):
    for kind in event_kinds():
        assert event_form(kind, programme).questions


def test_a_programme_that_knows_every_answer_has_its_own_alone():
    assert options("steg", "steg") == (("prova", "Prova på"), ("slut", "Avsluta"))


def test_where_it_does_not_there_is_another_last():
    assert options("aktivitet", "aktivitet") == (("cafe", "Caféet"), OTHER)


def test_decisions_are_said_in_words_and_each_once():
    assert options("beslut", "svar") == (("fortsatter", "Fortsatter"), ("inte_nu", "Inte nu"))


def test_a_programme_without_anything_to_choose_keeps_the_files_own():
    assert options("aktivitet", "aktivitet", read_programme({"id": "prov", "title": "Prov"})) == (OTHER,)


def test_options_that_are_known_first_when_asked_go_before():
    assert options("steg", "steg", PROGRAMME, ("steg", (("prova", "Prova på"),))) == (("prova", "Prova på"),)


@pytest.mark.parametrize("kind", ["finns-inte", "../blanketter/samtycke", "", "steg.toml"])
def test_what_is_no_event_is_told_with_those_there_are(kind):
    with pytest.raises(UnknownForm, match="Välj en av: .*beslut, .*steg"):
        event_form(kind, PROGRAMME)
