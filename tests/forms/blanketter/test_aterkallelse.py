"""Ta tillbaka ett samtycke: at once, all or a part, without reasons or a signature, and the parties are told."""

from dataclasses import replace

import pytest
from support.form_examples import CONTEXT, example, problems, said

from stegvis.forms import load_form

FORM = load_form("aterkallelse")


@pytest.mark.parametrize("name", ["aterkallelse", "aterkallelse_delvis"])
def test_the_example_can_be_saved(name):
    assert problems(name) == {}


def test_an_employer_never_gets_a_copy():
    assert FORM.audiences == ("kommun", "deltagare", "part")


def test_nobody_is_asked_why():
    assert not any("varför" in question.label.lower() or "skäl" in question.name for _, question in FORM.walk())


def test_it_names_a_consent_and_offers_no_way_to_change_it():
    assert problems("aterkallelse", samtycke_ref=None) == {"samtycke_ref": ["Välj vilket samtycke du tar tillbaka."]}
    assert "sparas i ditt ärende" in said(FORM, "deltagare", {})["aterkallelse_sparas"]


def test_it_cannot_wait_for_a_day_to_come():
    words = "Välj dagens datum eller en tidigare dag. Samtycket slutar gälla genast."
    told = ["2026-11-21"] * 3
    found = problems("aterkallelse", aterkallat_datum="2026-11-22 08:00", aterkallat_meddelat_till=told)
    assert found == {"aterkallat_datum": [words]}


def test_what_a_part_of_it_is_has_to_be_ticked():
    words = "Kryssa i minst en uppgift som du tar tillbaka."
    assert problems("aterkallelse_delvis", aterkallat_delar=None) == {"aterkallat_delar": [words]}


def test_all_of_it_has_no_parts():
    cells = example("aterkallelse_delvis")["aterkallat_delar"]
    assert "aterkallat_delar" not in FORM.schema(CONTEXT).load({**example("aterkallelse"), "aterkallat_delar": cells})


def test_what_else_is_taken_back_is_told_in_words():
    found = problems("aterkallelse_delvis", aterkallat_delar=[{"uppgift": "annat", "part": 1}])
    assert found == {"aterkallat_delar[0].annat_text": ["Skriv vilka andra uppgifter det gäller."]}


def test_every_party_is_told():
    days = ["2026-11-19", "2026-11-20", ""]
    words = "Skriv vilken dag Arbetsförmedlingen, Kontoret i Påhittby meddelades."
    assert problems("aterkallelse", aterkallat_meddelat_till=days) == {"aterkallat_meddelat_till[2]": [words]}


def test_no_party_is_told_before_it_happened():
    days = ["2026-11-19", "2026-11-18", "2026-11-20"]
    words = "Välj 2026-11-19 eller en senare dag."
    assert problems("aterkallelse", aterkallat_meddelat_till=days) == {"aterkallat_meddelat_till[1]": [words]}


@pytest.mark.parametrize("who", ["vardnadshavare", "foretradare"])
def test_who_speaks_for_somebody_has_a_name_and_a_mandate(who):
    gone = {
        "foretradare_typ": None,
        "foretradare_namn": None,
        "foretradare_omfattning": None,
        "foretradare_visat_datum": None,
    }
    assert list(problems("aterkallelse", aterkallat_av=who, **gone)) == ["foretradare_typ"]
    assert problems("aterkallelse", aterkallat_av="deltagare", **gone) == {}


def test_it_holds_without_a_signature():
    place = FORM.questions["underskrift_deltagare"]
    assert place.help == "Det gäller även utan underskrift."
    assert not place.required


def test_a_party_reads_its_own_row_and_its_own_cells_alone():
    reader = FORM.reader("part", FORM.schema(CONTEXT).load(example("aterkallelse_delvis")), replace(CONTEXT, part=2))
    cells = FORM.questions["aterkallat_delar"].text(reader.answers["aterkallat_delar"], reader)
    rows = FORM.questions["parter"].text(reader.answers["parter"], reader)
    assert cells.head == ("Uppgift", "Region X, Vårdcentralen Lärkan")
    assert [row[0] for row in cells.rows if row[1] != "☐"] == [
        "Hälsa som påverkar arbete",
        "Medicinska underlag, till exempel intyg",
    ]
    assert [row[0] for row in rows.rows] == ["Region X"]


@pytest.mark.parametrize("name", ["aterkallat_satt", "aterkallat_meddelat_till", "antecknat_av"])
def test_a_party_does_not_read_how_it_came_or_who_else_was_told(name):
    assert "part" not in FORM.questions[name].audience


@pytest.mark.parametrize(
    ("extent", "words"), [("helt", "Det gäller: allt."), ("delvis", "Det gäller: det som är ikryssat.")]
)
def test_a_party_is_told_to_stop(extent, words):
    letter = said(FORM, "part", {"aterkallat_omfattning": extent})["aterkallelse_meddelande"]
    assert words in letter
    assert "Lämna inte fler uppgifter" in letter


def test_what_is_signed_is_seen_by_those_who_sign():
    assert all({"kommun", "deltagare"} <= set(question.audience) for _, question in FORM.walk() if question.signed)
