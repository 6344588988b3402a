"""The demonstration alone: choose which made-up person to be."""

from typing import cast

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from ..installation.access import current_identity
from ..installation.demo import DUTIES
from ..installation.identity import DemoIdentity
from ..installation.state import state
from ..web.rendering import render, url
from ..web.routing import Routes

route = Routes()


@route("/demo/", permission="public", methods=("GET", "POST"))
def demo() -> ResponseReturnValue:
    """The people there are, and who one is now."""
    identity = cast(DemoIdentity, state().identity)
    if request.method == "GET":
        now = current_identity()
        return render("stegvis/demo.html", title="Välj vem du är", people=identity.people, duties=DUTIES, now=now)
    if not identity.choose(request.form.get("person", "")):
        abort(404)
    return redirect(url("start"), 303)
