"""What a form is judged and printed with that is not an answer: the moment, the sender, the installation."""

from typing import cast

from flask import has_request_context, request

from ...forms import Context
from ..installation.state import state

_MADE = "stegvis.context"


def make_context() -> Context:
    """The Context of a form that nobody has begun. A request has one, so that it has one moment."""
    if not has_request_context():
        return _made()
    if _MADE not in request.environ:
        request.environ[_MADE] = _made()
    return cast(Context, request.environ[_MADE])


def _made() -> Context:
    mounted = state()
    return Context(now=mounted.clock(), letterhead=mounted.letterhead, demo=mounted.demo, **mounted.settings.known())
