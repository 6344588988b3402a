"""Keys come from the environment or a closed file, and are never shown."""

import base64

import pytest

from stegvis.plugin.keys import Keyring, KeyringError, UnknownKey, make_key_file

ONE, TWO = bytes(range(32)), bytes(range(32, 64))


def item(key_id, key):
    return f"{key_id}:{base64.b64encode(key).decode()}"


@pytest.mark.parametrize("between", [",", "\n", " , ", "\n# the old one\n"])
def test_the_first_key_seals_and_all_open(between):
    keyring = Keyring.parse(item("ny", TWO) + between + item("k1", ONE))
    assert (keyring.current, keyring.key("ny"), keyring.key("k1")) == ("ny", TWO, ONE)


def test_the_environment_names_the_keys():
    assert Keyring.from_environment({"STEGVIS_KEYS": item("k1", ONE)}).key("k1") == ONE


def test_a_made_key_file_is_read_back_and_closed_to_others(tmp_path):
    path = tmp_path / "keys"
    made = make_key_file(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert Keyring.from_file(path).key("k1") == made.key("k1")


def test_two_made_keys_are_never_the_same(tmp_path):
    first, second = make_key_file(tmp_path / "a"), make_key_file(tmp_path / "b")
    assert first.key("k1") != second.key("k1")


def test_a_key_file_is_never_written_over(tmp_path):
    path = tmp_path / "keys"
    make_key_file(path)
    before = path.read_bytes()
    with pytest.raises(KeyringError, match="cannot be made"):
        make_key_file(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_key_file_open_to_others_is_refused(tmp_path, mode):
    path = tmp_path / "keys"
    make_key_file(path)
    path.chmod(mode)
    with pytest.raises(KeyringError, match="chmod 600"):
        Keyring.from_file(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no key"),
        ("# bara en rad\n", "no key"),
        ("k1", "key number 1 is not written as id:base64"),
        (item("k1", ONE) + "," + base64.b64encode(TWO).decode(), "key number 2"),
        ("k 1:" + base64.b64encode(ONE).decode(), "key number 1"),
        ("k1:inte-base64!", "'k1' is not valid base64"),
        (item("k1", b"kort"), "'k1' has 4 bytes"),
        (item("k1", ONE) + "," + item("k1", TWO), "twice"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place_and_never_shown(text, message):
    with pytest.raises(KeyringError, match=message) as refused:
        Keyring.parse(text)
    assert base64.b64encode(TWO).decode() not in str(refused.value)


def test_a_missing_variable_or_file_is_named(tmp_path):
    with pytest.raises(KeyringError, match="STEGVIS_KEYS is not set"):
        Keyring.from_environment({})
    with pytest.raises(KeyringError, match="nyckelfil"):
        Keyring.from_file(tmp_path / "nyckelfil")


def test_a_key_that_is_not_there_is_named():
    with pytest.raises(UnknownKey, match="'k9'"):
        Keyring({"k1": ONE}).key("k9")


def test_a_keyring_never_shows_its_keys():
    assert repr(Keyring({"k1": ONE})) == str(Keyring({"k1": ONE})) == "Keyring(k1)"


def test_a_key_file_that_may_not_be_read_is_named(tmp_path):
    """A loop of links can be read by nobody, root included."""
    path = tmp_path / "keys"
    path.symlink_to(path)
    with pytest.raises(KeyringError, match="cannot be read"):
        Keyring.from_file(path)
