"""Font files: what is embedded is a font that another program opens, with the widths it measures."""

import codecs
import re
import zlib
from io import BytesIO

import pytest
from PIL import ImageFont

from stegvis.exporters.pdf.typeface import PRESET, Typeface, source_sans

SWEDISH = "".join(map(chr, range(33, 127))) + "åäöÅÄÖéüß–”€§½→☐"


@pytest.fixture(scope="module", params=["Regular", "Bold", "It"])
def face(request):
    return source_sans(request.param)


def test_a_font_file_is_parsed_once():
    assert source_sans("Bold") is source_sans("Bold")


def test_ascii_has_its_own_codes_and_no_character_two(face):
    assert all(face.slots[code] == code for code in range(32, 127))
    used = [slot for slot in face.slots if slot]
    assert len(face.slots) == 256 and len(used) == len(set(used))
    assert set(SWEDISH) <= set(map(chr, used))


def test_text_becomes_codes_and_what_the_subset_lacks_is_refused(face):
    assert codecs.charmap_encode("Aa~", "strict", face.encoding)[0] == b"Aa~"
    assert len(codecs.charmap_encode(SWEDISH, "strict", face.encoding)[0]) == len(SWEDISH)
    with pytest.raises(UnicodeEncodeError):
        codecs.charmap_encode("Ж", "strict", face.encoding)


def test_a_character_that_is_not_in_the_font_takes_no_code():
    assert ord("日") not in Typeface(source_sans("Regular").path, "å日").slots
    assert len(set(PRESET)) == len(PRESET)


def test_widths_are_those_that_freetype_measures(face):
    measured = ImageFont.truetype(str(face.path), 1000)
    widths = face.program(face.slots).widths.split()
    assert len(widths) == 256
    for letter in "AWil.,1åäöÅÄÖé–€":
        wanted = pytest.approx(measured.getlength(letter), abs=1.5)
        assert face.advances[letter] * 1000 == wanted
        assert float(widths[face.slots.index(ord(letter))]) == wanted


def test_a_subset_is_a_font_with_a_tag_before_its_name(face):
    """ISO 32000-1, 9.6.4: six capital letters and a plus sign; another subset has another tag."""
    slots = tuple([0] * 33 + [ord(letter) for letter in "Жåa"])
    program = face.program(slots)
    tag, _, name = program.name.partition("+")
    assert re.fullmatch("[A-Z]{6}", tag) and name.startswith("SourceSansPro")
    assert program.name != face.program(face.slots).name
    data = zlib.decompress(program.data)
    assert len(data) == program.length < face.path.stat().st_size
    assert ImageFont.truetype(BytesIO(data), 100)


def test_the_unicode_map_says_what_each_code_stands_for(face):
    slots = tuple([0] * 33 + [ord(letter) for letter in "Жå€"])
    written = zlib.decompress(face.program(slots).unicode).decode()
    assert re.findall("<([0-9A-F]{2})> <([0-9a-f]{4})>", written) == [("21", "0416"), ("22", "00e5"), ("23", "20ac")]


def test_no_part_of_the_unicode_map_has_more_than_a_hundred_pairs(face):
    """As the CMap specification allows (Adobe Technical Note 5014)."""
    written = zlib.decompress(face.program(face.slots).unicode).decode()
    counts = [int(count) for count in re.findall(r"(\d+) beginbfchar", written)]
    assert sum(counts) == sum(1 for slot in face.slots if slot) and max(counts) <= 100
