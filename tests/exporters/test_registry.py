"""Formats are found by name and loaded on first use; file names hold no personal data."""

import subprocess
import sys

import pytest
from support.sample_base import document
from support.samples import SAMPLES, blank, praktikavtal

from stegvis import exporters
from stegvis.exporters import registry

LAZY = """
import sys
{code}
heavy = {{"reportlab", "docx", "lxml", "PIL"}} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.parametrize(
    "code",
    [
        "import stegvis.exporters",
        "from stegvis.exporters import FORMATS, export, file_name; from stegvis.exporters.text import TextExporter",
        "from stegvis.exporters import fragment",
    ],
)
def test_importing_the_exporters_loads_no_library(code):
    done = subprocess.run([sys.executable, "-c", LAZY.format(code=code)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", exporters.FORMATS)
def test_every_format_is_deterministic_bytes(name):
    made, again = exporters.export(praktikavtal(), name), exporters.export(praktikavtal(), name)
    assert isinstance(made, bytes)
    assert made == again


def test_an_unknown_format_is_refused_in_swedish():
    with pytest.raises(exporters.UnknownFormat) as caught:
        exporters.export(blank(), "odt")
    assert str(caught.value) == "Välj ett annat format än 'odt'. De som finns är pdf, docx, html, txt, json."


def test_a_library_that_is_not_installed_is_named(monkeypatch):
    def missing(module, package):
        raise ModuleNotFoundError("No module named 'docx'", name="docx")

    monkeypatch.setattr(registry, "import_module", missing)
    registry.exporter.cache_clear()
    with pytest.raises(exporters.MissingPart) as caught:
        exporters.export(blank(), "docx")
    assert str(caught.value) == "Installera paketet docx för att kunna skapa docx."


def test_a_fault_of_our_own_is_not_called_a_missing_library(monkeypatch):
    def missing(module, package):
        raise ModuleNotFoundError("No module named 'stegvis.exporters.odt'", name="stegvis.exporters.odt")

    monkeypatch.setattr(registry, "import_module", missing)
    registry.exporter.cache_clear()
    with pytest.raises(ModuleNotFoundError):
        exporters.export(blank(), "txt")


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (praktikavtal(), "praktikavtal_7F3A9C21_kommun.pdf"),
        (blank(), "praktikavtal_tom_deltagare.pdf"),
        (document("x", (), document_id=""), "praktikavtal_kommun.pdf"),
    ],
)
def test_file_names_are_form_document_and_whose_copy(made, name):
    assert exporters.file_name(made, "pdf") == name


def test_media_types_say_the_character_set_of_text():
    assert exporters.media_type("html") == "text/html; charset=utf-8"
    assert exporters.media_type("docx").endswith("wordprocessingml.document")
    assert [exporters.suffix(name) for name in exporters.FORMATS] == list(exporters.FORMATS)


def test_only_named_attributes_are_found_lazily():
    with pytest.raises(AttributeError):
        exporters.nonsense  # noqa: B018


@pytest.mark.parametrize("name", SAMPLES)
def test_no_exporter_changes_the_document(name):
    document = SAMPLES[name]()
    for format_name in ("docx", "html", "txt", "json"):
        exporters.export(document, format_name)
    assert document == SAMPLES[name]()
