"""Our pages: in our own layout or the host's, with what the person may open, and safe in any host."""

import hashlib
from datetime import UTC, datetime

import jinja2
import pytest
from support.hosts import BERIT, HOSTILE, bare, mounted, someone

from stegvis.plugin import Stegvis
from stegvis.plugin.web.rendering import HERE, STATIC, make_environment, render, static, swedish


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


def test_the_instances_own_template_comes_first_and_a_name_that_is_none_is_a_fault(tmp_path):
    own = tmp_path / "templates" / "stegvis"
    own.mkdir(parents=True)
    (own / "help.html").write_text("Egen {{ words }}", "utf-8")
    environment = make_environment(tmp_path, reload=False)
    assert environment.get_template("stegvis/help.html").render(words="<i>") == "Egen &lt;i&gt;"
    with pytest.raises(jinja2.UndefinedError):
        environment.get_template("stegvis/help.html").render()
    assert environment.get_template("stegvis/layout.html").filename.startswith(str(HERE))


def test_the_address_of_a_file_holds_a_mark_of_all_the_files(tmp_path):
    """Any change in any of them is another address: browsers keep it for good."""
    whole = b"".join(path.read_bytes() for path in sorted(STATIC.rglob("*")) if path.is_file())
    mark = hashlib.sha256(whole).hexdigest()[:12]
    with mounted(tmp_path).test_request_context("/stegvis/"):
        assert static("stegvis.css") == f"/stegvis/static/{mark}/stegvis.css"
    with mounted(tmp_path).test_client().get(f"/stegvis/static/{mark}/stegvis.css") as answer:
        assert answer.status_code == 200 and answer.cache_control.immutable


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), "2026-02-01 00:30"),
        (datetime(2026, 7, 31, 22, 30, tzinfo=UTC), "2026-08-01 00:30"),
    ],
)
def test_moments_are_told_by_swedish_clocks(moment, clock):
    assert f"{swedish(moment):%Y-%m-%d %H:%M}" == clock
