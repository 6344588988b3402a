"""The programmes there are: ours and the municipality's own, and a mistake in one file hinders no other."""

import pytest

from stegvis.forms import FormFileError, UnknownProgramme, broken_programmes, list_programmes, load_programme
from stegvis.forms.programme.loader import common_gates

PROGRAMMES = list_programmes()


def test_a_file_of_the_municipalitys_own_goes_before_ours(tmp_path):
    (tmp_path / "kraft.toml").write_text('id = "kraft"\ntitle = "Vår kraft"\n', "utf-8")
    (tmp_path / "egen.toml").write_text('id = "egen"\ntitle = "Egen"\n[[steps]]\nid = "a"\ntitle = "A"\n', "utf-8")
    assert load_programme("kraft", tmp_path).title == "Vår kraft"
    assert [gate.id for gate in load_programme("egen", tmp_path).gates] == [gate.id for gate in common_gates()]
    assert {"kraft", "egen"} <= {programme.id for programme in list_programmes(tmp_path)}


def test_a_broken_file_is_told_of_and_hinders_no_other(tmp_path):
    (tmp_path / "fel.toml").write_text('id = "annat"\ntitle = "X"\n', "utf-8")
    assert broken_programmes(tmp_path) == ('fel.toml: skriv id = "fel", som filen heter, eller byt namn på filen',)
    assert len(list_programmes(tmp_path)) == len(PROGRAMMES)
    with pytest.raises(FormFileError):
        load_programme("fel", tmp_path)


def test_an_unknown_programme_names_those_there_are():
    with pytest.raises(UnknownProgramme, match="kraft"):
        load_programme("finns-inte")


def test_programmes_are_listed_by_title_whatever_its_case(tmp_path):
    for name, title in (("b", "alfa"), ("a", "Beta")):
        (tmp_path / f"{name}.toml").write_text(f'id = "{name}"\ntitle = "{title}"\n', "utf-8")
    assert [one.id for one in list_programmes(tmp_path) if one.id in ("a", "b")] == ["b", "a"]


def test_a_file_that_changes_is_read_again(tmp_path):
    path = tmp_path / "egen.toml"
    path.write_text('id = "egen"\ntitle = \n', "utf-8")
    [told] = broken_programmes(tmp_path)
    assert told.startswith("egen.toml, rad 2: kontrollera raden")
    path.write_text('id = "egen"\ntitle = "Egen verksamhet"\n', "utf-8")
    assert broken_programmes(tmp_path) == () and load_programme("egen", tmp_path).title == "Egen verksamhet"


def test_a_folder_that_is_not_there_changes_nothing(tmp_path):
    assert list_programmes(tmp_path / "ingen") == PROGRAMMES


def test_a_record_without_steps_has_no_gates(tmp_path):
    (tmp_path / "egen.toml").write_text('id = "egen"\ntitle = "Egen"\n', "utf-8")
    assert load_programme("egen", tmp_path).gates == () and common_gates()
