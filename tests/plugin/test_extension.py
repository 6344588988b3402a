"""Stegvis stands in a host without changing it, whatever the host is like."""

import copy
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from flask_wtf import CSRFProtect
from support.hosts import BERIT, HOSTILE, SAME_ORIGIN, bare, mounted, someone
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.test import Client

from stegvis.plugin import SetupError, Stegvis
from stegvis.plugin.installation.identity import DemoIdentity


def test_an_identity_is_required(tmp_path):
    with pytest.raises(SetupError, match="identity="):
        Stegvis().init_app(bare(tmp_path))


def test_the_demo_identity_is_refused_in_a_host(tmp_path):
    with pytest.raises(SetupError, match="stegvis run"):
        Stegvis(identity=DemoIdentity((BERIT,))).init_app(bare(tmp_path))


def test_twice_in_one_application_is_refused_with_advice(tmp_path):
    app = mounted(tmp_path)
    with pytest.raises(SetupError, match="once"):
        Stegvis(identity=lambda: None).init_app(app)


def test_after_the_first_request_is_refused_with_advice(tmp_path):
    app = bare(tmp_path)
    app.test_client().get("/")
    with pytest.raises(SetupError, match="first request"):
        Stegvis(identity=lambda: None).init_app(app)
    assert "stegvis" not in app.extensions


def test_host_matching_needs_a_host_and_then_works(tmp_path):
    app = Flask("host", instance_path=str(tmp_path), host_matching=True, static_host="soc.example")
    with pytest.raises(SetupError, match="host="):
        Stegvis(identity=lambda: BERIT).init_app(app)
    Stegvis(identity=lambda: BERIT).init_app(app, host="soc.example")
    client = app.test_client()
    assert client.get("/stegvis/hjalp/", base_url="http://soc.example").status_code == 200
    assert client.get("/stegvis/hjalp/", base_url="http://other.example").status_code == 404


def test_one_object_serves_two_applications_apart(tmp_path):
    stegvis = Stegvis(identity=lambda: BERIT)
    one, two = bare(tmp_path, STEGVIS_KOMMUN="Åviks kommun"), bare(tmp_path, STEGVIS_KOMMUN="Sjöbergs kommun")
    stegvis.init_app(one)
    stegvis.init_app(two, url_prefix="/soc")
    assert "Åviks kommun" in one.test_client().get("/stegvis/hjalp/").text
    assert 'href="/soc/tillganglighet"' in two.test_client().get("/soc/hjalp/").text
    assert "Sjöbergs kommun" in two.test_client().get("/soc/hjalp/").text


def test_nothing_of_the_host_is_changed(tmp_path):
    app = bare(tmp_path)
    before = _everything(app)
    Stegvis(identity=lambda: BERIT).init_app(app)
    app.test_client().get("/stegvis/")
    assert _everything(app) == before
    assert set(app.extensions) == {"stegvis"} and set(app.blueprints) == {"stegvis"}
    assert not (tmp_path / "stegvis").exists()


def _everything(app):
    """What an extension can change for all of an application."""
    hooks = ("before_request_funcs", "after_request_funcs", "teardown_request_funcs", "url_value_preprocessors")
    found = {name: list(getattr(app, name)[None]) for name in (*hooks, "template_context_processors")}
    found |= {name: dict(getattr(app.jinja_env, name)) for name in ("globals", "filters", "tests")}
    found["handlers"] = copy.deepcopy(app.error_handler_spec[None])
    found["config"] = dict(app.config)
    found["rest"] = (app.json, app.session_interface, app.jinja_env.autoescape, app.jinja_env.undefined)
    found["rest"] += (app.teardown_appcontext_funcs[:], app.shell_context_processors[:], list(app.logger.handlers))
    return found


def test_our_commands_stand_under_one_name_in_the_hosts_command_line(tmp_path):
    app = bare(tmp_path)
    before = set(app.cli.commands)
    Stegvis(identity=lambda: BERIT).init_app(app)
    assert set(app.cli.commands) - before == {"stegvis"}
    assert "validate" in app.test_cli_runner().invoke(args=["stegvis", "--help"]).output


def test_prefix_from_dispatcher_and_proxy_is_in_every_address(tmp_path):
    app = mounted(tmp_path)
    dispatched = Client(DispatcherMiddleware(Flask("front"), {"/intern": app}))
    assert 'href="/intern/stegvis/tillganglighet"' in dispatched.get("/intern/stegvis/hjalp/").text
    app.wsgi_app = ProxyFix(app.wsgi_app, x_prefix=1)
    page = app.test_client().get("/stegvis/hjalp/", headers={"X-Forwarded-Prefix": "/ut"})
    assert 'href="/ut/stegvis/tillganglighet"' in page.text and 'src="/ut/stegvis/static/' in page.text


