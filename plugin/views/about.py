"""Pages about the service itself, open to all: help and accessibility."""

from flask.typing import ResponseReturnValue

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
