"""The pages, one subject per module. A module is mounted by standing in this list."""

from ..web.routing import Routes
from . import about, routes, static

PAGES: tuple[Routes, ...] = (routes.route, about.route, static.route)
