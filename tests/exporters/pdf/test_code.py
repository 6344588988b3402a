"""The code of a page can be read by another program, and has white around it."""

import re
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from stegvis.exporters.page_code import PageCode, read_code
from stegvis.exporters.pdf.canvas import TaggedCanvas
from stegvis.exporters.pdf.code import ROOM, SHORT, draw_code
from stegvis.exporters.pdf.file import PdfFile
from stegvis.exporters.pdf.style import RIGHT
from stegvis.exporters.pdf.typesetter import Typesetter

CODE = PageCode(UUID("019aa7b2-0000-7000-8000-00001a2b3c4d"), 3, "7f3a91c204be", 2, 3)
SCALE = 6  # dots in a point, as on a printer


@pytest.fixture(scope="module")
def drawn():
    canvas = TaggedCanvas(PdfFile(), Typesetter())
    draw_code(canvas, CODE)
    canvas.showPage()
    return canvas.pages[0].contents


def squares(contents):
    """Left, bottom, width and height of each run."""
    return [tuple(map(float, run)) for run in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", contents)]


def test_another_program_reads_what_it_says(drawn):
    page = Image.new("L", (600 * SCALE, 100 * SCALE), 255)
    for left, bottom, width, height in squares(drawn):
        box = (left, 100 - bottom - height, left + width, 100 - bottom)
        ImageDraw.Draw(page).rectangle([round(side * SCALE) for side in box], fill=0)
    (found,) = zxingcpp.read_barcodes(page)
    assert (found.format, read_code(found.text)) == (zxingcpp.BarcodeFormat.QRCode, CODE)


def test_four_modules_of_white_stand_around_it(drawn):
    """As ISO/IEC 18004 asks for; above it the text ends, to the left the footer."""
    runs = squares(drawn)
    module = min(width for _, _, width, _ in runs)
    left, right = min(run[0] for run in runs), max(run[0] + run[2] for run in runs)
    top, bottom = max(run[1] + run[3] for run in runs), min(run[1] for run in runs)
    assert left - SHORT >= 4 * module and bottom >= 4 * module
    assert top <= ROOM and right <= RIGHT + 0.01
    assert right - left == pytest.approx(top - bottom, abs=0.02)


def test_it_is_one_path_and_no_content(drawn):
    assert drawn.startswith("/Artifact <</Type/Pagination") and drawn.count(" f") == 1
