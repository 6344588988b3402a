"""Our pages: in our own layout or the host's, with what the person may open, and safe in any host."""

import jinja2
import pytest
from support.hosts import BERIT, HOSTILE, bare, mounted, someone

from stegvis.plugin import Stegvis
from stegvis.plugin.web.rendering import render


@pytest.mark.parametrize("spoil", [lambda app: None, *HOSTILE])
@pytest.mark.parametrize("as_function", [False, True])
def test_a_hosts_layout_gets_title_head_and_body_that_are_safe_in_any_host(tmp_path, spoil, as_function):
    words = "<title>{{ stegvis.title }}</title>{{ stegvis.head }}<main>{{ stegvis.body }}</main>"
    app = bare(tmp_path)
    app.jinja_loader = jinja2.DictLoader({"host.html": words})
    spoil(app)
    layout = (
        (lambda page: f"<title>{page.title}</title>{page.head}<main>{page.body}</main>") if as_function else "host.html"
    )
    Stegvis(identity=lambda: BERIT, layout=layout).init_app(app)
    app.view_functions["stegvis.help_page"] = lambda: render("stegvis/help.html", title="<b>Hjälp</b>")
    page = app.test_client().get("/stegvis/hjalp/").text
    assert page.startswith("<title>&lt;b&gt;Hjälp&lt;/b&gt;</title><link rel=")
    assert '<main><div class="stegvis" lang="sv">' in page and "<h1>&lt;b&gt;Hjälp&lt;/b&gt;</h1>" in page


def test_the_menu_holds_only_what_the_person_may_open(tmp_path):
    links = mounted(tmp_path, identity=someone("chef")).test_client().get("/stegvis/hjalp/").text
    none = mounted(tmp_path, identity=lambda: None).test_client().get("/stegvis/hjalp/").text
    assert "Mitt arbete</a>" in links and "Mitt arbete" not in none and 'aria-current="page">Hjälp' in none
