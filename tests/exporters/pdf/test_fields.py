"""A fillable PDF is valid empty and filled in, and every field of it says what it is for."""

from io import BytesIO

import pikepdf
import pytest
from support import verapdf
from support.filled import COPIES
from support.form_examples import CONTEXT, example
from support.pdf_filling import fill, sent

from stegvis.exporters import compose, export
from stegvis.forms import load_form

EVERY = pytest.mark.parametrize(("form_id", "audience"), COPIES)


def fillable(form_id, audience):
    return export(compose(load_form(form_id), None, audience, CONTEXT, fillable=True), "pdf")


@pytest.mark.java
@EVERY
def test_verapdf_finds_nothing_in_an_empty_one(form_id, audience):
    assert verapdf.check(fillable(form_id, audience)) == []


@pytest.mark.java
@EVERY
def test_verapdf_finds_nothing_in_a_filled_one(form_id, audience):
    pdf, _ = fill(fillable(form_id, audience), sent(load_form(form_id), example(form_id)))
    assert verapdf.check(pdf) == []


def test_every_field_has_a_label_and_an_element_of_its_own():
    with pikepdf.open(BytesIO(fillable("praktikavtal", "deltagare"))) as pdf:
        widgets = [each for page in pdf.pages for each in page.get("/Annots", [])]
        assert len(widgets) > 100 and all(str(each.TU) for each in widgets)
        assert len({int(each.StructParent) for each in widgets}) == len(widgets)
        assert "/JavaScript" not in pdf.Root.get("/Names", {}) and "/NeedAppearances" not in pdf.Root.AcroForm


def test_the_label_of_a_field_in_a_row_names_the_row():
    with pikepdf.open(BytesIO(fillable("samtycke", "deltagare"))) as pdf:
        labels = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
    assert labels["parter-1-enhet"] == "Mellan vilka får uppgifter lämnas? Part 2: Enhet eller mottagning"


def test_what_must_be_filled_in_says_so_to_programs_and_to_screen_readers():
    form = load_form("samtycke")
    with pikepdf.open(BytesIO(fillable("samtycke", "kommun"))) as pdf:
        flags = {
            str(field.T): (bool(int(field.get("/Ff", 0)) & 2), "måste fyllas i" in str(field.TU))
            for field in pdf.Root.AcroForm.Fields
        }
    assert (
        flags["syfte"] == (True, True)
        and flags["undantag"] == (False, False)
        and flags["parter-1-enhet"] == (False, False)
    )
    for question in form.questions.values():
        if question.name in flags and question.kind not in ("choices", "choice"):
            assert flags[question.name][0] is (question.required and question.show_if is None), question.name
