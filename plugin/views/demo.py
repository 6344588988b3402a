"""The demonstration alone: choose which made-up person to be."""

from typing import cast

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from ..access import Routes, current_identity
from ..demonstration import DUTIES
from ..identity import DemoIdentity
from ..rendering import render, url
from ..state import state

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
