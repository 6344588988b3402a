"""Where one begins."""

from flask.typing import ResponseReturnValue

from ..access import Routes, signed_in
from ..rendering import render

route = Routes()


@route("/", permission="form.list", menu="nav_home")
def start() -> ResponseReturnValue:
    """The first page after login."""
    return render("stegvis/start.html", title="Mitt arbete", name=signed_in().name)
