"""Beställning: who orders what and on what ground; the ground decides what the participant is told, and a no has a
reason.
"""

import pytest
from support.form_examples import CONTEXT, example, problems, said, warnings

from stegvis.forms import load_form

FORM = load_form("bestallning")
GROUNDS = {key for key, _ in FORM.questions["ingangsgrund"].options}


def judged(**changes):
    given = {**example("bestallning"), **changes}
    return FORM.schema(CONTEXT).load({name: value for name, value in given.items() if value is not None})


def told_of(ground):
    """What the participant is told of this ground."""
    return said(FORM, "deltagare", judged(ingangsgrund=ground, ingangsgrund_annan="Rådgivning"))["grund_text"]


def test_the_example_can_be_saved():
    assert problems("bestallning") == {}
    assert warnings("bestallning") == {}


def test_neither_an_employer_nor_another_authority_gets_a_copy():
    assert FORM.audiences == ("kommun", "deltagare")


def test_the_participant_reads_all_that_is_ordered():
    asked = {q.name for section in FORM.sections if section.id in ("bestallningen", "svar") for q in section.questions}
    assert asked
    assert {name for name in asked if "deltagare" not in FORM.questions[name].audience} == set()


def test_who_orders_is_one_of_those_the_sources_name_or_is_written():
    assert [key for key, _ in FORM.questions["bestallare"].options] == [
        "ekonomihandlaggare",
        "anl",
        "af",
        "vuxengruppen",
        "lss",
        "annan",
    ]
    assert problems("bestallning", bestallare="annan") == {
        "bestallare_annan": ["Skriv vilken annan beställare det är."]
    }
    assert problems("bestallning", bestallare="annan", bestallare_annan="Boendestödet") == {}


def test_another_ground_is_written():
    assert problems("bestallning", ingangsgrund="annan") == {
        "ingangsgrund_annan": ["Skriv vad beställningen annars bygger på."]
    }
    assert problems("bestallning", ingangsgrund="annan", ingangsgrund_annan="Rådgivning") == {}


@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_what_is_decided_has_the_number_of_its_decision(ground):
    found = problems("bestallning", ingangsgrund=ground, ingangsgrund_annan="Rådgivning", beslut_ref=None)
    decided = ground in ("lss", "forsorjningsstod", "af_beslut")
    assert found == ({"beslut_ref": ["Skriv beslutets nummer."]} if decided else {})


@pytest.mark.parametrize("ground", sorted(GROUNDS))
def test_only_what_is_voluntary_is_called_so(ground):
    """Nobody who is referred as a condition is told that it is free, and nobody who is free is told that they must."""
    told = told_of(ground)
    assert ("frivilligt" in told) == (ground in ("frivillig", "lss"))
    assert ("anvisad" in told) == (ground == "forsorjningsstod")


def test_the_period_ends_after_it_begins_or_not_at_all():
    assert problems("bestallning", period_till="2026-11-30")["period_till"] == [
        "Ändra sista dagen. Den ska vara 2026-12-01 eller senare."
    ]
    assert problems("bestallning", period_till="2026-12-01") == {}
    assert problems("bestallning", period_till=None) == {}


def test_the_follow_up_is_when_it_has_begun():
    assert problems("bestallning", uppfoljning_senast="2026-11-30") == {
        "uppfoljning_senast": ["Välj 2026-12-01 eller senare. Beställningen följs upp när den har börjat."]
    }
    assert problems("bestallning", uppfoljning_senast="2026-12-01") == {}


def test_a_follow_up_after_the_end_is_only_pointed_out():
    assert problems("bestallning", uppfoljning_senast="2027-03-01") == {}
    assert warnings("bestallning", uppfoljning_senast="2027-03-01") == {
        "uppfoljning_senast": ["Välj hellre 2027-02-28 eller tidigare, medan insatsen pågår."]
    }
    assert warnings("bestallning", uppfoljning_senast="2027-02-28") == {}


def test_it_can_be_saved_before_it_is_answered():
    assert problems("bestallning", svar=None) == {}


def test_a_no_has_a_reason():
    assert problems("bestallning", svar="nej") == {"svar_text": ["Skriv varför svaret är nej."]}
    assert problems("bestallning", svar="nej", svar_text="Det finns ingen plats före våren.") == {}
    assert problems("bestallning", svar="vantar") == {}


def test_who_orders_and_what_was_answered_is_counted():
    assert {"bestallare", "ingangsgrund", "svar"} <= {name for name, q in FORM.questions.items() if q.statistics}
    assert not any(
        FORM.questions[name].statistics for name in ("bestallare_annan", "ingangsgrund_annan", "mal", "svar_text")
    )
