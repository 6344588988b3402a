"""Sizes and greys: an A4 page, words that can be read on paper, and a dense look that is smaller."""

import pytest

from stegvis.exporters.pdf import style
from stegvis.exporters.pdf.style import DENSE, Style

STYLES = [each for each in vars(style).values() if isinstance(each, Style)]
EVERY = [*STYLES, *style.HEADINGS.values(), *DENSE.values()]
MM = 72 / 25.4


def luminance(grey):
    """Relative luminance of a grey as WCAG 2 defines it."""
    return grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4


def test_the_page_is_a4():
    assert (pytest.approx(210, abs=0.01), pytest.approx(297, abs=0.01)) == (style.WIDTH / MM, style.HEIGHT / MM)


def test_what_is_printed_keeps_ten_millimetres_from_every_edge():
    """Office printers reach no closer than that to the edge of the paper."""
    assert min(style.LEFT, style.WIDTH - style.RIGHT, style.HEIGHT - style.TOP, style.BOTTOM) >= 10 * MM


@pytest.mark.parametrize("each", EVERY, ids=str)
def test_words_have_the_contrast_of_wcag_aa_on_white_and_on_a_band(each):
    for ground in (1.0, style.BAND):
        assert (luminance(ground) + 0.05) / (luminance(each.grey) + 0.05) >= 4.5


@pytest.mark.parametrize("each", EVERY, ids=str)
def test_lines_never_touch_and_no_words_are_smaller_than_eight_points(each):
    assert each.leading > each.size >= 8


@pytest.mark.parametrize(("plain", "dense"), DENSE.items(), ids=str)
def test_the_dense_look_is_smaller_and_otherwise_alike(plain, dense):
    assert dense.size < plain.size and dense.leading < plain.leading
    assert (dense.weight, dense.grey) == (plain.weight, plain.grey)
