"""Reads the codes of scanned pages: each file for itself, in order, and never more than a scan can be."""

import json
import sys
from io import BytesIO
from types import SimpleNamespace as Made

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from support.paper_scans import as_file, as_pdf

from stegvis.plugin.signing import scan_reader


def page(words=None, size=(620, 877)):
    """A page of an A4's shape, with a QR code that the library's own writer has drawn."""
    made = Image.new("L", size, 255)
    if words:
        code = zxingcpp.create_barcode(words, zxingcpp.BarcodeFormat.QRCode)
        drawn = zxingcpp.write_barcode_to_image(code, scale=5)
        made.paste(Image.frombytes("L", drawn.shape[::-1], bytes(memoryview(drawn))), (40, 60))
    return made


@pytest.fixture
def read(monkeypatch, capsys):
    """What is written of files, in this process and so without its limits."""
    monkeypatch.setattr(scan_reader, "_limit", lambda: None)

    def reading(*files):
        monkeypatch.setattr(sys, "stdin", Made(buffer=BytesIO(b"".join(files))))
        scan_reader.main([str(len(file)) for file in files])
        return json.loads(capsys.readouterr().out)

    return reading


def test_each_page_of_each_file_is_told_in_order_and_a_broken_file_takes_no_other_along(read):
    first, last = as_file(page("ETT"), "PNG"), as_pdf([page("TVÅ"), page()], quality=90)
    assert read(first, b"%PDF-1.7\ntrasig", last) == [
        {"file": 0, "page": 1, "codes": ["ETT"], "white": False},
        {"file": 1, "problem": "broken"},
        {"file": 2, "page": 1, "codes": ["TVÅ"], "white": False},
        {"file": 2, "page": 2, "codes": [], "white": True},
    ]


def test_a_page_with_words_and_no_code_is_not_white(read):
    grey = page()
    grey.paste(120, (100, 100, 400, 300))
    assert read(as_file(grey, "JPEG")) == [{"file": 0, "page": 1, "codes": [], "white": False}]


def test_what_is_larger_than_any_scan_is_not_drawn(read, monkeypatch):
    house, many = pikepdf.new(), pikepdf.new()
    house.add_blank_page(page_size=(3_001, 100))
    for _ in range(61):
        many.add_blank_page(page_size=(100, 100))
    files = []
    for pdf in (house, many):
        pdf.save(file := BytesIO())
        files.append(file.getvalue())
    monkeypatch.setattr(scan_reader, "MOST_PIXELS", 620 * 877 - 1)
    assert [one["problem"] for one in read(*files, as_file(page(), "PNG"))] == ["large"] * 3


def test_only_the_kinds_that_scanners_make_are_opened(read):
    assert read(as_file(page(), "GIF"), as_file(page(), "BMP"), b"") == [
        {"file": number, "problem": "broken"} for number in range(3)
    ]
