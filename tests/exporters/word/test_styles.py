"""The named styles of a Word file."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from support.samples import SAMPLES
from support.word_files import reopened

from stegvis.exporters.word.styles import LINE, styles_xml


@pytest.mark.parametrize("name", SAMPLES)
def test_every_style_that_is_used_is_there(name):
    file = reopened(SAMPLES[name]())
    known = {style.style_id for style in file.styles}
    used = {
        element.get(qn("w:val"))
        for tag in ("pStyle", "rStyle", "tblStyle")
        for element in file.element.iter(qn(f"w:{tag}"))
    }
    assert used <= known


@pytest.fixture(scope="module")
def part():
    return parse_xml(styles_xml("sv-SE"))


def test_each_style_has_an_id_of_its_own_in_plain_letters(part):
    ids = [style.get(qn("w:styleId")) for style in part.iter(qn("w:style"))]
    assert len({each.lower() for each in ids}) == len(ids)
    assert all(each.isascii() and each.isalnum() for each in ids)


def test_every_style_that_another_names_is_there(part):
    ids = {style.get(qn("w:styleId")) for style in part.iter(qn("w:style"))}
    named = {use.get(qn("w:val")) for tag in ("basedOn", "next", "link") for use in part.iter(qn(f"w:{tag}"))}
    assert named and named <= ids


def test_there_is_one_default_of_each_of_the_four_kinds(part):
    """ECMA-376 part 1, 17.7.4.17: paragraph, character, table, numbering."""
    kinds = [style.get(qn("w:type")) for style in part.iter(qn("w:style")) if style.get(qn("w:default")) == "1"]
    assert sorted(kinds) == ["character", "numbering", "paragraph", "table"]


def test_the_properties_of_a_paragraph_stand_in_the_order_of_the_schema(part):
    """ECMA-376 part 1, CT_PPrBase; Word calls a file with another order damaged."""
    order = ["keepNext", "keepLines", "numPr", "pBdr", "tabs", "spacing", "ind", "outlineLvl"]
    for properties in part.iter(qn("w:pPr")):
        places = [order.index(each.tag.rpartition("}")[2]) for each in properties]
        assert places == sorted(places)


def test_headings_are_levels_of_an_outline_and_stay_with_what_follows(part):
    levels = {}
    for style in part.iter(qn("w:style")):
        if (level := style.find(f".//{qn('w:outlineLvl')}")) is not None:
            levels[style.find(qn("w:name")).get(qn("w:val"))] = level.get(qn("w:val"))
            assert style.find(f".//{qn('w:keepNext')}") is not None
    assert levels == {"heading 1": "0", "heading 2": "1", "heading 3": "2"}


def test_the_width_of_the_text_is_a4_less_25_millimetres_on_either_side():
    assert pytest.approx((210 - 2 * 25) / 25.4 * 1440, abs=1) == LINE
