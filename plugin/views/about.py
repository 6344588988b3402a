"""Pages about the service itself, open to all: help, accessibility, health."""

from flask import jsonify
from flask.typing import ResponseReturnValue

from ..installation.database import storage_problem
from ..installation.state import state
from ..web.rendering import render
from ..web.routing import Routes
from .accessibility import read_statement

route = Routes()


@route("/hjalp/", permission="public", menu="nav_help")
def help_page() -> ResponseReturnValue:
    """How the forms are filled in."""
    return render("stegvis/help.html", title="Hjälp")


@route("/tillganglighet", permission="public")
def accessibility() -> ResponseReturnValue:
    """The statement that the law on accessible digital public service demands."""
    mounted = state()
    return render("stegvis/accessibility.html", title="Tillgänglighet", items=read_statement(mounted))


@route("/halsa", permission="public")
def health() -> ResponseReturnValue:
    """Whether the service can do its work: 200 or 503, a word for machines and no data.

    A form whose file is broken stops that form and no other, and a letterhead that is broken is replaced by ours,
    so the answer is still 200; the log says what to mend.
    """
    from ..installation.catalogue import (
        broken_now,  # forms are loaded when somebody asks for one, not when a host mounts us
    )

    problem = storage_problem(state())
    if problem:
        return jsonify(status="unavailable", database=problem), 503
    broken = {"forms": "broken"} if broken_now() else {}
    if state().letterhead_problems:
        broken["letterhead"] = "broken"
    return jsonify(status="limited" if broken else "ok", database="ok", **broken)
