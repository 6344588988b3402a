"""What somebody has written in a fillable PDF is read back, and a hostile file is refused in Swedish."""

import tracemalloc
from io import BytesIO

import pikepdf
import pytest
from support.filled import blank
from support.form_examples import CONTEXT, EXAMPLES, example, form_of
from support.pdf_filling import fill, sent

from stegvis.exporters import compose, export
from stegvis.exporters.errors import UnreadableFile
from stegvis.exporters.pdf.values import field_values
from stegvis.forms import load_form


def fillable(form_id, audience):
    return export(compose(load_form(form_id), None, audience, CONTEXT, fillable=True), "pdf")


@pytest.mark.parametrize("name", EXAMPLES)
def test_answers_come_back_as_they_were_written(name):
    """What has no place is named: rows beyond those of the blank."""
    form, answers = form_of(name), sent(form_of(name), example(name))
    pdf, left = fill(fillable(form.id, "kommun"), answers)
    found = field_values(pdf)
    kept = {control: [w for w in words if (control, w) not in left] for control, words in answers.items()}
    assert {control: sorted(words) for control, words in found.items()} == {c: sorted(w) for c, w in kept.items() if w}
    assert left == []


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
