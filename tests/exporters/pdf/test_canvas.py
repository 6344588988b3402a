"""Whatever is drawn belongs to an element or is an artifact; fields are what the PDF standard says they are."""

from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pytest

from stegvis.exporters.pdf.canvas import TaggedCanvas
from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.structure import Annotation, Element
from stegvis.exporters.pdf.style import BODY
from stegvis.exporters.pdf.typesetter import Typesetter

BOX = (50.0, 100.0, 59.0, 109.0)
PRINT = 1 << 2  # flags by their place in ISO 32000, where the first bit is number 1
REQUIRED, NO_TOGGLE_TO_OFF, RADIO = 1 << 1, 1 << 14, 1 << 15


@pytest.fixture
def canvas():
    return TaggedCanvas(PdfFile(), Typesetter())


def tags(contents):
    """What opens and ends marked content, in order: the tag and its number."""
    with pikepdf.new() as pdf:
        steps = pikepdf.parse_content_stream(pdf.make_stream(contents.encode("latin-1")))
    found = []
    for operands, what in steps:
        if str(what) == "EMC":
            found.append("EMC")
        elif str(what) in ("BDC", "BMC"):
            found.append((str(operands[0]), *(int(each.get("/MCID", -1)) for each in operands[1:])))
    return found


@contextmanager
def fields_of(canvas):
    """The fields of the form as pikepdf reads them."""
    canvas.showPage()
    pages = canvas.file.add(f"<</Type/Pages/Count 1/Kids[{canvas.pages[0].number} 0 R]>>")
    canvas.file.fill(canvas.pages[0].number, f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 595 842]>>")
    catalog = canvas.file.add(f"<</Type/Catalog/Pages {pages} 0 R{canvas.form()}>>")
    with pikepdf.open(BytesIO(canvas.file.write(catalog, canvas.file.add("<<>>")))) as pdf:
        yield list(pdf.Root.AcroForm.Fields)


def test_contents_are_numbered_from_nought_on_each_page_and_lead_to_their_elements(canvas):
    first, second = Element("P"), Element("H1")
    for element in (first, second, first):
        canvas.text(element, canvas.typesetter.lines("ord", BODY, 400), BODY, 50, 700)
    canvas.showPage()
    with canvas.tagged(second):
        canvas.rect(0, 0, 1, 1)
    canvas.showPage()
    assert (first.kids, second.kids) == ([(0, 0), (0, 2)], [(0, 1), (1, 0)])
    assert [page.elements for page in canvas.pages] == [[first, second, first], [second]]
    assert [canvas.parents[page.key] for page in canvas.pages] == [page.elements for page in canvas.pages]
    marked = [step for step in tags(canvas.pages[0].contents) if step != "EMC"]
    assert marked == [("/P", 0), ("/H1", 1), ("/P", 2)]


def test_rules_are_one_artifact_and_drawn_once(canvas):
    for height in (100, 200, 300):
        canvas.rule((50, height, 500, height), 0.4)
    canvas.showPage()
    canvas.showPage()
    assert tags(canvas.pages[0].contents) == [("/Artifact",), "EMC"]
    assert canvas.pages[0].contents.count(" l") == 3
    assert canvas.pages[1].contents == ""


def test_a_page_begins_with_nothing_of_reportlabs(canvas):
    canvas.showPage()
    assert canvas.pages[0].contents == ""


@pytest.mark.parametrize(("required", "flags"), [(False, 0), (True, REQUIRED)])
def test_one_of_several_boxes_is_a_group_of_radio_buttons(canvas, required, flags):
    for key in ("ja", "nej"):
        entries = f"/AS/Off/AP<</N<</{key} {canvas.appearance(BOX, '')} 0 R>>>>"
        canvas.one_of(Element("Form"), BOX, "tolk", key, entries, required=required)
    with fields_of(canvas) as (group,):
        assert (str(group.FT), str(group.T), str(group.V)) == ("/Btn", "tolk", "/Off")
        assert int(group.Ff) == RADIO | NO_TOGGLE_TO_OFF | flags
        assert [str(kid.TU) for kid in group.Kids] == ["ja", "nej"]
        assert all(kid.Parent.objgen == group.objgen and "/T" not in kid for kid in group.Kids)


def test_a_signature_field_is_empty_printed_and_owned_by_its_element(canvas):
    element = Element("Form")
    canvas.signature_field(element, BOX, "underskrift_å", "Underskrift: Åsa")
    with fields_of(canvas) as (field,):
        assert (str(field.FT), str(field.T), str(field.TU)) == ("/Sig", "underskrift_å", "Underskrift: Åsa")
        assert "/V" not in field and int(field.F) == PRINT
        assert tuple(map(float, field.Rect)) == BOX and tuple(map(float, field.AP.N.BBox)) == (0, 0, 9, 9)
        assert canvas.parents[int(field.StructParent)] is element
        assert element.kids == [Annotation(0, field.objgen[0])]


def test_a_page_without_fields_has_no_form(canvas):
    canvas.showPage()
    assert canvas.form() == ""
