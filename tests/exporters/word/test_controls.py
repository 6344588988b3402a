"""Content controls: what a blank in Word is filled in with."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from support.word_filling import W14, W15, fill

from stegvis.exporters import compose, export
from stegvis.exporters.word.controls import DOTS, box, control, row, section, tag
from stegvis.exporters.word.values import control_values, written
from stegvis.forms import load_form
from stegvis.forms.language.words import InputPlace


def blank(form, audience="kommun"):
    return export(compose(form, None, audience, fillable=True), "docx")


def test_a_day_is_picked_in_a_calendar_and_read_as_it_is_shown():
    form = load_form("samtycke")
    days = {one.tag for one in written(blank(form)) if one.kind == "date"}
    asked = {q.name for q in form.questions.values() if q.kind == "date" and "kommun" in q.audience}
    assert asked and asked <= days
    content, left = fill(blank(form), {"galler_fran": ["2026-12-01"]})
    assert not left and control_values(content).values == {"galler_fran": ["2026-12-01"]}


SPACES = " ".join(
    f'xmlns:{name}="{braced[1:-1]}"' for name, braced in (("w", qn("w:x")[:-1]), ("w14", W14), ("w15", W15))
)


def parsed(drawn):
    """The control as python-docx reads it, without the document around it."""
    return parse_xml(f"<w:p {SPACES}>{drawn}</w:p>")[0]


def value(element, path):
    return element.find(f".//{qn(path)}").get(qn("w:val"))


def shown(element):
    return "".join(each.text for each in element.iter(qn("w:t")))


def test_a_tag_says_the_control_of_the_page_and_what_a_box_sends():
    assert tag(InputPlace("parter-0-enhet")) == "parter-0-enhet"
    assert tag(InputPlace("delar", value="lakare")) == "delar=lakare"


def test_what_nobody_has_written_is_a_placeholder_that_goes_away():
    drawn = parsed(control(InputPlace("namn"), "Namn", 7, multiline=False))
    assert (value(drawn, "w:tag"), value(drawn, "w:alias"), value(drawn, "w:id")) == ("namn", "Namn", "7")
    assert drawn.find(f".//{qn('w:showingPlcHdr')}") is not None and drawn.find(f".//{qn('w:text')}") is not None
    assert shown(drawn) == DOTS


def test_one_of_several_lines_has_no_kind():
    drawn = parsed(control(InputPlace("syfte"), "Syfte", 1, multiline=True))
    assert drawn.find(f".//{qn('w:text')}") is None


def test_a_list_to_choose_from_shows_words_and_sends_keys():
    place = InputPlace("kanal", options=(("brev", 'Brev & "kort"'), ("tel", "Telefon")))
    items_of = parsed(control(place, "Hur?", 1, multiline=False)).iter(qn("w:listItem"))
    assert [(each.get(qn("w:value")), each.get(qn("w:displayText"))) for each in items_of] == [
        ("brev", 'Brev & "kort"'),
        ("tel", "Telefon"),
    ]


@pytest.mark.parametrize(("ticked", "state", "words"), [(True, "1", "☒"), (False, "0", "☐")])
def test_a_box_says_and_shows_whether_it_is_ticked(ticked, state, words):
    drawn = parsed(box(InputPlace("delar", value="lakare"), "Läkare", 1, ticked=ticked))
    check = drawn.find(f".//{W14}checkbox")
    assert check.find(f"{W14}checked").get(f"{W14}val") == state
    signs = [chr(int(check.find(f"{W14}{name}").get(f"{W14}val"), 16)) for name in ("checkedState", "uncheckedState")]
    assert (signs, shown(drawn)) == (["☒", "☐"], words)


def test_a_title_is_no_longer_than_word_allows():
    """Word takes no more than 64 letters in a title."""
    assert len(value(parsed(control(InputPlace("a"), "ord " * 50, 1, multiline=False)), "w:alias")) <= 64


def test_rows_of_a_repeat_are_items_of_one_section():
    drawn = parsed(section("parter", 1, [row(2, "<w:p/>"), row(3, "<w:p/>")]))
    assert value(drawn, "w:tag") == "parter"
    assert drawn.find(f"{qn('w:sdtPr')}/{W15}repeatingSection") is not None
    rows = drawn.find(qn("w:sdtContent")).findall(qn("w:sdt"))
    assert [each.find(f"{qn('w:sdtPr')}/{W15}repeatingSectionItem") is not None for each in rows] == [True, True]
