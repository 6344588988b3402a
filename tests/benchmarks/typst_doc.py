"""The same document set by Typst from a template and JSON, as PDF/A-2a.

Typst remembers what it has set before: measure it with documents that differ (`varied`), as those of two people do.
"""

import json
from functools import cache
from pathlib import Path

import font_source_sans_pro
from typst import Compiler, Fonts

from .plain import plain

TEMPLATE = Path(__file__).with_name("document.typ")


def typst(document):
    """The document as PDF/A-2a; the compiler, its fonts and the template are made once."""
    logo = document.head.logo
    values = plain(document) | {"logo": list(logo.data) if logo else []}
    return _compiler().compile(
        sys_inputs={"document": json.dumps(values)}, format="pdf", pdf_standards="a-2a", timestamp=document.made
    )


@cache
def _compiler():
    fonts = Fonts(True, True, [Path(font_source_sans_pro.__file__).parent / "files"])
    return Compiler(TEMPLATE, font_paths=fonts)