@pytest.mark.parametrize("spoil", [lambda app: None, *HOSTILE])
def test_a_hostile_host_changes_nothing_for_us(tmp_path, spoil):
    evil = "<script>alert(1)</script>"
    app = bare(tmp_path, STEGVIS_KOMMUN=evil)
    spoil(app)
    Stegvis(identity=someone("handlaggare")).init_app(app)
    client = app.test_client()
    assert evil not in client.get("/stegvis/hjalp/").text and "&lt;script&gt;" in client.get("/stegvis/hjalp/").text
    missing = client.get("/stegvis/finns-inte")
    assert missing.status_code == 404 and "Sidan finns inte" in missing.text


def test_a_post_without_the_hosts_token_is_told_to_open_the_page_again(tmp_path):
    app = bare(tmp_path)
    CSRFProtect(app)
    Stegvis(identity=lambda: BERIT).init_app(app)
    answer = app.test_client().post("/stegvis/finns-inte", headers=SAME_ORIGIN)
    assert answer.status_code == 400 and "Öppna sidan på nytt och spara igen." in answer.text


HOST = Path(__file__).parent / "host"


@pytest.fixture
def intranet(monkeypatch, ready):
    """The host of the quickstart: its own forms.py, login, CSRF protection, layout and 404."""
    monkeypatch.syspath_prepend(str(HOST))
    import intranet
    import mount

    app = intranet.create_intranet(HOST)
    app.instance_path = str(ready)
    mount.mount(app)
    yield app
    for name in ("forms", "intranet", "mount"):
        sys.modules.pop(name, None)


def test_mounting_takes_at_most_twenty_lines():
    lines = (HOST / "mount.py").read_text().splitlines() + (HOST / "templates/stegvis.html").read_text().splitlines()
    assert len([line for line in lines if line.strip()]) <= 20


def test_the_quickstart_host_logs_in_and_sees_our_page_in_its_own_layout(intranet):
    client = intranet.test_client()
    sent = client.get("/blanketter/")
    assert sent.status_code == 302 and sent.location == "/login?next=/blanketter/?"
    _log_in(client, "Berit")
    page = client.get("/blanketter/").text
    assert "<title>Mitt arbete – Intranätet</title>" in page
    assert page.index("<header>Intranätet") < page.index('<div class="stegvis" lang="sv">') < page.index("</main>")
    assert page.count("<main") == page.count("<h1") == 1
    assert client.get("/blanketter/finns-inte").status_code == 404
    assert "the host's own 404" not in client.get("/blanketter/finns-inte").text
    assert client.get("/finns-inte").text == "the host's own 404"


def test_a_host_role_that_is_not_mapped_gives_nothing(intranet):
    client = intranet.test_client()
    _log_in(client, "Gösta")
    answer = client.get("/blanketter/")
    assert answer.status_code == 403 and "Du har inte behörighet" in answer.text


def _log_in(client, name):
    page = client.get("/login").text
    token = page.split('value="')[1].split('"')[0]
    assert client.post("/login", data={"name": name, "csrf_token": token}).status_code == 302


def test_a_hosts_own_forms_module_and_ours_live_side_by_side(tmp_path):
    code = (
        "import forms, intranet, mount, stegvis.forms, pathlib; app = "
        "intranet.create_intranet(pathlib.Path('.').resolve()); "
    )
    code += (
        "mount.mount(app); print(forms.SearchForm.__module__, app.test_client().get('/blanketter/hjalp/').status_code)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOST, capture_output=True, text=True, check=False)
    assert done.stdout == "forms 200\n", done.stderr


def test_mounting_loads_nothing_that_only_later_pages_need(tmp_path):
    code = (
        "import sys; from flask import Flask; from stegvis.plugin import Stegvis; "
        f"app = Flask('host', instance_path={str(tmp_path)!r}); Stegvis(identity=lambda: None).init_app(app); "
        "print([name for name in ('alembic', 'cryptography', 'reportlab', 'docx', 'stegvis.exporters', "
        "'stegvis.forms.kinds', 'sqlalchemy', 'pyhanko') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_mounting_takes_at_most_half_again_the_time_of_its_libraries(tmp_path):
    """Import and init_app, against importing flask, sqlalchemy, marshmallow and wtforms alone; the best of three
    each.
    """
    ours = (
        "from flask import Flask; from stegvis.plugin import Stegvis; "
        f"Stegvis(identity=lambda: None).init_app(Flask('host', instance_path={str(tmp_path)!r}))"
    )
    runs = [(_seconds("import flask, sqlalchemy, marshmallow, wtforms"), _seconds(ours)) for _ in range(3)]
    libraries, whole = map(min, zip(*runs, strict=True))
    assert whole <= 1.5 * libraries


def _seconds(code):
    timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True).stdout)
