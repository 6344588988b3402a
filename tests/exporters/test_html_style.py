"""The look of a page that stands alone: it can be read, and it fetches nothing."""

import re

import pytest
from bs4 import BeautifulSoup
from support.samples import SAMPLES

from stegvis.exporters import export
from stegvis.exporters.html_style import STYLE

COLOURS = sorted(set(re.findall(r"[{;\s]color: (#[0-9a-f]{3,6})", STYLE)))


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("ground", ["#fff", "#eef3f4"])
def test_every_colour_of_words_has_the_contrast_of_wcag_aa(colour, ground):
    assert (luminance(ground) + 0.05) / (luminance(colour) + 0.05) >= 4.5


def test_it_fetches_nothing():
    assert COLOURS and not re.search(r"url\(|@import|@font-face|src:|https?:", STYLE)


def test_no_rule_is_for_a_class_that_no_page_has():
    used = set()
    for make in SAMPLES.values():
        soup = BeautifulSoup(export(make(), "html").decode(), "html5lib")
        used |= {word for element in soup.find_all(class_=True) for word in element["class"]}
    assert set(re.findall(r"\.(st-\w+)", STYLE)) <= used
