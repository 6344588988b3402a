"""Text is kept as it was meant, and only what can be read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.spellings import refusal

from stegvis.schemas.errors import ValueProblem
from stegvis.schemas.values import text


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("  Åsa ", "Åsa"),
        ("A\u030asa", "Åsa"),
        ("rad 1\r\nrad 2\rrad 3\u2028rad 4", "rad 1\nrad 2\nrad 3\nrad 4"),
        ("a\tb", "a b"),
        ("\ufeffa\u200bb", "ab"),
        ("<b>&amp;</b> =1+1 {x}", "<b>&amp;</b> =1+1 {x}"),
        ("مرحبا \u200fabc ሰላም 你好 👩\u200d👧", "مرحبا \u200fabc ሰላም 你好 👩\u200d👧"),
    ],
)
def test_text_is_kept_as_it_was_meant(written, canonical):
    assert text.parse(written) == canonical


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\ue000", "\uffff", "\u202e", "\u2066", "\U000e0041"]
)
def test_signs_that_nobody_can_read_are_refused(sign):
    assert refusal(text.parse, f"a{sign}b") == "control_characters"


def test_one_line_is_one_line():
    assert refusal(text.parse, "a\nb", one_line=True) == "one_line"
    assert text.parse(" a \n", one_line=True) == "a"


@pytest.mark.parametrize("words", ["", "  \n", "\u200b", "\ufeff \u200f"])
def test_what_cannot_be_seen_is_blank(words):
    assert text.is_blank(words)


@given(st.text())
def test_cleaning_text_twice_changes_nothing(words):
    try:
        request_key = text.parse(words)
    except ValueProblem as problem:
        assert problem.message_id == "control_characters"
    else:
        assert text.parse(request_key) == request_key
        assert unicodedata.is_normalized("NFC", request_key)
        request_key.encode()
