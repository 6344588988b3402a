"""Answers of a filled form stand under their labels, short ones side by side; an agreement takes few sheets."""

from copy import deepcopy

import pytest
from support import pdf_reading
from support.form_examples import CONTEXT, example, form_of
from support.pdf_pages import words
from support.sample_base import document

from stegvis.exporters import compose, export
from stegvis.exporters.document import Answer, Section, Text
from stegvis.exporters.pdf import PdfExporter

LONG = Answer("Uppgifter", "Plocka. " + "Ta emot pant och hjälpa kunderna till rätta. " * 4)


@pytest.mark.pdf
def test_an_answer_stands_under_its_label():
    places = words(Answer("Etikett", "svaret"))
    assert places["svaret"][0] == places["Etikett"][0]
    assert 5 < places["svaret"][1] - places["Etikett"][1] < 16


@pytest.mark.pdf
def test_three_short_answers_share_a_row_and_the_fourth_begins_a_new_one():
    places = words(*(Answer(f"Fraga{n}", f"svar{n}") for n in range(4)))
    tops = [places[f"svar{n}"][1] for n in range(4)]
    assert tops[0] == tops[1] == tops[2] < tops[3]
    assert places["svar0"][0] < places["svar1"][0] < places["svar2"][0]
    assert places["svar3"][0] == places["svar0"][0]


@pytest.mark.pdf
def test_a_long_answer_has_the_whole_line():
    places = words(Answer("Etikett", "kort"), LONG, Answer("Sista", "slutet"))
    assert places["kort"][1] < places["Plocka."][1] < places["slutet"][1]
    assert places["Plocka."][0] == places["kort"][0] == places["slutet"][0]


@pytest.mark.pdf
def test_a_long_label_takes_the_tracks_it_needs():
    places = words(
        Answer("Vem ska arbetsplatsen ringa om det händer en olycka på jobbet?", "Kim"), Answer("Datum", "idag")
    )
    assert places["idag"][1] == places["Kim"][1]
    assert places["idag"][0] - places["Kim"][0] > 300


@pytest.mark.pdf
def test_what_stands_between_two_answers_parts_them():
    places = words(Answer("Forsta", "ett"), Text(("Mellan.",)), Answer("Andra", "tva"))
    assert places["ett"][1] < places["Mellan."][1] < places["tva"][1]


def test_short_answers_are_read_label_by_label():
    pdf = PdfExporter().export(
        document("Titel", [Section("Avsnitt", [Answer("Start", "idag"), Answer("Slut", "sedan")])])
    )
    assert "Start idag Slut sedan" in " ".join(pdf_reading.read(pdf).pages[0].split())


@pytest.mark.parametrize("rows", (1, 3))
def test_an_agreement_with_normal_content_takes_two_pages(rows):
    """Three parties, a week of one to three rows, a sentence or two about the work: the copy that all three sign."""
    answers = deepcopy(example("praktikavtal_minimal"))
    days, first = ["man", "ons", "fre"], answers["schema"]["rader"][0]
    answers["schema"]["rader"] = [first] if rows == 1 else [{**first, "veckodagar": [day]} for day in days]
    answers["arbetsuppgifter"] = (
        "Plocka upp varor och hålla ordning på lagret. Ta emot pant. Hjälpa kunder att hitta rätt i butiken."
    )
    form = form_of("praktikavtal")
    pdf = export(compose(form, form.schema(CONTEXT).load(answers), "arbetsgivare", CONTEXT), "pdf")
    assert len(pdf_reading.read(pdf).pages) == 2
