"""Error pages are ours, in Swedish, for our own addresses alone, and give nothing away."""

import logging
from dataclasses import replace

import pytest
from sqlalchemy import text as sql
from support.hosts import SAME_ORIGIN, mounted, someone

from stegvis.plugin.keys import Keyring
from stegvis.plugin.storage import BrokenSeal, KeyringError, SchemaOutdated, StoreUnavailable, UnknownKey, open_store
from stegvis.plugin.storage.engine import make_engine
from stegvis.plugin.views import PAGES
from stegvis.plugin.web.routing import Routes

SECRET = "Alva Testberg 189001019802"


def _failing(folder, error, **choices):
    app = mounted(folder, identity=someone("chef"), **choices)

    def fail():
        raise error

    app.view_functions["stegvis.start"] = fail
    return app


def test_a_fault_shows_and_logs_a_code_but_neither_traceback_nor_what_was_written(tmp_path, caplog):
    try:
        raise KeyError(SECRET)
    except KeyError as inner:
        error = ValueError(SECRET)
        error.__cause__ = inner
    with caplog.at_level(logging.INFO):
        answer = _failing(tmp_path, error).test_client().get(f"/stegvis/?namn={SECRET}")
    assert answer.status_code == 500 and "Något gick fel hos oss." in answer.text
    [record] = caplog.records
    line = logging.Formatter().format(record)
    code = line.split(":")[0]
    assert len(code) == 6 and f"Ange koden {code}" in answer.text
    assert "stegvis.start" in line and "builtins.ValueError" in line and "builtins.KeyError" in line and "fail" in line
    for text in (answer.text, line):
        assert "Alva" not in text and "189001019802" not in text
    assert "Traceback" not in answer.text and "ValueError" not in answer.text


def test_a_fault_reaches_the_developer_where_flask_lets_faults_through(tmp_path):
    app = _failing(tmp_path, ValueError("x"))
    app.testing = True
    with pytest.raises(ValueError, match="x"):
        app.test_client().get("/stegvis/")


@pytest.mark.parametrize(
    "error",
    [
        SchemaOutdated("the database is at revision none"),
        StoreUnavailable(),
        BrokenSeal("revision-1"),
        UnknownKey("revision-2"),
        KeyringError("revision keys"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_as_closed_for_a_while(tmp_path, error):
    answer = _failing(tmp_path, error).test_client().get("/stegvis/")
    assert answer.status_code == 503 and "Tjänsten är stängd en stund" in answer.text
    assert "revision" not in answer.text


@pytest.mark.parametrize(
    "layout", ["finns-inte.html", lambda page: 1 / 0], ids=["a template that is missing", "a function that fails"]
)
def test_a_hosts_broken_layout_still_gives_our_error_page(tmp_path, layout):
    answer = _failing(tmp_path, ValueError(), layout=layout).test_client().get("/stegvis/")
    assert answer.status_code == 500 and 'class="stegvis"' in answer.text and "Något gick fel hos oss." in answer.text


def test_an_identity_adapter_that_fails_still_gives_our_error_page(tmp_path):
    def broken():
        raise ConnectionError(SECRET)

    answer = mounted(tmp_path, identity=broken).test_client().get("/stegvis/")
    assert answer.status_code == 500 and "Något gick fel hos oss." in answer.text and "Alva" not in answer.text


def test_when_our_own_templates_fail_there_are_still_words(tmp_path):
    app = _failing(tmp_path, ValueError())
    (tmp_path / "stegvis/templates/stegvis").mkdir(parents=True)
    (tmp_path / "stegvis/templates/stegvis/layout.html").write_text("{{ not_there }}")
    answer = app.test_client().get("/stegvis/")
    assert answer.status_code == 500 and answer.text.startswith("Något gick fel. ")


@pytest.mark.parametrize(
    ("path", "roles", "code", "words"),
    [
        ("/stegvis/finns/inte", ("chef",), 404, "Sidan finns inte, eller så har du inte behörighet till den."),
        ("/stegvis/", (), 403, "Kontakta din chef om du behöver den i ditt arbete."),
    ],
)
def test_every_refusal_has_its_words_and_code(tmp_path, path, roles, code, words):
    answer = mounted(tmp_path, identity=someone(*roles)).test_client().get(path)
    assert answer.status_code == code and words in answer.text and f">{code}<" in answer.text
    assert answer.text.count("<h1") == 1 and '<html lang="sv">' in answer.text


def test_login_is_offered_where_the_host_has_one_but_a_post_is_never_sent_away(tmp_path, monkeypatch):
    route = Routes()
    route("/spara", permission="document.write", methods=("POST",))(lambda: "saved")
    monkeypatch.setattr("stegvis.plugin.extension.PAGES", (route, *PAGES))
    client = mounted(tmp_path, identity=lambda: None, login=lambda: "/login").test_client()
    assert client.get("/stegvis/").location == "/login"
    sent = client.post("/stegvis/spara", headers=SAME_ORIGIN)
    assert sent.status_code == 401 and "Logga in och öppna sidan på nytt." in sent.text
    without = mounted(tmp_path, identity=lambda: None).test_client().get("/stegvis/")
    assert without.status_code == 401 and "Logga in och öppna sidan på nytt." in without.text


def test_the_hosts_own_errors_are_its_own(tmp_path):
    answer = mounted(tmp_path).test_client().get("/finns-inte")
    assert answer.status_code == 404 and "stegvis" not in answer.text


def test_a_method_that_a_page_does_not_have_is_our_404(tmp_path):
    answer = mounted(tmp_path).test_client().post("/stegvis/hjalp/", headers=SAME_ORIGIN)
    assert answer.status_code == 404 and "Sidan finns inte" in answer.text


@pytest.mark.parametrize("act", ["another key", "a key that is gone", "a changed row"])
def test_answers_that_cannot_be_unsealed_close_every_page_about_them_for_a_while(office, act):
    """Never as if the document were not there; and what has no answers stays open."""
    draft = office.begin("samtycke")
    place, url = draft.path.removesuffix("/fyll-i"), f"sqlite:///{office.folder / 'stegvis' / 'stegvis.sqlite3'}"
    mounted = office.app.extensions["stegvis"]
    if act == "a changed row":
        engine = make_engine(url)
        with engine.begin() as connection:
            connection.execute(sql("UPDATE stegvis_revisions SET payload = zeroblob(length(payload))"))
        engine.dispose()
    else:
        keys = Keyring({"k1" if act == "another key" else "k2": bytes(32)})
        office.app.extensions["stegvis"] = replace(mounted, open_store=lambda: open_store(url, keys))
    office.app.config["PROPAGATE_EXCEPTIONS"] = False
    for end in ("", "/fyll-i", "/kontrollera", "/kasta", ".pdf"):
        answer = office.page.get(place + end)
        assert answer.status == 503 and answer.h1 == "Tjänsten är stängd en stund", end
    assert office.page.get("/stegvis/").status == 200
    office.store.close()
