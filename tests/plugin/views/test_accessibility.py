"""The accessibility statement: the eleven things the law asks for, with what the municipality has put over them."""

import pytest
from bs4 import BeautifulSoup
from support.hosts import mounted

from stegvis.plugin import SetupError
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
