"""The pages, one subject per module. A module is mounted by standing in this list."""

from ..access import Routes
from . import about, blanks, check, documents, downloads, files, fill, start

PAGES: tuple[Routes, ...] = (
    start.route, blanks.route, fill.route, check.route, documents.route, downloads.route, about.route, files.route,
)  # fmt: skip
