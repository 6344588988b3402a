"""PDF: PDF/A-2a (3a with attachments) and PDF/UA-1 in one file, for archives and for screen readers."""

from ..document import Document


class PdfExporter:
    """Writes a document as PDF; the same document always becomes the same bytes."""

    name = "pdf"
    media_type = "application/pdf"
    suffix = ".pdf"

    def export(self, document: Document) -> bytes:
        """The whole file. Raises UnusableImage if the logo cannot be read."""
        from .composer import write  # ReportLab loads with the first document, not with the package

        return write(document)


__all__ = ["PdfExporter"]
