"""The pages, one subject per module. A module is mounted by standing in this list."""

from ..access import Routes
from . import about, files, pages

PAGES: tuple[Routes, ...] = (pages.route, about.route, files.route)
