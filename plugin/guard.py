"""Refuses what another site makes the browser send, whatever the host does about it; and how large a form may be."""

from flask import current_app, request
from markupsafe import Markup
from werkzeug.exceptions import Forbidden

from .state import state

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class CrossSite(Forbidden):
    """A change that was not asked for by one of our own pages."""


def refuse_cross_site() -> None:
    """Let a change pass only when the browser says that it comes from our own origin; else raise CrossSite."""
    if request.method in SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        ours = site in {"same-origin", "none"}
    else:
        ours = request.headers.get("Origin") == request.host_url.rstrip("/")
    if not ours:
        raise CrossSite


def set_limits(*_: object) -> None:
    """Give this request the room that a large form takes, before anything of the host's reads the body."""
    settings = state().settings
    request.max_content_length = settings.max_form_bytes
    request.max_form_memory_size = settings.max_form_bytes
    request.max_form_parts = settings.max_form_parts


def csrf_input() -> Markup:
    """The host's own token as a hidden field, under the host's name for it; empty when the host has none."""
    token = current_app.jinja_env.globals.get("csrf_token")
    if "csrf" not in current_app.extensions or not callable(token):
        return Markup()
    name = current_app.config.get("WTF_CSRF_FIELD_NAME", "csrf_token")
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, token())
