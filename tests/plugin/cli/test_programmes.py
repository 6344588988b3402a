"""`stegvis programmes`, as it is typed."""

import json

from support.command_line import stegvis


def test_the_programmes_and_one_of_them(place):
    assert "futuro" in stegvis(place, "programmes")[1]
    assert len(json.loads(stegvis(place, "programmes", "--json")[1])) == 48
    assert json.loads(stegvis(place, "programmes", "futuro", "--json")[1])["steps"][0]["id"] == "intresseanmalan"
    code, _, error = stegvis(place, "programmes", "finns-inte")
    assert code == 2 and error.startswith("Det finns ingen verksamhet")


def test_a_broken_programme_file_is_told(place):
    (place / "programmes").mkdir()
    (place / "programmes/fel.toml").write_text("id = 1\n", "utf-8")
    code, out, error = stegvis(place, "programmes")
    assert code == 2 and "futuro" in out and error.startswith("fel.toml: nyckeln id: skriv text")
