"""Signature blocks: empty tagged fields, kept together and with what stands before them."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from support import pdf_reading
from support.sample_base import answers, document
from support.samples import SAMPLES

from stegvis.exporters.document import Answer, Section, SignatureBlock, Text
from stegvis.exporters.pdf import PdfExporter
from stegvis.forms.language.words import Ink

PARTIES = tuple(
    SignatureBlock(role, f"underskrift_{role.lower()}") for role in ("Deltagare", "Arbetsgivare", "Kommunen")
)


def pages_of(blocks):
    pdf = PdfExporter().export(document("Avtal", [Section("Text", tuple(blocks)), Section("Underskrifter", PARTIES)]))
    return pdf_reading.read(pdf).pages


def test_each_signature_has_an_empty_field_with_name_label_and_appearance():
    with pikepdf.open(BytesIO(PdfExporter().export(SAMPLES["praktikavtal"]()))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == ["underskrift_deltagare", "underskrift_arbetsgivare"]
        assert str(fields[0].TU) == "Underskrift: Deltagare"
        assert all(field.FT == "/Sig" and "/V" not in field and "/N" in field.AP for field in fields)


def test_a_signature_field_is_the_one_kid_of_its_form():
    """A validator of signatures follows a path that ends in /K/Obj; an array in between makes it see tampering."""
    with pikepdf.open(BytesIO(PdfExporter().export(SAMPLES["praktikavtal"]()))) as pdf:
        forms = [each.K for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Form"]
        owned = [kid for kid in forms if isinstance(kid, pikepdf.Dictionary)]
        assert [str(kid.Obj.T) for kid in owned] == ["underskrift_deltagare", "underskrift_arbetsgivare"]


def test_what_is_signed_has_no_field_left_and_the_seal_has_the_last():
    """Whoever opens the file is not asked to sign again; the seal's field is there before the seal, named and
    tagged.
    """
    with pikepdf.open(BytesIO(PdfExporter().export(SAMPLES["signed"]()))) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert (str(field.T), str(field.TU), "/V" in field) == ("stampel", "Elektronisk stämpel", False)
        assert pdf.Root.StructTreeRoot.K.K[-1].K.Obj.objgen == field.objgen


def test_a_drawn_signature_is_a_figure_that_says_how_it_was_made():
    with pikepdf.open(BytesIO(PdfExporter().export(SAMPLES["signed"]()))) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"]
        assert [str(figure.ActualText) for figure in figures if "/ActualText" in figure] == ["Ritad på skärm"] * 2
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert drawn.count(b" c") > 100


def test_a_drawn_signature_is_small():
    """Five thousand points by a shaking hand are more than there is to see."""
    from math import cos, sin

    plain = replace(SAMPLES["signed"](), sections=())
    shaking = Ink((tuple((0.5 + n / 1e4 * cos(n / 50), 0.5 + n / 1e4 * sin(n / 50)) for n in range(5000)),), 3.0)
    one = SignatureBlock("Deltagare", "d", "Åsa", method="Ritad på skärm", ink=shaking)
    sizes = [
        len(PdfExporter().export(replace(plain, sections=(Section("S", (node,)),))))
        for node in (replace(one, ink=None), one)
    ]
    assert sizes[1] - sizes[0] < 6_000


def test_a_blank_form_has_lines_and_no_fields():
    with pikepdf.open(BytesIO(PdfExporter().export(SAMPLES["blank"]()))) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_a_full_stop_in_the_name_of_a_field_makes_no_child_field():
    one = replace(
        SAMPLES["blank"](), blank=False, sections=(Section("S", (SignatureBlock("Part", "parter[0].namn"),)),)
    )
    with pikepdf.open(BytesIO(PdfExporter().export(one))) as pdf:
        assert str(pdf.Root.AcroForm.Fields[0].T) == "parter[0]_namn"


@pytest.mark.parametrize("count", range(24, 40))
def test_signatures_never_stand_alone_on_a_page(count):
    """Whatever the length of what stands before, its last row is on the page of the signatures."""
    pages = pages_of(Answer(f"Fråga {number}", f"svar{number}") for number in range(count))
    page = next(page for page in pages if "Deltagare" in page)
    assert "Kommunen" in page
    assert f"svar{count - 1}" in page


@pytest.mark.parametrize("count", [30, 60, 90, 120, 150])
def test_of_a_long_text_only_the_last_lines_follow_the_signatures(count):
    pages = pages_of([Text((" ".join(f"ord{number} och några till" for number in range(count * 4)),))])
    assert f"ord{count * 4 - 1} " in next(page for page in pages if "Deltagare" in page)
    assert "ord0 " in pages[0]


def test_more_signatures_than_a_page_holds_are_cut_between_parties():
    many = tuple(SignatureBlock(f"Part {number}.", f"part_{number}") for number in range(30))
    pages = pdf_reading.read(PdfExporter().export(document("Avtal", [Section("Underskrifter", many)]))).pages
    assert len(pages) > 1
    for page in pages:
        assert page.count("Part ") == page.count("Underskrift ") == page.count("Ort och datum") > 0


def test_what_is_known_is_printed_on_the_lines():
    known = SignatureBlock("Kommunen", "k", "Maria Lind", "Lövsta", "2026-11-21", "E-legitimation", "För Lövsta kommun")
    said = " ".join(
        pdf_reading.text_of(PdfExporter().export(document("A", [Section("S", (*answers(("a", "b")), known))])))
    )
    words = (
        "Kommunen För Lövsta kommun Underskrift E-legitimation Namnförtydligande Maria Lind Ort och datum Lövsta 2026"
    )
    assert words in said
