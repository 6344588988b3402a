"""What is handed out: the neutral document, and one exporter per format.

Importing this package loads no exporter: ``compose`` and each format come on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .document import Document
from .errors import ExportError, MissingPart, UnknownFormat, UnusableImage
from .registry import FORMATS, export, file_name, media_type, suffix

if TYPE_CHECKING:
    from .composition import compose
    from .html import fragment

__all__ = [
    "FORMATS",
    "Document",
    "ExportError",
    "MissingPart",
    "UnknownFormat",
    "UnusableImage",
    "compose",
    "export",
    "file_name",
    "fragment",
    "media_type",
    "suffix",
]


_LATER = {"compose": ".composition", "fragment": ".html"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name], __name__), name)
