"""The exporter's face, and when ReportLab is loaded."""

import subprocess
import sys

from stegvis.exporters.pdf import PdfExporter


def test_the_exporter_names_its_format():
    assert (PdfExporter.name, PdfExporter.media_type, PdfExporter.suffix) == ("pdf", "application/pdf", ".pdf")


def test_importing_the_exporters_does_not_load_reportlab():
    code = "import sys, stegvis.exporters, stegvis.exporters.pdf; print('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
