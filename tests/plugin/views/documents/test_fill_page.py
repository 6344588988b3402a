"""How a form is drawn to be filled in: errors at their questions, who reads what, and what is said without a script."""

import pytest

from stegvis.plugin.views.documents.fill_page import source_notes

FORMS = ("samtycke", "praktikavtal")


@pytest.mark.parametrize("form", FORMS)
def test_errors_stand_in_the_summary_and_at_the_field_in_the_same_words(office, form):
    page = office.begin(form).submit("fyll-i", press="kontrollera", handlaggare_telefon="ring")
    errors = page.errors
    heading = page.soup.select_one(".st-errors h2").get_text()
    assert page.status == 422 and heading == f"Det finns {len(page.soup.select('.st-errors li'))} saker att rätta"
    assert errors["st-handlaggare_telefon"].startswith("Skriv telefonnumret med siffror")
    for target, words in errors.items():
        place = page.soup.find(id=target)
        assert words in place.find_parent(class_=["st-q", "st-sec"]).get_text(), target
    assert page.values("fyll-i")["handlaggare_telefon"] == "ring"


def test_enter_presses_a_harmless_button(office):
    """The first button of the form saves the draft; it is not in the way of anybody."""
    first = office.begin("samtycke").form("fyll-i").find("button")
    assert first["value"] == "spara" and first["tabindex"] == "-1" and first["aria-hidden"] == "true"


def test_a_question_with_a_condition_is_shown_without_a_script_and_says_when_to_answer(office):
    page = office.begin("samtycke")
    question = page.soup.find(id="st-arbetsgivare_uppgifter").find_parent(class_="st-q")
    assert "hidden" not in question.attrs and question.has_attr("data-away")
    assert "Svara bara om du svarar ”Ja, dessa uppgifter”" in question.noscript.get_text()


def test_who_reads_an_answer_is_said(office):
    page = office.begin("praktikavtal")

    def section(number):
        return page.soup.find(id=f"st-del-{number}").select_one(".st-seen")

    assert section(5).get_text() == "Det här ser arbetsgivaren."
    assert section(4).get_text() == "Det här ser arbetsgivaren, om inget annat står vid frågan."
    assert "Det här ser inte arbetsgivaren." in page.soup.find(id="st-bransch").find_parent(class_="st-q").get_text()
    optional = page.soup.find("label", attrs={"for": "st-upptrappning"}).get_text()
    assert optional.endswith("(frivilligt)")


def test_texts_that_are_only_for_others_are_not_on_the_page(office):
    assert "Ni får den här kopian" not in office.begin("samtycke").text
    assert "Förvara avtalet så att" not in office.begin("praktikavtal").text


def test_where_an_answer_came_from_is_said_as_long_as_it_stands():
    """Once somebody has written something else it is theirs."""
    sources = {"fornamn": {"form": "arende", "day": "2026-11-21", "value": "Alva"}}
    assert (
        set(source_notes(sources, {"fornamn": "Alva"})) == {"fornamn"}
        and source_notes(sources, {"fornamn": "Siv"}) == {}
    )
