"""What anyone may read: help, the accessibility statement, and whether the service can do its work."""

import pytest
from bs4 import BeautifulSoup
from support.hosts import mounted

from stegvis.plugin import SetupError
from stegvis.plugin.keys import make_key_file
from stegvis.plugin.storage.schema import upgrade
from stegvis.plugin.views.accessibility import read_statement


def _folder(tmp_path):
    folder = tmp_path / "stegvis"
    folder.mkdir()
    return folder


def _text(response):
    return " ".join(BeautifulSoup(response.text, "html.parser").get_text(" ").split())


def test_the_statement_has_the_eleven_items_in_order(tmp_path):
    page = mounted(tmp_path, config={"STEGVIS_KOMMUN": "Åviks kommun"}).test_client().get("/stegvis/tillganglighet")
    titles = [heading.get_text() for heading in BeautifulSoup(page.text, "html.parser").find_all("h2")]
    assert len(titles) == 11
    assert (titles[0], titles[2], titles[10]) == (
        "Vem som ansvarar",
        "Hur väl tjänsten följer lagen",
        "Innehåll som är undantaget",
    )
    assert "Åviks kommun ansvarar för den här tjänsten." in _text(page) and "{" not in _text(page)


def test_the_municipality_changes_texts_and_values_in_its_own_file(tmp_path):
    local = '[values]\nforenlighet = "helt"\n[brister]\ntext = "Vi känner inte till några brister."\n'
    (_folder(tmp_path) / "tillganglighet.toml").write_text(local, "utf-8")
    text = _text(mounted(tmp_path).test_client().get("/stegvis/tillganglighet"))
    assert "Tjänsten är helt förenlig med lagen." in text and "Vi känner inte till några brister." in text


@pytest.mark.parametrize(
    ("local", "remedy"),
    [
        ('[brist]\ntext = "x"', r"Remove brist from .*tillganglighet\.toml: the sections are values, aktor"),
        ('brister = "x"', "Remove brister from"),
        ('[brister]\ntxt = "x"', r"Remove brister\.txt from .*there is only title, text"),
        ("[brister]\ntext = 7", r"Write brister\.text in .* as text within quotes"),
        ('[brister]\ntext = "{kommunen}"', r"Remove \{kommunen\} from brister\.text"),
        ("[brister", r"Correct .*tillganglighet\.toml: "),
    ],
)
def test_a_mistake_in_that_file_is_named(tmp_path, local, remedy):
    (_folder(tmp_path) / "tillganglighet.toml").write_text(local, "utf-8")
    app = mounted(tmp_path)
    with pytest.raises(SetupError, match=remedy):
        read_statement(app.extensions["stegvis"])


def test_health_is_ok_only_with_keys_and_a_database_of_this_release(tmp_path):
    folder = _folder(tmp_path)

    def health():
        answer = mounted(tmp_path).test_client().get("/stegvis/halsa")
        return answer.status_code, answer.json

    assert health() == (503, {"status": "unavailable", "database": "keys"})
    make_key_file(folder / "keys")
    assert health() == (503, {"status": "unavailable", "database": "schema"})
    upgrade(f"sqlite:///{folder / 'stegvis.sqlite3'}")
    assert health() == (200, {"status": "ok", "database": "ok"})


def test_health_and_help_ask_nobody_to_log_in_and_say_nothing_of_anyone(tmp_path):
    client = mounted(tmp_path, identity=lambda: None).test_client()
    assert client.get("/stegvis/hjalp/").status_code == 200
    assert set(client.get("/stegvis/halsa").json) == {"status", "database"}
