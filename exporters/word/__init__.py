"""Word: the document as a .docx file that opens in Word 2016 or later and in LibreOffice."""

from .exporter import WordExporter

__all__ = ["WordExporter"]
