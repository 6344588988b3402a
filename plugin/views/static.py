"""Our style sheet and script, and the answer to every address that is not a page."""

from flask import Response, abort, send_from_directory
from flask.typing import ResponseReturnValue

from ..web.rendering import STATIC, fingerprint
from ..web.routing import Routes

route = Routes()
YEAR = 365 * 24 * 60 * 60


@route("/static/<version>/<path:filename>", permission="public")
def static(version: str, filename: str) -> Response:
    """A file of ours; kept by browsers for good when the address has the fingerprint of what is installed."""
    if version != fingerprint():
        return send_from_directory(STATIC, filename)
    response = send_from_directory(STATIC, filename, max_age=YEAR)
    response.cache_control.immutable = True
    return response


@route("/<path:path>", permission="public", methods=("GET", "POST", "PUT", "PATCH", "DELETE"))
def unknown(path: str) -> ResponseReturnValue:
    """Our own page for an address that does not exist; without it the host would answer."""
    abort(404)
