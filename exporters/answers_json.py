"""The answers that an audience may see, with what names the document they belong to."""

import json

from .document import Document


class JsonExporter:
    """Writes the answers as JSON in UTF-8: keys in alphabetical order, two spaces a level, nothing replaced."""

    def export(self, document: Document) -> bytes:
        content = {
            "answers": json.loads(document.answers),
            "audience": document.audience,
            "code": document.code,
            "document_id": document.document_id,
            "form": document.form,
            "made": document.made.isoformat(),
            "version": document.version,
        }
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2)
        return (text + "\n").encode(errors="backslashreplace")  # a lone surrogate becomes its JSON escape
