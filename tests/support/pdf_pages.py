"""Pages of a PDF that a test makes: what is read on them, and what is drawn on them."""

import re
import subprocess
from functools import cache
from io import BytesIO

import pikepdf

from stegvis.exporters.document import Section
from stegvis.exporters.pdf import PdfExporter
from support import pdf_reading
from support.sample_base import document
from support.samples import SAMPLES


@cache
def exported(name):
    return PdfExporter().export(SAMPLES[name]())


def pages_of(*blocks, **more):
    return pdf_reading.read(PdfExporter().export(document("Titel", [Section("Avsnitt", blocks)], **more)))


def contents(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]


def words(*blocks):
    """Where each word stands on the first page: its left edge and its top, by poppler."""
    pdf = PdfExporter().export(document("Titel", [Section("Avsnitt", blocks)]))
    drawn = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*?)</word>', drawn)
    return {word: (round(float(x)), round(float(y))) for x, y, word in found}
