"""Företagsprofil: about the workplace alone."""

from support.form_examples import problems

from stegvis.forms import load_form

FORM = load_form("foretagsprofil")


def test_no_question_is_about_a_participant():
    assert not [q.name for _, q in FORM.walk() if q.prefill.startswith("deltagare.")]
    assert FORM.beside_cases and FORM.audiences == ("kommun",)


def test_there_is_at_least_one_task():
    assert "arbetsanalys" in problems("foretagsprofil", arbetsanalys=[])


def test_the_union_is_a_contact_at_the_workplace_and_never_a_membership():
    assert "aldrig vem som är medlem" in FORM.questions["facklig_kontakt"].help


def test_a_number_that_is_none_is_refused():
    assert "orgnr" in problems("foretagsprofil", orgnr="556016-0681")
