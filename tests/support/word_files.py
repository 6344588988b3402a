"""Word files that a test makes, opened by python-docx."""

from io import BytesIO

import docx

from stegvis.exporters import export
from stegvis.exporters.document import Section
from support.sample_base import document


def reopened(made):
    return docx.Document(BytesIO(export(made, "docx")))


def section(*blocks):
    return document("Prov", [Section("Del", blocks)])


def styles(file):
    return [paragraph.style.name for paragraph in file.paragraphs]
