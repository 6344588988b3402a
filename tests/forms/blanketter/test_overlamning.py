"""Överlämning: nothing passes without a samtycke, and each kind of information is ticked."""

import pytest
from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("overlamning")


def test_there_is_a_samtycke():
    told = problems("overlamning", samtycke_ref=None)["samtycke_ref"]
    assert (
        told == ["Skriv vilket samtycke som gäller. Utan samtycke får inget lämnas."]
        and FORM.questions["samtycke_ref"].law == "OSL 10:1"
    )


@pytest.mark.parametrize("everybody", ["alla", "alla myndigheter"])
def test_the_receiver_is_one(everybody):
    assert "till_myndighet" in problems("overlamning", till_myndighet=everybody)


def test_what_is_ticked_is_told_and_nothing_else():
    assert "innehall" in problems("overlamning", innehall=[])
    assert "insatser" in problems("overlamning", insatser=[])
    assert problems("overlamning", innehall=["narvaro"], insatser=[], bedomning_text=None) == {}
    assert "innehall_annat" in problems("overlamning", innehall=["annat"])


@pytest.mark.parametrize("words", ["F32 enligt ICD-10", "Diagnosen är känd"])
def test_no_diagnosis_and_no_code(words):
    assert problems("overlamning", bedomning_text=words)["bedomning_text"] == [
        "Ta bort koden. Diagnoser lämnas inte här."
    ]


def test_somebody_does_something_by_a_day():
    assert "ansvar_nu" in problems("overlamning", ansvar_nu=[])


def test_what_the_participant_thinks_of_it_is_not_the_receivers():
    assert "part" not in FORM.questions["deltagaren_nojd"].audience
