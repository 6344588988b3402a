"""A letterhead's own styles stand, and ours are added."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import RGBColor
from support.word_letterheads import letterhead, named_styles, on, opened

from stegvis.exporters.word.merging import merge, our_styles
from stegvis.exporters.word.styles import LINE


def test_its_styles_stand_and_ours_are_added():
    file = opened(on(letterhead(change=named_styles)))
    heading = next(paragraph for paragraph in file.paragraphs if paragraph.text == "Svar")
    assert heading.style.name == "Heading 1" and heading.style.font.color.rgb == RGBColor(0xAB, 0x12, 0x34)
    assert file.styles["Svar"].font.italic and "Underskrivet" in file.styles
    assert file.styles["Annat"].style_id != "Fraga"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def merged(theirs, other="", line=LINE):
    """Their styles after ours came in, and the styles that a part of theirs uses."""
    styles, part = parse_xml(f"<w:styles {W}>{theirs}</w:styles>"), parse_xml(f"<w:hdr {W}>{other}</w:hdr>")
    merge(styles, [part], "sv-SE", line)
    return styles, [use.get(qn("w:val")) for use in part.iter(qn("w:pStyle"))]


def style(number, name, more=""):
    return f'<w:style w:type="paragraph" w:styleId="{number}" {more}><w:name w:val="{name}"/></w:style>'


def names(styles):
    """The name of each style by its id."""
    return {each.get(qn("w:styleId")): each.find(qn("w:name")).get(qn("w:val")) for each in styles}


def test_into_nothing_come_all_of_ours():
    styles, _ = merged("")
    assert set(names(styles)) == {each.get(qn("w:styleId")) for each in our_styles("sv-SE")}


def test_a_built_in_style_is_known_by_its_name_whatever_its_id_and_capitals():
    styles, used = merged(style("Rubrik1", "Heading 1"), '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:p>')
    assert names(styles)["Heading1"] == "Heading 1" and "Rubrik1" not in names(styles)
    assert used == ["Heading1"]


def test_another_style_with_our_id_gives_way_and_keeps_its_users():
    styles, used = merged(style("fraga", "Annat"), '<w:p><w:pPr><w:pStyle w:val="fraga"/></w:pPr></w:p>')
    assert names(styles)["Fraga"] == "Fråga"
    assert [names(styles)[each] for each in used] == ["Annat"]
    assert len({each.lower() for each in names(styles)}) == len(names(styles))


@pytest.mark.parametrize("default", ["1", "true", "on"])
def test_their_default_is_the_only_one_and_stands_for_ours(default):
    styles, _ = merged(style("Brödtext", "Brödtext", f'w:default="{default}"'))
    kinds = [each.get(qn("w:type")) for each in styles if each.get(qn("w:default")) is not None]
    assert kinds.count("paragraph") == 1
    assert names(styles)["Normal"] == "Brödtext"


def test_lists_have_our_numbering_and_nothing_else_has_theirs():
    numbered = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    theirs = style("Rubrik1", "heading 1").replace("</w:style>", numbered + "</w:style>")
    styles, _ = merged(theirs + style("Punktlista", "List Bullet").replace("</w:style>", numbered + "</w:style>"))
    found = {each.get(qn("w:styleId")): value.get(qn("w:val")) for each in styles for value in each.iter(qn("w:numId"))}
    assert found == {"ListBullet": "1", "ListNumber": "2"}


def test_the_stops_at_the_right_end_follow_their_line():
    styles, _ = merged("", line=8000)
    stops = {stop.get(qn("w:pos")) for stop in styles.iter(qn("w:tab")) if stop.get(qn("w:val")) == "right"}
    assert stops == {"8000"}
