"""What cannot be written is shown, and nothing else is touched."""

import pytest

from stegvis.exporters.legible import legible


@pytest.mark.parametrize(
    "text", ["", "Åsa\tÖberg\nrad två", "العربية שלום 日本 😀", "<b>&amp;</b>", "\u200f\u202e\u00ad"]
)
def test_ordinary_text_is_untouched(text):
    assert legible(text) == text


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\ufdd0"])
def test_unwritable_characters_are_shown(character):
    assert legible(f"a{character}b") == "a\ufffdb"


def test_line_ends_become_one_kind():
    assert legible("a\r\nb\rc\n") == "a\nb\nc\n"
