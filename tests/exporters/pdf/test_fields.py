"""A fillable PDF is valid empty and filled in, and gives back what was written in it."""

import tracemalloc
from io import BytesIO

import pikepdf
import pytest
from support import verapdf
from support.filled import COPIES, blank
from support.form_examples import CONTEXT, EXAMPLES, example, form_of
from support.pdf_filling import fill, sent

from stegvis.exporters import compose, export
from stegvis.exporters.errors import UnreadableFile
from stegvis.exporters.pdf.values import field_values
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


@pytest.mark.parametrize("name", EXAMPLES)
def test_answers_come_back_as_they_were_written(name):
    """What has no place is named: rows beyond those of the blank."""
    form, answers = form_of(name), sent(form_of(name), example(name))
    pdf, left = fill(fillable(form.id, "kommun"), answers)
    found = field_values(pdf)
    kept = {control: [w for w in words if (control, w) not in left] for control, words in answers.items()}
    assert {control: sorted(words) for control, words in found.items()} == {c: sorted(w) for c, w in kept.items() if w}
    assert left == []


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


def test_nothing_ticked_and_nothing_written_is_no_answer():
    assert field_values(fillable("samtycke", "deltagare")) == {}


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>"]
)
def test_what_is_no_such_file_is_refused_in_swedish(data):
    with pytest.raises(UnreadableFile) as told:
        field_values(data)
    assert "PDF" in str(told.value)


def test_a_paper_has_no_fields_to_read():
    with pytest.raises(UnreadableFile, match="fält att fylla i"):
        field_values(export(blank("samtycke", "deltagare"), "pdf"))


def test_a_locked_file_is_refused():
    locked = BytesIO()
    with pikepdf.open(BytesIO(fillable("samtycke", "deltagare"))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(UnreadableFile, match="lösenord"):
        field_values(locked.getvalue())


def test_a_tree_that_goes_in_a_circle_ends():
    with pikepdf.open(BytesIO(fillable("samtycke", "deltagare"))) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        field.Kids = pikepdf.Array([field])
        saved = BytesIO()
        pdf.save(saved)
    with pytest.raises(UnreadableFile):
        field_values(saved.getvalue())


def test_fields_that_share_their_kids_are_not_multiplied():
    """A file of a few kilobytes would otherwise fill the memory."""
    saved = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        field = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String("a")))
        field.Kids = pdf.make_indirect(pikepdf.Array([field] * 1000))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=field.Kids)
        pdf.save(saved)
    tracemalloc.start()
    with pytest.raises(UnreadableFile):
        field_values(saved.getvalue())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000
