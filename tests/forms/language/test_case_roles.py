"""The words that a form tells its case with."""

import pytest

from stegvis.forms import list_forms
from stegvis.forms.language.case_roles import ROLES, CasePart

TOLD = {form.id: form.case for form in list_forms() if form.case}


def test_a_part_tells_each_term_by_one_question():
    part = CasePart("plan", {"until": "plan_till", "kind": "plan_typ"})
    assert (part.term("plan_typ"), part.term("plan_till"), part.term("mal")) == ("kind", "until", "")


@pytest.mark.parametrize("form_id", TOLD)
def test_a_shipped_form_plays_a_part_there_is_and_tells_what_the_part_needs(form_id):
    part = TOLD[form_id]
    terms = ROLES[part.role].terms
    assert set(part.tells) <= set(terms)
    assert {name for name, term in terms.items() if term.needed} <= set(part.tells)


def test_no_part_is_without_a_form():
    """A word that nobody says is a word that nobody has tried."""
    assert {part.role for part in TOLD.values()} == set(ROLES)
