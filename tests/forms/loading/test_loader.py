"""The forms there are: found by id, read again when their files change, listed in the order of their codes."""

import pytest

from stegvis.forms import FormFileError, UnknownForm, list_forms, load_form


class TestFiles:
    def own(self, tmp_path, text):
        path = tmp_path / "eget.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def test_a_file_says_whether_it_is_a_form_or_a_change(self, tmp_path):
        with pytest.raises(FormFileError, match=r'^eget\.toml: börja filen med form = "…"'):
            load_form("samtycke", self.own(tmp_path, 'id = "eget"\nform = "samtycke"'))

    def test_a_file_that_changes_is_read_again(self, tmp_path):
        path = self.own(tmp_path, 'form = "samtycke"\nversion = "ett"')
        assert load_form("samtycke", path).local_version == "ett"
        path.write_text('form = "samtycke"\nversion = "annan"')
        assert load_form("samtycke", tmp_path).local_version == "annan"

    def test_an_unknown_form_is_told_with_those_there_are(self):
        for form_id in ("samtyke", "../samtycke", "", "x" * 10_000):
            with pytest.raises(UnknownForm, match="Välj en av: .*praktikavtal, .*samtycke") as caught:
                load_form(form_id)
            assert len(str(caught.value)) < 1_000

    def test_a_folder_that_is_not_there_changes_nothing(self, tmp_path):
        assert load_form("samtycke", tmp_path / "ingen").sha256 == load_form("samtycke").sha256


def test_forms_are_listed_in_the_order_of_their_codes():
    assert [form.code for form in list_forms()] == sorted(form.code for form in list_forms())
