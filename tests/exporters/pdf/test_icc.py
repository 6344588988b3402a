"""The colour profile is sRGB, says another program that knows sRGB by itself."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from stegvis.exporters.pdf.icc import srgb_profile

COLOURS = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128), (0, 75, 135), (3, 9, 1)]


@pytest.fixture(scope="module")
def data():
    return zlib.decompress(srgb_profile())


def test_the_header_is_that_of_a_profile_for_screens_as_long_as_it_says(data):
    """ICC.1:2010, 7.2: size, version 4, class mntr, RGB to XYZ, the signature acsp, white point D50."""
    assert struct.unpack(">I", data[:4])[0] == len(data)
    assert (data[8], data[12:24], data[36:40]) == (4, b"mntrRGB XYZ ", b"acsp")
    assert struct.unpack(">3i", data[68:80]) == (0xF6D6, 0x10000, 0xD32D)


def test_every_tag_lies_inside_the_profile_on_four_bytes(data):
    (count,) = struct.unpack(">I", data[128:132])
    tags = [struct.unpack(">4sII", data[at : at + 12]) for at in range(132, 132 + 12 * count, 12)]
    assert {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"} <= {tag[0] for tag in tags}
    assert all(start % 4 == 0 and 132 + 12 * count <= start <= len(data) - size for _, start, size in tags)


def test_its_colours_are_those_of_littlecms(data):
    ours, theirs = ImageCms.ImageCmsProfile(BytesIO(data)), ImageCms.createProfile("sRGB")
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    image = Image.new("RGB", (len(COLOURS), 1))
    image.putdata(COLOURS)
    turned = ImageCms.profileToProfile(image, ours, theirs, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    for place, colour in enumerate(COLOURS):
        assert turned.getpixel((place, 0)) == pytest.approx(colour, abs=1)
