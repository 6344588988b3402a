"""A good file made bad in one way each: what the gates must catch.

RULES break a rule of PDF/A or PDF/UA, which validators see. READINGS follow every rule and still read wrong.
"""

import re
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

RULES, READINGS = {}, {}


def rule(change):
    RULES[change.__name__] = change
    return change


def reading(change):
    READINGS[change.__name__] = change
    return change


def mutated(pdf, change):
    """The bytes of the file after the change, which must have changed something."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        out = BytesIO()
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve, deterministic_id=True)
    return out.getvalue()


def unchanged(pdf):
    """Changes nothing: tells what comes of the change from what comes of the saving."""


def elements(pdf, kind):
    found = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == Name("/" + kind)]
    assert found, kind
    return [each for each in found if each.get("/Type") == Name.StructElem]


def fonts(pdf):
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/Type") == Name.Font]


def rewrite(pdf, pattern, replacement, page=0):
    contents = pdf.pages[page].Contents
    before = contents.read_bytes()
    after = re.sub(pattern, replacement, before, count=1, flags=re.DOTALL)
    assert after != before, pattern
    contents.write(after)


def rewrite_xmp(pdf, pattern):
    before = pdf.Root.Metadata.read_bytes()
    after = re.sub(pattern, b"", before, flags=re.DOTALL)
    assert after != before, pattern
    pdf.Root.Metadata.write(after)


@rule
def no_language(pdf):
    del pdf.Root.Lang


@rule
def untagged_text(pdf):
    rewrite(pdf, rb"/H1 <</MCID \d+>> BDC (.*?) EMC", rb"\1")


@rule
def figure_without_words(pdf):
    del elements(pdf, "Figure")[0]["/Alt"]


@rule
def skipped_heading_level(pdf):
    for element in elements(pdf, "H2"):
        element.S = Name.H3


@rule
def font_not_embedded(pdf):
    del next(font for font in fonts(pdf)).FontDescriptor.FontFile2


@rule
def no_title_in_metadata(pdf):
    rewrite_xmp(pdf, rb"<dc:title>.*?</dc:title>")


@rule
def title_not_shown(pdf):
    del pdf.Root.ViewerPreferences


@rule
def not_marked_as_accessible(pdf):
    rewrite_xmp(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


@rule
def not_marked_as_archival(pdf):
    rewrite_xmp(pdf, rb"<pdfaid:part>.*?</pdfaid:conformance>")


@rule
def head_cell_without_scope(pdf):
    for element in elements(pdf, "TH"):
        del element["/A"]


@rule
def field_without_label(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/TU"]


@rule
def no_parent_tree(pdf):
    del pdf.Root.StructTreeRoot["/ParentTree"]


@rule
def no_unicode_maps(pdf):
    for font in fonts(pdf):
        del font["/ToUnicode"]


@rule
def no_output_intent(pdf):
    del pdf.Root["/OutputIntents"]


@rule
def no_tab_order(pdf):
    for page in pdf.pages:
        del page["/Tabs"]


@rule
def not_marked_as_tagged(pdf):
    pdf.Root.MarkInfo.Marked = False


@rule
def list_without_items(pdf):
    for element in elements(pdf, "LI"):
        element.S = Name.P


@rule
def ragged_table(pdf):
    row = elements(pdf, "TR")[1]
    row.K = Array(list(row.K)[:-1])


@rule
def unknown_role(pdf):
    elements(pdf, "Figure")[0].S = Name("/Bild")


@rule
def script_at_opening(pdf):
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@rule
def colour_without_profile(pdf):
    rewrite(pdf, rb" g BT", rb" 0 0 0 k BT")


@rule
def artifact_inside_content(pdf):
    rewrite(pdf, rb"(/H1 <</MCID \d+>> BDC )(.*?)( EMC)", rb"\1/Artifact BMC \2 EMC\3")


@rule
def no_metadata(pdf):
    del pdf.Root["/Metadata"]


@rule
def character_without_glyph(pdf):
    rewrite(pdf, rb"\(Namn\) Tj", rb"(\\001amn) Tj")


@reading
def paragraph_outside_the_tree(pdf):
    paragraph = elements(pdf, "P")[1]
    parent = paragraph.P
    parent.K = Array([kid for kid in parent.K if kid.objgen != paragraph.objgen])


@reading
def field_outside_the_tree(pdf):
    form = next(e for e in elements(pdf, "Form") if isinstance(e.get("/K"), Dictionary))
    del form["/K"]


@reading
def content_claimed_twice(pdf):
    elements(pdf, "H1")[0].K = elements(pdf, "P")[1].K


@reading
def heading_hidden_from_readers(pdf):
    rewrite(pdf, rb"/H1 <</MCID \d+>> BDC", rb"/Artifact BMC")
    heading = elements(pdf, "H1")[0]
    parent = heading.P
    parent.K = Array([kid for kid in parent.K if kid.objgen != heading.objgen])


@reading
def backwards(pdf):
    document = elements(pdf, "Document")[0]
    document.K = Array(list(document.K)[::-1])


@reading
def no_headings(pdf):
    for kind in ("H1", "H2", "H3"):
        for element in elements(pdf, kind):
            element.S = Name.P


@reading
def another_language(pdf):
    pdf.Root.Lang = String("en-US")


@reading
def lost_spaces_between_lines(pdf):
    rewrite(pdf, rb" \) Tj", rb") Tj")


@reading
def lying_unicode_map(pdf):
    for font in fonts(pdf):
        data = font.ToUnicode.read_bytes()
        font.ToUnicode.write(data.replace(b"<0061>", b"<0062>"))


@reading
def file_name_for_words(pdf):
    elements(pdf, "Figure")[0].Alt = String("logo.png")


@reading
def ticked_box_read_as_empty(pdf):
    rewrite(pdf, rb"<FEFF2612>", rb"<FEFF2610>")


@reading
def answer_under_another_question(pdf):
    first, second = elements(pdf, "LBody")[:2]
    first.K, second.K = second.K, first.K
