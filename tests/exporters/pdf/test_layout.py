"""Of every sample: text inside the margins, nothing in the footer, A4, and no more pages than it takes."""

import re
from io import BytesIO

import pikepdf
import pytest
from support.pdf_pages import contents, exported
from support.samples import SAMPLES

from stegvis.exporters.pdf.style import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH


@pytest.mark.parametrize("name", SAMPLES)
def test_all_text_starts_inside_the_margins(name):
    for content in contents(exported(name)):
        for x, y in re.findall(r"BT \S+ \S+ Tf ([-\d.]+) ([-\d.]+) Td", content):
            assert LEFT - 1 <= float(x) < RIGHT
            assert 20 < float(y) < HEIGHT - 20


@pytest.mark.parametrize("name", SAMPLES)
def test_no_tagged_text_reaches_into_the_footer(name):
    for content in contents(exported(name)):
        for block in re.findall(r"MCID \d+>> BDC.*?ET", content, re.DOTALL):
            y = float(re.search(r"Tf [-\d.]+ ([-\d.]+) Td", block)[1])
            below = sum(float(step) for step in re.findall(r" 0 (-[\d.]+) Td", block))
            assert y + below >= BOTTOM - 0.5


def test_a_full_agreement_stands_on_three_pages():
    assert len(contents(exported("praktikavtal"))) == 3


def test_every_page_is_a4():
    with pikepdf.open(BytesIO(exported("long"))) as pdf:
        assert {tuple(map(float, page.MediaBox)) for page in pdf.pages} == {(0, 0, WIDTH, HEIGHT)}
