"""Our pages: drawn in an environment of our own, then placed in the host's layout or in ours."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Response, render_template, request, url_for
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ...schemas.phrases import phrase
from ..installation.access import current_identity
from ..installation.permissions import allowed
from ..installation.state import MenuItem, Mounted, Page, state
from .guard import csrf_input
from .question_partials import drawer

if TYPE_CHECKING:
    from ...forms.questions.view import View

HERE = Path(__file__).parents[1]
STATIC = HERE / "static"
SERVICE = "Stegvis"


def make_environment(folder: Path, *, reload: bool) -> Environment:
    """A Jinja environment that shares nothing with the host's; the instance's own templates come first."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder / "templates"), FileSystemLoader(HERE / "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=reload,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(url=url, static=static, csrf_input=csrf_input, phrase=phrase, shown_when=shown_when)
    environment.globals.update(drawn=drawer(environment), swedish=swedish)
    return environment


def render(template: str, *, title: str, failed: bool = False, **values: Any) -> str:
    """The whole page, as the browser gets it. *title* is its h1; *failed* puts "Fel: " before it in the window's
    title.
    """
    mounted = state()
    whole = phrase("errors_page_prefix") + title if failed else title
    if mounted.layout is None:
        return _draw("stegvis/layout.html", template, title, window=f"{whole} – {SERVICE}", **values)
    body = Markup(_draw("stegvis/embedded.html", template, title, **values))
    page = Page(title=Markup.escape(whole), head=Markup(_template("stegvis/head.html").render()), body=body)
    return render_template(mounted.layout, stegvis=page) if isinstance(mounted.layout, str) else mounted.layout(page)


def render_bare(template: str, *, title: str, **values: Any) -> str:
    """The page in our own layout, without menu or name: for when the host's layout or login is what has failed."""
    window = f"{title} – {SERVICE}"
    return _draw("stegvis/layout.html", template, title, window=window, menu=(), who=None, **values)


def _draw(layout: str, template: str, title: str, **values: Any) -> str:
    mounted = state()
    if "menu" not in values:
        values |= {"menu": tuple(_menu(mounted)), "who": current_identity()}
    home = mounted.home() if mounted.home else url("start")
    return _template(template).render(
        layout=layout, title=title, kommun=mounted.settings.kommun, demo=mounted.demo, home=home, **values
    )


def _template(name: str) -> Template:
    return state().environment.get_template(name)


def _menu(mounted: Mounted) -> Iterator[tuple[MenuItem, bool]]:
    who = current_identity()
    for item in mounted.menu:
        if allowed(who, item.permission):
            yield item, request.endpoint == f"{request.blueprint}.{item.endpoint}"


def url(endpoint: str, **values: Any) -> str:
    """The address of one of our own pages, wherever we are mounted."""
    return url_for(f".{endpoint}", **values)


def shown_when(view: "View") -> Markup:
    """The attributes by which the script hides a question that is not asked for now."""
    from .show_if import shown_when  # here, so that mounting does not load the form engine

    return shown_when(view)


def swedish(moment: datetime) -> datetime:
    """The moment by Swedish clocks."""
    return moment.astimezone(ZoneInfo("Europe/Stockholm"))


def static(name: str) -> str:
    """The address of a file of ours; it changes when the file does, so that browsers may keep it for good."""
    return url("static", version=fingerprint(), filename=name)


@cache
def fingerprint() -> str:
    """Twelve signs that change when any of our static files does."""
    files = sorted(path for path in STATIC.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def see_other(where: str) -> Response:
    """The answer to what was posted: to a page to read (303)."""
    return Response(status=303, headers={"Location": where})
