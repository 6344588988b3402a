"""Refuses what another site makes the browser send, whatever the host does about it; and how large a form may be."""

from io import BytesIO

from flask import current_app, request
from markupsafe import Markup
from werkzeug.exceptions import Forbidden
from werkzeug.formparser import FormDataParser

from ..installation.state import state

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FILES = frozenset({"check_seal", "paper", "read_in"})
"""The endpoints that take a file, and so may be sent more."""


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
    takes_file = request.endpoint is not None and request.endpoint.rpartition(".")[2] in FILES
    request.max_content_length = settings.max_upload_bytes if takes_file else settings.max_form_bytes
    request.max_form_memory_size = settings.max_form_bytes
    request.max_form_parts = settings.max_form_parts
    request.make_form_data_parser = _in_memory  # type: ignore[method-assign]


def _in_memory() -> FormDataParser:
    """Reads a form without laying its files on the disk, whatever their size: they are larger than the limit or not
    at all.
    """
    return FormDataParser(
        stream_factory=lambda *_, **__: BytesIO(),
        max_form_memory_size=request.max_form_memory_size,
        max_content_length=request.max_content_length,
        max_form_parts=request.max_form_parts,
        cls=request.parameter_storage_class,
    )


def csrf_input() -> Markup:
    """The host's own token as a hidden field, under the host's name for it; empty when the host has none."""
    token = current_app.jinja_env.globals.get("csrf_token")
    if "csrf" not in current_app.extensions or not callable(token):
        return Markup()
    name = current_app.config.get("WTF_CSRF_FIELD_NAME", "csrf_token")
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, token())
