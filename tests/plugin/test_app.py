"""Production is refused without an identity adapter; the demonstration stays by itself."""

import pytest
from support.hosts import BERIT

from stegvis.plugin import SetupError, create_app
from stegvis.plugin.app import create_demo_app
from stegvis.plugin.installation.demo import PEOPLE
from stegvis.plugin.installation.identity import DemoIdentity

BANNER = "Det här är en demonstration med påhittade personer."


def test_production_without_an_identity_is_refused_with_the_remedy(tmp_path):
    with pytest.raises(SetupError, match="identity="):
        create_app(tmp_path)
    with pytest.raises(SetupError, match="stegvis run"):
        create_app(tmp_path, identity=DemoIdentity(PEOPLE))


def test_production_reads_its_instance_folder_and_stands_at_the_root(tmp_path, monkeypatch):
    (tmp_path / "config.py").write_text('STEGVIS_KOMMUN = "Åviks kommun"\n')
    monkeypatch.setenv("STEGVIS_INSTANCE", str(tmp_path))
    app = create_app(identity=lambda: BERIT)
    page = app.test_client().get("/hjalp/").text
    assert app.instance_path == str(tmp_path)
    assert "Åviks kommun" in page and 'href="/tillganglighet"' in page and BANNER not in page
    assert app.config["SESSION_COOKIE_SECURE"] and app.config["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert app.test_client().get("/hjalp").status_code == 308


@pytest.mark.parametrize("path", ["/stegvis/", "/stegvis/demo/", "/stegvis/hjalp/", "/stegvis/finns-inte"])
def test_every_page_of_the_demonstration_says_that_it_is_one(tmp_path, path):
    page = create_demo_app(tmp_path).test_client().get(path, follow_redirects=True).text
    assert page.count(BANNER) == 1


def test_the_demonstration_answers_this_machine_alone(tmp_path):
    client = create_demo_app(tmp_path).test_client()
    assert client.get("/stegvis/hjalp/", environ_base={"REMOTE_ADDR": "10.0.0.7"}).status_code == 403


def test_the_demonstration_writes_only_in_a_folder_that_it_made(tmp_path):
    app = create_demo_app(tmp_path)
    assert app.instance_path == str(tmp_path / "demo")
    create_demo_app(tmp_path)
    (tmp_path / "demo/DEMONSTRATION").unlink()
    (tmp_path / "demo/stegvis.sqlite3").touch()
    with pytest.raises(SetupError, match="Move .*demo away"):
        create_demo_app(tmp_path)


def test_the_demonstration_that_all_tests_share_is_ready_for_use(client):
    assert client.get("/stegvis/halsa").json == {"status": "ok", "database": "ok"}
