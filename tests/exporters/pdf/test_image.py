"""Logos: read, made opaque, kept small, refused in words."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from support.sample_base import HEAD, LOGO, transparent_png
from support.samples import SAMPLES

from stegvis.exporters import UnusableImage
from stegvis.exporters.document import Figure
from stegvis.exporters.pdf import PdfExporter
from stegvis.exporters.pdf.image import read_image


def encoded(kind, size=(8, 4), mode="RGB"):
    out = BytesIO()
    Image.new(mode, size, 128).save(out, kind)
    return out.getvalue()


def embedded(logo):
    document = replace(SAMPLES["blank"](), head=replace(HEAD, logo=logo))
    with pikepdf.open(BytesIO(PdfExporter().export(document))) as pdf:
        image = pdf.pages[0].Resources.XObject.I0
        return int(image.Width), int(image.Height), image.read_bytes()


def test_a_png_becomes_its_pixels():
    width, height, pixels = embedded(LOGO)
    assert (width, height, len(pixels)) == (96, 112, 96 * 112 * 3)


def test_transparency_is_laid_on_white():
    assert embedded(Figure(transparent_png(), "image/png", "x"))[2] == bytes((0, 75, 135)) + b"\xff" * 9


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "P"), ("PNG", "LA")]
)
def test_every_usual_kind_of_image_can_be_read(kind, mode):
    assert embedded(Figure(encoded(kind, mode=mode), "image/png", "x"))[:2] == (8, 4)


def test_a_huge_image_is_made_smaller():
    assert embedded(Figure(encoded("PNG", (5000, 50), "L"), "image/png", "x"))[:2] == (1200, 12)


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", encoded("PNG")[:50], encoded("GIF", mode="L"), b"GIF89a"]
)
def test_what_is_no_image_is_refused_with_a_remedy(data):
    with pytest.raises(UnusableImage, match="Byt ut bilden 'Vapen'"):
        read_image(Figure(data, "image/png", "Vapen"))
