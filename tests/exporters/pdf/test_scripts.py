"""Right-to-left text in Swedish forms: which runs turn round; and life without the optional fonts."""

import pytest

from stegvis.exporters.pdf import scripts
from stegvis.exporters.pdf.glyphs import glyph
from stegvis.exporters.pdf.typeface import source_sans


def written(line):
    return [piece for piece, _ in scripts.spans(line)]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Åsa", ["Åsa"]),
        ("Namn: محمد العربي, 12 år", ["Namn: ", "محمد العربي", ", 12 år"]),
        ("a שלום b", ["a ", "שלום", " b"]),
        ("محمد på svenska", ["محمد på svenska"]),
    ],
)
def test_a_run_of_right_to_left_letters_stays_whole(line, pieces):
    assert written(line) == pieces
    assert "".join(pieces) == line


def test_right_to_left_letters_are_drawn_backwards():
    assert scripts.spans("a שלום")[1] == ("שלום", "םולש")


def test_brackets_in_a_right_to_left_line_are_mirrored():
    assert scripts.spans("שלום (א)")[0][1] == "(א) םולש"


@pytest.fixture
def without_extra(monkeypatch):
    """As if the extra were not installed."""
    for cached in (scripts.fallbacks, scripts.fallback, scripts.can_reorder, glyph):
        cached.cache_clear()
    monkeypatch.setattr(scripts, "find_spec", lambda name: None)
    yield
    monkeypatch.undo()
    for cached in (scripts.fallbacks, scripts.fallback, scripts.can_reorder, glyph):
        cached.cache_clear()


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_other_scripts_are_said_to_be_missing():
    assert scripts.spans("a שלום") == [("a שלום", "a שלום")]
    assert glyph("ש", source_sans("Regular")).missing
    assert not glyph("Ж", source_sans("Regular")).missing
