"""docs/termer.csv is the list of what a case can fill in, and it is looked through: what is asked twice has a term,
or a reason.
"""

from collections import Counter

from support import terms

from stegvis.forms import list_forms

ANEW = {
    "upprattad_datum": "another day each time",
    "datum": "another day each time",
    "visad_for_deltagaren": "done anew",
    "kopia_till": "chosen for each copy",
    "avvikande_mening": "about this document",
    "info_gdpr_version": "given anew",
    "info_gdpr_datum": "given anew",
    "underskrifter": "signed anew",
    "identitet_styrkt": "how it was proved this time",
    "foretradare_visat_datum": "shown this time",
    "parter": "who takes part in this",
    "form": "how it was done this time",
    "satt": "how it was done this time",
    "typ": "of this document",
    "beslut": "of this meeting",
    "beslut_ref": "of this decision",
    "syfte": "of this document",
    "start": "of this document",
    "period_fran": "of this document",
    "period_till": "of this document",
    "omfattning": "of this document",
    "nasta_uppfoljning": "from now",
    "narvarande": "who was there",
    "deltagit": "who was there",
    "manad": "this month",
    "information": "given anew",
    "godkant_av_deltagaren": "said anew",
    "deltagarens_syn": "said anew",
    "formagor": "another scale",
    "delaktighet": "another question",
    "grund_praktik": "locked to the agreement",
    "samtycke_ref": "optional in what comes first",
    "narvarorapport": "another question",
    "boende": "before and after, to be compared",
    "anpassning": "another purpose",
    "schema": "only when it changes",
    "saknar_personnummer": "a tick is never filled in",
}
"""Questions of the same name in several forms that nothing fills in, and why."""


def test_the_list_is_of_the_forms_as_they_are():
    assert terms.PAGE.read_text("utf-8") == terms.text(), "run: python tests/support/terms.py, and look at what is new"


def test_what_is_asked_in_many_forms_has_a_term_or_a_reason():
    asked = Counter(
        q.name for form in list_forms() for q in form.answerable if q.name in form.questions and not q.prefill
    )
    assert {name for name, times in asked.items() if times > 1} - set(ANEW) == set()
