"""What keyboards of many kinds write, made one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.schemas.values.digits import plain


def test_every_decimal_digit_of_unicode_is_an_ascii_digit():
    """They all stand in the first two planes."""
    digits = "".join(chr(n) for n in range(0x20000) if unicodedata.category(chr(n)) == "Nd")
    assert plain(digits) == "".join(str(unicodedata.decimal(digit)) for digit in digits)


@pytest.mark.parametrize("dash", [*map(chr, range(0x2010, 0x2016)), "\u2212", "\ufe58", "\ufe63", "\uff0d"])
def test_hyphens_dashes_and_the_minus_sign_are_one_sign(dash):
    """U+2010 to U+2015, the minus sign, and the small and full width forms."""
    assert plain(f"1{dash}2") == "1-2"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_spaces_of_every_width_are_plain_and_none_is_left_around(space):
    assert plain(f"{space}1{space}000{space}") == "1 000"


def test_full_width_signs_are_as_narrow_as_others():
    assert plain("１４：３０") == "14:30"


def test_words_are_left_with_their_letters():
    assert plain(" Åsa, 你好 ") == "Åsa, 你好"


@given(st.text())
def test_doing_it_twice_changes_nothing(text):
    assert plain(plain(text)) == plain(text)
