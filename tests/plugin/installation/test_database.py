"""Which database and which keys the settings name, and in one word what is wrong with them."""

import shutil
from pathlib import Path

import pytest
from support.hosts import mounted

from stegvis.plugin.installation.database import database_url, key_file, open_codec, read_keys, storage_problem
from stegvis.plugin.installation.settings import Settings
from stegvis.plugin.keys import ENVIRONMENT, Keyring, KeyringError, make_key_file

FOLDER = Path("/srv/stegvis")


def test_what_the_settings_do_not_name_lies_in_the_folder():
    assert database_url(Settings(), FOLDER) == "sqlite:////srv/stegvis/stegvis.sqlite3"
    assert key_file(Settings(), FOLDER) == FOLDER / "keys"
    named = Settings(database="postgresql://db/soc", key_file="/etc/stegvis/keys")
    assert (database_url(named, FOLDER), key_file(named, FOLDER)) == ("postgresql://db/soc", Path("/etc/stegvis/keys"))


def test_the_keys_of_the_environment_go_before_those_in_the_file(tmp_path, monkeypatch):
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    with pytest.raises(KeyringError):
        read_keys(Settings(), tmp_path)
    made = make_key_file(tmp_path / "keys")
    assert read_keys(Settings(), tmp_path).current == made.current
    monkeypatch.setenv(ENVIRONMENT, "miljo:" + "A" * 43 + "=")
    assert read_keys(Settings(), tmp_path).current == "miljo"


def test_what_seals_beside_the_store_has_the_same_keys(tmp_path):
    make_key_file(tmp_path / "keys")
    sealed = open_codec(Settings(), tmp_path, None).seal(b"text", "rad")
    assert open_codec(Settings(), tmp_path, Keyring.from_file(tmp_path / "keys")).open(sealed, "rad") == b"text"


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda folder: None, ""),
        (lambda folder: (folder / "keys").unlink(), "keys"),
        (lambda folder: (folder / "stegvis.sqlite3").unlink(), "schema"),
        (lambda folder: (folder / "stegvis.sqlite3").write_bytes(b"no database" * 100), "unreachable"),
    ],
)
def test_one_word_says_what_is_wrong(ready, tmp_path, monkeypatch, spoil, word):
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    shutil.copytree(ready, tmp_path / "instance")
    state = mounted(tmp_path / "instance").extensions["stegvis"]
    spoil(state.folder)
    assert storage_problem(state) == word
